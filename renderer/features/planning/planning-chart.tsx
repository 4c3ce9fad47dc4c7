/** The planning as a drawing: one line a post, conventions above, contracts below. Its table says the same. */
import { type CSSProperties, useMemo } from 'react'
import type { PlanningBar, PlanningMark, PlanningRow } from '#shared/rules/engine/planning.ts'
import { frDay } from '#shared/text/format.ts'
import { formatRoute } from '../../app/routes.ts'
import { usePrivateTip } from '../../data/preferences.ts'
import { useToday } from '../../data/today.ts'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { INSTALMENT_GLYPH, POSITION_GLYPH } from '../../ui/glyphs/state-glyph.tsx'
import { VirtualLines } from '../../ui/lists/virtual-lines.tsx'
import { spread } from '../../ui/spread.ts'
import { type Calendar, type Line, linesOf } from './calendar.ts'
import { PLANNING_WORDS as W } from './text.ts'

const HEIGHT = { group: 24, row: 48 } as const

interface ChartProps {
  readonly rows: readonly PlanningRow[]
  readonly calendar: Calendar
}

export function PlanningChart({ rows, calendar }: ChartProps) {
  const lines = useMemo(() => linesOf(rows), [rows])
  return (
    <VirtualLines
      label={W.title}
      className="pl"
      bodyClassName="pl-body"
      head={<ChartHead calendar={calendar} />}
      lines={lines}
      heightOf={(line) => HEIGHT[line.kind]}
      draw={(line, style) => <ChartLine key={line.key} line={line} calendar={calendar} style={style} />}
    />
  )
}

function ChartHead({ calendar }: { readonly calendar: Calendar }) {
  return (
    <div className="pl-head">
      <span className="pl-name">{W.head}</span>
      <div className="pl-lane" aria-hidden="true">
        {calendar.months.map((month) => (
          <span key={month.key} className="pl-month" style={{ left: `${month.left}%` }}>
            {month.startsYear && <b>{month.year}</b>}
            <span>{W.months[month.number - 1]}</span>
          </span>
        ))}
        <TodayLine calendar={calendar} labelled />
      </div>
    </div>
  )
}

function TodayLine({ calendar, labelled }: { readonly calendar: Calendar; readonly labelled?: boolean }) {
  const today = useToday()
  if (today < calendar.from || today > calendar.to) return null
  return (
    <span className="pl-today" style={{ left: `${calendar.at(today)}%` }}>
      {labelled === true && <b>{frDay(today)}</b>}
    </span>
  )
}

interface LineProps {
  readonly line: Line
  readonly calendar: Calendar
  readonly style: CSSProperties
}

function ChartLine({ line, calendar, style }: LineProps) {
  if (line.kind === 'group')
    return (
      <div className="pl-line pl-group" style={style}>
        <b>{line.name}</b>
      </div>
    )
  const { row } = line
  return (
    <div className="pl-line" style={style}>
      <a className="pl-name" href={formatRoute({ screen: 'position', id: row.positionId, tab: 'contracts' })}>
        <span>
          {row.stateId !== null && <b>{row.stateId} </b>}
          {row.label}
        </span>
        <span className="st" data-private>
          <Glyph name={POSITION_GLYPH[row.state]} />
          {W.holder(row)}
        </span>
      </a>
      <div className="pl-lane">
        {calendar.months.map((month) => (
          <span key={month.key} className="pl-rule" style={{ left: `${month.left}%` }} />
        ))}
        {row.agreements.map((a) => (
          <Convention key={a.from} period={a} calendar={calendar} />
        ))}
        {row.bars.map((bar) => (
          <Bar key={`${bar.kind}-${bar.from}-${bar.contractId}`} bar={bar} row={row} calendar={calendar} />
        ))}
        {marksApart(row.marks, calendar).map(({ mark, left }, rank) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two payments of one day share all the rest
          <Mark key={`${mark.instalmentId}-${mark.on}-${rank}`} mark={mark} left={left} />
        ))}
        <NoticeFlag row={row} calendar={calendar} />
        <TodayLine calendar={calendar} />
      </div>
    </div>
  )
}

function Convention(props: {
  readonly period: PlanningRow['agreements'][number]
  readonly calendar: Calendar
}) {
  const { period, calendar } = props
  const end = calendar.at(period.from) + calendar.width(period.from, period.to)
  return (
    <>
      <span
        className="pl-conv"
        style={placed(calendar, period)}
        title={`${W.agreement}, ${frDay(period.from)} – ${frDay(period.to)}`}
      />
      {period.endsInside && end < 94 && (
        <span className="pl-end" style={{ left: `${end}%` }}>
          {frDay(period.to)}
        </span>
      )}
    </>
  )
}

function Bar(props: { readonly bar: PlanningBar; readonly row: PlanningRow; readonly calendar: Calendar }) {
  const { bar, row, calendar } = props
  const tip = usePrivateTip(W.barTitle(bar))
  return (
    <span className={`pl-bar ${bar.kind}`} style={placed(calendar, bar)} title={tip}>
      {bar.kind === 'funded' && <span data-private>{bar.personName}</span>}
      {bar.kind !== 'funded' && (
        <span className={row.vacancyLimitOn !== null && bar.kind === 'unfilled' ? 'warn' : ''}>
          {W.barNote(bar, row)}
        </span>
      )}
    </span>
  )
}

/** A mark and half of one, in shares of a lane of usual width: tranches of one day stand side by side. */
const MARK_SHARE = 1.4

function marksApart(marks: readonly PlanningMark[], calendar: Calendar) {
  const sorted = [...marks].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const places = spread(
    sorted.map((mark) => calendar.at(mark.on)),
    MARK_SHARE,
    0,
    100,
  )
  return sorted.map((mark, rank) => ({ mark, left: places[rank] ?? calendar.at(mark.on) }))
}

function Mark({ mark, left }: { readonly mark: PlanningMark; readonly left: number }) {
  const tip = usePrivateTip(W.mark(mark.label, frDay(mark.on), mark.amountCents, mark.state))
  return (
    <span className={mark.late ? 'pl-mark late' : 'pl-mark'} style={{ left: `${left}%` }} title={tip}>
      <Glyph name={mark.late ? 'late' : INSTALMENT_GLYPH[mark.state]} />
    </span>
  )
}

function NoticeFlag({ row, calendar }: { readonly row: PlanningRow; readonly calendar: Calendar }) {
  if (row.notice === null) return null
  const missed = row.notice.state === 'missed'
  return (
    <span
      className={missed ? 'pl-flag late' : 'pl-flag warn'}
      style={{ left: `${calendar.at(row.notice.on)}%` }}
      title={`${W.notice} : ${frDay(row.notice.on)}`}
    >
      <Glyph name={missed ? 'flag-missed' : 'flag'} />
    </span>
  )
}

function placed(calendar: Calendar, period: Pick<PlanningBar, 'from' | 'to'>): CSSProperties {
  return { left: `${calendar.at(period.from)}%`, width: `${calendar.width(period.from, period.to)}%` }
}
