/** Status bar: scope at the left, what the screen says (selection totals, key hints) at the right, then the last backup. */
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useFileStatus } from '../data/queries.ts'
import { FR } from '../text/fr.ts'
import { Icon } from '../ui/icon.tsx'
import { frInstant } from '../ui/show.ts'

const SLOTS = { left: 'status-left', right: 'status-right' } as const

/** `<StatusSlot side="right">…</StatusSlot>` anywhere in a screen: its content appears in the status bar. */
export function StatusSlot(props: { readonly side: 'left' | 'right'; readonly children: ReactNode }) {
  const [target, setTarget] = useState<HTMLElement | null>(null)
  useEffect(() => setTarget(document.getElementById(SLOTS[props.side])), [props.side])
  return target === null ? null : createPortal(props.children, target)
}

export function StatusBar() {
  const status = useFileStatus()
  return (
    <footer className="status" data-area={FR.statusBar}>
      <span className="slot" id={SLOTS.left} />
      <span className="sp" />
      <span className="slot" id={SLOTS.right} />
      {status?.open && (
        <span className="st backup">
          <Icon name="lock" small />
          {status.lastBackupAt === null ? FR.noBackup : FR.backup(frInstant(status.lastBackupAt))}
        </span>
      )}
    </footer>
  )
}
