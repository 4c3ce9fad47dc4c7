/**
 * Short messages at the bottom right. A refusal stays until it is closed or its screen left; a confirmation goes away by itself.
 * Each may carry one action ("Annuler").
 */
import { useEffect, useRef } from 'react'
import type { DoorError } from '#shared/api/envelope.ts'
import { createStore, useStore } from '../../data/store.ts'
import { FR } from '../../text/fr.ts'
import { Button } from '../button.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { Icon } from '../glyphs/icon.tsx'

export interface Toast {
  readonly id: number
  readonly tone: 'info' | 'late'
  readonly message: string
  /** Milliseconds of the page's own clock. */
  readonly saidAt: number
  readonly action?: { readonly label: string; readonly run: () => void }
}

const toasts = createStore<readonly Toast[]>([])
let lastId = 0
const STAYS_MS = 6000
const OF_THIS_GESTURE_MS = 1500

export function showToast(
  message: string,
  options: Partial<Omit<Toast, 'id' | 'message' | 'saidAt'>> = {},
): void {
  lastId += 1
  const toast: Toast = { id: lastId, tone: 'info', message, saidAt: performance.now(), ...options }
  toasts.set((now) => [...now.filter((each) => each.message !== message), toast].slice(-4))
}

export function showError(error: DoorError): void {
  const details = error.details?.map((each) => each.message) ?? []
  const extra = details.filter((each) => !error.message.includes(each)).slice(0, 4)
  showToast([error.message, ...extra].join('\n'), { tone: 'late' })
}

function dismissToast(id: number): void {
  toasts.set((now) => now.filter((each) => each.id !== id))
}

/** A dialog opens: what was said of the screen behind it would lie over its buttons. */
export function dismissToasts(): void {
  toasts.set([])
}

/** Another screen: the refusals of the one that is left go with it, not what the very gesture that leads elsewhere made be said. */
function leaveScreen(): void {
  const now = performance.now()
  toasts.set((list) => list.filter((each) => each.tone !== 'late' || now - each.saidAt < OF_THIS_GESTURE_MS))
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  useEffect(() => {
    if (toast.tone === 'late') return
    const timer = setTimeout(() => dismissToast(toast.id), STAYS_MS)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div
      className={`toast ${toast.tone === 'late' ? 'late' : ''}`}
      role={toast.tone === 'late' ? 'alert' : 'status'}
    >
      <span className={toast.tone === 'late' ? 'late' : 'ok'}>
        <Glyph name={toast.tone === 'late' ? 'warning' : 'respected'} large />
      </span>
      <div className="w" style={{ whiteSpace: 'pre-line' }}>
        {toast.message}
      </div>
      {toast.action && (
        <Button
          variant="link"
          onPress={() => {
            toast.action?.run()
            dismissToast(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button variant="icon" size="small" label={FR.close} onPress={() => dismissToast(toast.id)}>
        <Icon name="close" small />
      </Button>
    </div>
  )
}

/** `screen`: the name of what is shown under them. */
export function Toasts({ screen }: { readonly screen: string }) {
  const list = useStore(toasts)
  const shown = useRef(screen)
  useEffect(() => {
    if (shown.current !== screen) leaveScreen()
    shown.current = screen
  }, [screen])
  return (
    <div className="toasts">
      {list.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}
