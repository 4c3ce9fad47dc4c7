/** Sharing an amount over weights without losing a cent: each part is the difference of two rounded running totals. */
import { type Cents, cents, proportion } from '../../domain/money.ts'

/** Parts in the order of the weights; they add up to `amount`. Weights are whole and not negative; all zero: equal parts. */
export function split(amount: Cents, weights: readonly number[]): readonly Cents[] {
  if (weights.length === 0) return []
  const total = weights.reduce((sum, w) => sum + w, 0)
  if (total <= 0)
    return split(
      amount,
      weights.map(() => 1),
    )
  const magnitude = cents(Math.abs(amount))
  const sign = amount < 0 ? -1 : 1
  let running = 0
  let given = 0
  return weights.map((weight) => {
    running += weight
    const upTo = proportion(magnitude, running, total)
    const part = upTo - given
    given = upTo
    return cents(part === 0 ? 0 : sign * part)
  })
}
