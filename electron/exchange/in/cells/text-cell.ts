/** Words: trimmed, "0" and the words of absence read as nothing, line breaks kept where the cell has them (addresses). */
import type { RawCell } from '../read/source.ts'
import { type CellRead, EMPTY, errorOf, isAbsent, plainSpaces, read, refused, shownText } from './cell.ts'

const MAX_LENGTH = 5000

export function readText(cell: RawCell): CellRead<string> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
  if (isAbsent(text) || text === '0') return EMPTY
  const lines = plainSpaces(text)
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
  const value = lines.join('\n')
  return value.length > MAX_LENGTH ? refused('text.too-long', { max: MAX_LENGTH }) : read(value)
}

/** Words on one line: names, labels, references. */
export function readLine(cell: RawCell): CellRead<string> {
  const { value, problem } = readText(cell)
  if (value === null) return { value, problem }
  const line = value.replaceAll('\n', ' ')
  return line.length > 500 ? refused('text.too-long', { max: 500 }) : read(line)
}

/** An identifier of the State: digits or letters, spaces dropped, kept as text. Numbers of a workbook lose their decimals only. */
export function readCode(cell: RawCell): CellRead<string> {
  const { value, problem } = readLine(cell)
  if (value === null) return { value, problem }
  return read(value.replace(/ /g, '').replace(/[.,]0+$/, ''))
}

const YES = new Set(['oui', 'o', 'yes', 'y', 'x', '1', 'vrai', 'true', '\u2713', '\u2714', 'ok'])
const NO = new Set(['non', 'n', 'no', '0', 'faux', 'false'])

export function readFlag(cell: RawCell): CellRead<boolean> {
  const error = errorOf(cell)
  if (error !== null) return error
  if (cell?.kind === 'flag') return read(cell.flag)
  const text = shownText(cell)
  const word = text.toLowerCase()
  if (YES.has(word)) return read(true)
  if (NO.has(word)) return read(false)
  if (isAbsent(text)) return EMPTY
  return refused('flag.unknown', { text })
}

export function readCount(cell: RawCell): CellRead<number> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
  if (isAbsent(text)) return EMPTY
  const digits = text.replace(/ /g, '').replace(/[.,]0+$/, '')
  if (!/^\d{1,9}$/.test(digits)) return refused('count.not-whole', { text })
  return read(Number(digits))
}
