/** Money is a whole number of cents: no float is ever stored or added. */
declare const centsBrand: unique symbol
export type Cents = number & { readonly [centsBrand]: true }

export const ZERO = 0 as Cents

/** For literals and rows already checked by the database. Throws where the number is not whole: a bug. */
export function cents(n: number): Cents {
  if (!Number.isSafeInteger(n)) throw new Error(`not a whole number of cents: ${n}`)
  return n as Cents
}

export function isCents(n: unknown): n is Cents {
  return typeof n === 'number' && Number.isSafeInteger(n)
}

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0
  for (const amount of amounts) total += amount
  return cents(total)
}

/** amount × numerator / denominator, rounded half up to the cent. Exact: computed on big integers. */
export function proportion(amount: Cents, numerator: number, denominator: number): Cents {
  return cents(Number(roundHalfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator))))
}

/** Rounded half up (towards plus infinity on .5), exact. Denominator > 0. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * numerator + denominator
  const divisor = 2n * denominator
  const quotient = doubled / divisor
  return doubled < 0n && quotient * divisor !== doubled ? quotient - 1n : quotient
}
