/** What stopped a copy, in words: the dossier itself is intact, and the trouble is at the place of the copies. */
import { copyTroubles } from '#shared/text/errors/file-errors.ts'
import { Refusal } from '../refusal.ts'
import { type Cause, causeOf, codeOf } from '../store/causes.ts'
import { asRefusal, fileRefusal } from '../store/errors.ts'

/** Those that have words of their own; the others are told by their code. */
const TROUBLES: Readonly<Partial<Record<Cause, string>>> = {
  full: copyTroubles.full,
  denied: copyTroubles.denied,
  'read-only-disk': copyTroubles.denied,
  missing: copyTroubles.missing,
  'is-folder': copyTroubles.missing,
  'too-long': copyTroubles.tooLong,
  busy: copyTroubles.busy,
}

export function asCopyRefusal(error: unknown, name: string): unknown {
  const code = codeOf(error)
  const cause = error instanceof Refusal ? null : causeOf(code)
  if (cause !== null)
    return fileRefusal('backup.failed', { name, detail: TROUBLES[cause] ?? code ?? undefined })
  const refusal = asRefusal(error, name)
  if (refusal instanceof Refusal && refusal.error.code === 'file.disk-full')
    return fileRefusal('backup.failed', { name, detail: copyTroubles.full })
  if (refusal instanceof Refusal && refusal.error.code === 'file.read-only-folder')
    return fileRefusal('backup.failed', { name, detail: copyTroubles.denied })
  if (refusal instanceof Refusal || code === null) return refusal
  return fileRefusal('backup.failed', { name, detail: code })
}
