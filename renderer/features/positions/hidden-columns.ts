/** Columns of posts that are not shown until asked for. */
import { POSITION_KIND_WORDS } from '#shared/text/words.ts'
import { POSITIONS } from '../../text/positions.ts'
import { amount, type Column, column } from './column-kinds.ts'

const C = POSITIONS.columns
const FROM = POSITIONS.computed

export const HIDDEN_COLUMNS: readonly Column[] = [
  column('stateId', 'id', C.stateId, 76, { isHidden: true }),
  column('kind', 'choice', C.kind, 140, { words: POSITION_KIND_WORDS, isHidden: true, groupable: true }),
  column('workplace', 'text', C.workplace, 150, { isHidden: true, groupable: true }),
  column('inQpv', 'flag', C.qpv, 52, { id: 'qpv', isHidden: true, groupable: true }),
  column('inFrr', 'flag', C.frr, 52, { id: 'frr', isHidden: true, groupable: true }),
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
  column('note', 'text', C.note, 200, { isHidden: true }),
]
