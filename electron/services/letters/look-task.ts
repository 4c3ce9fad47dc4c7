/** The worker's half of a look at a template: read within bounds, without any library of documents. */
import type { Output } from '#shared/api/contract.ts'
import { templateError } from '#shared/text/errors/template-errors.ts'
import { openTemplate, unreadTemplate } from '../../exchange/out/letters/open-template.ts'
import { openWorkbook } from '../../exchange/out/templates/open-workbook.ts'
import type { JobTask } from '../../jobs/job.ts'
import { Refusal } from '../service.ts'
import type { LookPayload } from './look-job.ts'
import { readTemplate } from './read-template.ts'

export const lookTask: JobTask<LookPayload, Output<'templates.look'>> = ({ template, kind }) => {
  const bytes = readTemplate(template, kind)
  if (kind === 'docx') return { foreign: lookAtLetter(bytes) }
  const opened = openWorkbook(bytes)
  if (!opened.ok) throw new Refusal(templateError(opened.code))
  return { foreign: opened.foreign }
}

function lookAtLetter(bytes: Uint8Array) {
  try {
    return openTemplate(bytes).foreign
  } catch (error) {
    throw new Refusal(templateError(`template.${unreadTemplate(error).code}`))
  }
}
