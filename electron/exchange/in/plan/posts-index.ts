/** Finds a post: by the State's id, by its label at an employer, or a free one at an employer for a period. */
import type { Day } from '#shared/domain/day.ts'
import type { Attachment, Contract, Id, Position } from '#shared/domain/facts.ts'
import { nameKey } from './employer-index.ts'
import type { World } from './world.ts'

export interface Period {
  readonly startsOn: Day
  readonly endsOn: Day | null
}

export interface PostsIndex {
  byStateId(stateId: string): Position | null
  /** Posts ever attached to that employer, in order. */
  ofEmployer(employerId: Id): readonly Position[]
  /** The only post of that label, at that employer or (null) anywhere. */
  labelled(label: string, employerId: Id | null): Position | null
  contractsOf(positionId: Id): readonly Contract[]
  contractsOfPerson(personId: Id): readonly Contract[]
  /** Employer of a post on a day; else the last one. */
  employerOf(positionId: Id, on: Day): Id | null
  /** A post of the employer where nobody works in that period: the person's own former post first. */
  free(employerId: Id, period: Period, personId: Id | null): Position | null
  /** The dossier already had a post of that employer. */
  isKnown(employerId: Id): boolean
  add(position: Position, attachment: Attachment): void
  /** After its label changed. */
  relabelled(position: Position): void
  addContract(contract: Contract): void
  identify(positionId: Id, stateId: string): void
}

const NONE: ReadonlySet<Id> = new Set()

export function createPostsIndex(world: World): PostsIndex {
  const byStateId = new Map<string, Id>()
  const byEmployer = new Map<Id, Set<Id>>()
  /** By label, former ones included: what is found is looked at again. */
  const byLabel = new Map<string, Set<Id>>()
  const attachments = new Map<Id, Id[]>()
  const byPosition = new Map<Id, Id[]>()
  const byPerson = new Map<Id, Id[]>()
  const push = (map: Map<Id, Id[]>, key: Id, id: Id) => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [id])
    else list.push(id)
  }
  const addAttachment = (a: Attachment) => {
    byEmployer.set(a.employerId, (byEmployer.get(a.employerId) ?? new Set<Id>()).add(a.positionId))
    push(attachments, a.positionId, a.id)
  }
  const addContract = (c: Contract) => {
    push(byPosition, c.positionId, c.id)
    push(byPerson, c.personId, c.id)
  }
  const relabelled = ({ id, label }: Position) => {
    const key = nameKey(label)
    byLabel.set(key, (byLabel.get(key) ?? new Set<Id>()).add(id))
  }
  for (const p of world.all('position')) {
    if (p.stateId !== null) byStateId.set(p.stateId, p.id)
    relabelled(p)
  }
  for (const a of world.all('attachment')) addAttachment(a)
  for (const c of world.all('contract')) addContract(c)

  const ofEmployer = (employerId: Id) =>
    [...(byEmployer.get(employerId) ?? [])].map((id) => world.find('position', id)).filter((p) => p !== null)
  const contracts = (map: Map<Id, Id[]>, key: Id) =>
    (map.get(key) ?? []).map((id) => world.find('contract', id)).filter((c) => c !== null)
  return {
    ofEmployer,
    addContract,
    relabelled,
    isKnown(employerId) {
      // Those of the dossier were put first; those an import makes have negative ids.
      const [first] = byEmployer.get(employerId) ?? NONE
      return first !== undefined && first > 0
    },
    byStateId(stateId) {
      const id = byStateId.get(stateId)
      return id === undefined ? null : world.find('position', id)
    },
    labelled(label, employerId) {
      const key = nameKey(label)
      const bearing = byLabel.get(key) ?? NONE
      const held = employerId === null ? bearing : (byEmployer.get(employerId) ?? NONE)
      // Of "Poste 1" of every employer and every post of this one, the shorter list.
      const [fewer, others] = bearing.size < held.size ? [bearing, held] : [held, bearing]
      const found = [...fewer]
        .filter((id) => others.has(id))
        .map((id) => world.find('position', id))
        .filter((p) => p !== null && nameKey(p.label) === key)
      return found.length === 1 ? (found[0] ?? null) : null
    },
    contractsOf: (positionId) => contracts(byPosition, positionId),
    contractsOfPerson: (personId) => contracts(byPerson, personId),
    employerOf(positionId, on) {
      const list = (attachments.get(positionId) ?? [])
        .map((id) => world.find('attachment', id))
        .filter((a) => a !== null)
      const then = list.find((a) => a.startsOn <= on && (a.endsOn === null || a.endsOn >= on))
      return (then ?? list.at(-1))?.employerId ?? null
    },
    free(employerId, period, personId) {
      const open = ofEmployer(employerId).filter(
        (p) =>
          (p.returnedOn === null || p.returnedOn > period.startsOn) &&
          !contracts(byPosition, p.id).some((c) => overlaps(worked(c), period)),
      )
      const own = open.find((p) => contracts(byPosition, p.id).some((c) => c.personId === personId))
      return own ?? open[0] ?? null
    },
    add(position, attachment) {
      if (position.stateId !== null) byStateId.set(position.stateId, position.id)
      relabelled(position)
      addAttachment(attachment)
    },
    identify(positionId, stateId) {
      byStateId.set(stateId, positionId)
    },
  }
}

/** Days really covered: the early end where there is one. Amendments of the dossier are looked at by the engine, not here. */
export function worked(contract: Contract): Period {
  return { startsOn: contract.startsOn, endsOn: contract.endedOn ?? contract.endsOn }
}

export function overlaps(a: Period, b: Period): boolean {
  return (a.endsOn === null || a.endsOn >= b.startsOn) && (b.endsOn === null || b.endsOn >= a.startsOn)
}
