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

/** One post of one employer under one V2 agreement of 36 months, with its grants and one tranche a year. */
export function aFundedPost(): Pick<
  Facts,
  'employers' | 'positions' | 'attachments' | 'persons' | 'agreements' | 'grants' | 'instalments'
> {
  const yearly = [20_000_00, 17_500_00, 12_500_00]
  return {
    employers: [anEmployer()],
    positions: [aPosition()],
    attachments: [{ id: 1, positionId: 1, employerId: 1, startsOn: day('2024-07-01'), endsOn: null }],
    persons: [aPerson()],
    agreements: [anAgreement()],
    grants: yearly.map((amount, i) => ({
      id: i + 1,
      agreementId: 1,
      positionId: 1,
      year: i + 1,
      baseCents: cents(amount),
      bonusCents: cents(0),
    })),
    instalments: yearly.map((amount, i) => ({
      id: i + 1,
      agreementId: 1,
      positionId: 1,
      rank: i + 1,
      label: `Tranche ${i + 1}`,
      amountCents: cents(amount),
      dueOn: day(`${2024 + i}-08-31`),
      claimableOn: null,
      conditions: null,
      conditionsMetOn: null,
      claimedOn: null,
      cancelledOn: null,
      cancelReason: null,
      note: null,
    })),
  }
}

export function anEmployer(over: Partial<Facts['employers'][number]> = {}): Facts['employers'][number] {
  return {
    id: 1,
    name: 'Ville de Valombre',
    shortName: 'Valombre',
    sector: 'public',
    legalForm: 'commune',
    siret: null,
    ridet: null,
    rna: null,
    ape: null,
    stateId: null,
    zone: 'metropole',
    fiscalYearStart: '01-01',
    chart: 'm57',
    idcc: null,
    address: null,
    postcode: null,
    communeCode: null,
    communeName: null,
    departmentCode: null,
    inQpv: false,
    inFrr: false,
    franceServices: false,
    contactName: null,
    email: null,
    phone: null,
    chargesRate: 3_800,
    note: null,
    ...over,
  }
}

export function aPosition(over: Partial<Facts['positions'][number]> = {}): Facts['positions'][number] {
  return {
    id: 1,
    stateId: '3310',
    label: 'Maison des services',
    kind: 'adviser',
    workplace: null,
    inQpv: true,
    inFrr: false,
    grantedOn: null,
    returnedOn: null,
    returnMotive: null,
    note: null,
    ...over,
  }
}

export function aPerson(over: Partial<Facts['persons'][number]> = {}): Facts['persons'][number] {
  return {
    id: 1,
    lastName: 'Charvin',
    firstName: 'Lucie',
    email: null,
    phone: null,
    stateId: null,
    doubledNotice: false,
    anonymisedOn: null,
    note: null,
    ...over,
  }
}

export function anAgreement(over: Partial<Facts['agreements'][number]> = {}): Facts['agreements'][number] {
  return {
    id: 1,
    employerId: 1,
    funder: 'Caisse des Dépôts',
    funderKind: 'state',
    scheme: 'v2',
    reference: '2024-P-0412',
    dsNumber: null,
    ejNumber: null,
    signedOn: null,
    startsOn: day('2024-07-01'),
    theoreticalEndsOn: null,
    endsOn: day('2027-06-30'),
    financingStartsOn: null,
    financingEndsOn: null,
    earningMethod: 'months',
    accountingMethod: 'schedule',
    incomeAccount: null,
    receivableAccount: null,
    deferredAccount: null,
    settledOn: null,
    note: null,
    ...over,
  }
}
