/** Lightening the journal is proposed where it would give back much of the file: told once, and again when it has doubled. */
import { statSync } from 'node:fs'
import { KEEP_DAYS } from '#shared/api/channels/journal.ts'
import type { FileNote } from '#shared/api/views/file-status.ts'
import { JOURNAL_TEXT } from '#shared/text/dossier/journal.ts'
import type { Dossier } from '../../store/dossier.ts'
import { lastLightened, roughly } from '../../store/lighten.ts'

const LARGE_BYTES = 20_000_000
const LARGE_SHARE = 0.5

export function lighteningProposal(dossier: Dossier): FileNote | null {
  const fileBytes = statSync(dossier.path, { throwIfNoEntry: false })?.size ?? 0
  if (dossier.readOnlyReason !== null || fileBytes < LARGE_BYTES) return null
  const bytes = dossier.read((db) => roughly(db, lastLightened(db, KEEP_DAYS[0])))
  if (bytes < LARGE_BYTES || bytes < fileBytes * LARGE_SHARE) return null
  const doublings = Math.floor(Math.log2(bytes / LARGE_BYTES))
  return {
    id: `journal ${dossier.fileId} ${doublings}`,
    kind: 'journal',
    message: JOURNAL_TEXT.proposed(bytes, fileBytes),
  }
}
