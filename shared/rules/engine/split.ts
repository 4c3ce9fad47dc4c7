/** Sharing an amount over weights without losing a cent. */
import { type Cents, cents, proportion, ZERO } from '../../domain/money.ts'

/** Each part is the difference of two rounded running totals. Parts in the order of the weights; they add up to `amount`. Weights are whole and not negative; all zero: equal parts. */
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

/**
 * Each part takes its whole cents, those left go one by one to the largest remainders, the first of equal ones. Parts already
 * in proportion to the cent stay as they are. All weights zero: nothing is shared.
 */
export function splitByLargestRemainder(amount: Cents, weights: readonly number[]): readonly Cents[] {
  const total = BigInt(weights.reduce((sum, w) => sum + Math.max(0, w), 0))
  if (total === 0n) return weights.map(() => ZERO)
  const magnitude = BigInt(Math.abs(amount))
  const parts = weights.map((weight, index) => {
    const exact = magnitude * BigInt(Math.max(0, weight))
    return { index, whole: exact / total, rest: exact % total }
  })
  let left = magnitude - parts.reduce((sum, part) => sum + part.whole, 0n)
  const given = parts.map((part) => part.whole)
  for (const { index } of [...parts].sort((a, b) => Number(b.rest - a.rest) || a.index - b.index)) {
    if (left === 0n) break
    given[index] = (given[index] ?? 0n) + 1n
    left -= 1n
  }
  const sign = amount < 0 ? -1 : 1
  return given.map((part) => (part === 0n ? ZERO : cents(sign * Number(part))))
}
