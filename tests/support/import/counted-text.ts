/**
 * A text that counts how many of its characters are looked at, so that a test judges the work of a reader and not the clock of a
 * busy machine. It answers what a reader asks of a string; what is cut out of it is a plain string.
 */
export interface CountedText {
  readonly text: string
  /** Characters looked at so far, by any search or reading of one. */
  looked(): number
}

export function countedText(plain: string): CountedText {
  let looked = 0
  const counted = {
    length: plain.length,
    charCodeAt(at: number) {
      looked += 1
      return plain.charCodeAt(at)
    },
    startsWith(mark: string, at = 0) {
      looked += mark.length
      return plain.startsWith(mark, at)
    },
    indexOf(mark: string, from = 0) {
      const found = plain.indexOf(mark, from)
      looked += (found === -1 ? plain.length : found + mark.length) - from
      return found
    },
    slice: (from: number, to?: number) => plain.slice(from, to),
  }
  return { text: counted as unknown as string, looked: () => looked }
}
