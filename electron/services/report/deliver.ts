/** Hands a finished file over, and says in words why it could not be: the folder, the disk, another program. */
import type { Delivered, FileDesk } from '../../jobs/job.ts'
import { outputFault } from '../../outputs/faults.ts'

export async function deliverReport(
  files: FileDesk,
  written: { readonly path: string; readonly fileName: string; readonly sources?: readonly string[] },
): Promise<Delivered> {
  const { path, fileName, sources = [] } = written
  try {
    return await files.deliver({ name: fileName, path, sources })
  } catch (error) {
    throw outputFault(error, fileName) ?? error
  }
}
