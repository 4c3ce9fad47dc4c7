/** "Situation au": posts and aid as they stood on a day, past or present. */
import type { Report } from '#shared/api/report.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import { agreementLabelCode } from '#shared/rules/engine/states/agreement-label.ts'
import type { PositionView } from '#shared/rules/engine/states/position-state.ts'
import { vacancyLimitOf } from '#shared/rules/engine/states/vacancy-limit.ts'
import { frDay } from '#shared/text/format.ts'
import { NOTICE } from '#shared/text/reports/notice.ts'
import { SITUATION } from '#shared/text/reports/others.ts'
import { agreementLabel } from '#shared/text/rules/labels.ts'
import { stateSentence } from '#shared/text/rules/states.ts'
import { CONTRACT_KIND_WORDS, POSITION_STATE_WORDS } from '#shared/text/words.ts'
import { aidChecks, aidTables, summaryTable } from '../aid/aid-report.ts'
import { ident, onDay, text } from '../cells.ts'
import { checksSheet } from '../checks.ts'
import { finishReport, subtitleOf } from '../finish.ts'
import { noticeSheet } from '../notice.ts'
import { amountsSection, earningLine, fileSection, readingSection, scalesSection } from '../notices.ts'
import { holderName, type ReportInput, type Scope, scopeOf } from '../scope.ts'
import { buildTable, type Table } from '../table.ts'

export function situationReport(input: ReportInput): Report {
  const at = input.at ?? input.today
  const scope = scopeOf(input, at, ({ agreement }) => (agreement.signedOn ?? agreement.startsOn) <= at)
  const subtitle = subtitleOf(scope)
  const tables = aidTables(scope, subtitle)
  const summary = summaryTable(scope, subtitle, tables)
  const checks = checksSheet(subtitle, aidChecks(scope, tables, summary))
  return finishReport(scope, {
    kind: 'situation',
    title: `${SITUATION.kind} ${frDay(at)}`,
    stem: SITUATION.stem,
    subject: SITUATION.subject,
    mainSheet: SITUATION.sheets.states,
    sheets: [
      summary.sheet,
      stateTable(scope, subtitle).sheet,
      tables.agreements.sheet,
      tables.positions.sheet,
      tables.instalments.sheet,
      tables.payments.sheet,
      checks.sheet,
      noticeSheet(subtitle, [
        fileSection(scope, SITUATION.kind),
        amountsSection,
        { title: NOTICE.method, lines: [earningLine(scope)] },
        readingSection,
        scalesSection(scope),
      ]),
    ],
    checks,
  })
}

function stateTable(scope: Scope, subtitle: string): Table<PositionView> {
  const c = SITUATION.columns
  const { derived } = scope
  const owner = new Map(scope.employers.flatMap((e) => e.positions.map((p) => [p, e.employer] as const)))
  const contractOf = (p: PositionView) => (p.holder === null ? undefined : derived.contracts.get(p.holder.id))
  return buildTable<PositionView>({
    name: SITUATION.sheets.states,
    title: SITUATION.titles.states,
    subtitle,
    mark: 'post',
    frozenColumns: 3,
    withoutTotal: true,
    columns: [
      {
        key: 'employer',
        title: c.employer,
        kind: 'text',
        width: 18,
        cell: (p) => {
          const employer = owner.get(p)
          return text(employer === undefined ? null : employerLabel(employer))
        },
      },
      { key: 'stateId', title: c.stateId, kind: 'id', width: 10, cell: (p) => ident(p.position.stateId) },
      { key: 'post', title: c.post, kind: 'text', width: 24, cell: (p) => text(p.position.label) },
      {
        key: 'state',
        title: c.state,
        kind: 'text',
        width: 9,
        cell: (p) => text(POSITION_STATE_WORDS[p.state]),
      },
      {
        key: 'holder',
        title: c.holder,
        kind: 'text',
        width: 20,
        optional: true,
        cell: (p) => text(holderName(scope, p)),
      },
      {
        key: 'kind',
        title: c.kind,
        kind: 'text',
        width: 16,
        cell: (p) => text(p.holder === null ? null : CONTRACT_KIND_WORDS[p.holder.kind]),
      },
      { key: 'endsOn', title: c.endsOn, kind: 'day', width: 11, cell: (p) => onDay(contractOf(p)?.lastDay) },
      {
        key: 'vacantSince',
        title: c.vacantSince,
        kind: 'day',
        width: 11,
        optional: true,
        cell: (p) => onDay(p.vacantSince),
      },
      {
        key: 'limitOn',
        title: c.limitOn,
        kind: 'day',
        width: 11,
        optional: true,
        cell: (p) => onDay(vacancyLimitOf(p, derived)?.limitOn),
      },
      {
        key: 'aids',
        title: c.aids,
        kind: 'text',
        width: 16,
        cell: (p) =>
          text(agreementLabel(agreementLabelCode(derived.sharesByPosition.get(p.position.id) ?? []))),
      },
      {
        key: 'reason',
        title: c.reason,
        kind: 'text',
        width: 60,
        optional: true,
        // The sentence names people.
        cell: (p) => text(scope.input.names ? stateSentence(p.reason) : null),
      },
    ],
    groups: scope.employers.map((e) => ({ label: null, rows: e.positions })),
  })
}
