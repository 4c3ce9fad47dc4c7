/** The sheets of "Prévisions": months, posts, tranches still expected, scenarios beside the dossier. */
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import type { Forecast, ForecastMonth, ForecastPosition } from '#shared/rules/forecast/forecast.ts'
import { FORECAST } from '#shared/text/reports/others.ts'
import { INSTALMENT_STATE_WORDS } from '#shared/text/words.ts'
import type { InstalmentLine } from '../aid/instalment-table.ts'
import { euros, eurosOf, ident, onDay, text } from '../cells.ts'
import type { Scope } from '../scope.ts'
import { buildTable, type Table } from '../table.ts'

export interface ScenarioLine {
  readonly name: string
  readonly forecast: Forecast
}

export function monthTable(subtitle: string, base: Forecast): Table<ForecastMonth> {
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

export function positionTable(subtitle: string, base: Forecast): Table<ForecastPosition> {
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

export function instalmentTable(scope: Scope, subtitle: string): Table<InstalmentLine> {
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

export function scenarioTable(subtitle: string, lines: readonly ScenarioLine[]): Table<ScenarioLine> {
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
