/** Writing an interchange file beside the main process, then saving it or offering it as a download. */
import { writeFileSync } from 'node:fs'
import type { Parsed } from '#shared/api/contract.ts'
import { interchangeStem } from '#shared/text/exchange/interchange.ts'
import type { Interchange } from '../../exchange/interchange/shape.ts'
import type { Delivered, JobDefinition, JobTask } from '../../jobs/job.ts'
import { deliverReport } from '../report/deliver.ts'
import { exportDossier, interchangeText } from './export.ts'

type ExportInput = Parsed<'interchange.export'>

interface ExportPayload {
  readonly file: Interchange
  readonly path: string
  readonly fileName: string
}
interface Exported {
  readonly path: string
  readonly fileName: string
}

export const exportJob: JobDefinition<
  ExportInput,
  ExportPayload,
  Exported,
  Delivered & { readonly fileName: string }
> = {
  writes: false,
  prepare({ dossier, today, files }, input) {
    const file = exportDossier({ dossier, today, ...input })
    const fileName = `${interchangeStem(dossier.name, file.scope, today)}.json`
    return { file, path: files.temporaryPath('json'), fileName }
  },
  async finish({ files }, exported) {
    return { fileName: exported.fileName, ...(await deliverReport(files, exported)) }
  },
}

export const exportTask: JobTask<ExportPayload, Exported> = ({ file, path, fileName }) => {
  writeFileSync(path, interchangeText(file), { mode: 0o600 })
  return { path, fileName }
}
