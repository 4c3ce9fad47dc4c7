/** Finds a person without making a second one: by the State's id, else by name whatever its order, capitals and accents. */
import type { Id, Person } from '#shared/domain/facts.ts'
import type { FullName } from '../cells/name-cell.ts'
import { nameKey } from './employer-index.ts'
import type { World } from './world.ts'

export interface PeopleIndex {
  byStateId(stateId: string): Person | null
  byEmail(email: string): Person | null
  /** Everyone of that name. */
  named(name: FullName): readonly Person[]
  add(person: Person): void
}

export function createPeopleIndex(world: World): PeopleIndex {
  const byStateId = new Map<string, Id>()
  const byEmail = new Map<string, Id>()
  const byName = new Map<string, Set<Id>>()
  const find = (id: Id | undefined) => (id === undefined ? null : world.find('person', id))
  const add = (person: Person) => {
    if (person.anonymisedOn !== null) return
    if (person.stateId !== null) byStateId.set(person.stateId, person.id)
    if (person.email !== null) byEmail.set(person.email.toLowerCase(), person.id)
    const key = fullKey(person)
    byName.set(key, (byName.get(key) ?? new Set<Id>()).add(person.id))
  }
  for (const person of world.all('person')) add(person)
  const list = (key: string) => [...(byName.get(key) ?? [])].map(find).filter((p) => p !== null)
  return {
    add,
    byStateId: (stateId) => find(byStateId.get(stateId)),
    byEmail: (email) => find(byEmail.get(email.toLowerCase())),
    named(name) {
      const found = list(fullKey(name))
      // "Nadia Ferrand" in a column that others fill "Ferrand Nadia".
      return found.length > 0 ? found : list(fullKey({ lastName: name.firstName, firstName: name.lastName }))
    },
  }
}

function fullKey(name: FullName): string {
  return `${nameKey(name.lastName)} ${nameKey(name.firstName)}`
}
