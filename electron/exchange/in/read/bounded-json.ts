/**
 * JSON from outside, judged before it is parsed: the engine builds all of it in one go, which nothing can stop, and each empty pair
 * of brackets of a file takes tens of bytes of memory. One pass over the bytes, nothing kept.
 */
import { Unreadable } from './source.ts'

export interface JsonLimits {
  /** Members of lists and objects, all levels together. */
  readonly maxValues: number
  readonly maxDepth: number
}

/** The dossier of national size is 1.4 million values, 18 bytes each: the largest file read at all has no more than this. */
export const JSON_LIMITS: JsonLimits = { maxValues: 6_000_000, maxDepth: 64 }

/** Digits a double holds without rounding, with a sign and a point. Longer ones would be rounded onto another number. */
const MOST_NUMBER_SIGNS = 17

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Throws Unreadable `json-too-deep`, `json-too-many` or `json-number`; what is no JSON at all is left to the parser. */
export function judgeJson(bytes: Uint8Array, limits: JsonLimits = JSON_LIMITS): void {
  let depth = 0
  let values = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const sign = bytes[at] ?? 0
    if (sign === QUOTE) at = endOfText(bytes, at)
    else if (sign === 0x5b || sign === 0x7b) {
      depth += 1
      values += 1
      if (depth > limits.maxDepth) throw new Unreadable('json-too-deep')
    } else if (sign === 0x5d || sign === 0x7d) depth -= 1
    else if (sign === 0x2c) {
      values += 1
      if (values > limits.maxValues) throw new Unreadable('json-too-many')
    } else if (isNumberSign(sign)) {
      const from = at
      while (isNumberSign(bytes[at + 1] ?? 0)) at += 1
      if (at - from + 1 > MOST_NUMBER_SIGNS) throw new Unreadable('json-number')
    }
  }
}

/** Where the closing quote is; the end where there is none. */
function endOfText(bytes: Uint8Array, from: number): number {
  let at = from + 1
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1
  return at
}

/** A digit, a sign, a point or an exponent. */
function isNumberSign(sign: number): boolean {
  return (
    (sign >= 0x30 && sign <= 0x39) ||
    sign === 0x2d ||
    sign === 0x2b ||
    sign === 0x2e ||
    sign === 0x45 ||
    sign === 0x65
  )
}
