/** What stops the reading of a source, in the words of the import: what it holds, or the disk it lies on. */
import { fileSentence } from '#shared/text/exchange/import.ts'
import { Unreadable } from '../../exchange/in/read/source.ts'
import { type Cause, causeOf, codeOf } from '../../store/causes.ts'
import { Refusal } from '../service.ts'

export type SourceFault = 'gone' | 'folder' | 'denied' | 'too-long' | 'unread'

const FAULTS: Readonly<Record<Cause, SourceFault>> = {
  missing: 'gone',
  loop: 'gone',
  'is-folder': 'folder',
  denied: 'denied',
  'too-long': 'too-long',
  full: 'unread',
  'read-only-disk': 'unread',
  busy: 'unread',
  exists: 'unread',
  'too-many-open': 'unread',
  disk: 'unread',
}

/** The refusal it is, or the error itself where it is neither. */
export function asImportRefusal(error: unknown): unknown {
  if (error instanceof Unreadable) return refusalOf(error.code, error.values)
  const code = codeOf(error)
  const cause = causeOf(code)
  return cause === null ? error : refusalOf(FAULTS[cause], { detail: code ?? '' })
}

function refusalOf(code: string, values: Readonly<Record<string, string | number>>): Refusal {
  return new Refusal({ code: `import.${code}`, message: fileSentence(code, values) })
}
