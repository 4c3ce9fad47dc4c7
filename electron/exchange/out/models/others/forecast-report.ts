/** "Prévisions": thirty-six months of money to come and of what is left to the structures, for the dossier and its scenarios. */
import type { Report } from '#shared/api/report.ts'
import { cautiousDelayOf } from '#shared/rules/forecast/cautious-delay.ts'
import {
  type Forecast,
  type ForecastMonth,
  type ForecastPosition,
  forecast,
} from '#shared/rules/forecast/forecast.ts'
import { supposed } from '#shared/rules/forecast/hypothesis.ts'
import { hypothesesIn } from '#shared/schemas/scenario.ts'
import { frEuros } from '#shared/text/format.ts'
import { NOTICE } from '#shared/text/reports/notice.ts'
import { FORECAST } from '#shared/text/reports/others.ts'
import type { InstalmentLine } from '../aid/instalment-table.ts'
import { type CheckLine, checksSheet, equalCents } from '../checks.ts'
import { finishReport, subtitleOf } from '../finish.ts'
import { noticeSheet } from '../notice.ts'
import { fileSection, readingSection } from '../notices.ts'
import { type ReportInput, scopeOf } from '../scope.ts'
import type { Table } from '../table.ts'
import {
  instalmentTable,
  monthTable,
  positionTable,
  type ScenarioLine,
  scenarioTable,
} from './forecast-tables.ts'

const MONTHS = 36

export function forecastReport(input: ReportInput): Report {
  const scope = scopeOf(input)
  const subtitle = subtitleOf(scope)
  const cautiousDelay = cautiousDelayOf(input.facts)
  const options = { months: MONTHS, employerId: input.employerId, cautiousDelay }
  const base = forecast(input.facts, scope.at, options)
  const months = monthTable(subtitle, base)
  const positions = positionTable(subtitle, base)
  const instalments = instalmentTable(scope, subtitle)
  const scenarios = (input.scenarios ?? []).map(
    (scenario): ScenarioLine => ({
      name: scenario.name,
      forecast: forecast(
        supposed(input.facts, hypothesesIn(scenario.definition), scope.at),
        scope.at,
        options,
      ),
    }),
  )
  const checks = checksSheet(subtitle, checkLines(base, months, positions, instalments))
  const f = FORECAST
  return finishReport(scope, {
    kind: 'forecast',
    title: f.kind,
    stem: f.stem,
    subject: f.subject,
    mainSheet: f.sheets.months,
    sheets: [
      months.sheet,
      positions.sheet,
      instalments.sheet,
      ...(scenarios.length === 0
        ? []
        : [scenarioTable(subtitle, [{ name: f.base, forecast: base }, ...scenarios]).sheet]),
      checks.sheet,
      noticeSheet(subtitle, [
        fileSection(scope, f.kind),
        {
          title: NOTICE.method,
          lines: [
            [f.method, f.methodText],
            [f.cautious, f.cautiousText(cautiousDelay)],
            [f.undated, f.undatedText(frEuros(base.undatedCents))],
            [f.suspended, f.suspendedText(frEuros(base.suspendedCents))],
          ],
        },
        readingSection,
      ]),
    ],
    checks,
    uncomputed: base.uncomputed,
  })
}

function checkLines(
  base: Forecast,
  months: Table<ForecastMonth>,
  positions: Table<ForecastPosition>,
  instalments: Table<InstalmentLine>,
): CheckLine[] {
  const k = FORECAST.checks
  const outOfMonths = instalments.value('outstanding') - months.value('expected')
  const later = outOfMonths - base.undatedCents - base.suspendedCents
  return [
    equalCents(
      ...k.months,
      { value: months.value('share'), formula: months.total('share') },
      {
        value: months.value('cost') - months.value('earned'),
        formula: `${months.total('cost')}-${months.total('earned')}`,
      },
    ),
    equalCents(
      ...k.posts,
      { value: positions.value('cost'), formula: positions.total('cost') },
      { value: months.value('cost'), formula: months.total('cost') },
    ),
    equalCents(
      ...k.outstanding,
      { value: instalments.value('outstanding'), formula: instalments.total('outstanding') },
      {
        value: months.value('expected') + base.undatedCents + base.suspendedCents + Math.max(0, later),
        formula: `${months.total('expected')}+${(base.undatedCents + base.suspendedCents + Math.max(0, later)) / 100}`,
      },
    ),
  ]
}
