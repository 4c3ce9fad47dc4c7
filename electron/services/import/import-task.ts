/** The long work of an import, in the worker: reads the file where it is and plans. Knows no dossier. */
import { readFileSync, statSync } from 'node:fs'
import { fileSentence } from '#shared/text/exchange/import.ts'
import { LIMITS } from '../../exchange/in/read/source.ts'
import type { JobTask } from '../../jobs/job.ts'
import { planInterchange } from '../interchange/import.ts'
import { Refusal } from '../service.ts'
import { planFile } from './import-file.ts'
import type { ImportPayload, ImportResult } from './import-jobs.ts'

export const importTask: JobTask<ImportPayload, ImportResult> = (payload, progress) => {
  const bytes = readBounded(payload.path)
  const { target } = payload
  if (target !== null)
    return { kind: 'interchange', planned: planInterchange(bytes, payload.fileName, target, false) }
  return { kind: 'table', planned: planFile({ ...payload, bytes }, progress) }
}

/** The size is judged before the bytes are read. */
export function readBounded(path: string): Uint8Array {
  let size: number
  try {
    const found = statSync(path)
    if (found.isDirectory()) throw new Refusal({ code: 'import.folder', message: fileSentence('folder', {}) })
    size = found.size
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal({ code: 'import.gone', message: fileSentence('gone', {}) })
  }
  if (size > LIMITS.maxBytes) {
    const values = { megabytes: Math.round(LIMITS.maxBytes / 1e6) }
    throw new Refusal({ code: 'import.too-big', message: fileSentence('too-big', values) })
  }
  return readFileSync(path)
}
