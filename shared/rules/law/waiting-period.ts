/** Waiting period between two private fixed-term contracts on the same post (L1244-3-1), counted in open days. */
import {
  addDays,
  type Day,
  dayFromNumber,
  dayNumber,
  inclusiveDays,
  weekdayOfNumber,
} from '../../domain/day.ts'
import type { Zone } from '../../domain/words.ts'
import { isHoliday } from '../calendar/holidays.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'

export interface WaitingPeriodInput {
  /** Start of the initial contract, end of its last renewal. */
  readonly startsOn: Day
  readonly endsOn: Day
  readonly zone: Zone
  /** Days on which the establishment is open, 1 = Monday. Never empty. */
  readonly openWeekdays: readonly number[]
  readonly kind: 'CDD' | 'PEC'
}

export interface WaitingPeriod {
  readonly waitDays: number
  readonly lastWaitDay: Day | null
  /** First day on which the post may be filled by a fixed-term contract again. */
  readonly freeFrom: Day
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

export function waitingPeriod(input: WaitingPeriodInput, figures: Figures = BUILT_IN_FIGURES): WaitingPeriod {
  const { startsOn, endsOn, zone, openWeekdays, kind } = input
  if (kind === 'PEC')
    return {
      waitDays: 0,
      lastWaitDay: null,
      freeFrom: addDays(endsOn, 1),
      steps: [{ code: 'waiting.pec', values: { endsOn } }],
      basis: basisOf(['L1244-4-1', 'L5134-pec'], endsOn),
    }
  const days = inclusiveDays(startsOn, endsOn)
  const threshold = figures.value('waiting.long-from-days', endsOn)
  const divisor = figures.value(days >= threshold ? 'waiting.long-divisor' : 'waiting.short-divisor', endsOn)
  const waitDays = Math.ceil(days / divisor)
  const lastWaitDay = nthOpenDay(addDays(endsOn, 1), waitDays, openWeekdays, zone, figures)
  return {
    waitDays,
    lastWaitDay,
    freeFrom: addDays(lastWaitDay, 1),
    steps: [
      { code: 'waiting.contract-days', values: { startsOn, endsOn, days } },
      { code: 'waiting.share', values: { days, threshold, divisor, waitDays } },
      {
        code: 'waiting.open-days',
        values: { from: addDays(endsOn, 1), waitDays, openWeekdays: [...openWeekdays], zone, lastWaitDay },
      },
    ],
    basis: basisOf('L1244-3-1', endsOn),
  }
}

function nthOpenDay(
  from: Day,
  count: number,
  openWeekdays: readonly number[],
  zone: Zone,
  figures: Figures,
): Day {
  if (!openWeekdays.some((d) => d >= 1 && d <= 7)) throw new Error('an establishment that never opens')
  let n = dayNumber(from)
  let left = count
  for (;;) {
    if (openWeekdays.includes(weekdayOfNumber(n)) && !isHoliday(dayFromNumber(n), zone, figures)) left--
    if (left <= 0) return dayFromNumber(n)
    n++
  }
}
