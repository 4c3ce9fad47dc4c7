/** The public holidays of a zone in a year, from dated figures; remembered, because every deadline asks. */
import { addDays, type Day, dayOf } from '../../domain/day.ts'
import type { Zone } from '../../domain/words.ts'
import type { Basis, Step } from '../explanation.ts'
import { type Figure, NO_HOLIDAY } from '../figures/figure.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'

export interface Holidays {
  readonly days: readonly Day[]
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

interface YearOfZone {
  readonly days: readonly Day[]
  readonly set: ReadonlySet<Day>
  readonly steps: readonly Step[]
}

const NATIONAL = 'national'
const remembered = new WeakMap<Figures, Map<string, YearOfZone>>()

export function holidays(year: number, zone: Zone, figures: Figures = BUILT_IN_FIGURES): Holidays {
  const { days, steps } = yearOfZone(year, zone, figures)
  return {
    days,
    steps: [{ code: 'holidays.easter', values: { year, easter: easter(year), zone } }, ...steps],
    basis: basisOfZone(zone),
  }
}

export function isHoliday(d: Day, zone: Zone, figures: Figures = BUILT_IN_FIGURES): boolean {
  return yearOfZone(Number(d.slice(0, 4)), zone, figures).set.has(d)
}

export function basisOfZone(zone: Zone): readonly Basis[] {
  if (zone === 'metropole') return basisOf('working-days')
  return basisOf([
    'working-days',
    zone === 'alsace-moselle' ? 'holidays-alsace-moselle' : 'holidays-overseas',
  ])
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)
}

function yearOfZone(year: number, zone: Zone, figures: Figures): YearOfZone {
  let byKey = remembered.get(figures)
  if (byKey === undefined) {
    byKey = new Map()
    remembered.set(figures, byKey)
  }
  const key = `${zone}${year}`
  const known = byKey.get(key)
  if (known !== undefined) return known
  const computed = computeYear(year, zone, figures)
  byKey.set(key, computed)
  return computed
}

function computeYear(year: number, zone: Zone, figures: Figures): YearOfZone {
  const named: { readonly day: Day; readonly figure: Figure }[] = []
  for (const scope of [NATIONAL, zone])
    for (const code of figures.codes(`holiday.${scope}.`)) {
      const figure = figures.find(code, dayOf(year, 12, 31))
      const on = figure === null ? null : dayOfHoliday(figure, year)
      // A holiday created during the year exists from its own first day only.
      if (figure !== null && on !== null && figure.validFrom <= on) named.push({ day: on, figure })
    }
  named.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const set = new Set(named.map((n) => n.day))
  return {
    days: [...set],
    set,
    steps: named.map(({ day, figure }) => ({
      code: 'holidays.one',
      values: { day, holiday: figure.code, builtIn: figure.builtIn },
    })),
  }
}

function dayOfHoliday(figure: Figure, year: number): Day | null {
  if (figure.unit === 'easter-offset')
    return figure.value === NO_HOLIDAY ? null : addDays(easter(year), figure.value)
  return figure.value === 0 ? null : dayOf(year, Math.trunc(figure.value / 100), figure.value % 100)
}
