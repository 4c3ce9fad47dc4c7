/** The view of a grid as a file: what the page shows is checked at the door, the worker writes it, the shell hands it over. */
import type { Parsed } from '#shared/api/contract.ts'
import type { Day } from '#shared/domain/day.ts'
import type { JobDefinition } from '../../jobs/job.ts'
import type { BuiltReport, WrittenReport } from './build-job.ts'
import { deliverReport } from './deliver.ts'

type ViewInput = Parsed<'view.export'>

export interface ViewPayload {
  readonly input: ViewInput
  readonly today: Day
  readonly dossier: string
  readonly path: string
}

export const viewExportJob: JobDefinition<ViewInput, ViewPayload, WrittenReport, BuiltReport> = {
  writes: false,
  prepare: (context, input) => ({
    input,
    today: context.today,
    dossier: context.dossier.name,
    path: context.files.temporaryPath(input.format),
  }),
  async finish(context, written) {
    return { fileName: written.fileName, ...(await deliverReport(context.files, written)) }
  },
}
