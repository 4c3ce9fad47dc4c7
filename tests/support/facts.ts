/** Facts for a test, said by what matters to it: everything else has the plainest value. */
import { day } from '#shared/domain/day.ts'
import type { Contract, ContractAmendment, Facts, MonthlyCost } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'

export function factsOf(over: Partial<Facts> = {}): Facts {
  return {
    employers: [],
    positions: [],
    attachments: [],
    persons: [],
    contracts: [],
    contractAmendments: [],
    agreements: [],
    agreementAmendments: [],
    grants: [],
    instalments: [],
    payments: [],
    allocations: [],
    monthlyCosts: [],
    deadlineAnswers: [],
    freeDeadlines: [],
    ruleFigures: [],
    aidScales: [],
    aidScaleYears: [],
    settings: [],
    ...over,
  }
}

/** A contrat de projet of 36 months at 2 180 € gross, 35 h. */
export function aContract(over: Partial<Contract> = {}): Contract {
  return {
    id: 1,
    positionId: 1,
    personId: 1,
    kind: 'contrat-de-projet',
    startsOn: day('2024-02-01'),
    endsOn: day('2027-01-31'),
    trialEndsOn: null,
    weeklyMinutes: 2100,
    monthlyGrossCents: cents(218_000),
    renewsId: null,
    signedOn: null,
    endedOn: null,
    endMotive: null,
    ground: null,
    stateId: null,
    note: null,
    ...over,
  }
}

export function anAmendment(over: Partial<ContractAmendment> = {}): ContractAmendment {
  return {
    id: 1,
    contractId: 1,
    signedOn: null,
    effectiveOn: day('2025-07-01'),
    newEndsOn: null,
    newWeeklyMinutes: null,
    newMonthlyGrossCents: null,
    reason: null,
    ...over,
  }
}

export function aCost(over: Partial<MonthlyCost> = {}): MonthlyCost {
  return {
    id: 1,
    contractId: 1,
    month: '2024-05',
    grossCents: cents(220_000),
    chargesCents: cents(80_000),
    taxesCents: cents(1_500),
    ...over,
  }
}
