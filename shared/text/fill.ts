/** Sentences with named gaps: "{endsOn|day}" is filled by the value `endsOn`, written as a French day. */
import { isDay } from '../domain/day.ts'
import type { Cents } from '../domain/money.ts'
import type { ContractKind, Zone } from '../domain/words.ts'
import type { StepValue } from '../rules/explanation.ts'
import { frDay, frEuros, frInteger, frRate, frWeekday } from './format.ts'
import { french } from './french.ts'
import { CONTRACT_KIND_WORDS, ZONE_WORDS } from './words.ts'

type Values = Readonly<Record<string, StepValue>>
type Format = (value: StepValue, values: Values) => string

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

const FORMATS: Readonly<Record<string, Format>> = {
  day: (v) => (isDay(v) ? frDay(v) : '—'),
  weekday: (v) => (isDay(v) ? frWeekday(v) : '—'),
  days: (v) => (isList(v) ? v.map((d) => (isDay(d) ? frWeekday(d) : String(d))).join(', ') : '—'),
  openDays: (v) => (isList(v) ? v.map((n) => WEEKDAYS[Number(n) - 1] ?? '').join(', ') : '—'),
  list: (v) => (isList(v) ? v.join(', ') : String(v)),
  occupied: (v) => occupiedWords(isList(v) ? v : []),
  eur: (v) => (typeof v === 'number' ? frEuros(v as Cents) : '—'),
  n: (v) => (typeof v === 'number' ? frInteger(v) : '—'),
  months: (v) => (typeof v === 'number' ? `${frInteger(v)} mois` : '—'),
  length: (v) => (typeof v === 'number' ? plural(v, 'jour') : '—'),
  weeks: (v) => (typeof v === 'number' ? plural(v, 'semaine') : '—'),
  posts: (v) => (typeof v === 'number' ? plural(v, 'poste') : '—'),
  service: (_, values) => serviceWords(Number(values.months ?? 0), Number(values.days ?? 0)),
  notice: (_, values) =>
    values.months === undefined ? plural(Number(values.days), 'jour') : `${values.months} mois`,
  noticeLength: (_, values) =>
    typeof values.months === 'number' ? `${values.months} mois` : plural(Number(values.days ?? 0), 'jour'),
  hours: (v) => (typeof v === 'number' ? hoursWords(v) : '—'),
  lower: (v) => String(v ?? '—').toLowerCase(),
  rate: (v) => (typeof v === 'number' ? frRate(v) : '—'),
  zone: (v) => ZONE_WORDS[v as Zone] ?? String(v),
  kind: (v) => CONTRACT_KIND_WORDS[v as ContractKind] ?? String(v),
  /** The weekday already says Saturday or Sunday. */
  why: (v) => (v === 'holiday' ? ', jour férié' : ''),
  holiday: (v) => holidayName(String(v)),
  own: (v) => (v === false ? ' (valeur que vous avez saisie)' : ''),
  entered: (v) => (v === true ? ' (valeur saisie, par exemple d’un accord de branche)' : ''),
  text: (v) => String(v ?? '—'),
}
/** Formats that read other values beside their own, or say something of an absent one. */
const TOLERANT = new Set(['service', 'notice', 'noticeLength', 'own', 'entered'])

/** A gap whose value is missing is written "—": a sentence never fails. */
export function fill(template: string, values: Values): string {
  const filled = template.replace(/\{(\w+)(?:\|(\w+))?\}/g, (_, name: string, format = 'text') => {
    const value = values[name]
    if (value === undefined && !TOLERANT.has(format)) return '—'
    return FORMATS[format]?.(value ?? null, values) ?? '—'
  })
  return french(filled)
}

/** "1 jour", "8 jours", "0 jour". */
export function plural(count: number, word: string): string {
  return `${frInteger(count)} ${word}${Math.abs(count) >= 2 ? 's' : ''}`
}

/** "2 ans, 3 mois et 12 jours"; "aucune durée". */
export function serviceWords(months: number, days: number): string {
  const parts = [
    ...(months >= 12 ? [plural(Math.trunc(months / 12), 'an')] : []),
    ...(months % 12 > 0 ? [`${months % 12} mois`] : []),
    ...(days > 0 ? [plural(days, 'jour')] : []),
  ]
  const last = parts.pop()
  if (last === undefined) return 'aucune durée'
  return parts.length === 0 ? last : `${parts.join(', ')} et ${last}`
}

/** "35 h", "17 h 30" from minutes. */
function hoursWords(minutes: number): string {
  const rest = minutes % 60
  return `${Math.trunc(minutes / 60)}\u00a0h${rest === 0 ? '' : `\u00a0${String(rest).padStart(2, '0')}`}`
}

function occupiedWords(days: readonly (string | number)[]): string {
  const spans: string[] = []
  for (let i = 0; i + 1 < days.length; i += 2)
    spans.push(fill('du {from|day} au {to|day}', { from: days[i] ?? null, to: days[i + 1] ?? null }))
  return spans.length === 0 ? 'Poste inoccupé jusqu’à ce jour.' : `Poste occupé ${spans.join(', ')}.`
}

const HOLIDAY_NAMES: Readonly<Record<string, string>> = {
  'new-year': 'jour de l’an',
  'easter-monday': 'lundi de Pâques',
  'labour-day': 'fête du travail',
  'victory-1945': 'victoire de 1945',
  ascension: 'Ascension',
  'whit-monday': 'lundi de Pentecôte',
  'national-day': 'fête nationale',
  assumption: 'Assomption',
  'all-saints': 'Toussaint',
  'armistice-1918': 'armistice de 1918',
  christmas: 'Noël',
  'good-friday': 'Vendredi saint',
  'saint-stephen': 'Saint-Étienne',
  abolition: 'abolition de l’esclavage',
}

/** Name of a holiday from its figure's code; where the user added it, the words its code was made of. */
export function holidayName(code: string): string {
  const last = code.split('.').at(-1) ?? code
  return HOLIDAY_NAMES[last] ?? last.replaceAll('-', ' ')
}

function isList(value: StepValue): value is readonly (string | number)[] {
  return Array.isArray(value)
}
