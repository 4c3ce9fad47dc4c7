/** Hands a finished file over, and says in words why it could not be: the folder, the disk, another program. */
import { basename } from 'node:path'
import { type ReportErrorCode, reportError } from '#shared/text/errors/report-errors.ts'
import type { Delivered, FileDesk } from '../../jobs/job.ts'
import { Refusal } from '../service.ts'

const CODES: Readonly<Record<string, ReportErrorCode>> = {
  ENOENT: 'report.folder-missing',
  ENOTDIR: 'report.folder-missing',
  EISDIR: 'report.is-folder',
  ENOSPC: 'report.disk-full',
  EDQUOT: 'report.disk-full',
  EACCES: 'report.busy',
  EPERM: 'report.busy',
  EBUSY: 'report.busy',
  EROFS: 'report.busy',
  ETXTBSY: 'report.busy',
}

export async function deliverReport(
  files: FileDesk,
  written: { readonly path: string; readonly fileName: string },
): Promise<Delivered> {
  try {
    return await files.deliver({ name: written.fileName, path: written.path })
  } catch (error) {
    throw writeRefusal(error, written.fileName) ?? error
  }
}

/** The refusal a fault of the disk means for a report; null where it is something else. */
export function writeRefusal(error: unknown, name: string): Refusal | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const code = CODES[String(error.code)]
  return code === undefined ? null : new Refusal(reportError(code, { name: basename(name) }))
}
