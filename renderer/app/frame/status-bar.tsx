/** Status bar: scope at the left, what the screen says (selection totals, key hints) at the right, then the last backup. */
import { useFileStatus } from '../../data/queries.ts'
import { FR } from '../../text/fr.ts'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { STATUS_SLOTS } from '../../ui/messages/status-slot.tsx'
import { frInstant } from '../../ui/show.ts'

export { StatusSlot } from '../../ui/messages/status-slot.tsx'

export function StatusBar() {
  const status = useFileStatus()
  return (
    <footer className="status" data-area={FR.statusBar}>
      <span className="slot" id={STATUS_SLOTS.left} />
      <span className="sp" />
      <span className="slot" id={STATUS_SLOTS.right} />
      {status?.open && (
        <span className="st backup">
          <Icon name="lock" small />
          {status.lastBackupAt === null ? FR.noBackup : FR.backup(frInstant(status.lastBackupAt))}
        </span>
      )}
    </footer>
  )
}
