/** What a letter can be about, most likely first: the running contract, the late tranche, the agreement in force. Pure. */
import type { AgreementRow, ContractRow, InstalmentRow, PositionRow } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { LetterKind, LetterOwner } from '#shared/domain/letters.ts'
import { frDay, frEuros } from '#shared/text/format.ts'
import { LETTERS_WORDS as W } from './text.ts'

export interface Subject {
  readonly value: Id
  readonly label: string
  readonly detail?: string
}

export interface Rows {
  readonly contracts: readonly ContractRow[]
  readonly instalments: readonly InstalmentRow[]
  readonly positions: readonly PositionRow[]
  readonly agreements: readonly AgreementRow[]
}

/** `positionId`: only what belongs to that post. `ids`: only these. */
export function subjectsOf(
  kind: LetterKind,
  about: LetterOwner,
  rows: Partial<Rows>,
  only: { readonly positionId: Id | null; readonly ids: readonly Id[] | null },
): readonly Subject[] {
  const all = listOf(kind, about, rows, only.positionId)
  return only.ids === null ? all : all.filter((each) => only.ids?.includes(each.value))
}

function listOf(
  kind: LetterKind,
  about: LetterOwner,
  rows: Partial<Rows>,
  positionId: Id | null,
): readonly Subject[] {
  switch (about) {
    case 'contract':
      return byRank(
        (rows.contracts ?? []).filter((row) => positionId === null || row.contract.positionId === positionId),
        (row) => (row.state === 'current' ? 0 : 1),
        (row) => row.effectiveEndsOn ?? '9999',
      ).map((row) => ({
        value: row.id,
        label: `${row.personName}, ${post(row.positionStateId, row.positionLabel)}`,
        ...(row.effectiveEndsOn === null ? {} : { detail: W.term(frDay(row.effectiveEndsOn)) }),
      }))
    case 'instalment':
      return byRank(
        (rows.instalments ?? []).filter((row) => positionId === null || row.positionId === positionId),
        (row) => rankOf(kind, row),
        (row) => row.instalment.dueOn ?? '9999',
      ).map((row) => ({
        value: row.id,
        label: `${row.agreementReference}, ${row.instalment.label}`,
        detail: [
          post(row.positionStateId, row.positionLabel),
          frEuros(row.outstandingCents),
          ...(row.daysLate > 0 ? [W.late(row.daysLate)] : []),
        ]
          .filter(Boolean)
          .join(' · '),
      }))
    case 'position':
      return (rows.positions ?? [])
        .filter((row) => positionId === null || row.id === positionId)
        .map((row) => ({ value: row.id, label: post(row.position.stateId, row.position.label) }))
    case 'agreement':
      return (rows.agreements ?? [])
        .filter((row) => positionId === null || row.positionIds.includes(positionId))
        .map((row) => ({
          value: row.id,
          label: row.agreement.reference,
          detail: `${row.employerName} · ${frDay(row.agreement.startsOn)} – ${frDay(row.endsOn)}`,
        }))
  }
}

/** A reminder is for what is late; a request, for what may be asked now. Received and cancelled ones last. */
function rankOf(kind: LetterKind, row: InstalmentRow): number {
  if (row.state === 'received' || row.state === 'cancelled') return 3
  if (kind === 'instalment-reminder') return row.daysLate > 0 ? 0 : 1
  return row.state === 'claimable' ? 0 : row.daysLate > 0 ? 1 : 2
}

function byRank<T>(rows: readonly T[], rank: (row: T) => number, then: (row: T) => string): readonly T[] {
  return [...rows].sort((a, b) => rank(a) - rank(b) || (then(a) < then(b) ? -1 : then(a) > then(b) ? 1 : 0))
}

function post(stateId: string | null, label: string): string {
  return [stateId, label].filter(Boolean).join(' ')
}

const MOST = 100

/** A list of thousands is searched, not scrolled: the hundred that answer the words typed, and the chosen one. */
export function matching(subjects: readonly Subject[], typed: string, chosen: Id | null): readonly Subject[] {
  if (subjects.length <= MOST) return subjects
  const words = fold(typed).split(/\s+/).filter(Boolean)
  const current = subjects.find((each) => each.value === chosen)
  const isTyped = current === undefined || typed !== current.label
  const found = subjects.filter(
    (each) => !isTyped || words.every((word) => fold(`${each.label} ${each.detail ?? ''}`).includes(word)),
  )
  const shown = found.slice(0, MOST)
  return current === undefined || shown.includes(current) ? shown : [current, ...shown]
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
