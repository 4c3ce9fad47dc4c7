import type { Explanation } from '../../explanation.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { Derived } from '../derive.ts'
export function explain(
  _target: unknown,
  _derived: Derived,
  _deadlines: readonly Deadline[],
): Explanation | null {
  return null
}
