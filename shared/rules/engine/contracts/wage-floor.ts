/** Pay of a contract against the minimum wage in force on a day, in proportion to the weekly time (35 h = 2 100 minutes). */

import type { Day } from '../../../domain/day.ts'
import type { Contract } from '../../../domain/facts.ts'
import { FULL_TIME_MINUTES } from '../../../domain/full-time.ts'
import { type Cents, proportion } from '../../../domain/money.ts'
import type { Figures } from '../../figures/figures.ts'
import { MONTHLY_WAGE } from '../../figures/wages.ts'
import { minimumWage } from '../../law/minimum-wage.ts'
import type { Derived } from '../derive.ts'
import { termsAt } from '../states/contract-state.ts'

export interface WageFloor {
  readonly grossCents: Cents | null
  readonly floorCents: Cents
  readonly weeklyMinutes: number
  /** Day from which this wage holds. */
  readonly since: Day
}

/** Null where no wage is known on that day, or the pay follows a grid of the civil service. */
export function wageFloor(contract: Contract, on: Day, derived: Derived): WageFloor | null {
  if (contract.kind === 'titulaire') return null
  const wage = minimumWage(on, derived.figures)
  if (wage === null) return null
  const { monthlyGrossCents, weeklyMinutes } = termsAt(contract, derived.index, on)
  return {
    grossCents: monthlyGrossCents,
    floorCents: floorFor(wage.monthlyCents, weeklyMinutes),
    weeklyMinutes,
    since: wage.since,
  }
}

export function floorFor(monthlyCents: Cents, weeklyMinutes: number): Cents {
  return proportion(monthlyCents, weeklyMinutes, FULL_TIME_MINUTES)
}

const rises = new WeakMap<Figures, readonly Day[]>()

/** Days on which the wage changes, in order. */
export function wageRises(figures: Figures): readonly Day[] {
  const known = rises.get(figures)
  if (known !== undefined) return known
  const days = [...new Set(figures.all.filter((f) => f.code === MONTHLY_WAGE).map((f) => f.validFrom))].sort()
  rises.set(figures, days)
  return days
}
