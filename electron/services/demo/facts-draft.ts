/** Facts being invented: rows get their ids in the order they are added, what is not said is empty. */
import { BLANK, usualChart } from '#shared/domain/blank-rows.ts'
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
      ...BLANK.employer,
      chart: usualChart(e.sector),
      ...e,
    })
  }

  position(p: Draft<Position, 'label' | 'stateId'>): Position {
    return add(this.#positions, {
      ...BLANK.position,
      ...p,
    })
  }

  attachment(positionId: Id, employerId: Id, startsOn: Day, endsOn: Day | null = null): Attachment {
    return add(this.#attachments, { positionId, employerId, startsOn, endsOn })
  }

  person(p: Draft<Person, 'firstName' | 'lastName'>): Person {
    return add(this.#persons, {
      ...BLANK.person,
      ...p,
    })
  }

  contract(c: Draft<Contract, 'positionId' | 'personId' | 'kind' | 'startsOn' | 'endsOn'>): Contract {
    return add(this.#contracts, {
      ...BLANK.contract,
      ...c,
    })
  }

  contractAmendment(a: Draft<ContractAmendment, 'contractId' | 'effectiveOn'>): ContractAmendment {
    return add(this.#contractAmendments, {
      ...BLANK.contractAmendment,
      ...a,
    })
  }

  agreement(a: Draft<Agreement, 'employerId' | 'scheme' | 'reference' | 'startsOn' | 'endsOn'>): Agreement {
    return add(this.#agreements, {
      ...BLANK.agreement,
      funder: 'Caisse des Dépôts',
      theoreticalEndsOn: a.endsOn,
      accountingMethod: 'months',
      ...a,
    })
  }

  agreementAmendment(a: Draft<AgreementAmendment, 'agreementId' | 'effectiveOn'>): AgreementAmendment {
    return add(this.#agreementAmendments, { ...BLANK.agreementAmendment, ...a })
  }

  grant(g: Omit<Grant, 'id'>): Grant {
    return add(this.#grants, g)
  }

  instalment(
    i: Draft<Instalment, 'agreementId' | 'positionId' | 'rank' | 'label' | 'amountCents'>,
  ): Instalment {
    return add(this.#instalments, {
      ...BLANK.instalment,
      ...i,
    })
  }

  payment(p: Draft<Payment, 'employerId' | 'receivedOn' | 'amountCents'>): Payment {
    return add(this.#payments, {
      ...BLANK.payment,
      funder: 'Caisse des Dépôts',
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
    return add(this.#freeDeadlines, { ...BLANK.freeDeadline, ...d })
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
      dedicatedFunds: [],
      budgetLines: [],
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
