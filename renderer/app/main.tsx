/** Composition root of the page: styles, locale, queries, the keyboard, what the shell pushes. */
import './trusted-types.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import '../styles/index.css'
import { listen, queryClient, useRead } from '../data/queries.ts'
import { tellRefusalsBy } from '../data/refusals.ts'
import { LockScreen } from '../features/lock/lock-screen.tsx'
import { Reading } from '../ui/blocks.tsx'
import { listenToKeys, runCommand } from '../ui/commands.ts'
import { isDialogOpen } from '../ui/dialogs/dialog.tsx'
import { showError } from '../ui/messages/toast.tsx'
import { closeDialog, dialogStore } from './open-dialog.ts'
import '../data/preferences.ts'
import { Shell } from './frame/shell.tsx'
import { currentRoute } from './routes.ts'
import { SCREENS } from './screens.tsx'
import { useSignOfLife } from './sign-of-life.ts'

function App() {
  const status = useRead('file.status', {})
  useEffect(
    () =>
      listen((event) => {
        if (event.kind === 'command') runCommand(event.command)
      }),
    [],
  )
  useEffect(() => listenToKeys(() => dialogStore.get() !== null || isDialogOpen()), [])
  const locked = status.data?.locked ?? false
  useSignOfLife()
  // What was being typed in a dialog is not shown to whoever comes by; what was read is forgotten too.
  useEffect(() => {
    if (!locked) return
    closeDialog()
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'file.status' })
  }, [locked])
  return (
    <Reading read={status}>
      {(value) => (value.locked === true ? <LockScreen /> : <Shell status={value} />)}
    </Reading>
  )
}

tellRefusalsBy(showError)

// Asked for before the dossier is: the screen is here when its rows are.
SCREENS[currentRoute().screen]?.fetch().catch(() => {})

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="fr-FR">
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
