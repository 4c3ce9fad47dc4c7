/** The 36-month chart of tranches, and the same figures as a table one click away. */
import { useMemo, useState } from 'react'
import type { HomeView } from '#shared/api/views/home.ts'
import type { Day } from '#shared/domain/day.ts'
import { sumCents } from '#shared/domain/money.ts'
import { frAmount, frDay, frInteger, frMonth } from '#shared/text/format.ts'
import { veil } from '../../data/preferences.ts'
import { useStore } from '../../data/store.ts'
import { Button } from '../../ui/button.tsx'
import { type BarKind, buildMonthChart, TODAY_TAG } from './month-chart.ts'
import { HOME_WORDS } from './text.ts'

const W = HOME_WORDS.chart
const CLASSES: Readonly<Record<BarKind, string>> = {
  expected: 'b-exp',
  received: 'b-rec',
  late: 'b-late',
  claimable: 'b-todo',
  suspended: 'b-susp',
}

export function MonthChartView({
  months,
  today,
}: {
  readonly months: HomeView['months']
  readonly today: Day
}) {
  const [asTable, setAsTable] = useState(false)
  return (
    <section>
      <div className="aside-h">
        <h2>{W.title}</h2>
        <span className="sp" />
        <Button variant="link" onPress={() => setAsTable((now) => !now)}>
          {asTable ? W.asChart : W.asTable}
        </Button>
      </div>
      {asTable ? <MonthTable months={months} /> : <Chart months={months} today={today} />}
    </section>
  )
}

function Chart({ months, today }: { readonly months: HomeView['months']; readonly today: Day }) {
  const veiled = useStore(veil)
  const chart = useMemo(() => buildMonthChart(months, today), [months, today])
  const kinds = new Set(chart.bars.map((bar) => bar.kind))
  if (chart.bars.length === 0) return <p className="sm mut">{W.empty}</p>
  const sentence = W.sentence(
    months[0]?.month ?? '',
    months.at(-1)?.month ?? '',
    sumCents(months.map((m) => m.expectedCents)),
    sumCents(months.map((m) => m.receivedCents)),
  )
  return (
    <figure className="month-chart">
      <figcaption className="sm dim">{W.unit}</figcaption>
      <svg className="ch" viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={sentence}>
        {chart.ticks.map((tick) => (
          <g key={tick.thousands}>
            <line
              className={tick.thousands === 0 ? 'ax' : 'gr'}
              x1={chart.left}
              x2={chart.width}
              y1={tick.y}
              y2={tick.y}
            />
            <text x={chart.left - 5} y={tick.y + 4} textAnchor="end">
              {frInteger(tick.thousands)}
            </text>
          </g>
        ))}
        {chart.years.map((year) => (
          <g key={year.label}>
            <line className="ax" x1={year.x} x2={year.x} y1={chart.top} y2={chart.height - 8} />
            <text className="year" x={year.x + 4} y={chart.height - 9}>
              {year.label}
            </text>
          </g>
        ))}
        {chart.bars.map((bar) => (
          <rect
            key={bar.key}
            className={CLASSES[bar.kind]}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
          >
            {!veiled && <title>{W.barTitle(bar.month, W.bars[bar.kind], bar.cents)}</title>}
          </rect>
        ))}
        {chart.today !== null && (
          <>
            <line className="now" x1={chart.today.x} x2={chart.today.x} y1={4} y2={chart.baseline} />
            <rect
              className="nowb"
              x={chart.today.labelX - TODAY_TAG / 2}
              y={0}
              width={TODAY_TAG}
              height={15}
              rx={2}
            />
            <text className="nowt" x={chart.today.labelX} y={11} textAnchor="middle">
              {frDay(today)}
            </text>
          </>
        )}
      </svg>
      <div className="legend">
        {(Object.keys(W.bars) as BarKind[])
          .filter((kind) => kinds.has(kind))
          .map((kind) => (
            <span key={kind}>
              <svg className="sw ch" viewBox="0 0 14 10" aria-hidden="true" focusable="false">
                <rect className={CLASSES[kind]} width="14" height="10" />
              </svg>
              {W.bars[kind]}
            </span>
          ))}
      </div>
    </figure>
  )
}

function MonthTable({ months }: { readonly months: HomeView['months'] }) {
  const used = months.filter(
    (m) => m.expectedCents + m.receivedCents + m.lateCents + m.claimableCents + m.suspendedCents > 0,
  )
  const kinds = ['expected', 'received', 'late', 'claimable', 'suspended'] as const
  return (
    <div className="month-table">
      <table className="mini">
        <thead>
          <tr>
            <th scope="col">{W.month}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="num">
                {W.bars[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map((m) => (
            <tr key={m.month}>
              <th scope="row">{frMonth(m.month)}</th>
              {kinds.map((kind) => (
                <td key={kind} className="num">
                  {m[`${kind}Cents`] === 0 ? '—' : frAmount(m[`${kind}Cents`])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
