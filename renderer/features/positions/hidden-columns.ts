/** Columns of posts that are not shown until asked for. */
import { POSITION_KIND_WORDS } from '#shared/text/words.ts'
import { POSITIONS } from '../../text/positions.ts'
import { amount, type Column, position } from './column-kinds.ts'

const C = POSITIONS.columns
const FROM = POSITIONS.computed

export const HIDDEN_COLUMNS: readonly Column[] = [
  {
    id: 'stateId',
    title: C.stateId,
    type: 'id',
    width: 76,
    value: (row) => row.position.stateId,
    edit: position('stateId'),
    isHidden: true,
  },
  {
    id: 'kind',
    title: C.kind,
    type: 'choice',
    width: 140,
    words: POSITION_KIND_WORDS,
    value: (row) => row.position.kind,
    edit: position('kind', true),
    isHidden: true,
    groupable: true,
  },
  {
    id: 'workplace',
    title: C.workplace,
    type: 'text',
    width: 150,
    value: (row) => row.position.workplace,
    edit: position('workplace'),
    isHidden: true,
    groupable: true,
  },
  {
    id: 'qpv',
    title: C.qpv,
    type: 'flag',
    width: 52,
    value: (row) => row.position.inQpv,
    edit: position('inQpv'),
    isHidden: true,
    groupable: true,
  },
  {
    id: 'frr',
    title: C.frr,
    type: 'flag',
    width: 52,
    value: (row) => row.position.inFrr,
    edit: position('inFrr'),
    isHidden: true,
    groupable: true,
  },
  amount('lateCents', 'late', C.late, FROM.late, { isHidden: true }),
  amount('claimableCents', 'claimable', C.claimable, FROM.claimable, { isHidden: true, width: 84 }),
  amount('overpaidCents', 'overpaid', C.overpaid, FROM.overpaid, { isHidden: true }),
  {
    id: 'vacancyLimit',
    title: C.vacancyLimit,
    type: 'day',
    width: 96,
    value: (row) => row.vacancyLimitOn,
    computed: FROM.vacancyLimit,
    explain: (row) => (row.vacancyLimitOn === null ? null : { kind: 'vacancy-limit', positionId: row.id }),
    isHidden: true,
  },
  {
    id: 'note',
    title: C.note,
    type: 'text',
    width: 200,
    value: (row) => row.position.note,
    edit: position('note'),
    isHidden: true,
  },
]
