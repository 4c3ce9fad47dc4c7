/**
 * What is linked: everything that references lead to from some rows, whichever way. Nothing outside can be derived
 * differently because of them, so a change is derived again on its own island and the rest of the file is kept.
 */
import type { Facts, Id } from '../../domain/facts.ts'
import { type FactsIndex, indexFacts, rowsOf } from './index-facts.ts'

const KINDS = [
  'employer',
  'position',
  'person',
  'contract',
  'agreement',
  'instalment',
  'payment',
  'free',
] as const
export type IslandKind = (typeof KINDS)[number]
export type Island = Readonly<Record<IslandKind, ReadonlySet<Id>>>

export interface Place {
  readonly kind: IslandKind
  readonly id: Id
}

/** Objects of both values that are linked to a row the two do not share; null: what changed concerns the whole file. */
export function changedIsland(before: Facts, after: Facts): Island | null {
  for (const name of WHOLE_FILE) if (before[name] !== after[name]) return null
  const seeds: Place[] = []
  for (const name of Object.keys(PLACES) as PlacedName[])
    if (!addPlaces(name, before, after, seeds)) return null
  // Links that were cut count as much as links that were made.
  const former = linked(seeds, indexFacts(before))
  return linked(placesOf(former), indexFacts(after))
}

/** Rows of the island, in the order of their ids; figures, scales and settings whole. */
export function factsOf(island: Island, facts: Facts): Facts {
  const index = indexFacts(facts)
  const contracts = pick(island.contract, index.contracts)
  const positions = pick(island.position, index.positions)
  const agreements = pick(island.agreement, index.agreements)
  const instalments = pick(island.instalment, index.instalments)
  return {
    ...facts,
    employers: pick(island.employer, index.employers),
    positions,
    persons: pick(island.person, index.persons),
    contracts,
    agreements,
    instalments,
    payments: pick(island.payment, index.payments),
    attachments: positions.flatMap((p) => rowsOf(index.attachmentsByPosition, p.id)),
    contractAmendments: contracts.flatMap((c) => rowsOf(index.amendmentsByContract, c.id)),
    agreementAmendments: agreements.flatMap((a) => rowsOf(index.amendmentsByAgreement, a.id)),
    grants: agreements.flatMap((a) => rowsOf(index.grantsByAgreement, a.id)),
    allocations: instalments.flatMap((i) => rowsOf(index.allocationsByInstalment, i.id)),
    monthlyCosts: contracts.flatMap((c) => rowsOf(index.costsByContract, c.id)),
    dedicatedFunds: agreements.flatMap((a) => rowsOf(index.fundsByAgreement, a.id)),
    budgetLines: pick(island.employer, index.employers).flatMap((e) => rowsOf(index.budgetByEmployer, e.id)),
    freeDeadlines: facts.freeDeadlines.filter((free) => island.free.has(free.id)),
  }
}

/** Whether something about these objects is derived again. */
export function isOnIsland(
  island: Island,
  subject: {
    readonly employerId: Id | null
    readonly positionId: Id | null
    readonly contractId: Id | null
    readonly instalmentId: Id | null
    readonly agreementId: Id | null
  },
): boolean {
  const { employerId, positionId, contractId, instalmentId, agreementId } = subject
  return (
    (positionId !== null && island.position.has(positionId)) ||
    (employerId !== null && island.employer.has(employerId)) ||
    (contractId !== null && island.contract.has(contractId)) ||
    (agreementId !== null && island.agreement.has(agreementId)) ||
    (instalmentId !== null && island.instalment.has(instalmentId))
  )
}

/** What every derivation may depend on. */
const WHOLE_FILE = [
  'ruleFigures',
  'aidScales',
  'aidScaleYears',
  'settings',
] as const satisfies (keyof Facts)[]

type PlacedName = Exclude<keyof Facts, (typeof WHOLE_FILE)[number]>

/** The objects a row of each table is about. */
const PLACES: { readonly [N in PlacedName]: (row: Facts[N][number]) => readonly Place[] | null } = {
  employers: (row) => [at('employer', row.id)],
  positions: (row) => [at('position', row.id)],
  attachments: (row) => [at('position', row.positionId), at('employer', row.employerId)],
  persons: (row) => [at('person', row.id)],
  contracts: (row) => [at('contract', row.id)],
  contractAmendments: (row) => [at('contract', row.contractId)],
  agreements: (row) => [at('agreement', row.id)],
  agreementAmendments: (row) => [at('agreement', row.agreementId)],
  grants: (row) => [at('agreement', row.agreementId), at('position', row.positionId)],
  instalments: (row) => [at('instalment', row.id)],
  payments: (row) => [at('payment', row.id)],
  allocations: (row) => [at('instalment', row.instalmentId), at('payment', row.paymentId)],
  monthlyCosts: (row) => [at('contract', row.contractId)],
  dedicatedFunds: (row) => [at('agreement', row.agreementId)],
  budgetLines: (row) => [at('employer', row.employerId)],
  deadlineAnswers: (row) => listed(placeOfKey(row.key)),
  freeDeadlines: (row) => [at('free', row.id)],
}

/** False where a row does not say what it is about. */
function addPlaces<N extends PlacedName>(name: N, before: Facts, after: Facts, out: Place[]): boolean {
  const rows: readonly Facts[N][number][] = unshared<Facts[N][number]>(before[name], after[name])
  for (const row of rows) {
    const places = PLACES[name](row)
    if (places === null) return false
    out.push(...places)
  }
  return true
}

const OWNED_KEY = /^[^:]+:(employer|position|contract|agreement|instalment):(\d+)(?::|$)/
const FREE_KEY = /^free:(\d+)$/

/** What the deadline of this key is about; null where the key does not say. */
export function placeOfKey(key: string): Place | null {
  const free = freeIdOf(key)
  if (free !== null) return at('free', free)
  const owned = OWNED_KEY.exec(key)
  return owned === null ? null : at(owned[1] as IslandKind, Number(owned[2]))
}

/** The free deadline of this key; null for any other. */
export function freeIdOf(key: string): Id | null {
  const free = FREE_KEY.exec(key)
  return free === null ? null : Number(free[1])
}

function listed(place: Place | null): readonly Place[] | null {
  return place === null ? null : [place]
}

function at(kind: IslandKind, id: Id): Place {
  return { kind, id }
}

/** Rows of one list that are not, as the same object, in the other. */
function unshared<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  if (before === after) return []
  // A change touches a few rows of thousands: the ends are the same.
  let first = 0
  while (first < before.length && first < after.length && before[first] === after[first]) first += 1
  let last = 0
  const most = Math.min(before.length, after.length) - first
  while (last < most && before[before.length - 1 - last] === after[after.length - 1 - last]) last += 1
  const old = before.slice(first, before.length - last)
  const fresh = after.slice(first, after.length - last)
  const inOld = new Set(old)
  const inFresh = new Set(fresh)
  return [...old.filter((row) => !inFresh.has(row)), ...fresh.filter((row) => !inOld.has(row))]
}

function linked(seeds: readonly Place[], index: FactsIndex): Island {
  const found = Object.fromEntries(KINDS.map((kind) => [kind, new Set<Id>()])) as Record<IslandKind, Set<Id>>
  const waiting: Place[] = []
  const go = (kind: IslandKind, id: Id | null | undefined) => {
    if (id === null || id === undefined || found[kind].has(id)) return
    found[kind].add(id)
    waiting.push({ kind, id })
  }
  for (const { kind, id } of seeds) go(kind, id)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    LINKS[next.kind](next.id, index, go)
  return found
}

function placesOf(island: Island): readonly Place[] {
  return KINDS.flatMap((kind) => [...island[kind]].map((id) => at(kind, id)))
}

type Go = (kind: IslandKind, id: Id | null | undefined) => void

const LINKS: Readonly<Record<IslandKind, (id: Id, index: FactsIndex, go: Go) => void>> = {
  employer(id, index, go) {
    for (const row of rowsOf(index.attachmentsByEmployer, id)) go('position', row.positionId)
    for (const row of rowsOf(index.agreementsByEmployer, id)) go('agreement', row.id)
    for (const row of rowsOf(index.paymentsByEmployer, id)) go('payment', row.id)
    for (const row of index.facts.freeDeadlines) if (row.employerId === id) go('free', row.id)
  },
  position(id, index, go) {
    for (const row of rowsOf(index.attachmentsByPosition, id)) go('employer', row.employerId)
    for (const row of rowsOf(index.contractsByPosition, id)) go('contract', row.id)
    for (const row of rowsOf(index.grantsByPosition, id)) go('agreement', row.agreementId)
    for (const row of rowsOf(index.instalmentsByPosition, id)) go('instalment', row.id)
    for (const row of index.facts.freeDeadlines) if (row.positionId === id) go('free', row.id)
  },
  person(id, index, go) {
    for (const row of rowsOf(index.contractsByPerson, id)) go('contract', row.id)
  },
  contract(id, index, go) {
    const contract = index.contracts.get(id)
    go('position', contract?.positionId)
    go('person', contract?.personId)
    go('contract', contract?.renewsId)
    go('contract', index.renewalOf.get(id)?.id)
  },
  agreement(id, index, go) {
    go('employer', index.agreements.get(id)?.employerId)
    for (const row of rowsOf(index.grantsByAgreement, id)) go('position', row.positionId)
    for (const row of rowsOf(index.instalmentsByAgreement, id)) go('instalment', row.id)
  },
  instalment(id, index, go) {
    const instalment = index.instalments.get(id)
    go('agreement', instalment?.agreementId)
    go('position', instalment?.positionId)
    for (const row of rowsOf(index.allocationsByInstalment, id)) go('payment', row.paymentId)
  },
  payment(id, index, go) {
    go('employer', index.payments.get(id)?.employerId)
    for (const row of rowsOf(index.allocationsByPayment, id)) go('instalment', row.instalmentId)
  },
  free(id, index, go) {
    const free = index.facts.freeDeadlines.find((row) => row.id === id)
    go('employer', free?.employerId)
    go('position', free?.positionId)
  },
}

function pick<T>(ids: ReadonlySet<Id>, rows: ReadonlyMap<Id, T>): readonly T[] {
  return [...ids]
    .sort((a, b) => a - b)
    .flatMap((id) => {
      const row = rows.get(id)
      return row === undefined ? [] : [row]
    })
}
