/** Notes on the open dossier (where it lies, another file of it, copies not made), above the screen until they are read. */
import type { FileNote, FileStatus } from '#shared/api/views/file-status.ts'
import { act } from '../../data/queries.ts'
import { FR } from '../../text/fr.ts'
import { Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { closeFile, saveCopy } from '../file-commands.ts'
import { openDialog } from '../open-dialog.ts'
import { navigate } from '../routes.ts'

export function FileNotes({ status }: { readonly status: FileStatus }) {
  const notes = status.open ? (status.notes ?? []) : []
  if (notes.length === 0) return null
  return (
    <section className="file-notes no-print" aria-label={FR.notes.label}>
      {notes.map((note) => (
        <Note
          key={note.id}
          tone={note.kind === 'place' || note.kind === 'journal' ? 'info' : 'warn'}
          action={<Answer note={note} />}
        >
          {note.message}
        </Note>
      ))}
    </section>
  )
}

function Answer({ note }: { readonly note: FileNote }) {
  if (note.kind === 'copies') {
    return (
      <Button variant="link" onPress={() => navigate({ screen: 'settings', topic: 'backups' })}>
        {FR.notes.copies}
      </Button>
    )
  }
  if (note.kind === 'elsewhere') {
    return (
      <Button variant="link" onPress={() => void saveCopy()}>
        {FR.file.copy}
      </Button>
    )
  }
  if (note.kind === 'changed') {
    return (
      <Button variant="link" onPress={() => void closeFile()}>
        {FR.file.close}
      </Button>
    )
  }
  if (note.kind === 'journal') {
    return (
      <>
        <Button variant="link" onPress={() => openDialog({ kind: 'lighten-journal' })}>
          {FR.notes.lighten}
        </Button>
        <Read note={note} />
      </>
    )
  }
  // True as long as it is so: nothing to have read.
  const { target } = note
  if (target !== undefined) {
    return (
      <Button
        variant="link"
        onPress={() =>
          openDialog({ kind: 'entity', entity: target.entity, id: target.id, focusOn: target.field })
        }
      >
        {FR.notes.correct}
      </Button>
    )
  }
  if (note.kind === 'settings') return null
  return <Read note={note} />
}

function Read({ note }: { readonly note: FileNote }) {
  return (
    <Button variant="link" onPress={() => void act('file.noteRead', { id: note.id })}>
      {FR.notes.read}
    </Button>
  )
}
