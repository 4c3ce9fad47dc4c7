/** The drawing of a post's timeline. What it says is in the tabs below too: the drawing adds the glance, not the data. */
import { useMemo } from 'react'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import type { InstalmentState } from '#shared/domain/words.ts'
import { usePrivateTip } from '../../../data/preferences.ts'
import { useToday } from '../../../data/today.ts'
import { Glyph } from '../../../ui/glyphs/glyph.tsx'
import { SHEET_WORDS as W } from '../text.ts'
import type { Mark } from './marks.ts'
import { type Bar, buildTimeline, type Timeline, TODAY_TAG } from './timeline.ts'

const BAR_CLASS: Readonly<Record<Bar['kind'], string>> = {
  agreement: 'conv',
  contract: 'ctr',
  unfunded: 'nof',
  vacancy: 'vac',
  unfilled: 'free',
}

export function TimelineView({ sheet }: { readonly sheet: PositionSheet }) {
  const today = useToday()
  const timeline = useMemo(() => buildTimeline(sheet, today), [sheet, today])
  return (
    <figure className="timeline">
      <svg
        className="ch tl"
        viewBox={`0 0 ${timeline.width} ${timeline.height}`}
        role="img"
        aria-label={timeline.sentence}
      >
        <Axis timeline={timeline} />
        {timeline.bars.map((bar) => (
          <BarShape key={bar.key} bar={bar} />
        ))}
        {timeline.ends.map((end) => (
          <text key={end.key} x={end.x} y={end.y}>
            {end.text}
          </text>
        ))}
        <TodayLine timeline={timeline} />
        {timeline.bars.map((bar) => (
          <BelowBar key={bar.key} bar={bar} />
        ))}
        {timeline.marks.map((mark) => (
          <MarkShape key={mark.key} mark={mark} y={timeline.marksY} />
        ))}
        <NoticeFlag timeline={timeline} />
      </svg>
      <Legend timeline={timeline} />
    </figure>
  )
}

function Axis({ timeline: t }: { readonly timeline: Timeline }) {
  return (
    <>
      {t.years.map((year) => (
        <g key={year.key}>
          {year.line && <line className="gr" x1={year.x} x2={year.x} y1={16} y2={t.height - 8} />}
          <text className="year" x={year.x + 4} y={12}>
            {year.label}
          </text>
        </g>
      ))}
      <line className="ax" x1={t.left} x2={t.width} y1={17} y2={17} />
      {t.rules.map((y) => (
        <line key={y} className="gr" x1={0} x2={t.width} y1={y} y2={y} />
      ))}
      {t.lanes.map((lane) => (
        <text key={lane.key} x={0} y={lane.y}>
          {lane.label}
        </text>
      ))}
    </>
  )
}

function BarShape({ bar }: { readonly bar: Bar }) {
  const tip = usePrivateTip(bar.title)
  return (
    <g>
      <rect className={BAR_CLASS[bar.kind]} x={bar.x} y={bar.y} width={bar.width} height={20}>
        {tip !== undefined && <title>{tip}</title>}
      </rect>
      {bar.label !== null && (
        <text
          className={bar.kind === 'unfilled' ? undefined : 'lb'}
          x={bar.x + 6}
          y={bar.y + 14}
          pointerEvents="none"
          data-private=""
        >
          {bar.label}
        </text>
      )}
    </g>
  )
}

/** After the line of today, which would strike it through. */
function BelowBar({ bar }: { readonly bar: Bar }) {
  return bar.below === null ? null : (
    <text className="lb halo" x={bar.below.x} y={bar.y + 32} textAnchor="middle" data-private="">
      {bar.below.text}
    </text>
  )
}

function MarkShape({ mark, y }: { readonly mark: Mark; readonly y: number }) {
  const tip = usePrivateTip(mark.title)
  const late = mark.state === 'late' || mark.label?.detail.startsWith('retard') === true
  return (
    <g>
      {tip !== undefined && <title>{tip}</title>}
      {mark.discs.map((disc) => (
        <g key={disc.x}>
          {Math.abs(disc.x - disc.dayX) > 1 && (
            <path className="m-lead" d={`M${disc.dayX} ${y - 14} L${disc.x} ${y - 7}`} />
          )}
          <MarkGlyph state={late ? 'late' : mark.state} x={disc.x} y={y} small={disc.small} />
        </g>
      ))}
      {mark.label !== null && (
        <>
          <text
            className={late ? 'lt halo' : 'lb halo'}
            x={mark.x}
            y={y + 20}
            textAnchor="middle"
            data-private=""
          >
            {mark.label.amount}
          </text>
          <text className={late ? 'lt halo' : 'halo'} x={mark.x} y={y + 33} textAnchor="middle">
            {mark.label.detail}
          </text>
        </>
      )}
    </g>
  )
}

function MarkGlyph(props: {
  readonly state: InstalmentState
  readonly x: number
  readonly y: number
  readonly small: boolean
}) {
  const { state, x, y } = props
  const r = props.small ? 4.5 : 5.5
  switch (state) {
    case 'received':
      return <circle className="m-rec" cx={x} cy={y} r={r} />
    case 'partly-received':
      return (
        <>
          <circle className="m-exp" cx={x} cy={y} r={r} />
          <path className="m-rec" d={`M${x} ${y - r}a${r} ${r} 0 0 0 0 ${2 * r}z`} />
        </>
      )
    case 'late':
      return (
        <>
          <path className="m-late" d={`M${x} ${y - 7} l7.500 13 h-15z`} />
          <path className="m-late-mark" d={`M${x} ${y - 2} v4.500 M${x} ${y + 4} v.8`} />
        </>
      )
    case 'claimable':
      return (
        <>
          <circle className="m-exp" cx={x} cy={y} r={r} />
          <path className="m-line" d={`M${x} ${y - 3}v6M${x - 3} ${y}h6`} />
        </>
      )
    case 'suspended':
      return (
        <>
          <circle className="m-exp" cx={x} cy={y} r={r} strokeDasharray="2 1.500" />
          <path className="m-line" d={`M${x - 1.5} ${y - 2}v4M${x + 1.5} ${y - 2}v4`} />
        </>
      )
    case 'cancelled':
      return (
        <>
          <circle className="m-exp" cx={x} cy={y} r={r} />
          <path className="m-line" d={`M${x - 3.5} ${y + 3.5}l7 -7`} />
        </>
      )
    case 'planned':
    case 'claimed':
      return <circle className="m-exp" cx={x} cy={y} r={r} />
  }
}

function TodayLine({ timeline: t }: { readonly timeline: Timeline }) {
  if (t.today === null) return null
  return (
    <>
      <line className="now" x1={t.today.x} x2={t.today.x} y1={2} y2={t.height - 8} />
      <rect className="nowb" x={t.today.labelX - TODAY_TAG / 2} y={0} width={TODAY_TAG} height={15} rx={2} />
      <text className="nowt" x={t.today.labelX} y={11} textAnchor="middle">
        {t.today.text}
      </text>
    </>
  )
}

function NoticeFlag({ timeline: t }: { readonly timeline: Timeline }) {
  if (t.flag === null) return null
  const { x, y, missed } = t.flag
  return (
    <>
      <path className={missed ? 'polel' : 'pole'} d={`M${x} ${y - 4} V${y + 39}`} />
      <path className={missed ? 'flagl' : 'flag'} d={`M${x} ${y + 25} l13 4.500 -13 4.500z`} />
      <text className={missed ? 'lt' : 'wt'} x={t.flag.textX} y={y + 34} textAnchor={t.flag.anchor}>
        {t.flag.text}
      </text>
    </>
  )
}

function Legend({ timeline: t }: { readonly timeline: Timeline }) {
  const has = (kind: Bar['kind']) => t.bars.some((bar) => bar.kind === kind)
  const swatch = (kind: string) => (
    <svg className="sw ch" viewBox="0 0 14 10" aria-hidden="true" focusable="false">
      <rect className={kind} width="14" height="10" />
    </svg>
  )
  return (
    <figcaption className="legend">
      <span>
        {swatch('conv')}
        {W.legend.agreement}
      </span>
      <span>
        {swatch('ctr')}
        {W.legend.contract}
      </span>
      {has('unfunded') && (
        <span>
          {swatch('nof')}
          {W.legend.unfunded}
        </span>
      )}
      {has('vacancy') && (
        <span>
          {swatch('vac')}
          {W.legend.vacancy}
        </span>
      )}
      <span>
        <Glyph name="received" />
        {W.legend.received}
      </span>
      <span>
        <Glyph name="planned" />
        {W.legend.planned}
      </span>
      <span>
        <span className="late">
          <Glyph name="late" />
        </span>
        {W.legend.late}
      </span>
      {t.flag !== null && (
        <span>
          <span className={t.flag.missed ? 'late' : 'warn'}>
            <Glyph name={t.flag.missed ? 'flag-missed' : 'flag'} />
          </span>
          {t.flag.missed ? W.legend.noticeMissed : W.legend.notice}
        </span>
      )}
    </figcaption>
  )
}
