/** Columns of the agreements: what was signed, for which posts, and what became of the money. */

import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import type { AgreementRow } from '#shared/api/views/grid-rows.ts'
import type { Agreement } from '#shared/domain/facts.ts'
import { ACCOUNTING_METHOD_WORDS, AGREEMENT_STATE_WORDS, SCHEME_WORDS } from '#shared/text/words.ts'
import { AGREEMENTS } from '../../text/instalments.ts'
import { StateGlyph } from '../../ui/glyphs/state-glyph.tsx'
import type { GridColumn, Problem } from '../../ui/grid/model/column.ts'
import { factColumns } from '../../ui/grid/model/fact-columns.ts'
import { aidColumn, drawOutstanding } from '../../ui/shared-cells.tsx'

const C = AGREEMENTS.columns
const FROM = AGREEMENTS.computed
type Column = GridColumn<AgreementRow>

const { edit, column } = factColumns<AgreementRow, Agreement>('agreement', (row) => row.agreement, [
  'reference',
  'funder',
  'scheme',
  'startsOn',
  'endsOn',
  'accountingMethod',
])

const amount = (key: keyof AidFigures, id: string, title: string, more: Partial<Column> = {}) =>
  aidColumn<AgreementRow>(key, id, title, {
    computed: FROM.amount,
    explain: (row) => ({ kind: 'agreement-amount', agreementId: row.id, amount: key }),
    ...more,
  })

export const AGREEMENT_COLUMNS: readonly Column[] = [
  column('reference', 'text', C.reference, 120, {
    draw: (row) => <b>{row.agreement.reference}</b>,
    opens: true,
  }),
  {
    id: 'employer',
    title: C.employer,
    type: 'text',
    width: 80,
    value: (row) => row.employerName,
    computed: FROM.employer,
    groupable: true,
  },
  column('funder', 'text', C.funder, 140, { groupable: true }),
  column('scheme', 'choice', C.scheme, 132, { words: SCHEME_WORDS, groupable: true }),
  {
    id: 'posts',
    title: C.posts,
    type: 'text',
    width: 150,
    value: (row) => row.positionLabels || null,
    computed: FROM.posts,
  },
  {
    id: 'state',
    title: C.state,
    type: 'choice',
    width: 84,
    words: AGREEMENT_STATE_WORDS,
    value: (row) => row.state,
    draw: (row) => <StateGlyph of="agreement" state={row.state} />,
    computed: FROM.state,
    groupable: true,
  },
  column('signedOn', 'day', C.signedOn, 82),
  column('startsOn', 'day', C.startsOn, 82),
  {
    id: 'endsOn',
    title: C.endsOn,
    type: 'day',
    width: 82,
    value: (row) => row.endsOn,
    edit: {
      ...edit('endsOn'),
      value: (row) => row.agreement.endsOn,
      refusal: (row) => (row.endsOn === row.agreement.endsOn ? null : AGREEMENTS.moved),
    },
  },
  amount('notifiedCents', 'notified', C.notified),
  amount('earnedCents', 'earned', C.earned, { isQuiet: true }),
  amount('receivedCents', 'received', C.received),
  amount('outstandingCents', 'outstanding', C.outstanding, { draw: drawOutstanding }),
  amount('lateCents', 'late', C.late, { isHidden: true }),
  amount('overpaidCents', 'overpaid', C.overpaid, { isHidden: true }),
  column('dsNumber', 'id', C.ds, 96, { id: 'ds', isHidden: true }),
  column('ejNumber', 'id', C.ej, 96, { id: 'ej', isHidden: true }),
  column('financingStartsOn', 'day', C.financingStartsOn, 96, { isHidden: true }),
  column('financingEndsOn', 'day', C.financingEndsOn, 96, { isHidden: true }),
  column('accountingMethod', 'choice', C.method, 160, {
    id: 'method',
    words: ACCOUNTING_METHOD_WORDS,
    isHidden: true,
  }),
  column('settledOn', 'day', C.settledOn, 82, { isHidden: true }),
  column('note', 'text', C.note, 200, { isHidden: true }),
]

export function agreementProblem(row: AgreementRow): Problem | null {
  return row.aid.lateCents > 0 ? { columnId: 'outstanding', text: C.late } : null
}
