/**
 * The facts by id and by owner, built in one linear pass: every rule of the engine looks up here and never scans a table.
 * Groups are in the order the rules read them (start day, rank, year), equal ones by id.
 */
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
  Grant,
  Id,
  Instalment,
  MonthlyCost,
  Payment,
  Person,
  Position,
} from '../../domain/facts.ts'

export type ById<T> = ReadonlyMap<Id, T>
export type Grouped<T> = ReadonlyMap<Id, readonly T[]>

export interface FactsIndex {
  readonly facts: Facts
  readonly employers: ById<Employer>
  readonly positions: ById<Position>
  readonly persons: ById<Person>
  readonly contracts: ById<Contract>
  readonly agreements: ById<Agreement>
  readonly instalments: ById<Instalment>
  readonly payments: ById<Payment>
  readonly attachmentsByPosition: Grouped<Attachment>
  readonly attachmentsByEmployer: Grouped<Attachment>
  readonly contractsByPosition: Grouped<Contract>
  readonly contractsByPerson: Grouped<Contract>
  readonly amendmentsByContract: Grouped<ContractAmendment>
  /** The contract that renews this one, by the renewed contract's id. */
  readonly renewalOf: ById<Contract>
  readonly agreementsByEmployer: Grouped<Agreement>
  readonly amendmentsByAgreement: Grouped<AgreementAmendment>
  readonly grantsByAgreement: Grouped<Grant>
  readonly grantsByPosition: Grouped<Grant>
  readonly instalmentsByAgreement: Grouped<Instalment>
  /** Those of one post; a tranche of a whole agreement is in none. */
  readonly instalmentsByPosition: Grouped<Instalment>
  readonly allocationsByInstalment: Grouped<Allocation>
  readonly allocationsByPayment: Grouped<Allocation>
  readonly paymentsByEmployer: Grouped<Payment>
  readonly costsByContract: Grouped<MonthlyCost>
  readonly fundsByAgreement: Grouped<DedicatedFund>
  readonly budgetByEmployer: Grouped<BudgetLine>
  readonly answers: ReadonlyMap<string, DeadlineAnswer>
  readonly settings: ReadonlyMap<string, string>
}

const NONE: readonly never[] = []
const cache = new WeakMap<Facts, FactsIndex>()

/** The same facts value is indexed once. */
export function indexFacts(facts: Facts): FactsIndex {
  const known = cache.get(facts)
  if (known) return known
  const index = buildIndex(facts)
  cache.set(facts, index)
  return index
}

/** Rows of an owner; none where it has none. */
export function rowsOf<T>(groups: Grouped<T>, id: Id): readonly T[] {
  return groups.get(id) ?? NONE
}

/** A row that a foreign key guarantees. Its absence is a bug, not an input error. */
export function rowById<T>(rows: ById<T>, id: Id): T {
  const row = rows.get(id)
  if (row === undefined) throw new Error(`no row ${id} where a foreign key says there is one`)
  return row
}

function buildIndex(facts: Facts): FactsIndex {
  const renewalOf = remembered(facts.contracts, 'renewsId', () => {
    const renewals = new Map<Id, Contract>()
    for (const contract of facts.contracts)
      if (contract.renewsId !== null) renewals.set(contract.renewsId, contract)
    return renewals
  })
  return {
    facts,
    employers: byId(facts.employers),
    positions: byId(facts.positions),
    persons: byId(facts.persons),
    contracts: byId(facts.contracts),
    agreements: byId(facts.agreements),
    instalments: byId(facts.instalments),
    payments: byId(facts.payments),
    attachmentsByPosition: group(facts.attachments, 'positionId', byText('startsOn')),
    attachmentsByEmployer: group(facts.attachments, 'employerId', byText('startsOn')),
    contractsByPosition: group(facts.contracts, 'positionId', byText('startsOn')),
    contractsByPerson: group(facts.contracts, 'personId', byText('startsOn')),
    amendmentsByContract: group(facts.contractAmendments, 'contractId', byText('effectiveOn')),
    renewalOf,
    agreementsByEmployer: group(facts.agreements, 'employerId', byText('startsOn')),
    amendmentsByAgreement: group(facts.agreementAmendments, 'agreementId', byText('effectiveOn')),
    grantsByAgreement: group(facts.grants, 'agreementId', byGrant),
    grantsByPosition: group(facts.grants, 'positionId', byGrant),
    instalmentsByAgreement: group(facts.instalments, 'agreementId', (a, b) => a.rank - b.rank || a.id - b.id),
    instalmentsByPosition: group(facts.instalments, 'positionId', bySelf),
    allocationsByInstalment: group(facts.allocations, 'instalmentId', bySelf),
    allocationsByPayment: group(facts.allocations, 'paymentId', bySelf),
    paymentsByEmployer: group(facts.payments, 'employerId', byText('receivedOn')),
    costsByContract: group(facts.monthlyCosts, 'contractId', byText('month')),
    fundsByAgreement: group(facts.dedicatedFunds, 'agreementId', (a, b) => a.fiscalYear - b.fiscalYear),
    budgetByEmployer: group(facts.budgetLines, 'employerId', bySelf),
    answers: new Map(facts.deadlineAnswers.map((a) => [a.key, a])),
    settings: new Map(facts.settings.map((s) => [s.key, s.value])),
  }
}

/**
 * A change of the dossier replaces the arrays it touched and keeps the others: what was built from an array is kept with it,
 * by the name of what was built.
 */
const built = new WeakMap<readonly unknown[], Map<string, unknown>>()

function remembered<R>(rows: readonly unknown[], name: string, build: () => R): R {
  let known = built.get(rows)
  if (known === undefined) {
    known = new Map()
    built.set(rows, known)
  }
  const found = known.get(name)
  if (found !== undefined) return found as R
  const result = build()
  known.set(name, result)
  return result
}

interface Identified {
  readonly id: Id
}

function byId<T extends Identified>(rows: readonly T[]): ById<T> {
  return remembered(rows, 'id', () => {
    const map = new Map<Id, T>()
    for (const row of rows) map.set(row.id, row)
    return map
  })
}

/** Groups by the owner named by `key`, each in the given order. */
function group<T extends { readonly [P in K]: Id | null }, K extends string>(
  rows: readonly T[],
  key: K,
  order: (a: T, b: T) => number,
): Grouped<T> {
  return remembered(rows, key, () => {
    const groups = new Map<Id, T[]>()
    for (const row of rows) {
      const owner = row[key]
      if (owner === null) continue
      const rowsOfKey = groups.get(owner)
      if (rowsOfKey === undefined) groups.set(owner, [row])
      else rowsOfKey.push(row)
    }
    for (const rowsOfKey of groups.values()) if (rowsOfKey.length > 1) rowsOfKey.sort(order)
    return groups
  })
}

function byText<K extends string>(field: K) {
  return (a: Identified & { readonly [P in K]: string }, b: Identified & { readonly [P in K]: string }) =>
    a[field] < b[field] ? -1 : a[field] > b[field] ? 1 : a.id - b.id
}

function bySelf(a: Identified, b: Identified): number {
  return a.id - b.id
}

function byGrant(a: Grant, b: Grant): number {
  return a.agreementId - b.agreementId || a.positionId - b.positionId || a.year - b.year
}
