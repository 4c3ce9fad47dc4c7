/** What Jalon has to say of its own work on this machine (copies not made, a list not kept), as long as it is so. */
import type { FileNote } from '#shared/api/views/file-status.ts'
import { COPIES_TEXT } from '#shared/text/dossier/copies.ts'
import { fileNoteText } from '#shared/text/errors/file-errors.ts'
import type { Dossier } from '../../store/dossier.ts'
import type { CopyPlaces } from '../copies/copy-places.ts'

export interface OwnTroubles {
  /** Why the last copy of this machine was not made. */
  readonly copy: string | null
  readonly lastCopyAt: string | null
  readonly places: Pick<CopyPlaces, 'trouble' | 'troubleHere'>
  readonly screenLock: string | null
  /** The folder of the application cannot be written. */
  readonly forgetful: boolean
}

export function ownNotes(dossier: Dossier | null, troubles: OwnTroubles): readonly FileNote[] {
  if (dossier === null || dossier.demo) return []
  const note = (id: string, kind: FileNote['kind'], message: string | null) =>
    message === null ? [] : [{ id, kind, message }]
  const { copy, lastCopyAt, places, screenLock, forgetful } = troubles
  const here = copy === null ? places.troubleHere() : `${copy} ${COPIES_TEXT.lastOne(lastCopyAt)}`
  return [
    ...note('copies-here', 'copies', here),
    ...note('copies', 'copies', places.trouble()),
    ...note('lock', 'settings', screenLock),
    ...note('forgetful', 'settings', forgetful ? fileNoteText.forgetful() : null),
  ]
}
