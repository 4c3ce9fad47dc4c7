/** The long work of an import, in the worker: reads the file where it is and plans. Knows no dossier. */
import { readUpTo } from '../../exchange/in/read/bounded-file.ts'
import { LIMITS, Unreadable } from '../../exchange/in/read/source.ts'
import type { JobTask } from '../../jobs/job.ts'
import { planInterchange } from '../interchange/import.ts'
import { planFile } from './import-file.ts'
import type { ImportPayload, ImportResult } from './import-jobs.ts'
import { asImportRefusal } from './import-refusal.ts'

export const importTask: JobTask<ImportPayload, ImportResult> = (payload, progress) => {
  const bytes = readBounded(payload.path)
  const { target } = payload
  if (target !== null)
    return { kind: 'interchange', planned: planInterchange(bytes, payload.fileName, target, false) }
  return { kind: 'table', planned: planFile({ ...payload, bytes }, progress) }
}

/** The size is judged before the bytes are read. */
export function readBounded(path: string): Uint8Array {
  try {
    const bytes = readUpTo(path, LIMITS.maxBytes)
    if (bytes !== null) return bytes
    throw new Unreadable('too-big', { megabytes: Math.round(LIMITS.maxBytes / 1e6) })
  } catch (error) {
    throw asImportRefusal(error)
  }
}
