/** Calculators of dates: contract-end, delay, working-day, holidays. */
import { FIRST_YEAR, LAST_YEAR } from '../../domain/day.ts'
import { contractEnd } from '../calendar/contract-end.ts'
import { DIRECTIONS, delay } from '../calendar/delay.ts'
import { holidays } from '../calendar/holidays.ts'
import { ROLLS, workingDay } from '../calendar/working-day.ts'
import { type Calculator, calculator } from './calculator.ts'
import {
  choice,
  daysOrZero,
  dayValue,
  fields,
  maybe,
  monthsOrZero,
  monthsValue,
  whole,
  zoneValue,
} from './values.ts'

export const DATE_CALCULATORS: Readonly<Record<string, Calculator>> = {
  'contract-end': calculator(fields({ startsOn: dayValue, months: monthsValue }), ({ startsOn, months }) =>
    contractEnd(startsOn, months),
  ),

  delay: calculator(
    fields({
      from: dayValue,
      months: maybe(monthsOrZero),
      days: maybe(daysOrZero),
      direction: choice(DIRECTIONS),
      zone: zoneValue,
      roll: choice(ROLLS),
    }).superRefine((input, context) => {
      if (input.months === undefined && input.days === undefined)
        context.addIssue({ code: 'custom', message: 'delay.no-length', path: ['months'] })
    }),
    (input, { figures }) => delay(input, figures),
  ),

  'working-day': calculator(
    fields({ day: dayValue, zone: zoneValue, roll: choice(ROLLS) }),
    ({ day, zone, roll }, { figures }) => workingDay(day, zone, roll, figures),
  ),

  holidays: calculator(
    fields({ year: whole(FIRST_YEAR, LAST_YEAR), zone: zoneValue }),
    ({ year, zone }, { figures }) => holidays(year, zone, figures),
  ),
}
