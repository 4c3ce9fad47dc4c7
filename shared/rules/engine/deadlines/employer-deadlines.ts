/** Deadlines of a structure: the financial report, the thresholds of public money, the yearly label. */
import { addDays, addMonths, type Day, isDay, isInCalendar } from '../../../domain/day.ts'
import type { Employer, Id } from '../../../domain/facts.ts'
import { type Cents, cents } from '../../../domain/money.ts'
import type { FunderKind } from '../../../domain/words.ts'
import { fiscalYearOf } from '../../aid/accrual.ts'
import { financialReportDeadline } from '../../aid/financial-report.ts'
import { threshold } from '../../aid/threshold.ts'
import { basisOf } from '../../texts.ts'
import type { Derived } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'
import { type DerivedDeadline, NO_SUBJECT } from './deadline.ts'
import { objectSetting } from './kinds.ts'
import { employerOf } from './subjects.ts'

/** Setting: day of the last attestation of the label, by employer id. */
export const LABEL_SETTING = 'label.attestedOn'

const PUBLIC_FUNDERS: readonly FunderKind[] = [
  'state',
  'region',
  'departement',
  'epci',
  'commune',
  'europe',
  'employment-aid',
]

export function employerDeadlines(employer: Employer, derived: Derived, out: DerivedDeadline[]): void {
  addLabel(employer, derived, out)
  if (employer.sector !== 'private') return
  const current = fiscalYearOf(derived.today, employer.fiscalYearStart)
  const closed = fiscalYearOf(addDays(current.from, -1), employer.fiscalYearStart)
  // The year before is told as long as it is worth showing: a close does not settle a report never sent.
  for (const year of [closed, fiscalYearOf(addDays(closed.from, -1), employer.fiscalYearStart)])
    addFinancialReport(employer, year, derived, out)
  addThresholds(employer, current, derived, out)
}

interface FiscalYear {
  readonly from: Day
  readonly to: Day
}

function addFinancialReport(
  employer: Employer,
  year: FiscalYear,
  derived: Derived,
  out: DerivedDeadline[],
): void {
  const isFunded = rowsOf(derived.index.agreementsByEmployer, employer.id).some((agreement) => {
    const view = derived.agreements.get(agreement.id)
    return (
      PUBLIC_FUNDERS.includes(agreement.funderKind) &&
      view !== undefined &&
      view.fundedFrom <= year.to &&
      view.fundedTo >= year.from
    )
  })
  if (!isFunded) return
  const rule = financialReportDeadline(year.to, employer.zone, derived.figures)
  out.push({
    key: `financial-report:employer:${employer.id}:${year.to}`,
    kind: 'financial-report',
    prudentOn: rule.prudentOn,
    legalOn: rule.dueOn,
    title: { code: 'deadline.financial-report', values: { from: year.from, to: year.to } },
    why: { code: 'why.financial-report', values: { from: year.from, to: year.to, dueOn: rule.dueOn } },
    basis: rule.basis,
    steps: rule.steps,
    amountCents: null,
    subject: { ...NO_SUBJECT, ...employerOf(employer.id, derived) },
  })
}

/** Public money received in the fiscal year, in all and from each funder without an agreement. */
function addThresholds(employer: Employer, year: FiscalYear, derived: Derived, out: DerivedDeadline[]): void {
  const agreements = rowsOf(derived.index.agreementsByEmployer, employer.id)
  const kindOf = new Map(agreements.map((a) => [a.funder, a.funderKind]))
  const byFunder = new Map<string, number>()
  for (const payment of rowsOf(derived.index.paymentsByEmployer, employer.id)) {
    if (payment.receivedOn < year.from || payment.receivedOn > year.to || payment.receivedOn > derived.today)
      continue
    const kind = kindOf.get(payment.funder)
    if (kind !== undefined && !PUBLIC_FUNDERS.includes(kind)) continue
    byFunder.set(payment.funder, (byFunder.get(payment.funder) ?? 0) + payment.amountCents)
  }
  const add = (kind: 'auditor' | 'agreement', amount: Cents, funder: string | null) => {
    const rule = threshold(kind, amount, year.to, derived.figures)
    if (!rule.required) return
    const code = kind === 'auditor' ? 'auditor' : 'agreement-threshold'
    out.push({
      key: [code, 'employer', employer.id, year.to, ...(funder === null ? [] : [funder])]
        .join(':')
        .slice(0, 200),
      kind: code,
      prudentOn: year.to,
      legalOn: year.to,
      title: { code: `deadline.${code}`, values: { funder } },
      why: {
        code: `why.${code}`,
        values: { cents: amount, thresholdCents: rule.thresholdCents, from: year.from, to: year.to, funder },
      },
      basis: rule.basis,
      steps: rule.steps,
      amountCents: amount,
      subject: { ...NO_SUBJECT, ...employerOf(employer.id, derived) },
    })
  }
  let total = 0
  for (const [funder, amount] of byFunder) {
    total += amount
    if (!kindOf.has(funder)) add('agreement', cents(amount), funder)
  }
  add('auditor', cents(total), null)
}

const labels = new WeakMap<Derived, ReadonlyMap<Id, Day>>()

function addLabel(employer: Employer, derived: Derived, out: DerivedDeadline[]): void {
  const attestedOn = labelDays(derived).get(employer.id)
  if (attestedOn === undefined) return
  const months = derived.figures.value('label.months', attestedOn)
  const endsOn = addDays(addMonths(attestedOn, months), -1)
  out.push({
    key: `label:employer:${employer.id}`,
    kind: 'label',
    prudentOn: endsOn,
    legalOn: null,
    title: { code: 'deadline.label', values: {} },
    why: { code: 'why.label', values: { attestedOn, months, endsOn } },
    basis: basisOf('label'),
    amountCents: null,
    subject: { ...NO_SUBJECT, ...employerOf(employer.id, derived) },
  })
}

function labelDays(derived: Derived): ReadonlyMap<Id, Day> {
  const known = labels.get(derived)
  if (known !== undefined) return known
  const days = new Map<Id, Day>()
  for (const [id, value] of Object.entries(objectSetting(derived.index.settings.get(LABEL_SETTING))))
    if (isDay(value) && isInCalendar(value)) days.set(Number(id), value)
  labels.set(derived, days)
  return days
}
