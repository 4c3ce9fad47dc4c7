/** Choices of this person on this machine: they never enter the dossier. Also the scope: one structure, or all of them. */
import type { Id } from '#shared/domain/facts.ts'
import { createStore, useStore } from './store.ts'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'compact' | 'airy'

export interface Preferences {
  readonly theme: Theme
  readonly density: Density
}

const KEY = 'jalon.preferences'

function stored(): Preferences {
  const fallback: Preferences = { theme: 'system', density: 'compact' }
  try {
    const raw = JSON.parse(window.localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>
    return {
      theme: raw.theme === 'light' || raw.theme === 'dark' ? raw.theme : 'system',
      density: raw.density === 'airy' ? 'airy' : 'compact',
    }
  } catch {
    return fallback
  }
}

export const preferences = createStore<Preferences>(stored())

function apply(value: Preferences): void {
  const root = document.documentElement
  if (value.theme === 'system') delete root.dataset.theme
  else root.dataset.theme = value.theme
  root.dataset.density = value.density
}

preferences.subscribe(() => {
  const value = preferences.get()
  apply(value)
  try {
    window.localStorage.setItem(KEY, JSON.stringify(value))
  } catch {
    // Storage may be refused (private window): the choice then lasts for this page only.
  }
})
apply(preferences.get())

export function usePreferences(): Preferences {
  return useStore(preferences)
}

/** Null: all structures of the dossier. */
export const scope = createStore<Id | null>(null)
export function useScope(): Id | null {
  return useStore(scope)
}

/** Privacy veil: names and amounts cannot be read on the screen until the key is pressed again. */
export const veil = createStore(false)
veil.subscribe(() => {
  document.documentElement.toggleAttribute('data-veil', veil.get())
})

/** Words shown under the pointer that name a person or give an amount: none behind the veil, which a hover never lifts. */
export function usePrivateTip(words: string): string | undefined {
  return useStore(veil) ? undefined : words
}
