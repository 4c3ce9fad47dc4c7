/** Tables of the forecasts: scenarios side by side, one forecast month by month, and what each post costs. */
import type { ForecastComparison } from '#shared/api/channels/forecast.ts'
import { cents } from '#shared/domain/money.ts'
import type { Forecast } from '#shared/rules/forecast/forecast.ts'
import { frAmount, frInteger, frMonth } from '#shared/text/format.ts'
import { formatRoute } from '../../app/routes.ts'
import { FORECAST_WORDS as W } from './text.ts'

const MEASURES = ['expectedCents', 'cautiousCents', 'costCents', 'earnedCents', 'shareCents'] as const

export function ComparisonTable({ comparison }: { readonly comparison: ForecastComparison }) {
  const { base, scenarios } = comparison
  return (
    <table className="plain fc-compare">
      <thead>
        <tr>
          <th scope="col">{W.measure}</th>
          <th scope="col" className="num">
            {W.dossier}
          </th>
          {scenarios.map((scenario) => (
            <th key={scenario.id} scope="col" className="num">
              {scenario.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {MEASURES.map((measure) => (
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

export function MonthTable({ forecast }: { readonly forecast: Forecast }) {
  return (
    <table className="plain">
      <thead>
        <tr>
          {W.monthColumns.map((column, i) => (
            <th key={column} scope="col" className={i === 0 ? '' : 'num'}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {forecast.months.map((month) => (
          <tr key={month.month}>
            <th scope="row">{frMonth(month.month)}</th>
            {MEASURES.map((measure) => (
              <td key={measure} className="num calc">
                {frAmount(month[measure])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{W.total}</th>
          {MEASURES.map((measure) => (
            <td key={measure} className="num">
              {frAmount(forecast.totals[measure])}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

export function EmployerTable({ forecast }: { readonly forecast: Forecast }) {
  return (
    <table className="plain">
      <thead>
        <tr>
          {W.employerColumns.map((column, i) => (
            <th key={column} scope="col" className={i === 0 ? '' : 'num'}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {forecast.employers.slice(0, POSTS_SHOWN).map((employer) => (
          <tr key={employer.employerId}>
            <th scope="row">{employer.name}</th>
            <td className="num">{frInteger(employer.posts)}</td>
            <td className="num">{frAmount(employer.costCents)}</td>
            <td className="num">{frAmount(employer.earnedCents)}</td>
            <td className="num">{frAmount(employer.shareCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Posts with the largest share first; the page stays light on a national file. */
const POSTS_SHOWN = 200

export function PostTable({ forecast }: { readonly forecast: Forecast }) {
  const posts = [...forecast.positions].sort((a, b) => b.shareCents - a.shareCents).slice(0, POSTS_SHOWN)
  return (
    <table className="plain">
      <thead>
        <tr>
          {W.postColumns.map((column, i) => (
            <th key={column} scope="col" className={i === 0 ? '' : 'num'}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <tr key={post.positionId}>
            <th scope="row">
              <a href={formatRoute({ screen: 'position', id: post.positionId, tab: 'contracts' })}>
                {post.label}
              </a>
            </th>
            <td className="num">{frAmount(post.costCents)}</td>
            <td className="num">{frAmount(post.earnedCents)}</td>
            <td className="num">{frAmount(post.shareCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
