/** Worker side of the jobs: what each one runs, loaded only when it runs (a workbook library is heavy). */
import type { JobTask } from './job.ts'

type AnyTask = JobTask<never, unknown>

/** Channel → its task. Add: `'report.build': async () => (await import('../services/report/build-task.ts')).buildTask`. */
const importTask = async () => (await import('../services/import/import-task.ts')).importTask

export const tasks: Readonly<Record<string, () => Promise<AnyTask>>> = {
  'import.plan': importTask,
  'import.apply': importTask,
  'interchange.export': async () => (await import('../services/interchange/export-job.ts')).exportTask,
  'letters.fill': async () => (await import('../services/letters/letter-task.ts')).fillLetterTask,
  'report.build': async () => (await import('../services/report/build-task.ts')).reportBuildTask,
  'templates.fill': async () => (await import('../services/letters/fill-task.ts')).fillWorkbookTask,
  'templates.look': async () => (await import('../services/letters/look-task.ts')).lookTask,
  'view.export': async () => (await import('../services/report/view-task.ts')).viewExportTask,
}
