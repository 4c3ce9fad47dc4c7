/**
 * The public holidays of each zone. Codes: `holiday.<scope>.<fixed|easter>.<name>`, scope = `national` or a zone; a user
 * adds one with a new name, and takes one away with the value "none" of its unit.
 */
import type { Day } from '../../domain/day.ts'
import type { Confidence, Zone } from '../../domain/words.ts'
import type { Figure } from './figure.ts'

/** The oldest day Jalon answers for: the list of each zone is applied as it stands today to earlier years too. */
const ALWAYS = '1900-01-01'

type Row = readonly [code: string, value: number, source: string, confidence: Confidence]

const NATIONAL = 'C. trav. L3133-1'
const ALSACE_MOSELLE = 'C. trav. L3134-13'
const OVERSEAS = 'C. trav. L3422-2 ; loi 83-550 (abolition de l’esclavage)'

const ROWS: readonly Row[] = [
  ['holiday.national.fixed.new-year', 101, NATIONAL, 'primary'],
  ['holiday.national.easter.easter-monday', 1, NATIONAL, 'primary'],
  ['holiday.national.fixed.labour-day', 501, NATIONAL, 'primary'],
  ['holiday.national.fixed.victory-1945', 508, NATIONAL, 'primary'],
  ['holiday.national.easter.ascension', 39, NATIONAL, 'primary'],
  ['holiday.national.easter.whit-monday', 50, NATIONAL, 'primary'],
  ['holiday.national.fixed.national-day', 714, NATIONAL, 'primary'],
  ['holiday.national.fixed.assumption', 815, NATIONAL, 'primary'],
  ['holiday.national.fixed.all-saints', 1101, NATIONAL, 'primary'],
  ['holiday.national.fixed.armistice-1918', 1111, NATIONAL, 'primary'],
  ['holiday.national.fixed.christmas', 1225, NATIONAL, 'primary'],
  ['holiday.alsace-moselle.easter.good-friday', -2, ALSACE_MOSELLE, 'primary'],
  ['holiday.alsace-moselle.fixed.saint-stephen', 1226, ALSACE_MOSELLE, 'primary'],
  ['holiday.mayotte.fixed.abolition', 427, OVERSEAS, 'primary'],
  ['holiday.martinique.fixed.abolition', 522, OVERSEAS, 'primary'],
  ['holiday.guadeloupe.fixed.abolition', 527, OVERSEAS, 'primary'],
  ['holiday.guyane.fixed.abolition', 610, OVERSEAS, 'primary'],
  ['holiday.saint-barthelemy.fixed.abolition', 1009, OVERSEAS, 'primary'],
  ['holiday.saint-martin.fixed.abolition', 528, OVERSEAS, 'secondary'],
  ['holiday.reunion.fixed.abolition', 1220, OVERSEAS, 'primary'],
]

/** Code of a holiday a person names, in one zone or all of them; null where the name holds no letter nor digit. */
export function holidayCode(scope: Zone | 'national', name: string): string | null {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return slug === '' ? null : `holiday.${scope}.fixed.${slug}`
}

export const HOLIDAY_FIGURES: readonly Figure[] = ROWS.map(([code, value, source, confidence]) => ({
  code,
  unit: code.includes('.easter.') ? 'easter-offset' : 'month-day',
  validFrom: ALWAYS as Day,
  value,
  source,
  confidence,
  builtIn: true,
}))
