/** Finds the employer a line names: by SIRET or RIDET, by the State's id, else by name where it has no identifier of its own. */
import type { Employer, Id } from '#shared/domain/facts.ts'
import { bare } from '../cells/cell.ts'
import type { EstablishmentId } from '../cells/identifier-cell.ts'
import type { World } from './world.ts'

export interface EmployerIndex {
  /** By identifier; else an employer of that name (and commune, where both are known) that has none. */
  find(id: EstablishmentId, name: string | null, communeName: string | null): Employer | null
  byStateId(stateId: string): Employer | null
  /** The only employer of that name; null where there is none or several. */
  byName(name: string): Employer | null
  /** Every employer of that name, whole or short. */
  named(name: string): readonly Employer[]
  add(employer: Employer): void
}

export function createEmployerIndex(world: World): EmployerIndex {
  const byIdentifier = new Map<string, Id>()
  const byStateId = new Map<string, Id>()
  const byName = new Map<string, Set<Id>>()
  const get = (id: Id | undefined) => (id === undefined ? null : world.find('employer', id))
  const add = (employer: Employer) => {
    if (employer.siret !== null) byIdentifier.set(`siret ${employer.siret}`, employer.id)
    if (employer.ridet !== null) byIdentifier.set(`ridet ${employer.ridet}`, employer.id)
    if (employer.stateId !== null) byStateId.set(employer.stateId, employer.id)
    for (const name of [employer.name, employer.shortName]) {
      if (name === null) continue
      const ids = byName.get(nameKey(name)) ?? new Set<Id>()
      byName.set(nameKey(name), ids.add(employer.id))
    }
  }
  for (const employer of world.all('employer')) add(employer)

  const named = (name: string) => [...(byName.get(nameKey(name)) ?? [])].map(get).filter((e) => e !== null)

  return {
    add,
    byStateId: (stateId) => get(byStateId.get(stateId)),
    named,
    byName(name) {
      const found = named(name)
      return found.length === 1 ? (found[0] ?? null) : null
    },
    find(id, name, communeName) {
      const known = get(byIdentifier.get(`${id.kind} ${id.value}`))
      if (known !== null || name === null) return known
      const candidates = named(name)
        .filter((e) => e.siret === null && e.ridet === null)
        .filter(
          (e) =>
            e.communeName === null || communeName === null || nameKey(e.communeName) === nameKey(communeName),
        )
      const [only] = candidates
      if (only === undefined || candidates.length !== 1) return null
      byIdentifier.set(`${id.kind} ${id.value}`, only.id)
      return only
    },
  }
}

export function nameKey(name: string): string {
  return bare(name).replace(/[^a-z0-9]/g, '')
}
