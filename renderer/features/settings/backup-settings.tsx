/** Copies of the dossier: the last one, one now, and how to come back to one. */
import { backUp, closeFile, saveCopy } from '../../app/file-commands.ts'
import { useFileStatus } from '../../data/queries.ts'
import { Button } from '../../ui/button.tsx'
import { frInstant } from '../../ui/show.ts'
import { SETTINGS_WORDS } from './text.ts'

const W = SETTINGS_WORDS.backups

export function BackupSettings() {
  const status = useFileStatus()
  const last = status?.lastBackupAt ?? null
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
        <Button onPress={() => void saveCopy()}>{W.copy}</Button>
      </div>
      <p className="mut">{W.restore}</p>
      <div>
        <Button onPress={() => void closeFile()}>{W.close}</Button>
      </div>
    </>
  )
}
