/**
 * How far ids go. Beyond 2^53 a number is rounded onto its neighbour, and one row would be taken for another. A dossier numbers its
 * rows from 1: none of ours ever comes near.
 */

/** Largest id at the door and in the file. */
export const MOST_ID = 2 ** 52

/** Largest id a file of exchange may bring: above it is room for the rows the dossier will add. */
export const MOST_BROUGHT_ID = 2 ** 48

export function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_ID
}

/** The id a text is, in plain digits; null for anything else: "1e3" and "7.0" name no row. */
export function idIn(text: string): number | null {
  const value = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null
  return isId(value) ? value : null
}
