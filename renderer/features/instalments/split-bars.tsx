/** Above the tranches: what the notified amount has become, and how old what is late is. Amounts are written under the bars. */

import { useMemo } from 'react'
import type { InstalmentRow } from '#shared/api/views/grid-rows.ts'
import type { Cents } from '#shared/domain/money.ts'
import { frAmount, frEuros } from '#shared/text/format.ts'
import { INSTALMENTS as W } from '../../text/instalments.ts'
import { Glyph, type GlyphName } from '../../ui/glyphs/glyph.tsx'
import { splitOf } from './instalment-state.tsx'
import './instalments.css'

interface Segment {
  readonly key: string
  readonly word: string
  readonly cents: Cents
  readonly glyph: GlyphName
  readonly fill: string
  readonly stroke: string
  readonly isLate?: boolean
}

const GAP = 1.2

/** Widths are shares of 100; a thin gap between segments so that hatch and plain never touch. */
function Bar(props: {
  readonly label: string
  readonly parts: readonly {
    readonly key: string
    readonly cents: number
    readonly fill: string
    readonly stroke: string
    readonly opacity?: number
  }[]
}) {
  const shown = props.parts.filter((part) => part.cents > 0)
  const total = shown.reduce((sum, part) => sum + part.cents, 0)
  let at = 0
  return (
    <svg className="split" role="img" aria-label={props.label} width="100%" height="16">
      {shown.map((part) => {
        const share = total === 0 ? 0 : (part.cents / total) * 100
        const x = at
        at += share
        return (
          <rect
            key={part.key}
            x={`${x}%`}
            y=".5"
            width={`calc(${share}% - ${GAP}px)`}
            height="15"
            fill={part.fill}
            fillOpacity={part.opacity ?? 1}
            stroke={part.stroke}
          />
        )
      })}
    </svg>
  )
}

const AGE_OPACITY = [0.12, 0.32, 0.6, 1]

export function SplitBars({ rows }: { readonly rows: readonly InstalmentRow[] }) {
  const split = useMemo(() => splitOf(rows), [rows])
  const ink = 'var(--ink-2)'
  const segments: readonly Segment[] = [
    {
      key: 'received',
      word: W.received,
      cents: split.receivedCents,
      glyph: 'received',
      fill: 'var(--accent)',
      stroke: ink,
    },
    {
      key: 'late',
      word: W.late,
      cents: split.open.late,
      glyph: 'late',
      fill: 'url(#p-late)',
      stroke: 'var(--late)',
      isLate: true,
    },
    {
      key: 'claimable',
      word: W.claimable,
      cents: split.open.claimable,
      glyph: 'claimable',
      fill: 'url(#p-dots)',
      stroke: ink,
    },
    {
      key: 'claimed',
      word: W.claimed,
      cents: split.open.claimed,
      glyph: 'claimed',
      fill: 'var(--surface-3)',
      stroke: ink,
    },
    {
      key: 'planned',
      word: W.planned,
      cents: split.open.planned,
      glyph: 'planned',
      fill: 'var(--surface)',
      stroke: ink,
    },
    {
      key: 'suspended',
      word: W.suspended,
      cents: split.open.suspended,
      glyph: 'suspended',
      fill: 'url(#p-hatch)',
      stroke: ink,
    },
    {
      key: 'cancelled',
      word: W.cancelled,
      cents: split.cancelledCents,
      glyph: 'cancelled',
      fill: 'none',
      stroke: 'var(--line-2)',
    },
  ]
  const shown = segments.filter((segment) => segment.cents > 0 || segment.key === 'received')
  const sentence = shown.map((segment) => `${segment.word} ${frEuros(segment.cents)}`).join(', ')
  const late = split.open.late
  return (
    <div className="split-bars">
      <div>
        <p className="sm mut">
          {W.notified} <b className="ink amount">{frEuros(split.notifiedCents)}</b>{' '}
          <span className="hide-sm">{W.split}</span>
        </p>
        <Bar label={`${W.splitLabel} : ${sentence}`} parts={shown} />
        <div className="legend">
          {shown.map((segment) => (
            <span key={segment.key} className={segment.isLate ? 'late' : ''}>
              <Glyph name={segment.glyph} />
              {segment.word}{' '}
              <b className={segment.isLate ? 'amount' : 'ink amount'}>{frEuros(segment.cents)}</b>
            </span>
          ))}
        </div>
      </div>
      <div>
        {late === 0 ? (
          <p className="sm mut">{W.noLate}</p>
        ) : (
          <>
            <p className="sm mut">
              {W.late} <b className="late amount">{frEuros(late)}</b> {W.byAge}
            </p>
            <Bar
              label={`${W.ageLabel} : ${split.ages.map((each, at) => `${W.ages[at]} ${frEuros(each)}`).join(', ')}`}
              parts={split.ages.map((each, at) => ({
                key: W.ages[at] ?? '',
                cents: each,
                fill: 'var(--late)',
                stroke: 'var(--late)',
                opacity: AGE_OPACITY[at] ?? 1,
              }))}
            />
            <div className="legend">
              {split.ages.map((each, at) => (
                <span key={W.ages[at]}>
                  {W.ages[at]} <b className="ink amount">{frAmount(each)}</b>
                </span>
              ))}
            </div>
          </>
        )}
      </div>
    </div>
  )
}
