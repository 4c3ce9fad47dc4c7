/**
 * Where dialogs appear, one at a time: opening another replaces it. Their forms are a third of the page's code and none is
 * needed to see a dossier, so they come after the first screen, before anyone can ask for one.
 */
import { type ComponentType, useEffect } from 'react'
import { createStore, useStore } from '../data/store.ts'
import { type DialogRequest, dialogStore, giveFocusBack } from './open-dialog.ts'

interface Dialogs {
  readonly Dialog: ComponentType<{ readonly request: DialogRequest }>
}

const dialogs = createStore<Dialogs | null>(null)

async function fetchDialogs(): Promise<void> {
  dialogs.set(await import('./dialogs.tsx'))
}

export function DialogPlace() {
  const request = useStore(dialogStore)
  const loaded = useStore(dialogs)
  const isWaiting = request !== null && loaded === null
  useEffect(() => {
    if (isWaiting) void fetchDialogs()
  }, [isWaiting])
  useEffect(() => {
    if (request === null) return
    // After the frame in which a dialog that closes gives the focus back by itself.
    return () =>
      void requestAnimationFrame(() =>
        requestAnimationFrame(() => dialogStore.get() === null && giveFocusBack()),
      )
  }, [request])
  useEffect(() => {
    const idle = requestIdleCallback(() => fetchDialogs().catch(() => {}), { timeout: 1500 })
    return () => cancelIdleCallback(idle)
  }, [])
  return request === null || loaded === null ? null : <loaded.Dialog request={request} />
}
