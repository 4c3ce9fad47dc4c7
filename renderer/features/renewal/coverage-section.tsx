/** Month by month, what the aid covers of the new contract, and what the employer pays. */

import type { Coverage, CoveragePart } from '#shared/rules/engine/contracts/coverage.ts'
import { frDay, frEuros, frMonth } from '#shared/text/format.ts'
import { num, TableHead } from '../../ui/lists/table-head.tsx'
import { RENEWAL_WORDS as W } from './text.ts'

const WIDTH = 600
const SHORT_MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
]

export function CoverageSection({ coverage }: { readonly coverage: Coverage }) {
  const { funded, unfunded, total } = coverage
  const parts: readonly (readonly [string, CoveragePart])[] = [
    ...(funded.months + funded.days > 0 ? [[W.fundedPart(funded.months, funded.days), funded] as const] : []),
    ...(unfunded.months + unfunded.days > 0
      ? [[W.unfundedPart(unfunded.months, unfunded.days), unfunded] as const]
      : []),
  ]
  return (
    <section className="coverage">
      <div>
        <h3>{W.coverage}</h3>
        <Months coverage={coverage} />
      </div>
      {coverage.isCosted ? (
        <table className="mini">
          <TableHead columns={[W.period, num(W.cost), num(W.aid), num(W.share)]} />
          <tbody>
            {parts.map(([name, part]) => (
              <Line key={name} name={name} part={part} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{W.totalPart(total.months, total.days)}</td>
              <td className="num">{frEuros(total.costCents)}</td>
              <td className="num">{frEuros(total.aidCents)}</td>
              <td className="num">{frEuros(total.shareCents)}</td>
            </tr>
          </tfoot>
        </table>
      ) : (
        <p className="sm mut">{W.notCosted}</p>
      )}
    </section>
  )
}

function Line({ name, part }: { readonly name: string; readonly part: CoveragePart }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">{frEuros(part.costCents)}</td>
      <td className="num">{frEuros(part.aidCents)}</td>
      <td className="num">{frEuros(part.shareCents)}</td>
    </tr>
  )
}

function Months({ coverage }: { readonly coverage: Coverage }) {
  const { months, funded, unfunded, fundedTo } = coverage
  const slot = WIDTH / Math.max(1, months.length)
  const split = months.filter((month) => month.isFunded).length
  const every = Math.ceil(30 / slot)
  const label =
    unfunded.months + unfunded.days === 0
      ? null
      : W.unfundedLabel(unfunded.months, unfunded.days, fundedTo === null ? null : frDay(fundedTo))
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${WIDTH} 46`}
      role="img"
      aria-label={W.coverageSentence(months.length, split, months.length - split)}
    >
      {months.map((month, index) => (
        <g key={month.from}>
          <rect
            className={month.isFunded ? 'b-rec' : 'vac'}
            x={index * slot + 0.5}
            y={14}
            width={slot - 2}
            height={17}
          >
            <title>{frMonth(month.from)}</title>
          </rect>
          {index % every === 0 && (
            <text x={index * slot + slot / 2} y={43} textAnchor="middle">
              {SHORT_MONTHS[Number(month.from.slice(5, 7)) - 1]}
            </text>
          )}
        </g>
      ))}
      {split > 0 && (
        <text className="lbb" x={0} y={9}>
          {W.fundedPart(funded.months, funded.days)}
        </text>
      )}
      {label !== null && (
        <text
          className="lbb"
          x={split > 0 && split * slot > 90 ? split * slot + 6 : split > 0 ? WIDTH : 0}
          y={9}
          textAnchor={split > 0 && split * slot <= 90 ? 'end' : 'start'}
        >
          {label}
        </text>
      )}
      {split > 0 && split < months.length && <path className="now" d={`M${split * slot - 0.5} 0V34`} />}
    </svg>
  )
}
