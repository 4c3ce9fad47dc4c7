/** Words of the State's tools and of hand-kept workbooks, read as codes: motives, scheme, state of a post, working time. */
import { FULL_TIME_MINUTES } from '#shared/domain/full-time.ts'
import type { EndMotive, PositionState, ReturnMotive, Scheme } from '#shared/domain/words.ts'
import type { RawCell } from '../read/source.ts'
import { bare, type CellRead, EMPTY, errorOf, isAbsent, read, refused, shownText } from './cell.ts'

function readWord<T>(cell: RawCell, code: string, meaning: (word: string) => T | null): CellRead<T> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
  if (isAbsent(text) || text === '0') return EMPTY
  const found = meaning(bare(text).replace(/[._]/g, ' '))
  return found === null ? refused(code, { text }) : read(found)
}

/** "Initiale (V1)", "Renouvellement", "V2 bonifiée"… */
export function readScheme(cell: RawCell): CellRead<Scheme> {
  return readWord(cell, 'scheme.unknown', schemeOfWord)
}

/** V1 or V2 in the words of the State or of the reports; null for any other aid. */
export function schemeOf(text: string): Scheme | null {
  return schemeOfWord(bare(text))
}

function schemeOfWord(word: string): Scheme | null {
  if (/\bv ?2\b|renouvel|reconvention/.test(word)) return 'v2'
  if (/\bv ?1\b|initial|premiere convention/.test(word)) return 'v1'
  return null
}

export function looksLikeScheme(text: string): boolean {
  return schemeOf(text) !== null
}

export function readPositionState(cell: RawCell): CellRead<PositionState> {
  return readWord(cell, 'position-state.unknown', positionStateOf)
}

function positionStateOf(word: string): PositionState | null {
  if (/^(occupe|pourvu|en poste)/.test(word)) return 'occupied'
  if (/^(vacant|libre|a pourvoir|a recruter|non pourvu)/.test(word)) return 'vacant'
  return /^(rendu|restitue)/.test(word) ? 'returned' : null
}

export function looksLikePositionState(text: string): boolean {
  return positionStateOf(bare(text)) !== null
}

/** The motives the State lists, and their usual spellings. What is none of them is "other": the words stay in the note. */
export function endMotiveOf(text: string): EndMotive {
  const word = bare(text)
  if (/licenci/.test(word)) return 'dismissal'
  if (/non[- ](reconduction|renouvellement)|fin de cdd|terme du contrat|fin de contrat/.test(word))
    return 'fixed-term-not-renewed'
  if (/demission/.test(word)) return 'resignation'
  if (/cdisation|titularis|passage en cdi/.test(word)) return 'permanent-contract'
  if (/subvention|financement/.test(word)) return 'end-of-subsidy'
  if (/conventionnelle|amiable|commun accord/.test(word)) return 'mutual-termination'
  return 'other'
}

export function returnMotiveOf(text: string): ReturnMotive {
  const word = bare(text)
  if (/besoin/.test(word)) return 'need-not-justified'
  if (/recrut/.test(word)) return 'recruitment-difficulties'
  if (/capacite|financiere|budget/.test(word)) return 'financial-capacity'
  if (/visibilite/.test(word)) return 'lack-of-visibility'
  if (/subvention|financement/.test(word)) return 'end-of-subsidy'
  return 'other'
}

/** "35", "35h", "17h30", "17,5", "100 %", "0,5 ETP" → minutes a week. */
export function readWeeklyMinutes(cell: RawCell): CellRead<number> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
  if (isAbsent(text)) return EMPTY
  const minutes = minutesOf(
    bare(text)
      .replace(/ /g, '')
      .replace(/(par|\/)?(semaine|sem|hebdo)\.?$/, ''),
  )
  return minutes !== null && minutes >= 60 && minutes <= 2880
    ? read(minutes)
    : refused('weekly.unreadable', { text })
}

function minutesOf(text: string): number | null {
  const clock = /^(\d{1,2})(?:h|:)(\d{2})?(?::00)?$/.exec(text)
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2] ?? 0)
  const share = /^(\d{1,3}(?:[.,]\d+)?)%$/.exec(text)
  if (share !== null) return Math.round((decimal(share[1]) / 100) * FULL_TIME_MINUTES)
  if (/^(tempsplein|tempscomplet|tc|tp100)$/.test(text)) return FULL_TIME_MINUTES
  const number = /^(\d{1,2}(?:[.,]\d+)?)(etp|h|heures?)?$/.exec(text)
  if (number === null) return null
  const value = decimal(number[1])
  // Up to 1 it is a share of full time, beyond it is hours.
  return number[2] === 'etp' || value <= 1 ? Math.round(value * FULL_TIME_MINUTES) : Math.round(value * 60)
}

function decimal(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'))
}
