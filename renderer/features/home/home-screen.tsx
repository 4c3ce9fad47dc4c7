/** Accueil: what happened since the last visit, what is late, what comes, and where the money stands. */
import { useMemo } from 'react'
import type { HomeView } from '#shared/api/views/home.ts'
import type { Id } from '#shared/domain/facts.ts'
import { frInteger } from '#shared/text/format.ts'
import { StatusSlot } from '../../app/frame/status-bar.tsx'
import { openDialog } from '../../app/open-dialog.ts'
import { navigate } from '../../app/routes.ts'
import { takeDownload } from '../../data/client.ts'
import { useScope } from '../../data/preferences.ts'
import { act, useFileStatus, useRead } from '../../data/queries.ts'
import { EmptyState, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { LeftOut } from '../../ui/left-out.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { AgeingTable, AidEnds } from './aside-tables.tsx'
import { groupDigest } from './digest.ts'
import { Digest } from './digest-list.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MonthChartView } from './month-chart-view.tsx'
import { HOME_WORDS as W } from './text.ts'
import './home.css'

export function HomeScreen() {
  const home = useRead('read.home', { employerId: useScope() })
  return <Reading read={home}>{(view) => <Home view={view} />}</Reading>
}

function Home({ view }: { readonly view: HomeView }) {
  const groups = useMemo(() => groupDigest(view.deadlines), [view.deadlines])
  const scope = useScope()
  if (view.counts.positions === 0) return <EmptyDossier employers={view.counts.employers} />
  const within = groups.reduce((sum, group) => sum + group.rows.length, 0)
  const late = groups.find((group) => group.key === 'late')?.rows.length ?? 0
  return (
    <>
      <header className="head home-head">
        <div>
          <h1>{W.title}</h1>
          <div className="sub">{sinceLastVisit(view)}</div>
        </div>
        <span className="sp" />
        <Button onPress={() => void exportAgenda(scope)}>
          <Icon name="calendar" />
          {W.exportAgenda}
        </Button>
      </header>
      <LeftOut of={view.uncomputed} />
      <KeyFigures view={view} />
      <div className="home">
        <Digest groups={groups} later={view.deadlines.length - within} />
        <aside className="home-aside" data-area={W.chart.title} aria-label={W.chart.title}>
          <MonthChartView months={view.months} today={view.today} />
          <AgeingTable view={view} />
          <AidEnds view={view} />
        </aside>
      </div>
      <StatusSlot side="left">
        <span>
          <b>{frInteger(within)}</b> {W.status.within(within)}
        </span>
        <span>
          <b>{frInteger(late)}</b> {W.status.late}
        </span>
        <span className="hide-sm">{W.status.size(view.counts.positions, view.counts.employers)}</span>
      </StatusSlot>
      <StatusSlot side="right">
        <span className="hide-sm">{W.status.keys}</span>
      </StatusSlot>
    </>
  )
}

async function exportAgenda(employerId: Id | null): Promise<void> {
  const answer = await act('agenda.export', { employerId, names: true })
  if (!answer.ok) return
  takeDownload(answer.value.downloadId)
  if (answer.value.downloadId !== null || answer.value.savedTo !== null) showToast(W.agendaExported)
}

function sinceLastVisit(view: HomeView): string {
  const fresh = view.deadlines.filter((d) => d.isNew && d.status !== 'answered').length
  return [
    view.lastVisitOn === null ? W.firstVisit : W.lastVisit(view.lastVisitOn),
    W.crossed(fresh),
    ...(view.changedPositions === 0 ? [] : [W.changed(view.changedPositions)]),
  ].join(' · ')
}

function EmptyDossier({ employers }: { readonly employers: number }) {
  const writable = !(useFileStatus()?.readOnly ?? true)
  return (
    <EmptyState
      title={W.empty}
      action={
        <>
          <Button variant="primary" isDisabled={!writable} onPress={() => navigate({ screen: 'import' })}>
            {W.emptyImport}
          </Button>
          <Button
            isDisabled={!writable}
            onPress={() =>
              employers === 0
                ? openDialog({ kind: 'entity', entity: 'employer', id: null })
                : openDialog({ kind: 'new-position' })
            }
          >
            {employers === 0 ? W.emptyEmployer : W.emptyPosition}
          </Button>
        </>
      }
    >
      {W.emptyWhere}
    </EmptyState>
  )
}
