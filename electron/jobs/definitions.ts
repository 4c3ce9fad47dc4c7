/** Main side of the jobs, by channel. Its other half is in `tasks.ts`. */
import { applyImportJob, planImportJob } from '../services/import/import-jobs.ts'
import { exportJob } from '../services/interchange/export-job.ts'
import { fillWorkbookJob } from '../services/letters/fill-job.ts'
import { fillLetterJob } from '../services/letters/letter-job.ts'
import { lookJob } from '../services/letters/look-job.ts'
import { reportBuildJob } from '../services/report/build-job.ts'
import { viewExportJob } from '../services/report/view-job.ts'
import type { JobDefinition } from './job.ts'

export type AnyDefinition = JobDefinition<never, unknown, never, unknown>

/** Add one line per job: `'report.build': reportBuildJob`. */
export const definitions: Readonly<Record<string, AnyDefinition>> = {
  'import.plan': planImportJob,
  'import.apply': applyImportJob,
  'interchange.export': exportJob,
  'letters.fill': fillLetterJob,
  'report.build': reportBuildJob,
  'templates.fill': fillWorkbookJob,
  'templates.look': lookJob,
  'view.export': viewExportJob,
}
