/** Two drawings of one forecast: cash of the tranches, cost beside the aid. The table says the same. */
import { cents } from '#shared/domain/money.ts'
import type { Forecast } from '#shared/rules/forecast/forecast.ts'
import { frEuros, frInteger, frMonth } from '#shared/text/format.ts'
import { veil } from '../../data/preferences.ts'
import { useStore } from '../../data/store.ts'
import { barsOf, HEIGHT, type Pair, WIDTH } from './bars.ts'
import { FORECAST_WORDS as W } from './text.ts'

export function ForecastCharts({ forecast }: { readonly forecast: Forecast }) {
  const { months, totals } = forecast
  return (
    <div className="fc-charts">
      <BarChart
        title={W.cash}
        sentence={W.cashSentence(totals.expectedCents)}
        pairs={months.map((m) => ({ month: m.month, wide: m.expectedCents, narrow: m.cautiousCents }))}
        wide={{ className: 'b-exp', label: W.legend.expected }}
        narrow={{ className: 'b-rec', label: W.legend.cautious }}
      />
      <BarChart
        title={W.share}
        sentence={W.shareSentence(totals.costCents, totals.earnedCents)}
        pairs={months.map((m) => ({ month: m.month, wide: m.costCents, narrow: m.earnedCents }))}
        wide={{ className: 'b-exp', label: W.legend.cost }}
        narrow={{ className: 'b-rec', label: W.legend.earned }}
      />
    </div>
  )
}

interface Series {
  readonly className: string
  readonly label: string
}

function BarChart(props: {
  readonly title: string
  readonly sentence: string
  readonly pairs: readonly Pair[]
  readonly wide: Series
  readonly narrow: Series
}) {
  const chart = barsOf(props.pairs)
  const veiled = useStore(veil)
  return (
    <figure>
      <figcaption>
        <b>{props.title}</b> <span className="dim">{W.unit}</span>
      </figcaption>
      <svg className="ch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={props.sentence}>
        {chart.ticks.map((tick) => (
          <g key={tick.thousands}>
            <line
              className={tick.thousands === 0 ? 'ax' : 'gr'}
              x1={chart.left}
              x2={WIDTH}
              y1={tick.y}
              y2={tick.y}
            />
            <text x={chart.left - 5} y={tick.y + 4} textAnchor="end">
              {frInteger(Math.round(tick.thousands))}
            </text>
          </g>
        ))}
        {chart.years.map((year) => (
          <text key={year.label} className="year" x={year.x} y={HEIGHT - 6}>
            {year.label}
          </text>
        ))}
        {chart.bars.map((bar, i) => (
          <g key={bar.month}>
            <rect className={props.wide.className} {...bar.wide} />
            <rect className={props.narrow.className} {...bar.narrow} />
            {!veiled && (
              <title>
                {`${frMonth(bar.month)} : ${props.wide.label.toLowerCase()} ${frEuros(cents(props.pairs[i]?.wide ?? 0))}, ${props.narrow.label.toLowerCase()} ${frEuros(cents(props.pairs[i]?.narrow ?? 0))}`}
              </title>
            )}
          </g>
        ))}
      </svg>
      <p className="legend" aria-hidden="true">
        {[props.wide, props.narrow].map((series) => (
          <span key={series.label}>
            <svg className="ch sw" viewBox="0 0 14 10" aria-hidden="true">
              <rect className={series.className} width={14} height={10} />
            </svg>
            {series.label}
          </span>
        ))}
      </p>
    </figure>
  )
}
