/** Columns of the contracts. Terms changed by an amendment are shown as they are now, and typed on the amendment. */
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import type { Contract } from '#shared/domain/facts.ts'
import { frDay } from '#shared/text/format.ts'
import { findingSentence } from '#shared/text/rules/findings.ts'
import {
  CONTRACT_KIND_WORDS,
  CONTRACT_STATE_WORDS,
  END_MOTIVE_WORDS,
  GROUND_WORDS,
} from '#shared/text/words.ts'
import { CONTRACTS } from '../../text/contracts.ts'
import { FR } from '../../text/fr.ts'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { StateGlyph } from '../../ui/glyphs/state-glyph.tsx'
import type { GridColumn, Problem } from '../../ui/grid/model/column.ts'
import { factColumns } from '../../ui/grid/model/fact-columns.ts'
import { drawNotice, noticeText } from '../../ui/shared-cells.tsx'
import { termFact } from '../../ui/term-fact.ts'

const C = CONTRACTS.columns
const FROM = CONTRACTS.computed
type Column = GridColumn<ContractRow>

const { edit, column } = factColumns<ContractRow, Contract>('contract', (row) => row.contract, [
  'kind',
  'startsOn',
  'weeklyMinutes',
])

function problems(row: ContractRow): readonly string[] {
  return row.findings.filter((each) => each.severity !== 'respected').map((each) => findingSentence(each))
}

const notAmended = (isAmended: (row: ContractRow) => boolean, message: string) => (row: ContractRow) =>
  isAmended(row) ? message : null

export const CONTRACT_COLUMNS: readonly Column[] = [
  {
    id: 'person',
    title: C.person,
    type: 'text',
    width: 140,
    value: (row) => row.personName,
    draw: (row) => <b>{row.personName}</b>,
    computed: FROM.person,
    opens: true,
    isPrivate: true,
  },
  {
    id: 'post',
    title: C.post,
    type: 'text',
    width: 150,
    value: (row) => [row.positionStateId, row.positionLabel].filter(Boolean).join(' '),
    computed: FROM.post,
    groupable: true,
  },
  {
    id: 'employer',
    title: C.employer,
    type: 'text',
    width: 76,
    value: (row) => row.employerName || null,
    computed: FROM.employer,
    groupable: true,
  },
  column('kind', 'choice', C.kind, 112, { words: CONTRACT_KIND_WORDS, groupable: true }),
  {
    id: 'state',
    title: C.state,
    type: 'choice',
    width: 96,
    words: CONTRACT_STATE_WORDS,
    value: (row) => row.state,
    draw: (row) => <StateGlyph of="contract" state={row.state} />,
    computed: FROM.state,
    groupable: true,
  },
  column('startsOn', 'day', C.startsOn, 82),
  {
    id: 'endsOn',
    title: C.endsOn,
    type: 'day',
    width: 82,
    value: (row) => row.effectiveEndsOn,
    text: (row) => (row.effectiveEndsOn === null ? FR.noTerm : frDay(row.effectiveEndsOn)),
    draw: (row) =>
      row.effectiveEndsOn === null ? <span className="calc">{FR.noTerm}</span> : frDay(row.effectiveEndsOn),
    edit: {
      ...edit('endsOn'),
      facts: (row) => [termFact(row.id, row.endAmendmentId, row.effectiveEndsOn)],
      note: (row) => (row.endAmendmentId === null ? CONTRACTS.typedTerm : CONTRACTS.typedAmendment),
    },
  },
  column('endedOn', 'day', C.endedOn, 82),
  {
    id: 'months',
    title: C.months,
    type: 'integer',
    width: 64,
    value: (row) => row.months,
    text: (row) => (row.months === null ? FR.none : CONTRACTS.monthsWords(row.months)),
    computed: FROM.months,
    isQuiet: true,
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
    explain: (row) => (row.noticeOn === null ? null : { kind: 'contract-notice', contractId: row.id }),
  },
  {
    id: 'gross',
    title: C.gross,
    type: 'cents',
    width: 84,
    value: (row) => row.currentGrossCents,
    edit: {
      ...edit('monthlyGrossCents'),
      value: (row) => row.contract.monthlyGrossCents,
      refusal: notAmended(
        (row) => row.currentGrossCents !== row.contract.monthlyGrossCents,
        CONTRACTS.changedByAmendment,
      ),
    },
    isPrivate: true,
  },
  {
    id: 'weekly',
    title: C.weekly,
    type: 'hours',
    width: 60,
    value: (row) => row.currentWeeklyMinutes,
    edit: {
      ...edit('weeklyMinutes'),
      value: (row) => row.contract.weeklyMinutes,
      refusal: notAmended(
        (row) => row.currentWeeklyMinutes !== row.contract.weeklyMinutes,
        CONTRACTS.changedByAmendment,
      ),
    },
  },
  {
    id: 'findings',
    title: C.findings,
    type: 'text',
    width: 168,
    value: (row) => problems(row).join(' ') || null,
    draw: (row) => {
      const [first, ...others] = problems(row)
      if (first === undefined) return <span className="void">{FR.none}</span>
      return (
        <span className="st warn" title={problems(row).join('\n')}>
          <Glyph name="warning" />
          {first}
          {others.length > 0 && ` (+${others.length})`}
        </span>
      )
    },
    computed: FROM.findings,
  },
  column('endMotive', 'choice', C.motive, 150, {
    id: 'motive',
    words: END_MOTIVE_WORDS,
    isHidden: true,
    groupable: true,
  }),
  column('signedOn', 'day', C.signedOn, 82, { isHidden: true }),
  column('trialEndsOn', 'day', C.trialEndsOn, 82, { isHidden: true }),
  column('ground', 'choice', C.ground, 180, { words: GROUND_WORDS, isHidden: true, groupable: true }),
  column('stateId', 'id', C.stateId, 90, { isHidden: true }),
  column('note', 'text', C.note, 200, { isHidden: true }),
]

export function contractProblem(row: ContractRow): Problem | null {
  if (row.noticeState === 'missed') return { columnId: 'notice', text: `${row.personName} : ${C.notice}` }
  if (row.state === 'expired-open')
    return { columnId: 'state', text: `${row.personName} : ${CONTRACTS.open}` }
  const [first] = problems(row)
  return first === undefined ? null : { columnId: 'findings', text: `${row.personName} : ${first}` }
}
