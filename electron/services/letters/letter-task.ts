/** The worker's half of a letter: a template that may be a stranger's is opened there and nowhere else. */
import { writeFileSync } from 'node:fs'
import { templateError } from '#shared/text/errors/template-errors.ts'
import { foreignName } from '#shared/text/exchange/foreign-parts.ts'
import { fillTemplate } from '../../exchange/out/letters/fill-template.ts'
import { stampZip } from '../../exchange/out/xlsx/stamp-zip.ts'
import type { JobTask } from '../../jobs/job.ts'
import { Refusal } from '../service.ts'
import type { LetterPayload, LetterResult } from './letter-job.ts'
import { readTemplate } from './read-template.ts'

export const fillLetterTask: JobTask<LetterPayload, LetterResult> = async (payload) => {
  const { path, fileName, template } = payload
  const filled = fillTemplate(readTemplate(template, 'docx'), payload.values, payload)
  if (!filled.ok) {
    const { problem } = filled
    const tags = 'tags' in problem ? problem.tags : []
    const names = problem.code === 'foreign' ? problem.foreign.map(foreignName) : tags
    throw new Refusal(templateError(`template.${problem.code}`, names))
  }
  writeFileSync(path, filled.bytes, { mode: 0o600 })
  await stampZip(path, payload.today)
  return { path, fileName, removed: filled.removed }
}
