/** Columns of the agreements: what was signed, for which posts, and what became of the money. */

import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import type { AgreementRow } from '#shared/api/views/grid-rows.ts'
import type { Agreement } from '#shared/domain/facts.ts'
import { ACCOUNTING_METHOD_WORDS, AGREEMENT_STATE_WORDS, SCHEME_WORDS } from '#shared/text/words.ts'
import { AGREEMENTS } from '../../text/instalments.ts'
import { StateGlyph } from '../../ui/glyphs/state-glyph.tsx'
import type { GridColumn, Problem } from '../../ui/grid/model/column.ts'
import { drawOutstanding } from '../../ui/shared-cells.tsx'

const C = AGREEMENTS.columns
const FROM = AGREEMENTS.computed
type Column = GridColumn<AgreementRow>

function agreement(field: keyof Agreement, isRequired = false): NonNullable<Column['edit']> {
  return { entity: 'agreement', field, id: (row) => row.id, isRequired }
}

function amount(key: keyof AidFigures, id: string, title: string, more: Partial<Column> = {}): Column {
  return {
    id,
    title,
    type: 'cents',
    width: 84,
    value: (row) => row.aid[key],
    computed: FROM.amount,
    explain: (row) => ({ kind: 'agreement-amount', agreementId: row.id, amount: key }),
    total: true,
    ...more,
  }
}

function day(
  id: string,
  title: string,
  field: 'signedOn' | 'startsOn' | 'financingStartsOn' | 'financingEndsOn' | 'settledOn',
  more: Partial<Column> = {},
): Column {
  return {
    id,
    title,
    type: 'day',
    width: 82,
    value: (row) => row.agreement[field],
    edit: agreement(field, field === 'startsOn'),
    ...more,
  }
}

function words(id: string, title: string, field: 'dsNumber' | 'ejNumber' | 'note', width: number): Column {
  return {
    id,
    title,
    type: field === 'note' ? 'text' : 'id',
    width,
    value: (row) => row.agreement[field],
    edit: agreement(field),
    isHidden: true,
  }
}

export const AGREEMENT_COLUMNS: readonly Column[] = [
  {
    id: 'reference',
    title: C.reference,
    type: 'text',
    width: 120,
    value: (row) => row.agreement.reference,
    draw: (row) => <b>{row.agreement.reference}</b>,
    edit: agreement('reference', true),
    opens: true,
  },
  {
    id: 'employer',
    title: C.employer,
    type: 'text',
    width: 80,
    value: (row) => row.employerName,
    computed: FROM.employer,
    groupable: true,
  },
  {
    id: 'funder',
    title: C.funder,
    type: 'text',
    width: 140,
    value: (row) => row.agreement.funder,
    edit: agreement('funder', true),
    groupable: true,
  },
  {
    id: 'scheme',
    title: C.scheme,
    type: 'choice',
    width: 132,
    words: SCHEME_WORDS,
    value: (row) => row.agreement.scheme,
    edit: agreement('scheme', true),
    groupable: true,
  },
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
  day('signedOn', C.signedOn, 'signedOn'),
  day('startsOn', C.startsOn, 'startsOn'),
  {
    id: 'endsOn',
    title: C.endsOn,
    type: 'day',
    width: 82,
    value: (row) => row.endsOn,
    edit: {
      ...agreement('endsOn', true),
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
  words('ds', C.ds, 'dsNumber', 96),
  words('ej', C.ej, 'ejNumber', 96),
  day('financingStartsOn', C.financingStartsOn, 'financingStartsOn', { isHidden: true, width: 96 }),
  day('financingEndsOn', C.financingEndsOn, 'financingEndsOn', { isHidden: true, width: 96 }),
  {
    id: 'method',
    title: C.method,
    type: 'choice',
    width: 160,
    words: ACCOUNTING_METHOD_WORDS,
    value: (row) => row.agreement.accountingMethod,
    edit: agreement('accountingMethod', true),
    isHidden: true,
  },
  day('settledOn', C.settledOn, 'settledOn', { isHidden: true }),
  words('note', C.note, 'note', 200),
]

export function agreementProblem(row: AgreementRow): Problem | null {
  return row.aid.lateCents > 0 ? { columnId: 'outstanding', text: C.late } : null
}
