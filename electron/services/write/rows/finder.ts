/**
 * What a pasted line names in words → the object of the dossier: a post by its number or its name, a structure by its name,
 * an agreement by its reference, a person by name in any order. One, or a refusal that says what to write instead.
 */
import type { Agreement, Employer, Facts, Id, Instalment, Person, Position } from '#shared/domain/facts.ts'
import { indexFacts, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { nameKey } from '../../../exchange/in/plan/employer-index.ts'
import { finding, refusalOf } from '../change.ts'

export class RowFinder {
  readonly #facts: Facts
  #positions: ReadonlyMap<string, readonly Position[]> | null = null
  #employers: ReadonlyMap<string, readonly Employer[]> | null = null
  #agreements: ReadonlyMap<string, readonly Agreement[]> | null = null
  #persons: Map<string, Person[]> | null = null

  constructor(facts: Facts) {
    this.#facts = facts
  }

  position(name: string): Position {
    this.#positions ??= byKey(this.#facts.positions, (p) =>
      p.stateId === null ? [p.label] : [p.stateId, p.label, `${p.stateId} ${p.label}`],
    )
    return only(this.#positions, name, 'position')
  }

  employer(name: string): Employer {
    this.#employers ??= byKey(this.#facts.employers, (e) => [e.name, e.shortName, e.siret, e.ridet])
    return only(this.#employers, name, 'employer')
  }

  agreement(name: string): Agreement {
    this.#agreements ??= byKey(this.#facts.agreements, (a) => [a.reference, a.dsNumber, a.ejNumber])
    return only(this.#agreements, name, 'agreement')
  }

  /** Everyone of that name; of several, the one who already held the post. */
  person(name: string, positionId: Id): Person | null {
    this.#persons ??= byKey(
      this.#facts.persons.filter((each) => each.anonymisedOn === null),
      namesOf,
    )
    const found = this.#persons.get(nameKey(name)) ?? []
    if (found.length < 2) return found[0] ?? null
    const holders = new Set(
      rowsOf(indexFacts(this.#facts).contractsByPosition, positionId).map((each) => each.personId),
    )
    const known = found.filter((each) => holders.has(each.id))
    if (known.length === 1) return known[0] ?? null
    throw refusalOf([finding('row.person-ambiguous', 'person', { count: found.length, name })])
  }

  /** Created by an earlier line: the next line of the same name is the same person. */
  addPerson(person: Person): void {
    for (const name of namesOf(person)) push(this.#persons ?? new Map(), nameKey(name), person)
  }

  /** A tranche by its name or its rank, among those given. */
  instalment(name: string, among: readonly Instalment[]): Instalment {
    const key = nameKey(name)
    const named = among.filter((each) => nameKey(each.label) === key)
    const found = named.length > 0 ? named : among.filter((each) => String(each.rank) === key)
    return only(new Map([[key, found]]), name, 'instalment')
  }

  /** The post of a tranche must be one of the agreement's, where the agreement names its posts. */
  positionOf(agreement: Agreement, name: string): Position {
    const position = this.position(name)
    const grants = rowsOf(indexFacts(this.#facts).grantsByAgreement, agreement.id)
    if (grants.length === 0 || grants.some((each) => each.positionId === position.id)) return position
    const { reference } = agreement
    throw refusalOf([finding('row.position-not-granted', 'position', { name, reference })])
  }
}

function namesOf({ firstName, lastName }: Person): readonly string[] {
  return [`${firstName} ${lastName}`, `${lastName} ${firstName}`]
}

function byKey<R extends { readonly id: Id }>(
  rows: readonly R[],
  names: (row: R) => readonly (string | null)[],
): Map<string, R[]> {
  const map = new Map<string, R[]>()
  for (const row of rows) for (const name of names(row)) if (name !== null) push(map, nameKey(name), row)
  return map
}

function push<R extends { readonly id: Id }>(map: Map<string, R[]>, key: string, row: R): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [row])
  else if (!known.some((each) => each.id === row.id)) known.push(row)
}

function only<R>(
  rows: ReadonlyMap<string, readonly R[]>,
  name: string,
  kind: 'position' | 'employer' | 'agreement' | 'instalment',
): R {
  const found = rows.get(nameKey(name)) ?? []
  const [first] = found
  if (first === undefined) throw refusalOf([finding(`row.${kind}-unknown`, kind, { name })])
  if (found.length > 1)
    throw refusalOf([finding(`row.${kind}-ambiguous`, kind, { name, count: found.length })])
  return first
}
