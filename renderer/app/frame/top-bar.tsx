/** Top bar: which dossier, is it saved, undo and redo by name, the search field, the structure shown, the day, what is late. */

import type { FileStatus } from '#shared/api/views/file-status.ts'
import { frWeekday } from '#shared/text/format.ts'
import { veil } from '../../data/preferences.ts'
import { useStore } from '../../data/store.ts'
import { FR } from '../../text/fr.ts'
import { Button } from '../../ui/button.tsx'
import { runCommand } from '../../ui/commands.ts'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { Icon, Mark } from '../../ui/glyphs/icon.tsx'
import { Menu, type MenuGroup } from '../../ui/menu.tsx'
import { frTime } from '../../ui/show.ts'
import { openRecent } from '../file-commands.ts'
import { openDialog } from '../open-dialog.ts'
import { navigate } from '../routes.ts'
import { ScopeChoice } from './scope-choice.tsx'

function FileMenu({ status }: { readonly status: FileStatus }) {
  const command = (id: string, label: string, shortcut?: string) => ({
    id,
    label,
    ...(shortcut === undefined ? {} : { shortcut }),
    run: () => void runCommand(id),
  })
  const groups: readonly MenuGroup[] = [
    { items: [command('file.open', FR.file.open, 'Ctrl+O'), command('file.new', FR.file.new)] },
    {
      title: FR.file.recent,
      items: status.recent
        .filter((each) => each.name !== status.name)
        .slice(0, 6)
        .map((each) => ({
          id: `recent-${each.id}`,
          label: each.name,
          detail: each.folder,
          run: () => void openRecent(each.id),
        })),
    },
    {
      items: [
        command('file.import', FR.file.import),
        command('file.pastImports', FR.file.pastImports),
        command('file.export', FR.file.export),
        command('file.copy', FR.file.copy),
        command('file.backup', FR.file.backup),
      ],
    },
    { items: [command('file.close', FR.file.close)] },
  ]
  return (
    <Menu label={FR.file.menu} groups={groups}>
      <Button variant="bar">
        <b>{status.name ?? FR.file.menu}</b>
        {status.demo && <span className="dim">{FR.demo}</span>}
        <Icon name="down" small />
      </Button>
    </Menu>
  )
}

function Saved({ status }: { readonly status: FileStatus }) {
  if (status.readOnly) {
    return (
      <span className="saved ro" title={status.readOnlyReason ?? ''}>
        <Icon name="lock" />
        {FR.readOnly(status.readOnlyReason)}
      </span>
    )
  }
  return (
    <span className="saved">
      <Icon name="check" />
      <span className="when">
        {status.savedAt === null ? FR.notYetSaved : FR.saved(frTime(status.savedAt))}
      </span>
    </span>
  )
}

export function TopBar({ status }: { readonly status: FileStatus }) {
  const veiled = useStore(veil)
  return (
    <header className="top" data-area={FR.topBar}>
      <div className="brand">
        <Mark />
        Jalon
      </div>
      {status.open && (
        <>
          <span className="sep" />
          <FileMenu status={status} />
          <Saved status={status} />
          <Button
            variant="bar"
            isDisabled={status.undoLabel === null || status.readOnly}
            onPress={() => runCommand('undo')}
            label={status.undoLabel === null ? FR.undo : FR.undoOf(status.undoLabel)}
            tip={
              status.undoLabel === null
                ? FR.nothingToUndo
                : `${veiled ? FR.undo : FR.undoOf(status.undoLabel)} (Ctrl+Z)`
            }
          >
            <Icon name="undo" />
            <span className="hide-sm">{FR.undo}</span>
          </Button>
          <Button
            variant="bar"
            isDisabled={status.redoLabel === null || status.readOnly}
            onPress={() => runCommand('redo')}
            label={status.redoLabel === null ? FR.redo : FR.redoOf(status.redoLabel)}
            tip={
              status.redoLabel === null
                ? FR.redo
                : `${veiled ? FR.redo : FR.redoOf(status.redoLabel)} (Ctrl+Y)`
            }
          >
            <Icon name="redo" />
            <span className="hide-sm">{FR.redo}</span>
          </Button>
          <Button
            className="cmd"
            variant="bar"
            tip={FR.searchFieldLabel}
            onPress={() => openDialog({ kind: 'palette' })}
          >
            <Icon name="search" />
            <span className="w">{FR.searchField}</span>
            <kbd>Ctrl K</kbd>
          </Button>
          <ScopeChoice />
          <span className="today hide-sm">{frWeekday(status.today)}</span>
          <Button
            variant="bar"
            className={status.lateCount === 0 ? 'latebtn none' : 'latebtn'}
            tip={FR.lateHint}
            onPress={() => navigate({ screen: 'home' })}
          >
            {(status.lateCount ?? 0) > 0 && <Glyph name="late" />}
            {status.lateCount === null ? FR.lateUnknown : FR.late(status.lateCount)}
          </Button>
        </>
      )}
    </header>
  )
}
