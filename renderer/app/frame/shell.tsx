/** The frame: top bar, rail, screen, status bar. Also the places for dialogs, messages and what is said to screen readers. */
import { Component, type ComponentType, type ReactNode, useEffect, useRef } from 'react'
import type { FileStatus } from '#shared/api/views/file-status.ts'
import { isReachable, shutReason } from '../../data/client.ts'
import { useStore } from '../../data/store.ts'
import { FR } from '../../text/fr.ts'
import { EmptyState, Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Patterns } from '../../ui/glyphs/glyph.tsx'
import { LiveRegion } from '../../ui/messages/live.tsx'
import { Toasts } from '../../ui/messages/toast.tsx'
import { DialogPlace } from '../dialog-place.tsx'
import { ReportFilePlace } from '../report-file.tsx'
import { formatRoute, navigate, type Route, useRoute } from '../routes.ts'
import { fetchUsualScreens, SCREENS } from '../screens.tsx'
import { FileNotes } from './file-notes.tsx'
import { useFrameCommands } from './frame-commands.ts'
import { Rail } from './rail.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'

/** A screen that breaks does not take the others with it; nothing of the dossier is at stake. */
class Fence extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <EmptyState
        title={isReachable.get() ? FR.crashed : FR.notWhileUnreachable}
        action={<Button onPress={() => this.setState({ broken: false })}>{FR.retry}</Button>}
      />
    )
  }
}

/** Browser shell: nobody answers any more, or no longer this page. Said at once, before a person types what cannot be written. */
function NoAnswer() {
  const reachable = useStore(isReachable)
  const shut = useStore(shutReason)
  const said = shut ?? (reachable ? null : FR.unreachable)
  return said === null ? null : (
    <div role="alert" className="no-print">
      <Note tone="late">{said}</Note>
    </div>
  )
}

function Screen({ route }: { readonly route: Route }) {
  const Shown = SCREENS[route.screen] as ComponentType<{ readonly route: Route }> | undefined
  if (Shown === undefined) {
    return (
      <EmptyState
        title={FR.screenMissing}
        action={<Button onPress={() => navigate({ screen: 'home' })}>{FR.backHome}</Button>}
      />
    )
  }
  return <Shown route={route} />
}

export function Shell({ status }: { readonly status: FileStatus }) {
  const asked = useRoute()
  const route: Route = status.open || asked.screen === 'help' ? asked : { screen: 'welcome' }
  useFrameCommands()
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = `${FR.screens[route.screen]} · Jalon`
  }, [route.screen])
  useEffect(() => {
    const idle = requestIdleCallback(fetchUsualScreens, { timeout: 3000 })
    return () => cancelIdleCallback(idle)
  }, [])
  return (
    <div className={status.open ? 'app' : 'app closed'}>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {FR.skip}
      </button>
      <Patterns />
      <TopBar status={status} />
      {status.open && <Rail />}
      <main className="main" id="main" ref={main} tabIndex={-1}>
        <NoAnswer />
        <FileNotes status={status} />
        <ReportFilePlace>
          <Fence key={route.screen}>
            <Screen route={route} />
          </Fence>
        </ReportFilePlace>
      </main>
      <StatusBar />
      <DialogPlace />
      <Toasts screen={formatRoute(route)} />
      <LiveRegion />
    </div>
  )
}
