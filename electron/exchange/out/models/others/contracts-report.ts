/** "Registre des contrats": every contract of the posts of the scope, the pieces that are missing, and its amendments. */
import type { Report } from '#shared/api/report.ts'
import type { ContractAmendment } from '#shared/domain/facts.ts'
import { rowsOf } from '#shared/rules/engine/index-facts.ts'
import { CONTRACTS } from '#shared/text/reports/others.ts'
import { euros, eurosOf, onDay, text } from '../cells.ts'
import { type ContractLine, contractIdentity, contractLines, contractTable } from '../contract-table.ts'
import { finishReport, subtitleOf } from '../finish.ts'
import { noticeSheet } from '../notice.ts'
import { fileSection, readingSection } from '../notices.ts'
import { type ReportInput, type Scope, scopeOf } from '../scope.ts'
import { buildTable, type Table } from '../table.ts'
import { missingColumn, missingPieces, missingTable } from './missing-pieces.ts'

interface AmendmentLine {
  readonly contract: ContractLine
  readonly amendment: ContractAmendment
}

export function contractsReport(input: ReportInput): Report {
  const scope = scopeOf(input)
  const subtitle = subtitleOf(scope)
  const lines = contractLines(scope, (view) => view.contract.startsOn <= scope.at || input.at === null)
  const missing = input.documents === undefined ? null : missingPieces(lines, input.documents)
  const contracts = contractTable(
    scope,
    { name: CONTRACTS.sheets.contracts, title: CONTRACTS.titles.contracts, subtitle },
    lines,
    missing === null ? [] : [missingColumn(missing)],
  )
  return finishReport(scope, {
    kind: 'contracts',
    title: CONTRACTS.kind,
    stem: CONTRACTS.stem,
    subject: CONTRACTS.subject,
    mainSheet: CONTRACTS.sheets.contracts,
    sheets: [
      contracts.sheet,
      ...(missing === null ? [] : [missingTable(scope, subtitle, lines, missing).sheet]),
      amendmentTable(scope, subtitle, lines).sheet,
      noticeSheet(subtitle, [fileSection(scope, CONTRACTS.kind), readingSection]),
    ],
    checks: { passed: 0, total: 0 },
  })
}

function amendmentTable(
  scope: Scope,
  subtitle: string,
  lines: readonly (readonly ContractLine[])[],
): Table<AmendmentLine> {
  const c = CONTRACTS.columns
  const { index } = scope.derived
  return buildTable<AmendmentLine>({
    name: CONTRACTS.sheets.amendments,
    title: CONTRACTS.titles.amendments,
    subtitle,
    mark: 'post',
    frozenColumns: 2,
    withoutTotal: true,
    columns: [
      ...contractIdentity<AmendmentLine>(scope, (l) => l.contract),
      {
        key: 'effectiveOn',
        title: c.effectiveOn,
        kind: 'day',
        width: 11,
        cell: (l) => onDay(l.amendment.effectiveOn),
      },
      {
        key: 'signedOn',
        title: c.signedOn,
        kind: 'day',
        width: 11,
        cell: (l) => onDay(l.amendment.signedOn),
      },
      {
        key: 'newEndsOn',
        title: c.newEndsOn,
        kind: 'day',
        width: 11,
        cell: (l) => onDay(l.amendment.newEndsOn),
      },
      {
        key: 'newHours',
        title: c.newHours,
        kind: 'cents',
        width: 12,
        cell: ({ amendment: { newWeeklyMinutes } }) =>
          newWeeklyMinutes === null ? null : eurosOf(Math.round((newWeeklyMinutes * 100) / 60)),
      },
      {
        key: 'newGross',
        title: c.newGross,
        kind: 'cents',
        width: 13,
        cell: (l) => euros(l.amendment.newMonthlyGrossCents),
      },
      { key: 'reason', title: c.reason, kind: 'text', width: 40, cell: (l) => text(l.amendment.reason) },
    ],
    groups: lines.map((own) => ({
      label: null,
      rows: own.flatMap((contract) =>
        rowsOf(index.amendmentsByContract, contract.view.contract.id).map((amendment) => ({
          contract,
          amendment,
        })),
      ),
    })),
  })
}
