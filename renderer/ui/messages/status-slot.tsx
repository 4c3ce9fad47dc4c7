/** A place in the status bar that a screen fills: what it shows at the left, totals or key hints at the right. */
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

export const STATUS_SLOTS = { left: 'status-left', right: 'status-right' } as const

/** `<StatusSlot side="right">…</StatusSlot>` anywhere in a screen: its content appears in the status bar. */
export function StatusSlot(props: { readonly side: 'left' | 'right'; readonly children: ReactNode }) {
  const [target, setTarget] = useState<HTMLElement | null>(null)
  useEffect(() => setTarget(document.getElementById(STATUS_SLOTS[props.side])), [props.side])
  return target === null ? null : createPortal(props.children, target)
}
