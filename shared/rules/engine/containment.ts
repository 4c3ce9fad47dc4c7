/**
 * A rule that fails never closes the house: an exception is contained to the object it was thrown for, remembered here, and
 * whatever needs that object fails in turn, at its own object. What is left is exact, and says what it leaves out. The one place
 * where exceptions of rules are caught: loops over objects call `attempt`.
 */
import type { Id } from '../../domain/facts.ts'
import type { FactsIndex } from './index-facts.ts'
import type { Island, IslandKind, Place } from './island.ts'
import { type StrangeDay, strangeDayOf } from './strange-days.ts'

export type FailureCause =
  /** A day outside the calendar of Jalon stands in the object, or in one it is made of. */
  | ({ readonly kind: 'day' } & StrangeDay)
  /** What it is made of cannot be computed. */
  | { readonly kind: 'depends'; readonly on: Place }
  /** A fault of Jalon: name of the error and of the rule, never a value. */
  | { readonly kind: 'fault'; readonly where: string }

export interface Failure extends Place {
  readonly cause: FailureCause
}

/** Thrown to whoever asks for a view that could not be made: never taken for an object that is not there. */
export class DependsOnFailure extends Error {
  readonly on: Place
  constructor(on: Place) {
    super(`depends on ${keyOf(on)}`)
    this.on = on
  }
}

export class Containment {
  readonly #index: FactsIndex
  readonly #failures = new Map<string, Failure>()
  /** Posts whose aid is not whole: one of their agreements failed. */
  readonly #withheld = new Map<Id, Place>()

  constructor(index: FactsIndex) {
    this.#index = index
  }

  get size(): number {
    return this.#failures.size
  }
  /** In the order they failed. */
  get list(): readonly Failure[] {
    return [...this.#failures.values()]
  }
  has(kind: IslandKind, id: Id): boolean {
    return this.#failures.size > 0 && this.#failures.has(keyOf({ kind, id }))
  }
  of(kind: IslandKind, id: Id): Failure | undefined {
    return this.#failures.size === 0 ? undefined : this.#failures.get(keyOf({ kind, id }))
  }

  /** The result, or undefined where computing this object failed: then it is on the list. */
  attempt<T>(kind: IslandKind, id: Id, work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      this.#note({ kind, id }, error)
      return undefined
    }
  }

  /** The same, where the object is only worth looking for once something failed. */
  attemptOf<T>(place: () => Place, work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      this.#note(place(), error)
      return undefined
    }
  }

  /** The aid of these posts is not to be told without this agreement. */
  withhold(positionIds: Iterable<Id>, on: Place): void {
    for (const id of positionIds) this.#withheld.set(id, on)
  }
  withheldFrom(positionId: Id): Place | undefined {
    return this.#withheld.size === 0 ? undefined : this.#withheld.get(positionId)
  }

  /** What still holds after a change of this island, of the facts as they then are. */
  carriedTo(index: FactsIndex, island: Island): Containment {
    const kept = new Containment(index)
    for (const [key, failure] of this.#failures)
      if (!island[failure.kind].has(failure.id)) kept.#failures.set(key, failure)
    for (const [id, on] of this.#withheld) if (!island.position.has(id)) kept.#withheld.set(id, on)
    return kept
  }
  absorb(part: Containment): void {
    for (const [key, failure] of part.#failures) this.#failures.set(key, failure)
    for (const [id, on] of part.#withheld) this.#withheld.set(id, on)
  }

  #note(place: Place, error: unknown): void {
    const key = keyOf(place)
    if (!this.#failures.has(key))
      this.#failures.set(key, { ...place, cause: causeOf(place, error, this.#index) })
  }
}

/** Views by id, where asking for one that could not be made throws: a rule must not read it as "there is none". */
export class Views<T> extends Map<Id, T> {
  readonly #kind: IslandKind
  readonly #containment: Containment
  constructor(kind: IslandKind, containment: Containment, made: Iterable<readonly [Id, T]> = []) {
    super(made)
    this.#kind = kind
    this.#containment = containment
  }
  override get(id: Id): T | undefined {
    const view = super.get(id)
    if (view === undefined && this.#containment.has(this.#kind, id))
      throw new DependsOnFailure({ kind: this.#kind, id })
    return view
  }
}

/** The shares of a post, where one that misses a share throws: a sum of the others would be another amount. */
export class SharesByPosition<T> extends Map<Id, T> {
  readonly #containment: Containment
  constructor(containment: Containment, made: Iterable<readonly [Id, T]> = []) {
    super(made)
    this.#containment = containment
  }
  override get(id: Id): T | undefined {
    const on = this.#containment.withheldFrom(id)
    if (on !== undefined) throw new DependsOnFailure(on)
    return super.get(id)
  }
}

/** What such a map holds under an id, whole or not, without asking whether it may be relied on. */
export function peek<T>(views: ReadonlyMap<Id, T>, id: Id): T | undefined {
  return Map.prototype.get.call(views, id) as T | undefined
}

/** One that is there, or why it is not. */
export function viewOf<T>(views: ReadonlyMap<Id, T>, id: Id): T {
  const view = views.get(id)
  if (view === undefined) throw new Error(`no view of ${id} where facts say there is one`)
  return view
}

function keyOf({ kind, id }: Place): string {
  return `${kind}:${id}`
}

function causeOf(place: Place, error: unknown, index: FactsIndex): FailureCause {
  if (error instanceof DependsOnFailure) return { kind: 'depends', on: error.on }
  const strange = strangeDayOf(place, index)
  return strange === null ? { kind: 'fault', where: whereOf(error) } : { kind: 'day', ...strange }
}

/** "RangeError addMonths": enough to find it again, and nothing of what was typed. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const rule = /^\s*at (?:async )?([\w$.#]+) \(/m.exec(error.stack ?? '')?.[1]
  return rule === undefined ? error.name : `${error.name} ${rule}`
}
