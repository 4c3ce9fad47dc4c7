/** Exact fractions of days and months, so that an amount is rounded once and never drifts. */
import { type Cents, cents, roundHalfUp } from '../domain/money.ts'

export interface Fraction {
  readonly numerator: bigint
  /** Always positive. */
  readonly denominator: bigint
}

export const NOTHING: Fraction = { numerator: 0n, denominator: 1n }

export function fraction(numerator: number | bigint, denominator: number | bigint): Fraction {
  return reduced(BigInt(numerator), BigInt(denominator))
}

function plus(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return reduced(a.numerator + b.numerator, a.denominator)
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function sum(fractions: Iterable<Fraction>): Fraction {
  let total = NOTHING
  for (const f of fractions) total = plus(total, f)
  return total
}

/** Rounded half up to the cent. */
export function toCents(f: Fraction): Cents {
  return cents(Number(roundHalfUp(f.numerator, f.denominator)))
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator)
  return divisor <= 1n
    ? { numerator, denominator }
    : { numerator: numerator / divisor, denominator: denominator / divisor }
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}
