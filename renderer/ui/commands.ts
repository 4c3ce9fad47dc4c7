/**
 * Every action of the application, once: the palette lists them, the keyboard runs them, F1 shows their keys, the desktop
 * menu sends their ids. The frame declares its own; a screen adds its own while it is shown (`useCommands`).
 */
import { useLayoutEffect, useRef } from 'react'
import { createStore, useStore } from '../data/store.ts'

export interface Command {
  /** Stable: also what a menu of the desktop shell sends. */
  readonly id: string
  readonly label: string
  readonly group: string
  /** "Ctrl+K", "F8", "Alt+ArrowUp": as `formatKeys` of the event writes it. */
  readonly keys?: string
  readonly isDisabled?: boolean
  /** The keys also work while typing in a field (Ctrl+K does, Ctrl+Z belongs to the field). */
  readonly inFields?: boolean
  /** The keys also work over a dialog: what they do leaves it as it is. */
  readonly inDialogs?: boolean
  /** Not offered in the palette (moves in the grid). */
  readonly keysOnly?: boolean
  readonly run: () => void
}

const declared = createStore<ReadonlyMap<symbol, readonly Command[]>>(new Map())

/** Commands of this component while it is mounted. The list may change at each render; the latest one runs. */
export function useCommands(commands: readonly Command[]): void {
  const key = useRef(Symbol('commands'))
  // Before the screen is shown: a key pressed the moment it is must find its command.
  useLayoutEffect(() => {
    const mine = key.current
    declared.set((now) => new Map(now).set(mine, commands))
    return () => {
      declared.set((now) => {
        const rest = new Map(now)
        rest.delete(mine)
        return rest
      })
    }
  }, [commands])
}

export function allCommands(): readonly Command[] {
  return [...declared.get().values()].flat()
}

export function useAllCommands(): readonly Command[] {
  return [...useStore(declared).values()].flat()
}

export function runCommand(id: string): boolean {
  const command = allCommands().findLast((each) => each.id === id)
  if (command === undefined || command.isDisabled) return false
  command.run()
  return true
}

const NAMES: Readonly<Record<string, string>> = { ' ': 'Space' }

/** "Ctrl+Shift+K" from a keyboard event. Cmd counts as Ctrl. */
function formatKeys(event: KeyboardEvent): string {
  const parts: string[] = []
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl')
  if (event.altKey) parts.push('Alt')
  const key = NAMES[event.key] ?? event.key
  if (event.shiftKey && (key.length > 1 || /[a-z]/i.test(key))) parts.push('Shift')
  parts.push(key.length === 1 ? key.toUpperCase() : key)
  return parts.join('+')
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: 'Entrée',
  Escape: 'Échap',
  Shift: 'Maj',
  Space: 'Espace',
  Delete: 'Suppr',
  Home: 'Début',
  End: 'Fin',
}

/** "Ctrl+Entrée": the keys as a French keyboard names them. */
export function showKeys(keys: string): string {
  return keys
    .split('+')
    .map((part) => SHOWN[part] ?? part)
    .join('+')
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** One listener for the whole page. A dialog is modal: whatever would take its place, and what is typed in it, is not heard. */
export function listenToKeys(isModal: () => boolean): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const keys = formatKeys(event)
    if (keys.length === 1 && isField(event.target)) return
    const isHeard = isModal()
      ? (each: Command) => each.inDialogs === true
      : isField(event.target)
        ? (each: Command) => each.inFields === true
        : () => true
    const command = allCommands().findLast((each) => each.keys === keys && !each.isDisabled && isHeard(each))
    if (command === undefined) return
    event.preventDefault()
    command.run()
  }
  /** A button with the focus takes Ctrl+Enter for Enter, and lets nobody hear it: the command comes before. */
  const onButton = (event: KeyboardEvent) => {
    const isOnButton = event.target instanceof HTMLElement && event.target.closest('button, a') !== null
    if (!isOnButton || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    onKey(event)
    if (event.defaultPrevented) event.stopPropagation()
  }
  window.addEventListener('keydown', onButton, true)
  window.addEventListener('keydown', onKey)
  return () => {
    window.removeEventListener('keydown', onButton, true)
    window.removeEventListener('keydown', onKey)
  }
}

/**
 * F6: the focus goes to the next area of the page (rail, toolbar, grid, panel, status bar…): elements marked `data-area`.
 * In an area, the element that had the focus last gets it back.
 */
export function focusNextArea(backwards = false): void {
  const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')].filter(
    (each) => each.offsetParent !== null,
  )
  if (areas.length === 0) return
  const active = document.activeElement
  // The innermost area that holds the focus.
  const current = areas.findLastIndex((each) => each.contains(active))
  const step = backwards ? -1 : 1
  for (let turn = 1; turn <= areas.length; turn += 1) {
    const area = areas[(current + step * turn + areas.length * 2) % areas.length]
    const target =
      area?.querySelector<HTMLElement>('[data-area-focus]') ??
      area?.querySelector<HTMLElement>(
        '[tabindex="0"], a[href], button:not([disabled]), input:not([disabled])',
      )
    if (target !== null && target !== undefined) {
      target.focus()
      return
    }
  }
}
