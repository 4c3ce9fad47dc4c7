/** A fault of the disk met by an output, in words. */
import { type OutputErrorCode, outputError } from '#shared/text/errors/output-errors.ts'
import { Refusal } from '../refusal.ts'
import { type Cause, causeOf, codeOf } from '../store/causes.ts'

const SENTENCES: Readonly<Record<Cause, OutputErrorCode>> = {
  full: 'report.disk-full',
  denied: 'output.denied',
  'read-only-disk': 'output.read-only-disk',
  missing: 'report.folder-missing',
  'is-folder': 'report.is-folder',
  'too-long': 'output.name-too-long',
  loop: 'output.link-to-nothing',
  busy: 'report.busy',
  exists: 'output.exists',
  'too-many-open': 'output.failed',
  disk: 'output.failed',
}

/** The refusal a fault of the disk means for an output; null where the error is something else. */
export function outputFault(error: unknown, name: string): Refusal | null {
  const code = codeOf(error)
  const cause = causeOf(code)
  return cause === null
    ? null
    : new Refusal(outputError(SENTENCES[cause], { name, detail: code ?? undefined }))
}
