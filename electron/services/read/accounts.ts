/** read.dedicatedFunds and read.budget: what was entered by fiscal year, beside what the rules know. */
import type { AgreementFunds, Budget } from '#shared/api/accounts.ts'
import type { Parsed } from '#shared/api/contract.ts'
import { dedicatedYears } from '#shared/rules/accounting/dedicated-funds.ts'
import { fiscalYearNamed } from '#shared/rules/accounting/share-income.ts'
import { indexFacts, rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerName } from '#shared/rules/engine/names.ts'
import type { ServiceContext } from '../service.ts'
import { available, computed } from './computing.ts'
import { snapshotOf } from './snapshot.ts'

export function readDedicatedFunds(
  context: ServiceContext,
  { agreementId }: Parsed<'read.dedicatedFunds'>,
): AgreementFunds | null {
  const { derived } = snapshotOf(context)
  const agreement = derived.index.agreements.get(agreementId)
  if (agreement === undefined) return null
  return {
    agreementId,
    reference: agreement.reference,
    employerName: employerName(rowById(derived.index.employers, agreement.employerId)),
    years: computed(derived, 'agreement', agreementId, () => dedicatedYears(agreementId, derived)),
  }
}

export function readBudget(
  context: ServiceContext,
  { employerId, agreementId, fiscalYear }: Parsed<'read.budget'>,
): Budget | null {
  const index = indexFacts(context.dossier.readFacts())
  const employer = index.employers.get(employerId)
  if (employer === undefined) return null
  const all = rowsOf(index.budgetByEmployer, employerId)
  const ofYear = all.filter((line) => line.fiscalYear === fiscalYear)
  return {
    employerName: employerName(employer),
    ...available(() => fiscalYearNamed(fiscalYear, employer.fiscalYearStart)),
    lines: ofYear
      .filter((line) => line.agreementId === agreementId)
      .map(({ account, amountCents }) => ({ account, amountCents })),
    agreements: rowsOf(index.agreementsByEmployer, employerId).map(({ id, reference, funder }) => ({
      id,
      reference,
      funder,
      hasBudget: ofYear.some((line) => line.agreementId === id),
    })),
    years: [...new Set(all.map((line) => line.fiscalYear))].sort((a, b) => a - b),
  }
}
