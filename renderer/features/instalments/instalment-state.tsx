/** A tranche's state in a few words, its glyph, and the group it is followed in. Words before dates, late in 600. */
import type { InstalmentRow } from '#shared/api/views/grid-rows.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import { INSTALMENTS } from '../../text/instalments.ts'
import { Glyph, type GlyphName } from '../../ui/glyphs/glyph.tsx'
import { INSTALMENT_GLYPH } from '../../ui/glyphs/state-glyph.tsx'

const W = INSTALMENTS.states

export function isLate(row: InstalmentRow): boolean {
  return row.daysLate > 0
}

export function stateWords(row: InstalmentRow): string {
  const { values } = row.stateReason
  switch (row.stateReason.code) {
    case 'instalment.late-claimed':
      return W.lateClaimed
    case 'instalment.late-not-claimed':
      return W.lateNotClaimed
    case 'instalment.partly-late':
      return W.partlyLate
    case 'instalment.partly':
      return W.partly
    case 'instalment.claimable':
      return W.claimable
    case 'instalment.claimed':
      return W.claimed
    case 'instalment.received':
      return row.payments.length > 1 ? W.receivedIn(row.payments.length) : W.received
    case 'instalment.cancelled':
      return W.cancelled
    case 'instalment.position-vacant':
      return W.vacant(Number(values.days ?? 0))
    case 'instalment.position-returned':
      return W.returned
    case 'instalment.condition-missing':
      return W.condition(String(values.conditions ?? ''))
    default:
      return W.planned
  }
}

export function StateCell({ row }: { readonly row: InstalmentRow }) {
  const late = isLate(row)
  const glyph: GlyphName = INSTALMENT_GLYPH[row.state]
  return (
    <span className={late ? 'st late' : 'st'}>
      <Glyph name={glyph} />
      <span>{stateWords(row)}</span>
    </span>
  )
}

/** Which part of the notified amount the outstanding of this tranche is. */
export type OpenKind = 'late' | 'claimable' | 'claimed' | 'suspended' | 'planned'

function openKind(row: InstalmentRow): OpenKind {
  if (isLate(row)) return 'late'
  switch (row.state) {
    case 'claimable':
    case 'claimed':
    case 'suspended':
      return row.state
    default:
      return row.instalment.claimedOn === null ? 'planned' : 'claimed'
  }
}

/** Order of the groups of the screen: late first, received last. */
export function groupRank(row: InstalmentRow): number {
  if (row.state === 'received') return 5
  if (row.state === 'cancelled') return 6
  return ['late', 'claimable', 'claimed', 'suspended', 'planned'].indexOf(openKind(row))
}

export function groupName(row: InstalmentRow): string {
  return INSTALMENTS.groups[groupRank(row)] ?? ''
}

export interface Split {
  readonly notifiedCents: Cents
  readonly receivedCents: Cents
  readonly open: Readonly<Record<OpenKind, Cents>>
  /** Cancelled, or given back: notified and no longer expected. */
  readonly cancelledCents: Cents
  /** Late by 1 to 30, 31 to 60, 61 to 90 days, and beyond. */
  readonly ages: readonly Cents[]
}

/** Notified = received + late + to claim + claimed + planned + suspended + cancelled: the total of the column, and its parts. */
export function splitOf(rows: readonly InstalmentRow[]): Split {
  const open = { late: 0, claimable: 0, claimed: 0, suspended: 0, planned: 0 }
  const ages = [0, 0, 0, 0]
  let received = 0
  let cancelled = 0
  for (const row of rows) {
    received += row.receivedCents
    cancelled += Math.max(0, row.instalment.amountCents - row.receivedCents - row.outstandingCents)
    if (row.outstandingCents === 0) continue
    open[openKind(row)] += row.outstandingCents
    if (!isLate(row)) continue
    const age = Math.min(3, Math.floor((row.daysLate - 1) / 30))
    ages[age] = (ages[age] ?? 0) + row.outstandingCents
  }
  const outstanding = open.late + open.claimable + open.claimed + open.suspended + open.planned
  return {
    notifiedCents: cents(received + outstanding + cancelled),
    receivedCents: cents(received),
    cancelledCents: cents(cancelled),
    open: {
      late: cents(open.late),
      claimable: cents(open.claimable),
      claimed: cents(open.claimed),
      suspended: cents(open.suspended),
      planned: cents(open.planned),
    },
    ages: ages.map(cents),
  }
}
