/** "Fonds dédiés": account 194 of each agreement funds were entered for, from the opening to the close of its fiscal year. */
import { yearOf } from '#shared/domain/day.ts'
import type { Employer } from '#shared/domain/facts.ts'
import { type FundsOfYear, fundsOfYear } from '#shared/rules/accounting/dedicated-funds.ts'
import type { FiscalYear } from '#shared/rules/accounting/share-income.ts'
import { rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import { YEAR } from '#shared/text/reports/fiscal-year.ts'
import { check, euros, ident, text } from '../cells.ts'
import type { AgreementScope, Scope } from '../scope.ts'
import { buildTable, type Table, type TableColumn } from '../table.ts'

export interface FundLine {
  readonly employer: Employer
  readonly agreement: AgreementScope
  readonly funds: FundsOfYear
}

/** Lines of each structure of the scope; none for an agreement nothing was ever entered for. */
export function fundLines(scope: Scope, yearFor: (employer: Employer) => FiscalYear): FundLine[][] {
  return scope.employers.map(({ employer, agreements }) =>
    agreements.flatMap((agreement) => {
      const rows = rowsOf(scope.derived.index.fundsByAgreement, agreement.view.agreement.id)
      if (rows.length === 0) return []
      return [{ employer, agreement, funds: fundsOfYear(rows, yearOf(yearFor(employer).from)) }]
    }),
  )
}

const AMOUNTS = [
  ['opening', 'openingCents'],
  ['carried', 'carriedCents'],
  ['used', 'usedCents'],
  ['closing', 'closingCents'],
] as const satisfies readonly (readonly [string, keyof FundsOfYear])[]

export function fundsTable(
  scope: Scope,
  given: { readonly title: string; readonly subtitle: string },
  lines: readonly (readonly FundLine[])[],
): Table<FundLine> {
  const c = YEAR.funds
  return buildTable<FundLine>({
    ...given,
    name: YEAR.sheets.funds,
    mark: 'reference',
    frozenColumns: 2,
    columns: [
      {
        key: 'employer',
        title: c.employer,
        kind: 'text',
        width: 20,
        cell: (l) => text(employerLabel(l.employer)),
      },
      {
        key: 'reference',
        title: c.agreement,
        kind: 'id',
        width: 18,
        cell: (l) => ident(l.agreement.view.agreement.reference),
      },
      ...AMOUNTS.map(
        ([key, read]): TableColumn<FundLine> => ({
          key,
          title: c[key],
          kind: 'cents',
          width: 18,
          sum: true,
          cell: (l, at) =>
            euros(
              l.funds[read],
              key === 'closing' ? `${at.ref('opening')}+${at.ref('carried')}-${at.ref('used')}` : undefined,
            ),
        }),
      ),
      {
        key: 'check',
        title: c.check,
        kind: 'check',
        width: 10,
        cell: (l, at) => check(l.funds.closingCents >= 0, `${at.ref('closing')}>=0`),
      },
    ],
    groups: scope.employers.map((e, i) => ({ label: employerLabel(e.employer), rows: lines[i] ?? [] })),
  })
}
