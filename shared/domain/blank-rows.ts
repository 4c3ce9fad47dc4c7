/**
 * What a new row holds where nothing was said: one answer for the forms' schemas, the imports, the demonstration and the
 * tests. What has no sensible answer (a name, a first day, an amount) is not here: whoever creates the row must say it.
 */
import type { Entities, EntityName, NewEntity } from './facts.ts'
import { FULL_TIME_MINUTES } from './full-time.ts'
import type { Chart, Sector } from './words.ts'

export const BLANK = {
  employer: {
    shortName: null,
    legalForm: 'other',
    siret: null,
    ridet: null,
    rna: null,
    ape: null,
    stateId: null,
    zone: 'metropole',
    fiscalYearStart: '01-01',
    chart: 'association',
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
    chargesRate: null,
    note: null,
  },
  position: {
    stateId: null,
    kind: 'adviser',
    workplace: null,
    inQpv: false,
    inFrr: false,
    grantedOn: null,
    returnedOn: null,
    returnMotive: null,
    note: null,
  },
  attachment: { endsOn: null },
  person: {
    email: null,
    phone: null,
    stateId: null,
    doubledNotice: false,
    anonymisedOn: null,
    note: null,
  },
  contract: {
    endsOn: null,
    trialEndsOn: null,
    weeklyMinutes: FULL_TIME_MINUTES,
    monthlyGrossCents: null,
    renewsId: null,
    signedOn: null,
    endedOn: null,
    endMotive: null,
    ground: null,
    stateId: null,
    note: null,
  },
  contractAmendment: {
    signedOn: null,
    newEndsOn: null,
    newWeeklyMinutes: null,
    newMonthlyGrossCents: null,
    reason: null,
  },
  agreement: {
    funderKind: 'state',
    scheme: 'other',
    dsNumber: null,
    ejNumber: null,
    signedOn: null,
    theoreticalEndsOn: null,
    financingStartsOn: null,
    financingEndsOn: null,
    earningMethod: 'months',
    accountingMethod: 'schedule',
    incomeAccount: null,
    receivableAccount: null,
    deferredAccount: null,
    settledOn: null,
    note: null,
  },
  agreementAmendment: { signedOn: null, newEndsOn: null, reason: null },
  instalment: {
    positionId: null,
    dueOn: null,
    claimableOn: null,
    conditions: null,
    conditionsMetOn: null,
    claimedOn: null,
    cancelledOn: null,
    cancelReason: null,
    note: null,
  },
  payment: {
    bankReference: null,
    titleNumber: null,
    titleIssuedOn: null,
    bordereau: null,
    p503: null,
    note: null,
  },
  dedicatedFund: { note: null },
  budgetLine: { agreementId: null },
  freeDeadline: { employerId: null, positionId: null, note: null },
} as const satisfies { readonly [N in keyof Entities]?: Partial<Omit<Entities[N], 'id'>> }

/** A public employer keeps its accounts by M57, any other by the chart of associations. */
export function usualChart(sector: Sector): Chart {
  return sector === 'public' ? 'm57' : 'association'
}

type Blank = typeof BLANK
type BlankField<N extends EntityName> = N extends keyof Blank ? keyof Blank[N] : never

/** What must be said of a new row, and what may be. */
export type SaidOf<N extends EntityName> = Omit<NewEntity<N>, BlankField<N>> & Partial<NewEntity<N>>

/** A whole new row: what is said first, in its order, then what was not. */
export function wholeRow<N extends EntityName>(name: N, said: SaidOf<N>): NewEntity<N> {
  const blank: Readonly<Record<string, unknown>> = name in BLANK ? BLANK[name as keyof Blank] : {}
  return { ...said, ...blank, ...said } as NewEntity<N>
}
