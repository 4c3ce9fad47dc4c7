/** Columns of the Postes grid: what is typed, what is computed and from what. */
import type { PositionRow } from '#shared/api/views/grid-rows.ts'
import { sumCents } from '#shared/domain/money.ts'
import type { ContractKind } from '#shared/domain/words.ts'
import { frDay, frEuros } from '#shared/text/format.ts'
import { agreementLabel } from '#shared/text/rules/labels.ts'
import { CONTRACT_KIND_WORDS, POSITION_STATE_WORDS } from '#shared/text/words.ts'
import { CONTRACTS } from '../../text/contracts.ts'
import { FR } from '../../text/fr.ts'
import { POSITIONS, SHORT_DEADLINE } from '../../text/positions.ts'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { StateGlyph } from '../../ui/glyphs/state-glyph.tsx'
import { drawNotice, drawOutstanding, noticeText } from '../../ui/shared-cells.tsx'
import { termFact } from '../../ui/term-fact.ts'
import { amount, type Column, edit } from './column-kinds.ts'
import { HIDDEN_COLUMNS } from './hidden-columns.ts'
import { NOTIFIED_EDIT } from './notified.ts'

const C = POSITIONS.columns
const FROM = POSITIONS.computed

/** Short words for a narrow column; the full ones are on the post's sheet. */
const SHORT_KIND: Readonly<Record<ContractKind, string>> = {
  ...CONTRACT_KIND_WORDS,
  'contrat-de-projet': 'Projet',
  titulaire: 'Titulaire',
  'L332-8': 'L332\u20118',
  'L332-13': 'L332\u201113',
  'L332-14': 'L332\u201114',
  'L332-23-1': 'L332\u201123\u20111',
}

function Void({ children }: { readonly children: string }) {
  return <span className="void">{children}</span>
}

function holder(row: PositionRow) {
  if (row.holderName !== null) return row.holderName
  return <Void>{row.state === 'vacant' ? POSITIONS.toRecruit : FR.none}</Void>
}

function nextText(row: PositionRow): string {
  const next = row.nextDeadline
  if (next === null) return FR.none
  const { label } = next.title.values
  const isInstalment = next.kind.startsWith('instalment') && typeof label === 'string'
  return `${frDay(next.dueOn)} ${isInstalment ? label : (SHORT_DEADLINE[next.kind] ?? '')}`
}

function contractEndRefusal(row: PositionRow): string | null {
  if (row.contractId === null) return POSITIONS.noContract
  const endedOn = row.contractEnd?.endedOn ?? null
  return endedOn === null ? null : POSITIONS.leftOn(frDay(endedOn))
}

function contractEndText(row: {
  readonly contractId: number | null
  readonly contractEndsOn: string | null
}): string {
  return row.contractId === null ? FR.none : FR.noTerm
}

export function positionColumns(employerName: (row: PositionRow) => string): readonly Column[] {
  return [
    {
      id: 'position',
      title: C.position,
      type: 'text',
      width: 160,
      value: (row) => row.position.label,
      text: (row) =>
        row.position.stateId === null ? row.position.label : `${row.position.stateId} ${row.position.label}`,
      sortValue: (row) => `${row.position.stateId ?? ''} ${row.position.label}`.trim(),
      draw: (row) => (
        <>
          {row.position.stateId !== null && <b>{row.position.stateId}</b>}
          {row.position.label}
        </>
      ),
      edit: edit('label'),
      opens: true,
    },
    {
      id: 'employer',
      title: C.employer,
      type: 'text',
      width: 68,
      value: (row) => row.employerName || null,
      groupText: employerName,
      computed: FROM.employer,
      groupable: true,
    },
    {
      id: 'holder',
      title: C.holder,
      type: 'text',
      width: 104,
      value: (row) => row.holderName,
      draw: holder,
      computed: FROM.holder,
      isPrivate: true,
    },
    {
      id: 'state',
      title: C.state,
      type: 'choice',
      width: 74,
      words: POSITION_STATE_WORDS,
      value: (row) => row.state,
      draw: (row) => <StateGlyph of="position" state={row.state} />,
      computed: FROM.state,
      explain: (row) => ({ kind: 'position-state', positionId: row.id }),
      groupable: true,
    },
    {
      id: 'contract',
      title: C.contract,
      type: 'choice',
      width: 76,
      words: SHORT_KIND,
      value: (row) => row.contractKind,
      edit: { entity: 'contract', field: 'kind', id: (row) => row.contractId, isRequired: true },
      groupable: true,
    },
    {
      id: 'contractEnd',
      title: C.contractEnd,
      type: 'day',
      width: 76,
      value: (row) => row.contractEndsOn,
      draw: (row) =>
        row.contractEndsOn === null ? (
          <span className={row.contractId === null ? 'void' : 'calc'}>{contractEndText(row)}</span>
        ) : (
          frDay(row.contractEndsOn)
        ),
      text: (row) => (row.contractEndsOn === null ? contractEndText(row) : frDay(row.contractEndsOn)),
      computed: FROM.contractEnd,
      edit: {
        entity: 'contract',
        field: 'endsOn',
        id: (row) => row.contractId,
        facts: (row) =>
          row.contractId === null
            ? []
            : [termFact(row.contractId, row.contractEnd?.amendmentId ?? null, row.contractEndsOn)],
        refusal: contractEndRefusal,
        note: (row) =>
          (row.contractEnd?.amendmentId ?? null) === null ? CONTRACTS.typedTerm : CONTRACTS.typedAmendment,
      },
    },
    {
      id: 'notice',
      title: C.notice,
      type: 'day',
      width: 92,
      value: (row) => row.noticeOn,
      text: noticeText,
      draw: drawNotice,
      computed: FROM.notice,
      explain: (row) =>
        row.contractId === null || row.noticeOn === null
          ? null
          : { kind: 'contract-notice', contractId: row.contractId },
    },
    {
      id: 'agreement',
      title: C.agreement,
      type: 'text',
      width: 76,
      value: (row) => (row.agreementLabel === null ? null : agreementLabel(row.agreementLabel)),
      computed: FROM.agreement,
      groupable: true,
    },
    {
      id: 'agreementEnd',
      title: C.agreementEnd,
      type: 'day',
      width: 76,
      value: (row) => row.agreementEndsOn,
      computed: FROM.agreementEnd,
    },
    amount('notifiedCents', 'notified', C.notified, FROM.notified, { edit: NOTIFIED_EDIT }),
    amount('earnedCents', 'earned', C.earned, FROM.earned, { isQuiet: true }),
    amount('receivedCents', 'received', C.received, FROM.received),
    amount('outstandingCents', 'outstanding', C.outstanding, FROM.outstanding, {
      draw: drawOutstanding,
      width: 84,
    }),
    {
      id: 'next',
      title: C.next,
      type: 'day',
      width: 176,
      value: (row) => row.nextDeadline?.dueOn ?? null,
      text: nextText,
      draw: (row) => (row.nextDeadline === null ? <Void>{FR.none}</Void> : nextText(row)),
      computed: FROM.next,
      explain: (row) => (row.nextDeadline === null ? null : { kind: 'deadline', key: row.nextDeadline.key }),
      totalNote: (rows, line) => {
        const late = rows.filter((row) => row.aid.lateCents > 0)
        if (late.length === 0) return null
        if (line === 'subtotal') return POSITIONS.withLate(late.length)
        return (
          <span className="late st">
            <Glyph name="late" />
            <span data-private="">
              {POSITIONS.lateTotal(frEuros(sumCents(late.map((row) => row.aid.lateCents))))}
            </span>
          </span>
        )
      },
    },
    ...HIDDEN_COLUMNS,
  ]
}
