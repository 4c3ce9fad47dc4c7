/** What a person chose on a grid, kept while the page lives: coming back from a post finds the grid as it was left. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { SavedView } from '#shared/domain/facts.ts'
import type { GridColumn } from '../model/column.ts'
import { defaultView, type GridView, readView } from '../model/view.ts'

export interface GridTab<R> {
  readonly id: string
  readonly label: string
  /** Rows of this view, before any filter. */
  readonly where?: (row: R) => boolean
  readonly view?: Partial<GridView>
}

export interface TabState<R> {
  readonly tab: GridTab<R>
  readonly saved: SavedView | null
  readonly view: GridView
  readonly isChanged: boolean
  readonly setView: (next: GridView | ((now: GridView) => GridView)) => void
  readonly choose: (id: string) => void
  readonly tabs: readonly GridTab<R>[]
}

const remembered = new Map<string, { tab: string; views: Map<string, GridView> }>()

function memoryOf(name: string) {
  const known = remembered.get(name)
  if (known !== undefined) return known
  const made = { tab: '', views: new Map<string, GridView>() }
  remembered.set(name, made)
  return made
}

export function useTabs<R>(
  name: string,
  builtIn: readonly GridTab<R>[],
  savedViews: readonly SavedView[],
  columns: readonly GridColumn<R>[],
): TabState<R> {
  const memory = memoryOf(name)
  const [, redraw] = useState(0)
  const tabs = useMemo(
    () => [
      ...builtIn,
      ...savedViews.map((view): GridTab<R> => ({ id: `saved-${view.id}`, label: view.name })),
    ],
    [builtIn, savedViews],
  )
  const tab = tabs.find((each) => each.id === memory.tab) ?? tabs[0]
  if (tab === undefined) throw new Error(`grid ${name} has no view`)
  const saved = savedViews.find((view) => tab.id === `saved-${view.id}`) ?? null
  const original = useMemo(
    () =>
      (saved === null ? null : readView(saved.definition, columns)) ?? defaultView(columns, tab.view ?? {}),
    [saved, tab, columns],
  )
  const view = memory.views.get(tab.id) ?? original
  const tabId = tab.id
  const setView = useCallback(
    (next: GridView | ((now: GridView) => GridView)) => {
      const now = memory.views.get(tabId) ?? original
      memory.views.set(tabId, typeof next === 'function' ? next(now) : next)
      redraw((turn) => turn + 1)
    },
    [memory, tabId, original],
  )
  const choose = useCallback(
    (id: string) => {
      memory.tab = id
      redraw((turn) => turn + 1)
    },
    [memory],
  )
  // A view that was saved again is read from the dossier, not from what was tried before.
  const definition = saved?.definition
  useEffect(() => {
    if (definition !== undefined) {
      memory.views.delete(tabId)
      redraw((turn) => turn + 1)
    }
  }, [definition, memory, tabId])
  return { tab, saved, view, isChanged: view !== original, setView, choose, tabs }
}

/** Forgets what was chosen: another dossier was opened. */
export function forgetViews(): void {
  remembered.clear()
}
