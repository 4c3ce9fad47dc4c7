/** F1: every key of the application, read from the commands themselves, so that the list cannot be wrong. */
import { currentRoute, navigate } from '../../app/routes.ts'
import { FR } from '../../text/fr.ts'
import { GRID_KEYS } from '../../text/grid.ts'
import { SHORTCUTS } from '../../text/palette.ts'
import { Button } from '../../ui/button.tsx'
import { showKeys, useAllCommands } from '../../ui/commands.ts'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import './palette.css'

function Keys({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <table className="mini">
      <thead className="vh">
        <tr>
          <th scope="col">{SHORTCUTS.keys}</th>
          <th scope="col">{SHORTCUTS.what}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([keys, what]) => (
          <tr key={`${keys} ${what}`}>
            <td>
              <kbd>{keys}</kbd>
            </td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function ShortcutsDialog({ close }: { readonly close: () => void }) {
  const commands = useAllCommands()
  const rows = commands.flatMap((command) =>
    command.keys === undefined ? [] : [[showKeys(command.keys), command.label] as const],
  )
  return (
    <DialogFrame
      title={SHORTCUTS.title}
      onClose={close}
      width={820}
      cancel={FR.close}
      actions={
        <Button
          onPress={() => {
            close()
            navigate({ screen: 'help', topic: currentRoute().screen })
          }}
        >
          {SHORTCUTS.guide}
        </Button>
      }
    >
      <div className="shortcuts-dialog">
        <section aria-label={SHORTCUTS.app}>
          <h3>{SHORTCUTS.app}</h3>
          <Keys rows={rows} />
        </section>
        <section aria-label={SHORTCUTS.grid}>
          <h3>{SHORTCUTS.grid}</h3>
          <Keys rows={GRID_KEYS} />
        </section>
      </div>
    </DialogFrame>
  )
}
