/** Calculators of money: scheme, aid earned, accrual, vacancy, wage, report, thresholds; and identifiers. */
import { ACCOUNTING_METHODS, EARNING_METHODS, SECTORS } from '../../domain/words.ts'
import { accrual } from '../aid/accrual.ts'
import { aidEarned } from '../aid/aid-earned.ts'
import { aidScheme, findScale } from '../aid/aid-scheme.ts'
import { yearCount } from '../aid/convention-years.ts'
import { financialReportDeadline } from '../aid/financial-report.ts'
import { THRESHOLD_KINDS, threshold } from '../aid/threshold.ts'
import { vacancyLimit } from '../aid/vacancy-limit.ts'
import { checkIdentifier, departmentExists, IDENTIFIER_KINDS } from '../identifiers.ts'
import { minimumWage } from '../law/minimum-wage.ts'
import { type Calculator, calculator, refused } from './calculator.ts'
import {
  centsList,
  centsValue,
  checkPeriod,
  choice,
  dayOrNull,
  dayValue,
  fields,
  fiscalStartValue,
  flag,
  list,
  maybe,
  textValue,
  whole,
  zoneValue,
} from './values.ts'

const MAX_POSITIONS = 100_000

/** Zones with a scale of their own may be named instead of their department. */
const DEPARTMENT_OF_ZONE: Readonly<Record<string, string>> = {
  guadeloupe: '971',
  martinique: '972',
  guyane: '973',
  reunion: '974',
  mayotte: '976',
  'saint-barthelemy': '977',
  'saint-martin': '978',
}

/** The zones of the mainland, where no scale is apart. */
const MAINLAND: readonly string[] = ['metropole', 'alsace-moselle']

/** Its department; undefined where no scale can be apart, null where the territory is unknown. */
function departmentOf(territory: string): string | null | undefined {
  if (MAINLAND.includes(territory)) return undefined
  const department = Object.hasOwn(DEPARTMENT_OF_ZONE, territory) ? DEPARTMENT_OF_ZONE[territory] : territory
  return department !== undefined && departmentExists(department) ? department : null
}

const occupation = fields({ from: dayValue, to: dayOrNull }).superRefine((o, context) => {
  checkPeriod(context, o.from, o.to, 'to')
})

export const MONEY_CALCULATORS: Readonly<Record<string, Calculator>> = {
  'aid-scheme': calculator(
    fields({
      scheme: choice(['v1', 'v2']),
      sector: choice(SECTORS),
      bonus: flag,
      positions: whole(1, MAX_POSITIONS),
      territory: maybe(textValue),
    }),
    ({ territory: given, ...grant }, { figures, scales }) => {
      const territory = given === undefined ? given : departmentOf(given)
      if (territory === null) return refused('territory.unknown', 'territory')
      const input = territory === undefined ? grant : { ...grant, territory }
      const perPosition = findScale(input, scales)?.years ?? []
      const total = perPosition.reduce((sum, y) => sum + y.baseCents + y.bonusCents, 0)
      if (!Number.isSafeInteger(total * input.positions)) return refused('cents.out-of-range', 'positions')
      return aidScheme(input, scales, figures) ?? refused('scale.none', 'scheme')
    },
  ),

  'aid-earned': calculator(
    fields({
      startsOn: dayValue,
      endsOn: dayValue,
      yearlyCents: centsList,
      occupied: list(occupation, 0),
      at: dayValue,
      method: choice(EARNING_METHODS),
    }).superRefine((input, context) => {
      checkPeriod(context, input.startsOn, input.endsOn, 'endsOn')
    }),
    (input) =>
      input.yearlyCents.length === yearCount(input.startsOn, input.endsOn)
        ? aidEarned(input)
        : refused('years.count', 'yearlyCents'),
  ),

  accrual: calculator(
    fields({
      amountCents: centsValue,
      startsOn: dayValue,
      endsOn: dayValue,
      method: choice(ACCOUNTING_METHODS),
      fiscalYearStart: fiscalStartValue,
      yearlyCents: maybe(centsList),
    }).superRefine((input, context) => {
      checkPeriod(context, input.startsOn, input.endsOn, 'endsOn')
    }),
    (input) => {
      if (input.method !== 'schedule') return accrual(input)
      const { yearlyCents, startsOn, endsOn, amountCents } = input
      if (yearlyCents === undefined) return refused('field.missing', 'yearlyCents')
      if (yearlyCents.length !== yearCount(startsOn, endsOn)) return refused('years.count', 'yearlyCents')
      if (yearlyCents.reduce((sum, c) => sum + c, 0) !== amountCents)
        return refused('years.sum', 'yearlyCents')
      return accrual(input)
    },
  ),

  'vacancy-limit': calculator(fields({ lastDayOccupied: dayValue }), ({ lastDayOccupied }, { figures }) =>
    vacancyLimit(lastDayOccupied, figures),
  ),

  'minimum-wage': calculator(
    fields({ on: dayValue }),
    ({ on }, { figures }) => minimumWage(on, figures) ?? refused('minimum-wage.unknown', 'on'),
  ),

  'financial-report-deadline': calculator(
    fields({ fiscalYearEnd: dayValue, zone: maybe(zoneValue) }),
    ({ fiscalYearEnd, zone }, { figures }) => financialReportDeadline(fiscalYearEnd, zone, figures),
  ),

  threshold: calculator(
    fields({ kind: choice(THRESHOLD_KINDS), cents: centsValue, on: maybe(dayValue) }),
    ({ kind, cents, on }, { figures }) => threshold(kind, cents, on, figures),
  ),

  identifier: calculator(fields({ kind: choice(IDENTIFIER_KINDS), value: textValue }), ({ kind, value }) =>
    checkIdentifier(kind, value),
  ),
}
