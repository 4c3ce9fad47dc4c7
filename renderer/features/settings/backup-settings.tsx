/** Copies of the dossier: the last one, one now, a second place, and how to come back to one. */
import type { CopiesView } from '#shared/api/channels/copies.ts'
import { backUp, saveCopy } from '../../app/file-commands.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { act, useFileStatus, useRead } from '../../data/queries.ts'
import { Note, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { frInstant } from '../../ui/show.ts'
import { CopiesRoomSettings } from './copies-room.tsx'
import { SETTINGS_WORDS } from './text.ts'

const W = SETTINGS_WORDS.backups

export function BackupSettings() {
  const status = useFileStatus()
  const last = status?.lastBackupAt ?? null
  const copies = useRead('copies.list', {})
  return (
    <>
      <p className="mut">{W.intro}</p>
      <p>
        {W.last} : <b>{last === null ? W.never : frInstant(last)}</b>
      </p>
      <div className="set-buttons">
        <Button variant="primary" onPress={() => void backUp()}>
          {W.now}
        </Button>
        <Button onPress={() => openDialog({ kind: 'copies' })}>{W.restore}</Button>
        <Button onPress={() => void saveCopy()}>{W.copy}</Button>
        <Button isDisabled={status?.readOnly ?? true} onPress={() => openDialog({ kind: 'lighten-journal' })}>
          {W.lighten}
        </Button>
      </div>
      <p className="sm dim">{W.restoreHint}</p>
      <Reading read={copies}>
        {(view) => (
          <>
            <SecondPlace view={view} />
            <CopiesRoomSettings view={view} />
          </>
        )}
      </Reading>
    </>
  )
}

function SecondPlace({ view }: { readonly view: CopiesView }) {
  const choose = () => {
    if (view.asksByDialog) void act('copies.setSecond', { placeId: null })
    else openDialog({ kind: 'second-place' })
  }
  const { second } = view
  return (
    <>
      <h3>{W.second}</h3>
      <p className="mut">{W.secondHint}</p>
      {view.trouble !== null && <Note tone="warn">{view.trouble}</Note>}
      <p>
        <b>{second?.folder ?? W.secondNone}</b>
        {second !== null && !second.present && `, ${W.secondAbsent}`}
      </p>
      <div className="set-buttons">
        <Button onPress={choose}>{second === null ? W.choose : W.change}</Button>
        {second !== null && <Button onPress={() => void act('copies.forgetSecond', {})}>{W.forget}</Button>}
      </div>
      {second !== null && (
        <>
          <p>{view.encrypted ? W.protected : W.unprotected}</p>
          {view.encrypted && view.readableElsewhere > 0 && (
            <Note tone="warn">{W.readable(view.readableElsewhere)}</Note>
          )}
          <div className="set-buttons">
            <Button onPress={() => openDialog({ kind: 'protect-copies' })}>
              {view.encrypted ? W.rephrase : W.protect}
            </Button>
            {view.encrypted && (
              <Button onPress={() => void act('copies.protect', { passphrase: null })}>{W.unprotect}</Button>
            )}
          </div>
        </>
      )}
      <p className="sm dim">
        {W.folder} : {view.folder}
      </p>
    </>
  )
}
