/** "Registre des contrats": every contract of the posts of the scope, its amendments, and the pieces that are missing. */
import type { Report } from '#shared/api/report.ts'
import type { ContractAmendment, Document } from '#shared/domain/facts.ts'
import { checklist } from '#shared/rules/checklists.ts'
import { rowsOf } from '#shared/rules/engine/index-facts.ts'
import { CONTRACTS } from '#shared/text/reports/others.ts'
import { pieceLabel } from '#shared/text/rules/checklists.ts'
import { euros, eurosOf, onDay, text } from '../cells.ts'
import { type ContractLine, contractLines, contractTable, holderOf, postLabel } from '../contract-table.ts'
import { finishReport, subtitleOf } from '../finish.ts'
import { noticeSheet } from '../notice.ts'
import { fileSection, readingSection } from '../notices.ts'
import { employerLabel, type ReportInput, type Scope, scopeOf } from '../scope.ts'
import { buildTable, type Table, type TableColumn } from '../table.ts'

interface AmendmentLine {
  readonly contract: ContractLine
  readonly amendment: ContractAmendment
}

export function contractsReport(input: ReportInput): Report {
  const scope = scopeOf(input)
  const subtitle = subtitleOf(scope)
  const lines = contractLines(scope, (view) => view.contract.startsOn <= scope.at || input.at === null)
  const contracts = contractTable(
    scope,
    { name: CONTRACTS.sheets.contracts, title: CONTRACTS.titles.contracts, subtitle },
    lines,
    missingColumn(input.documents),
  )
  return finishReport(scope, {
    kind: 'contracts',
    title: CONTRACTS.kind,
    stem: CONTRACTS.stem,
    subject: CONTRACTS.subject,
    mainSheet: CONTRACTS.sheets.contracts,
    sheets: [
      contracts.sheet,
      amendmentTable(scope, subtitle, lines).sheet,
      noticeSheet(subtitle, [fileSection(scope, CONTRACTS.kind), readingSection]),
    ],
    checks: { passed: 0, total: 0 },
  })
}

/** Pieces a hiring, and an early end, call for. Nothing is said where the documents were not read. */
function missingColumn(documents: readonly Document[] | undefined): TableColumn<ContractLine>[] {
  if (documents === undefined) return []
  const byContract = new Map<number, Document[]>()
  for (const document of documents) {
    if (document.ownerKind !== 'contract') continue
    byContract.set(document.ownerId, [...(byContract.get(document.ownerId) ?? []), document])
  }
  return [
    {
      key: 'missing',
      title: CONTRACTS.columns.missing,
      kind: 'text',
      width: 50,
      cell: ({ employer, view }) => {
        const own = byContract.get(view.contract.id) ?? []
        const { sector } = employer.employer
        const events = view.contract.endedOn === null ? (['hire'] as const) : (['hire', 'early-end'] as const)
        const missing = events.flatMap((event) =>
          checklist(event, sector, own).items.flatMap(({ item, present }) =>
            present ? [] : pieceLabel(item),
          ),
        )
        return text(missing.length === 0 ? CONTRACTS.complete : missing.join(', '))
      },
    },
  ]
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
      {
        key: 'employer',
        title: c.employer,
        kind: 'text',
        width: 18,
        cell: (l) => text(employerLabel(l.contract.employer.employer)),
      },
      {
        key: 'post',
        title: c.post,
        kind: 'text',
        width: 26,
        cell: (l) => text(postLabel(l.contract.position)),
      },
      {
        key: 'holder',
        title: c.holder,
        kind: 'text',
        width: 22,
        optional: true,
        cell: (l) => text(holderOf(scope, l.contract.view.contract)),
      },
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
