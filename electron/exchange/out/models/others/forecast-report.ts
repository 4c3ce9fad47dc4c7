/** "Prévisions": thirty-six months of money to come and of what is left to the structures, for the dossier and its scenarios. */
import type { Report } from '#shared/api/report.ts'
import { day } from '#shared/domain/day.ts'
import type { Scenario } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import {
  type Forecast,
  type ForecastMonth,
  type ForecastPosition,
  forecast,
} from '#shared/rules/forecast/forecast.ts'
import { supposed } from '#shared/rules/forecast/hypothesis.ts'
import { scenarioSchema } from '#shared/schemas/scenario.ts'
import { frEuros } from '#shared/text/format.ts'
import { NOTICE } from '#shared/text/report-notice.ts'
import { FORECAST } from '#shared/text/report-others.ts'
import { INSTALMENT_STATE_WORDS } from '#shared/text/words.ts'
import type { InstalmentLine } from '../aid/instalment-table.ts'
import { euros, eurosOf, ident, onDay, text } from '../cells.ts'
import { type CheckLine, checksSheet, equalCents } from '../checks.ts'
import { finishReport, subtitleOf } from '../finish.ts'
import { noticeSheet } from '../notice.ts'
import { fileSection, readingSection } from '../notices.ts'
import { employerLabel, type ReportInput, type Scope, scopeOf } from '../scope.ts'
import { buildTable, type Table } from '../table.ts'

const MONTHS = 36
/** As the screen: months a tranche is late by in the cautious reading. */
const CAUTIOUS = { key: 'forecast.cautious-delay', months: 3 } as const

interface ScenarioLine {
  readonly name: string
  readonly forecast: Forecast
}

export function forecastReport(input: ReportInput): Report {
  const scope = scopeOf(input)
  const subtitle = subtitleOf(scope)
  const cautiousDelay = delayOf(input)
  const options = { months: MONTHS, employerId: input.employerId, cautiousDelay }
  const base = forecast(input.facts, scope.at, options)
  const months = monthTable(subtitle, base)
  const positions = positionTable(subtitle, base)
  const instalments = instalmentTable(scope, subtitle)
  const scenarios = (input.scenarios ?? []).map(
    (scenario): ScenarioLine => ({
      name: scenario.name,
      forecast: forecast(supposed(input.facts, hypothesesOf(scenario), scope.at), scope.at, options),
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
  })
}

function delayOf(input: ReportInput): number {
  const months = Number(input.facts.settings.find((s) => s.key === CAUTIOUS.key)?.value)
  return Number.isInteger(months) && months >= 0 && months <= MONTHS ? months : CAUTIOUS.months
}

/** A scenario written by a later version may hold hypotheses this one does not know: it is read as having none. */
function hypothesesOf(scenario: Scenario) {
  try {
    const parsed = scenarioSchema.safeParse(JSON.parse(scenario.definition))
    return parsed.success ? parsed.data.hypotheses : []
  } catch {
    return []
  }
}

function monthTable(subtitle: string, base: Forecast): Table<ForecastMonth> {
  const c = FORECAST.columns
  const first = base.months[0]
  let cumulated = 0
  const running = new Map<ForecastMonth, number>()
  for (const month of base.months) {
    cumulated += month.expectedCents
    running.set(month, cumulated)
  }
  return buildTable<ForecastMonth>({
    name: FORECAST.sheets.months,
    title: FORECAST.titles.months,
    subtitle,
    mark: 'expected',
    columns: [
      { key: 'month', title: c.month, kind: 'day', width: 12, cell: (m) => onDay(day(`${m.month}-01`)) },
      {
        key: 'expected',
        title: c.expected,
        kind: 'cents',
        width: 15,
        sum: true,
        cell: (m) => euros(m.expectedCents),
      },
      {
        key: 'cumulated',
        title: c.cumulated,
        kind: 'cents',
        width: 15,
        cell: (m, at) =>
          eurosOf(
            running.get(m) ?? 0,
            m === first ? at.ref('expected') : `${at.above('cumulated')}+${at.ref('expected')}`,
          ),
      },
      {
        key: 'cautious',
        title: c.cautious,
        kind: 'cents',
        width: 15,
        sum: true,
        cell: (m) => euros(m.cautiousCents),
      },
      { key: 'cost', title: c.cost, kind: 'cents', width: 15, sum: true, cell: (m) => euros(m.costCents) },
      {
        key: 'earned',
        title: c.earned,
        kind: 'cents',
        width: 15,
        sum: true,
        cell: (m) => euros(m.earnedCents),
      },
      {
        key: 'share',
        title: c.share,
        kind: 'cents',
        width: 15,
        sum: true,
        cell: (m, at) => euros(m.shareCents, `${at.ref('cost')}-${at.ref('earned')}`),
      },
      {
        key: 'origin',
        title: c.origin,
        kind: 'text',
        width: 16,
        cell: (m) => text(m.costCents === 0 ? null : m.estimated ? FORECAST.estimated : FORECAST.entered),
      },
    ],
    groups: [{ label: null, rows: base.months }],
  })
}

function positionTable(subtitle: string, base: Forecast): Table<ForecastPosition> {
  const c = FORECAST.columns
  return buildTable<ForecastPosition>({
    name: FORECAST.sheets.positions,
    title: FORECAST.titles.positions,
    subtitle,
    mark: 'cost',
    columns: [
      { key: 'post', title: c.post, kind: 'text', width: 36, cell: (p) => text(p.label) },
      { key: 'cost', title: c.cost, kind: 'cents', width: 15, sum: true, cell: (p) => euros(p.costCents) },
      {
        key: 'earned',
        title: c.earned,
        kind: 'cents',
        width: 15,
        sum: true,
        cell: (p) => euros(p.earnedCents),
      },
      {
        key: 'share',
        title: c.share,
        kind: 'cents',
        width: 15,
        sum: true,
        cell: (p, at) => euros(p.shareCents, `${at.ref('cost')}-${at.ref('earned')}`),
      },
    ],
    groups: [{ label: null, rows: base.positions }],
  })
}

function instalmentTable(scope: Scope, subtitle: string): Table<InstalmentLine> {
  const c = FORECAST.columns
  return buildTable<InstalmentLine>({
    name: FORECAST.sheets.instalments,
    title: FORECAST.titles.instalments,
    subtitle,
    mark: 'agreement',
    frozenColumns: 2,
    columns: [
      {
        key: 'employer',
        title: c.employer,
        kind: 'text',
        width: 18,
        cell: (l) => text(employerLabel(l.agreement.employer)),
      },
      {
        key: 'agreement',
        title: c.agreement,
        kind: 'id',
        width: 14,
        cell: (l) => ident(l.agreement.view.agreement.reference),
      },
      {
        key: 'instalment',
        title: c.instalment,
        kind: 'text',
        width: 18,
        cell: (l) => text(l.view.instalment.label),
      },
      { key: 'dueOn', title: c.dueOn, kind: 'day', width: 12, cell: (l) => onDay(l.view.instalment.dueOn) },
      {
        key: 'state',
        title: c.state,
        kind: 'text',
        width: 18,
        cell: (l) => text(INSTALMENT_STATE_WORDS[l.view.state]),
      },
      {
        key: 'outstanding',
        title: c.outstanding,
        kind: 'cents',
        width: 15,
        sum: true,
        cell: (l) => euros(l.view.outstandingCents),
      },
    ],
    groups: scope.employers.map((e) => ({
      label: employerLabel(e.employer),
      rows: e.agreements.flatMap((agreement) =>
        agreement.instalments
          .filter((view) => view.outstandingCents > 0)
          .map((view) => ({ agreement, view })),
      ),
    })),
  })
}

function scenarioTable(subtitle: string, lines: readonly ScenarioLine[]): Table<ScenarioLine> {
  const c = FORECAST.columns
  const base = lines[0]
  const baseShare = base?.forecast.totals.shareCents ?? cents(0)
  const amount = (key: 'expected' | 'cautious' | 'cost' | 'earned') => ({
    key,
    title: c[key],
    kind: 'cents' as const,
    width: 16,
    cell: (l: ScenarioLine) => euros(l.forecast.totals[`${key}Cents`]),
  })
  return buildTable<ScenarioLine>({
    name: FORECAST.sheets.scenarios,
    title: FORECAST.titles.scenarios,
    subtitle,
    mark: 'cost',
    withoutTotal: true,
    columns: [
      { key: 'name', title: c.scenario, kind: 'text', width: 40, cell: (l) => text(l.name) },
      amount('expected'),
      amount('cautious'),
      amount('cost'),
      amount('earned'),
      {
        key: 'share',
        title: c.share,
        kind: 'cents',
        width: 16,
        cell: (l, at) => euros(l.forecast.totals.shareCents, `${at.ref('cost')}-${at.ref('earned')}`),
      },
      {
        key: 'difference',
        title: c.difference,
        kind: 'cents',
        width: 16,
        cell: (l, at) =>
          eurosOf(l.forecast.totals.shareCents - baseShare, `${at.ref('share')}-${at.first('share')}`),
      },
    ],
    groups: [{ label: null, rows: lines }],
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
