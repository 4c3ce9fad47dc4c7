/** Widths of texts and where they break. One measure per sign, remembered: a table of a hundred thousand cells is laid out quickly. */
import type { Weight } from './fonts.ts'

export interface Measure {
  width(text: string, weight: Weight, size: number): number
  /** Lines no wider than `room`; a word wider than it is cut. Never empty. */
  wrap(text: string, weight: Weight, size: number, room: number): string[]
}

/** `widthOf` measures one sign at size 1000. */
export function createMeasure(widthOf: (sign: string, weight: Weight) => number): Measure {
  const known: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() }
  const signWidth = (sign: string, weight: Weight): number => {
    let width = known[weight].get(sign)
    if (width === undefined) {
      width = widthOf(sign, weight)
      known[weight].set(sign, width)
    }
    return width
  }
  const width = (text: string, weight: Weight, size: number) => {
    let total = 0
    for (const sign of text) total += signWidth(sign, weight)
    return (total * size) / 1000
  }
  const cut = (word: string, weight: Weight, size: number, room: number): string[] => {
    const parts: string[] = []
    let part = ''
    for (const sign of word) {
      if (part !== '' && width(part + sign, weight, size) > room) {
        parts.push(part)
        part = ''
      }
      part += sign
    }
    parts.push(part)
    return parts
  }
  const wrap = (text: string, weight: Weight, size: number, room: number): string[] => {
    if (!text.includes('\n') && width(text, weight, size) <= room) return [text]
    return text.split('\n').flatMap((paragraph) => {
      const lines: string[] = []
      let line = ''
      // Only the plain space breaks: no-break spaces keep an amount and its unit together.
      for (const word of paragraph.split(/[ \t\r]+/)) {
        const longer = line === '' ? word : `${line} ${word}`
        if (width(longer, weight, size) <= room) {
          line = longer
          continue
        }
        if (line !== '') lines.push(line)
        const parts = cut(word, weight, size, room)
        lines.push(...parts.slice(0, -1))
        line = parts.at(-1) ?? ''
      }
      lines.push(line)
      return lines
    })
  }
  return { width, wrap }
}
