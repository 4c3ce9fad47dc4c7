/**
 * Identifiers that spreadsheets damage: SIRET and RIDET, commune code, postcode, department. A lost zero is restored only
 * where the department and the length leave no doubt; a SIRET of the wrong length is refused with its reason, never completed.
 */
import { checkIdentifier } from '#shared/rules/identifiers.ts'
import type { RawCell } from '../read/source.ts'
import { type CellRead, EMPTY, errorOf, isAbsent, read, refused, shownText, warned } from './cell.ts'
import { departmentNamed } from './departments.ts'

export type EstablishmentId =
  | { readonly kind: 'siret'; readonly value: string }
  | { readonly kind: 'ridet'; readonly value: string }

/** `newCaledonia`: the row says so (department 988), where structures have a RIDET of 7 to 10 digits. */
export function readSiret(cell: RawCell, newCaledonia: boolean): CellRead<EstablishmentId> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
  if (isAbsent(text) || /^0+$/.test(text)) return EMPTY
  if (/^\d[.,]?\d*e[+]?\d+$/i.test(text.replace(/ /g, ''))) return refused('siret.scientific', { text })
  const digits = text.replace(/[ .-]/g, '').replace(/,0+$/, '')
  if (!/^\d+$/.test(digits)) return refused('siret.letters', { text })
  if (newCaledonia && digits.length >= 6 && digits.length <= 10)
    return read({ kind: 'ridet', value: digits.padStart(7, '0') })
  if (digits.length !== 14) {
    const completed = `0${digits}`
    if (digits.length === 13 && isSiret(completed))
      return refused('siret.thirteen', { text: digits, completed })
    return refused('siret.length', { text: digits, length: digits.length })
  }
  return isSiret(digits) ? read({ kind: 'siret', value: digits }) : refused('siret.key', { text: digits })
}

function isSiret(digits: string): boolean {
  return checkIdentifier('siret', digits).valid
}

/** "1" → "01", "2a" → "2A", "974", "Ain", "01 - Ain", "Ain (01)". */
export function readDepartment(cell: RawCell): CellRead<string> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
  if (isAbsent(text) || text === '0') return EMPTY
  const named = departmentNamed(text.replace(/[\d()]/g, ''))
  const written = /^\(?(\d{1,3}|2[ab])\b|\((\d{1,3}|2[ab])\)$/i.exec(text)
  const digits = (written?.[1] ?? written?.[2] ?? '').toUpperCase()
  const code = /^\d$/.test(digits) ? `0${digits}` : digits.replace(/^0(?=\d{2}$)/, '')
  if (isDepartment(code)) return read(code)
  return named === null ? refused('department.unknown', { text }) : read(named)
}

function isDepartment(code: string): boolean {
  if (/^(2A|2B|97[1-8]|98[4-8])$/.test(code)) return true
  return /^\d{2}$/.test(code) && Number(code) >= 1 && Number(code) <= 95 && code !== '20'
}

/** Commune code: five characters that begin with the department; a zero lost at the head is restored. */
export function readCommuneCode(cell: RawCell, department: string | null): CellRead<string> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
    .toUpperCase()
    .replace(/ /g, '')
    .replace(/[.,]0+$/, '')
  if (isAbsent(text) || /^0+$/.test(text)) return EMPTY
  const code = /^\d{4}$/.test(text) ? `0${text}` : text
  if (!/^(\d{2}|2A|2B)\d{3}$/.test(code)) return refused('commune.shape', { text })
  if (department !== null && !code.startsWith(department))
    return warned(code, 'commune.department', { text: code, department })
  return read(code)
}

/** Postcode: five digits; a zero lost at the head is restored where the department is one of 01 to 09. */
export function readPostcode(cell: RawCell, department: string | null): CellRead<string> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
    .replace(/ /g, '')
    .replace(/[.,]0+$/, '')
  if (isAbsent(text) || /^0+$/.test(text)) return EMPTY
  if (/^\d{5}$/.test(text)) return read(text)
  if (/^\d{4}$/.test(text) && (department === null || /^0[1-9]$/.test(department))) return read(`0${text}`)
  return refused('postcode.shape', { text })
}
