/** Tables of the forecasts: scenarios side by side, one forecast month by month, and what each post costs. */
import type { ReactNode } from 'react'
import type { ForecastComparison } from '#shared/api/channels/forecast.ts'
import { cents } from '#shared/domain/money.ts'
import type { Forecast, ForecastMonth } from '#shared/rules/forecast/forecast.ts'
import { frAmount, frInteger, frMonth } from '#shared/text/format.ts'
import { formatRoute } from '../../app/routes.ts'
import { num, TableHead } from '../../ui/lists/table-head.tsx'
import { FORECAST_WORDS as W } from './text.ts'

const BY_MONTH = ['expectedCents', 'cautiousCents', 'costCents', 'earnedCents', 'shareCents'] as const
const COMPARED = [...BY_MONTH.slice(0, 3), 'afterAidCents', ...BY_MONTH.slice(3)] as const

export function ComparisonTable({ comparison }: { readonly comparison: ForecastComparison }) {
  const { base, scenarios } = comparison
  return (
    <table className="plain fc-compare">
      <TableHead columns={[W.measure, num(W.dossier), ...scenarios.map((scenario) => num(scenario.name))]} />
      <tbody>
        {COMPARED.map((measure) => (
          <tr key={measure}>
            <th scope="row">{W.rows[measure]} (€)</th>
            <td className="num">{frAmount(base.totals[measure])}</td>
            {scenarios.map((scenario) => (
              <td key={scenario.id} className="num">
                {frAmount(scenario.forecast.totals[measure])}
                <Difference of={scenario.forecast.totals[measure] - base.totals[measure]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Difference({ of }: { readonly of: number }) {
  if (of === 0) return <span className="fc-diff dim">=</span>
  return (
    <span className="fc-diff dim">
      {of > 0 && '+'}
      {frAmount(cents(of))}
    </span>
  )
}

interface AmountRow {
  readonly key: string
  readonly head: ReactNode
  readonly amounts: readonly string[]
}

/** A name on the left, figures on the right, an optional total below. */
function AmountTable(props: {
  readonly columns: readonly string[]
  readonly rows: readonly AmountRow[]
  readonly total?: AmountRow
}) {
  const line = ({ key, head, amounts }: AmountRow) => (
    <tr key={key}>
      <th scope="row">{head}</th>
      {amounts.map((amount, i) => (
        <td key={props.columns[i + 1]} className="num">
          {amount}
        </td>
      ))}
    </tr>
  )
  return (
    <table className="plain">
      <TableHead columns={props.columns.map((column, i) => (i === 0 ? column : num(column)))} />
      <tbody>{props.rows.map(line)}</tbody>
      {props.total !== undefined && <tfoot>{line(props.total)}</tfoot>}
    </table>
  )
}

export function MonthTable({ forecast }: { readonly forecast: Forecast }) {
  const amounts = (of: Pick<ForecastMonth, (typeof BY_MONTH)[number]>) =>
    BY_MONTH.map((measure) => frAmount(of[measure]))
  return (
    <AmountTable
      columns={W.monthColumns}
      rows={forecast.months.map((m) => ({ key: m.month, head: frMonth(m.month), amounts: amounts(m) }))}
      total={{ key: 'total', head: W.total, amounts: amounts(forecast.totals) }}
    />
  )
}

/** Beyond this many lines the page would grow heavy on a national file: the largest shares are shown. */
const LINES_SHOWN = 200
const SHARE = ['costCents', 'earnedCents', 'shareCents'] as const

export function EmployerTable({ forecast }: { readonly forecast: Forecast }) {
  return (
    <AmountTable
      columns={W.employerColumns}
      rows={forecast.employers.slice(0, LINES_SHOWN).map((employer) => ({
        key: `${employer.employerId}`,
        head: employer.name,
        amounts: [frInteger(employer.posts), ...SHARE.map((amount) => frAmount(employer[amount]))],
      }))}
    />
  )
}

export function PostTable({ forecast }: { readonly forecast: Forecast }) {
  const posts = [...forecast.positions].sort((a, b) => b.shareCents - a.shareCents).slice(0, LINES_SHOWN)
  return (
    <AmountTable
      columns={W.postColumns}
      rows={posts.map((post) => ({
        key: `${post.positionId}`,
        head: (
          <a href={formatRoute({ screen: 'position', id: post.positionId, tab: 'contracts' })}>
            {post.label}
          </a>
        ),
        amounts: SHARE.map((amount) => frAmount(post[amount])),
      }))}
    />
  )
}
