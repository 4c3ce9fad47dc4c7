/** How one cell is read: a value, or nothing (empty), or a refusal with its reason. A repaired value says what was repaired. */
import type { RawCell } from '../read/source.ts'

export interface CellProblem {
  readonly severity: 'refused' | 'warning'
  /** Names the sentence of the catalogue (shared/text/exchange/import.ts). */
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface CellRead<T> {
  readonly value: T | null
  readonly problem: CellProblem | null
}

export function read<T>(value: T): CellRead<T> {
  return { value, problem: null }
}

export const EMPTY: CellRead<never> = { value: null, problem: null }

export function refused(code: string, values: CellProblem['values'] = {}): CellRead<never> {
  return { value: null, problem: { severity: 'refused', code, values } }
}

export function warned<T>(value: T | null, code: string, values: CellProblem['values'] = {}): CellRead<T> {
  return { value, problem: { severity: 'warning', code, values } }
}

/** What a person sees in the cell, trimmed; every kind of space reads as a plain one. */
export function shownText(cell: RawCell): string {
  return cell === null ? '' : plainSpaces(cell.text).trim()
}

export function plainSpaces(text: string): string {
  return text
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
}

/** Lower case, no accents, apostrophes and spaces made plain: for comparing words, never for keeping them. */
export function bare(text: string): string {
  return plainSpaces(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\u0153/g, 'oe')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Words that mean "nothing is known" in real files. A zero is not among them: an amount of zero is an amount. */
const ABSENT = new Set([
  '',
  '-',
  '--',
  '\u2013',
  '\u2014',
  '/',
  '?',
  'null',
  'nil',
  'none',
  'undefined',
  'nan',
  'nc',
  'n.c.',
  'n/c',
  'nd',
  'n.d.',
  'nr',
  'n/r',
  'n/a',
  'absent',
  'absente',
  'neant',
  'vide',
  'inconnu',
  'inconnue',
  'non renseigne',
  'non renseignee',
  'non renseignes',
  'non renseignees',
  'non communique',
  'non communiquee',
  'a renseigner',
  'a completer',
  'sans objet',
  '1900-01-00',
  '00/01/1900',
  '00/00/0000',
  '0000-00-00',
])

const LONGEST_ABSENT = 20

export function isAbsent(text: string): boolean {
  // Most cells hold something: a long text or a plain number needs no closer look.
  if (text.length > LONGEST_ABSENT || /^[1-9]\d{2,}$/.test(text)) return false
  return ABSENT.has(bare(text))
}

/** An error of the workbook (#N/A…) is refused where it stands: the value behind it is unknown. */
export function errorOf(cell: RawCell): CellRead<never> | null {
  if (cell?.kind === 'error') return refused('cell.error', { text: cell.text })
  if (
    cell?.kind === 'text' &&
    /^#(N\/A|REF!|VALEUR!|VALUE!|DIV\/0!|NOM\?|NAME\?|NOMBRE!|NUM!|NUL!|NULL!)$/i.test(cell.text.trim())
  )
    return refused('cell.error', { text: cell.text.trim() })
  return null
}
