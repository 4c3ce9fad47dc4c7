/** Facts being invented: rows get their ids in the order they are added, what is not said is empty. */
import type { Day } from '#shared/domain/day.ts'
import type {
  Agreement,
  AgreementAmendment,
  Allocation,
  Attachment,
  Contract,
  ContractAmendment,
  DeadlineAnswer,
  Employer,
  Facts,
  FreeDeadline,
  Grant,
  Id,
  Instalment,
  MonthlyCost,
  Payment,
  Person,
  Position,
} from '#shared/domain/facts.ts'

type Draft<T, Required extends keyof T> = Pick<T, Required> & Partial<Omit<T, 'id' | Required>>

const FULL_TIME_MINUTES = 2100

export class FactsDraft {
  readonly #employers: Employer[] = []
  readonly #positions: Position[] = []
  readonly #attachments: Attachment[] = []
  readonly #persons: Person[] = []
  readonly #contracts: Contract[] = []
  readonly #contractAmendments: ContractAmendment[] = []
  readonly #agreements: Agreement[] = []
  readonly #agreementAmendments: AgreementAmendment[] = []
  readonly #grants: Grant[] = []
  readonly #instalments: Instalment[] = []
  readonly #payments: Payment[] = []
  readonly #allocations: Allocation[] = []
  readonly #monthlyCosts: MonthlyCost[] = []
  readonly #deadlineAnswers: DeadlineAnswer[] = []
  readonly #freeDeadlines: FreeDeadline[] = []

  employer(e: Draft<Employer, 'name' | 'sector' | 'legalForm'>): Employer {
    return add(this.#employers, {
      shortName: null,
      siret: null,
      ridet: null,
      rna: null,
      ape: null,
      stateId: null,
      zone: 'metropole',
      fiscalYearStart: '01-01',
      chart: e.sector === 'public' ? 'm57' : 'association',
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
      ...e,
    })
  }

  position(p: Draft<Position, 'label' | 'stateId'>): Position {
    return add(this.#positions, {
      kind: 'adviser',
      workplace: null,
      inQpv: false,
      inFrr: false,
      grantedOn: null,
      returnedOn: null,
      returnMotive: null,
      note: null,
      ...p,
    })
  }

  attachment(positionId: Id, employerId: Id, startsOn: Day, endsOn: Day | null = null): Attachment {
    return add(this.#attachments, { positionId, employerId, startsOn, endsOn })
  }

  person(p: Draft<Person, 'firstName' | 'lastName'>): Person {
    return add(this.#persons, {
      email: null,
      phone: null,
      stateId: null,
      doubledNotice: false,
      anonymisedOn: null,
      note: null,
      ...p,
    })
  }

  contract(c: Draft<Contract, 'positionId' | 'personId' | 'kind' | 'startsOn' | 'endsOn'>): Contract {
    return add(this.#contracts, {
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
      ...c,
    })
  }

  contractAmendment(a: Draft<ContractAmendment, 'contractId' | 'effectiveOn'>): ContractAmendment {
    return add(this.#contractAmendments, {
      signedOn: null,
      newEndsOn: null,
      newWeeklyMinutes: null,
      newMonthlyGrossCents: null,
      reason: null,
      ...a,
    })
  }

  agreement(a: Draft<Agreement, 'employerId' | 'scheme' | 'reference' | 'startsOn' | 'endsOn'>): Agreement {
    return add(this.#agreements, {
      funder: 'Caisse des Dépôts',
      funderKind: 'state',
      dsNumber: null,
      ejNumber: null,
      signedOn: null,
      theoreticalEndsOn: a.endsOn,
      financingStartsOn: null,
      financingEndsOn: null,
      earningMethod: 'months',
      accountingMethod: 'months',
      incomeAccount: null,
      receivableAccount: null,
      deferredAccount: null,
      settledOn: null,
      note: null,
      ...a,
    })
  }

  agreementAmendment(a: Draft<AgreementAmendment, 'agreementId' | 'effectiveOn'>): AgreementAmendment {
    return add(this.#agreementAmendments, { signedOn: null, newEndsOn: null, reason: null, ...a })
  }

  grant(g: Omit<Grant, 'id'>): Grant {
    return add(this.#grants, g)
  }

  instalment(
    i: Draft<Instalment, 'agreementId' | 'positionId' | 'rank' | 'label' | 'amountCents'>,
  ): Instalment {
    return add(this.#instalments, {
      dueOn: null,
      claimableOn: null,
      conditions: null,
      conditionsMetOn: null,
      claimedOn: null,
      cancelledOn: null,
      cancelReason: null,
      note: null,
      ...i,
    })
  }

  payment(p: Draft<Payment, 'employerId' | 'receivedOn' | 'amountCents'>): Payment {
    return add(this.#payments, {
      funder: 'Caisse des Dépôts',
      bankReference: null,
      titleNumber: null,
      titleIssuedOn: null,
      bordereau: null,
      p503: null,
      note: null,
      ...p,
    })
  }

  allocation(a: Omit<Allocation, 'id'>): Allocation {
    return add(this.#allocations, a)
  }

  monthlyCost(c: Omit<MonthlyCost, 'id'>): MonthlyCost {
    return add(this.#monthlyCosts, c)
  }

  deadlineAnswer(a: Omit<DeadlineAnswer, 'id'>): DeadlineAnswer {
    return add(this.#deadlineAnswers, a)
  }

  freeDeadline(d: Draft<FreeDeadline, 'title' | 'dueOn'>): FreeDeadline {
    return add(this.#freeDeadlines, { employerId: null, positionId: null, note: null, ...d })
  }

  facts(): Facts {
    return {
      employers: this.#employers,
      positions: this.#positions,
      attachments: this.#attachments,
      persons: this.#persons,
      contracts: this.#contracts,
      contractAmendments: this.#contractAmendments,
      agreements: this.#agreements,
      agreementAmendments: this.#agreementAmendments,
      grants: this.#grants,
      instalments: this.#instalments,
      payments: this.#payments,
      allocations: this.#allocations,
      monthlyCosts: this.#monthlyCosts,
      deadlineAnswers: this.#deadlineAnswers,
      freeDeadlines: this.#freeDeadlines,
      ruleFigures: [],
      aidScales: [],
      aidScaleYears: [],
      settings: [],
    }
  }
}

function add<T extends { readonly id: Id }>(rows: T[], row: Omit<T, 'id'>): T {
  const added = { id: rows.length + 1, ...row } as T
  rows.push(added)
  return added
}
