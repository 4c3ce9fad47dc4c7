/** One question about one object: where a rule fails, the answer is a sentence about that object, never "internal". */
import type { Id } from '#shared/domain/facts.ts'
import type { Derived } from '#shared/rules/engine/derive.ts'
import type { IslandKind } from '#shared/rules/engine/island.ts'
import { uncomputedAt } from '#shared/rules/engine/uncomputed.ts'
import { unavailableSentence, uncomputedSentence } from '#shared/text/rules/uncomputed.ts'
import { Refusal } from '../service.ts'

export function computed<T>(derived: Derived, kind: IslandKind, id: Id, work: () => T): T {
  const made = derived.containment.attempt(kind, id, () => ({ value: work() }))
  if (made !== undefined) return made.value
  const failed = uncomputedAt(derived.containment, kind, id, derived.index)
  const message = failed === null ? unavailableSentence : uncomputedSentence(failed)
  throw new Refusal({ code: 'rules.uncomputed', message })
}

/** Work of rules on the whole file: where it fails although every object is contained, that is said. */
export function available<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal({ code: 'rules.unavailable', message: unavailableSentence })
  }
}
