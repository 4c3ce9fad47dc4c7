/** What stopped a copy, in words: the dossier itself is intact, and the trouble is at the place of the copies. */
import { copyTroubles } from '#shared/text/errors/file-errors.ts'
import { Refusal } from '../refusal.ts'
import { asRefusal, codeOf, fileRefusal } from '../store/errors.ts'

export function asCopyRefusal(error: unknown, name: string): unknown {
  const refusal = asRefusal(error, name)
  const code = refusal instanceof Refusal ? refusal.error.code : codeOf(refusal)
  if (code === 'file.disk-full') return fileRefusal('backup.failed', { name, detail: copyTroubles.full })
  if (code === 'file.read-only-folder')
    return fileRefusal('backup.failed', { name, detail: copyTroubles.denied })
  if (refusal instanceof Refusal || code === null) return refusal
  return fileRefusal('backup.failed', { name, detail: code })
}
