/** "Produits par exercice": one line per post and agreement, whose amounts add up to what was notified. */
import { addDays, type Day, minDay } from '#shared/domain/day.ts'
import type { Employer, Facts, Id } from '#shared/domain/facts.ts'
import { type Cents, cents, proportion } from '#shared/domain/money.ts'
import { accountsOf } from '#shared/rules/accounting/accounts.ts'
import { type FiscalYear, type ShareIncome, shareIncome } from '#shared/rules/accounting/share-income.ts'
import type { AidShare } from '#shared/rules/engine/aid/aid-share.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import { YEAR } from '#shared/text/reports/fiscal-year.ts'
import { check, euros, eurosOf, ident, text } from '../cells.ts'
import type { AgreementScope, EmployerScope, Scope } from '../scope.ts'
import { type At, buildTable, type Table } from '../table.ts'

export interface IncomeLine {
  readonly employer: Employer
  readonly agreement: AgreementScope
  readonly share: AidShare
  readonly income: ShareIncome
  readonly receivedInYearCents: Cents
}

/** Lines of each structure of the scope, in its own fiscal year. */
export function incomeLines(scope: Scope, yearOf: (employer: Employer) => FiscalYear): IncomeLine[][] {
  const receivedAt = receivedOn(scope.input.facts)
  return scope.employers.map((e: EmployerScope) => {
    const year = yearOf(e.employer)
    // Another structure may close later: what it brings the situation to is not this one's year.
    const close = minDay(year.to, scope.at)
    const eve = minDay(addDays(year.from, -1), close)
    return e.agreements.flatMap((agreement) =>
      agreement.shares.map((share): IncomeLine => {
        const at = (day: Day) => receivedAt(day, agreement.view.agreement.id, share.positionId)
        return {
          employer: e.employer,
          agreement,
          share,
          income: shareIncome(share, year, e.employer.fiscalYearStart),
          receivedInYearCents: cents(at(close) - at(eve)),
        }
      }),
    )
  })
}

/** What had been received at a day; the rules are asked once per day, and there are two per calendar of fiscal years. */
function receivedOn(facts: Facts): (at: Day, agreementId: Id, positionId: Id | null) => number {
  const known = new Map<Day, ReturnType<typeof derive>>()
  return (at, agreementId, positionId) => {
    let derived = known.get(at)
    if (derived === undefined) {
      derived = derive(facts, at)
      known.set(at, derived)
    }
    const shares = derived.sharesByAgreement.get(agreementId) ?? []
    return shares.find((s) => s.positionId === positionId)?.amounts.receivedCents ?? 0
  }
}

export function incomeTable(
  scope: Scope,
  subtitle: string,
  period: string,
  yearLabel: string,
  lines: readonly (readonly IncomeLine[])[],
): Table<IncomeLine> {
  const c = YEAR.income
  const postOf = (l: IncomeLine) => {
    const position =
      l.share.positionId === null ? undefined : scope.derived.index.positions.get(l.share.positionId)
    return position?.stateId ?? position?.label ?? null
  }
  return buildTable<IncomeLine>({
    name: YEAR.sheets.income,
    title: YEAR.titles.income(period),
    subtitle,
    mark: 'reference',
    frozenColumns: 3,
    columns: [
      { key: 'post', title: c.post, kind: 'id', width: 10, cell: (l) => ident(postOf(l)) },
      {
        key: 'employer',
        title: c.employer,
        kind: 'text',
        width: 16,
        cell: (l) => text(employerLabel(l.employer)),
      },
      {
        key: 'reference',
        title: c.agreement,
        kind: 'id',
        width: 14,
        cell: (l) => ident(l.agreement.view.agreement.reference),
      },
      {
        key: 'accounts',
        title: c.accounts,
        kind: 'text',
        width: 16,
        cell: (l) => {
          const accounts = accountsOf(l.agreement.view.agreement, l.employer.chart)
          return text([accounts.income, accounts.receivable, accounts.deferred].join(', '))
        },
      },
      {
        key: 'method',
        title: c.method,
        kind: 'text',
        width: 13,
        cell: (l) => text(YEAR.methods[l.income.method]),
      },
      {
        key: 'notified',
        title: c.notified,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.income.notifiedCents),
      },
      {
        key: 'prior',
        title: c.prior,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.income.priorCents),
      },
      {
        key: 'months',
        title: c.months(yearLabel),
        kind: 'cents',
        width: 8,
        sum: true,
        cell: (l) => eurosOf(l.income.monthsInHundredths),
      },
      {
        key: 'rate',
        title: c.rate,
        kind: 'cents',
        width: 12,
        cell: (l, at) =>
          l.income.monthsInHundredths === 0
            ? null
            : euros(
                proportion(l.income.incomeCents, 100, l.income.monthsInHundredths),
                `ROUND(${at.ref('income')}/${at.ref('months')},2)`,
              ),
      },
      {
        key: 'income',
        title: c.income(yearLabel),
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.income.incomeCents),
      },
      {
        key: 'unearned',
        title: c.unearned,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.income.unearnedCents),
      },
      {
        key: 'deferred',
        title: c.deferred(yearLabel),
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.income.deferredCents),
      },
      {
        key: 'opening',
        title: c.opening,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.income.openingCents),
      },
      {
        key: 'receivedInYear',
        title: c.receivedInYear(yearLabel),
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.receivedInYearCents),
      },
      {
        key: 'received',
        title: c.received,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.share.amounts.receivedCents),
      },
      {
        key: 'outstanding',
        title: c.outstanding,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.share.amounts.outstandingCents),
      },
      {
        key: 'check',
        title: c.check,
        kind: 'check',
        width: 10,
        cell: (l, at) => check(isWhole(l.income), wholeFormula(at)),
      },
    ],
    groups: scope.employers.map((e, i) => ({ label: employerLabel(e.employer), rows: lines[i] ?? [] })),
  })
}

function wholeFormula(at: At): string {
  const parts = ['prior', 'income', 'unearned', 'deferred'].map((key) => `-${at.ref(key)}`)
  return `ROUND(${at.ref('notified')}${parts.join('')},2)=0`
}

function isWhole(i: ShareIncome): boolean {
  return i.priorCents + i.incomeCents + i.unearnedCents + i.deferredCents === i.notifiedCents
}
