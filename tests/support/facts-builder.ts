/** Facts for tests of the rules, written as one tells them: only what matters is said, ids and the rest are given. */
import { BLANK, usualChart } from '#shared/domain/blank-rows.ts'
import { type Day, day } from '#shared/domain/day.ts'
import type {
  Agreement,
  AgreementAmendment,
  Allocation,
  Attachment,
  BudgetLine,
  Contract,
  ContractAmendment,
  DeadlineAnswer,
  DedicatedFund,
  Employer,
  Facts,
  FreeDeadline,
  Grant,
  Instalment,
  MonthlyCost,
  Payment,
  Person,
  Position,
  RuleFigure,
} from '#shared/domain/facts.ts'
import { type Cents, cents, ZERO } from '#shared/domain/money.ts'

type Given<T> = {
  readonly [K in keyof T]?: T[K] extends Day
    ? string
    : T[K] extends Day | null
      ? string | null
      : T[K] extends Cents
        ? number
        : T[K] extends Cents | null
          ? number | null
          : T[K]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer R)[] ? R[] : T[K] }

export class FactsBuilder {
  readonly #facts: Mutable<Facts> = {
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
    dedicatedFunds: [],
    budgetLines: [],
    deadlineAnswers: [],
    freeDeadlines: [],
    ruleFigures: [],
    aidScales: [],
    aidScaleYears: [],
    settings: [],
  }
  #id = 0

  employer(given: Given<Employer> = {}): number {
    const id = this.#next()
    return this.#add(this.#facts.employers, {
      ...BLANK.employer,
      id,
      name: `Structure ${id}`,
      sector: 'private',
      legalForm: given.sector === 'public' ? 'commune' : 'association',
      chart: usualChart(given.sector ?? 'private'),
      ...(given as Partial<Employer>),
    })
  }

  /** A post attached to `employerId` since `startsOn` (long ago by default). */
  position(employerId: number | null, given: Given<Position> & { readonly startsOn?: string } = {}): number {
    const { startsOn = '2021-01-01', ...values } = given
    const id = this.#next()
    this.#add(this.#facts.positions, {
      ...BLANK.position,
      id,
      label: `Poste ${id}`,
      ...(values as Partial<Position>),
    })
    if (employerId !== null) this.attachment({ positionId: id, employerId, startsOn })
    return id
  }

  attachment(
    given: Given<Attachment> & { positionId: number; employerId: number; startsOn: string },
  ): number {
    return this.#add(this.#facts.attachments, {
      ...BLANK.attachment,
      id: this.#next(),
      ...(given as Omit<Attachment, 'id' | 'endsOn'>),
    })
  }

  person(given: Given<Person> = {}): number {
    const id = this.#next()
    return this.#add(this.#facts.persons, {
      ...BLANK.person,
      id,
      lastName: `Nom${id}`,
      firstName: `Prénom${id}`,
      ...(given as Partial<Person>),
    })
  }

  contract(positionId: number, startsOn: string, endsOn: string | null, given: Given<Contract> = {}): number {
    return this.#add(this.#facts.contracts, {
      ...BLANK.contract,
      id: this.#next(),
      positionId,
      personId: given.personId ?? this.person(),
      kind: endsOn === null ? 'CDI' : 'CDD',
      startsOn: day(startsOn),
      endsOn: endsOn === null ? null : day(endsOn),
      monthlyGrossCents: cents(2_100_00),
      signedOn: day(startsOn),
      ground: 'other',
      ...(given as Partial<Contract>),
    })
  }

  contractAmendment(given: Given<ContractAmendment> & { contractId: number; effectiveOn: string }): number {
    return this.#add(this.#facts.contractAmendments, {
      ...BLANK.contractAmendment,
      id: this.#next(),
      ...(given as Partial<ContractAmendment> & { contractId: number; effectiveOn: Day }),
    })
  }

  agreement(employerId: number, startsOn: string, endsOn: string, given: Given<Agreement> = {}): number {
    const id = this.#next()
    return this.#add(this.#facts.agreements, {
      ...BLANK.agreement,
      id,
      employerId,
      funder: 'Caisse des Dépôts',
      scheme: 'v2',
      reference: `C-${id}`,
      startsOn: day(startsOn),
      endsOn: day(endsOn),
      ...(given as Partial<Agreement>),
    })
  }

  agreementAmendment(
    given: Given<AgreementAmendment> & { agreementId: number; effectiveOn: string },
  ): number {
    return this.#add(this.#facts.agreementAmendments, {
      ...BLANK.agreementAmendment,
      id: this.#next(),
      ...(given as Partial<AgreementAmendment> & { agreementId: number; effectiveOn: Day }),
    })
  }

  /** Yearly base amounts in euros; `bonus` in euros, year by year. */
  grants(
    agreementId: number,
    positionId: number,
    base: readonly number[],
    bonus: readonly number[] = [],
  ): void {
    base.forEach((euros, i) => {
      const grant: Grant = {
        id: this.#next(),
        agreementId,
        positionId,
        year: i + 1,
        baseCents: cents(Math.round(euros * 100)),
        bonusCents: cents(Math.round((bonus[i] ?? 0) * 100)),
      }
      this.#add(this.#facts.grants, grant)
    })
  }

  instalment(agreementId: number, euros: number, given: Given<Instalment> = {}): number {
    const rank = given.rank ?? this.#facts.instalments.filter((i) => i.agreementId === agreementId).length + 1
    return this.#add(this.#facts.instalments, {
      ...BLANK.instalment,
      id: this.#next(),
      agreementId,
      rank,
      label: `Tranche ${rank}`,
      amountCents: cents(Math.round(euros * 100)),
      ...(given as Partial<Instalment>),
    })
  }

  /** One payment, allocated to the tranches given with their amounts in euros. */
  payment(
    employerId: number,
    receivedOn: string,
    euros: number,
    allocations: readonly (readonly [instalmentId: number, euros: number])[] = [],
    given: Given<Payment> = {},
  ): number {
    const id = this.#add(this.#facts.payments, {
      ...BLANK.payment,
      id: this.#next(),
      employerId,
      funder: 'Caisse des Dépôts',
      receivedOn: day(receivedOn),
      amountCents: cents(Math.round(euros * 100)),
      ...(given as Partial<Payment>),
    })
    for (const [instalmentId, amount] of allocations) {
      const allocation: Allocation = {
        id: this.#next(),
        paymentId: id,
        instalmentId,
        amountCents: cents(Math.round(amount * 100)),
      }
      this.#add(this.#facts.allocations, allocation)
    }
    return id
  }

  monthlyCost(given: Omit<MonthlyCost, 'id'>): number {
    return this.#add(this.#facts.monthlyCosts, { id: this.#next(), ...given })
  }

  dedicatedFund(given: Partial<DedicatedFund> & Pick<DedicatedFund, 'agreementId' | 'fiscalYear'>): number {
    return this.#add(this.#facts.dedicatedFunds, {
      id: this.#next(),
      carriedCents: ZERO,
      usedCents: ZERO,
      note: null,
      ...given,
    })
  }

  budgetLine(given: Omit<BudgetLine, 'id' | 'agreementId'> & Partial<BudgetLine>): number {
    return this.#add(this.#facts.budgetLines, { id: this.#next(), agreementId: null, ...given })
  }

  answer(given: Given<DeadlineAnswer> & { key: string; forDay: string; answeredOn: string }): number {
    return this.#add(this.#facts.deadlineAnswers, {
      id: this.#next(),
      answer: 'done',
      postponedTo: null,
      reason: null,
      ...(given as Partial<DeadlineAnswer> & { key: string; forDay: Day; answeredOn: Day }),
    })
  }

  freeDeadline(title: string, dueOn: string, given: Given<FreeDeadline> = {}): number {
    return this.#add(this.#facts.freeDeadlines, {
      ...BLANK.freeDeadline,
      id: this.#next(),
      title,
      dueOn: day(dueOn),
      ...(given as Partial<FreeDeadline>),
    })
  }

  figure(code: string, validFrom: string, value: number): number {
    const figure: RuleFigure = {
      id: this.#next(),
      code,
      validFrom: day(validFrom),
      value,
      source: 'essai',
      confidence: 'to-check',
    }
    return this.#add(this.#facts.ruleFigures, figure)
  }

  setting(key: string, value: unknown): void {
    this.#facts.settings.push({ key, value: JSON.stringify(value) })
  }

  facts(): Facts {
    return structuredClone(this.#facts)
  }

  #next(): number {
    this.#id += 1
    return this.#id
  }

  #add<T extends { readonly id: number }>(rows: T[], row: T): number {
    rows.push(row)
    return row.id
  }
}
