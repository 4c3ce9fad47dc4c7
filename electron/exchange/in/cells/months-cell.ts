/** A length in months: "18", "18 mois", "1 an", "1 an et 6 mois". */
import type { RawCell } from '../read/source.ts'
import { bare, type CellRead, EMPTY, errorOf, isAbsent, read, refused, shownText } from './cell.ts'

const LONGEST = 120

export function readMonths(cell: RawCell): CellRead<number> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
  if (isAbsent(text) || text === '0') return EMPTY
  const word = bare(text)
  if (/indetermine/.test(word)) return EMPTY
  const years = /(\d{1,2}) ?ans?\b/.exec(word)
  const months = /(\d{1,3}) ?mois\b/.exec(word) ?? /^(\d{1,3})$/.exec(word)
  if (years === null && months === null) return refused('months.unreadable', { text })
  const total = Number(years?.[1] ?? 0) * 12 + Number(months?.[1] ?? 0)
  return total >= 1 && total <= LONGEST ? read(total) : refused('months.unreadable', { text })
}
