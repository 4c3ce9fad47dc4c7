/** Planning: 24 months of all posts, moved month by month, closer by quarter or year, as a drawing or as a table, on paper too. */
import { useMemo, useState } from 'react'
import { addMonths, type Day, firstDayOfMonth } from '#shared/domain/day.ts'
import { frMonth } from '#shared/text/format.ts'
import { StatusSlot } from '../../app/frame/status-bar.tsx'
import { useScope } from '../../data/preferences.ts'
import { useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { EmptyState, PageHead, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { type Command, useCommands } from '../../ui/commands.ts'
import { Segmented } from '../../ui/fields/choice.tsx'
import { LeftOut } from '../../ui/left-out.tsx'
import { printPage } from '../../ui/print.ts'
import { calendarOf, endsSoon } from './calendar.ts'
import { PlanningChart } from './planning-chart.tsx'
import { PlanningLegend } from './planning-legend.tsx'
import { PlanningTable } from './planning-table.tsx'
import { PLANNING_WORDS as W } from './text.ts'
import './planning.css'

const ZOOMS = [24, 12, 3] as const
type Zoom = (typeof ZOOMS)[number]
type Look = 'chart' | 'table'

/** A long view begins with the year; a close one with the month before. */
function firstMonth(today: Day, months: Zoom): Day {
  return months === 24 ? (`${today.slice(0, 4)}-01-01` as Day) : firstDayOfMonth(addMonths(today, -1))
}

export function PlanningScreen() {
  const today = useToday()
  const employerId = useScope()
  const [look, setLook] = useState<Look>('chart')
  const [months, setMonths] = useState<Zoom>(24)
  const [from, setFrom] = useState<Day>(() => firstMonth(today, 24))
  const read = useRead('read.planning', { employerId, from, months })

  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'planning.earlier',
        label: W.earlier,
        group: W.title,
        keys: 'ArrowLeft',
        run: () => setFrom((day) => addMonths(day, -1)),
      },
      {
        id: 'planning.later',
        label: W.later,
        group: W.title,
        keys: 'ArrowRight',
        run: () => setFrom((day) => addMonths(day, 1)),
      },
      {
        id: 'planning.today',
        label: W.today,
        group: W.title,
        keys: 'Home',
        run: () => setFrom(firstMonth(today, months)),
      },
      {
        id: 'planning.look',
        label: W.table,
        group: W.title,
        keys: 'T',
        run: () => setLook((now) => (now === 'chart' ? 'table' : 'chart')),
      },
      { id: 'planning.a4', label: W.paper.a4, group: W.title, run: () => printPage('a4') },
      { id: 'planning.a3', label: W.paper.a3, group: W.title, run: () => printPage('a3') },
    ],
    [today, months],
  )
  useCommands(commands)

  return (
    <section className="pl-screen" data-area={W.title}>
      <PageHead
        title={W.title}
        subtitle={W.span(frMonth(from.slice(0, 7)), frMonth(addMonths(from, months - 1).slice(0, 7)))}
        actions={
          <div className="pl-actions">
            <Segmented
              label={W.view}
              options={[
                { value: 'chart', label: W.chart },
                { value: 'table', label: W.table },
              ]}
              value={look}
              onChange={setLook}
            />
            <Button aria-label={W.earlier} onPress={() => setFrom(addMonths(from, -1))}>
              ‹
            </Button>
            <Button onPress={() => setFrom(firstMonth(today, months))}>{W.today}</Button>
            <Button aria-label={W.later} onPress={() => setFrom(addMonths(from, 1))}>
              ›
            </Button>
            <Segmented
              label={W.zoom}
              options={ZOOMS.map((zoom) => ({ value: `${zoom}`, label: W.zooms[zoom] }))}
              value={`${months}`}
              onChange={(value) => {
                const zoom = ZOOMS.find((each) => `${each}` === value) ?? 24
                setMonths(zoom)
                setFrom(firstMonth(today, zoom))
              }}
            />
            <Button onPress={() => printPage('a4')}>{W.paper.a4}</Button>
            <Button className="hide-sm" onPress={() => printPage('a3')}>
              {W.paper.a3}
            </Button>
          </div>
        }
      />
      <Reading read={read}>
        {(view) =>
          view.rows.length === 0 ? (
            <EmptyState title={W.empty}>{W.emptyHelp}</EmptyState>
          ) : (
            <>
              <LeftOut of={view.uncomputed} />
              {look === 'chart' ? (
                <PlanningChart rows={view.rows} calendar={calendarOf(view)} />
              ) : (
                <PlanningTable rows={view.rows} />
              )}
              {look === 'chart' && <PlanningLegend />}
              <StatusSlot side="left">
                <span>{W.scope(view.rows.length, months)}</span>
                <span>{W.ends(endsSoon(view.rows, today))}</span>
              </StatusSlot>
              <StatusSlot side="right">
                <span className="hide-sm">{W.keys}</span>
              </StatusSlot>
            </>
          )
        }
      </Reading>
    </section>
  )
}
