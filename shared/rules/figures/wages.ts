/** Minimum wage, gross, 35 h (SMIC), hourly and monthly, by the day it came into force. */
import type { Day } from '../../domain/day.ts'
import type { Figure } from './figure.ts'

const ROWS: readonly (readonly [validFrom: string, hourlyCents: number, monthlyCents: number])[] = [
  ['2021-01-01', 1025, 155_458],
  ['2021-10-01', 1048, 158_947],
  ['2022-01-01', 1057, 160_312],
  ['2022-05-01', 1085, 164_558],
  ['2022-08-01', 1107, 167_895],
  ['2023-01-01', 1127, 170_928],
  ['2023-05-01', 1152, 174_720],
  ['2024-01-01', 1165, 176_692],
  ['2024-11-01', 1188, 180_180],
  ['2026-01-01', 1202, 182_303],
  ['2026-06-01', 1231, 186_702],
]

export const MONTHLY_WAGE = 'minimum-wage.monthly'
export const HOURLY_WAGE = 'minimum-wage.hourly'

export const WAGES: readonly Figure[] = ROWS.flatMap(([validFrom, hourlyCents, monthlyCents]) => {
  const common = {
    unit: 'cents',
    validFrom: validFrom as Day,
    source: 'Décret de relèvement du SMIC',
    confidence: 'primary',
    builtIn: true,
  } as const
  return [
    { ...common, code: HOURLY_WAGE, value: hourlyCents },
    { ...common, code: MONTHLY_WAGE, value: monthlyCents },
  ]
})
