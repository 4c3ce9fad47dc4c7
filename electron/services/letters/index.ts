/** Letters at the door: which there are, what they may name, and one filled for a contract, a tranche, a post, an agreement. */
import { writeFileSync } from 'node:fs'
import type { letterChannels, TemplateField } from '#shared/api/channels/letters.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import { LETTER_KINDS } from '#shared/domain/letters.ts'
import { LETTER_FIELDS, LETTERS } from '#shared/text/letters.ts'
import { withTyped } from '../../exchange/out/letters/fields.ts'
import { letterPreview } from '../../exchange/out/letters/letter-words.ts'
import { fiscalYearReport } from '../../exchange/out/models/fiscal-year/fiscal-year-report.ts'
import { templateFields } from '../../exchange/out/templates/names.ts'
import { stampZip } from '../../exchange/out/xlsx/stamp-zip.ts'
import { deliverReport } from '../report/deliver.ts'
import { reportInput } from '../report/request.ts'
import type { ServiceContext } from '../service.ts'
import type { Session } from '../session/session.ts'
import { letterFileName, subjectOf } from './subject.ts'

type PlainChannels = Exclude<
  keyof typeof letterChannels,
  'letters.fill' | 'templates.look' | 'templates.fill'
>

export function letterServices(session: Pick<Session, 'desk'>): {
  readonly [C in PlainChannels]: (context: ServiceContext, input: Parsed<C>) => Output<C> | Promise<Output<C>>
} {
  return {
    'letters.kinds': () => ({
      letters: LETTER_KINDS.map((kind) => {
        const { label, description, about } = LETTERS[kind]
        return { kind, label, description, about }
      }),
      fields: Object.entries(LETTER_FIELDS).map(
        ([name, label]): TemplateField => ({ name, label, list: false }),
      ),
    }),
    'letters.build': (context, input) => build(context, input, session),
    'letters.preview': (context, { kind, id, values }) =>
      letterPreview(kind, withTyped(subjectOf(context, LETTERS[kind].about, id), values)),
    'templates.fields': (context) => templateFields(fiscalYearReport(wholeYear(context))),
  }
}

function wholeYear(context: ServiceContext) {
  return reportInput(context, {
    kind: 'fiscal-year',
    employerId: null,
    fiscalYear: null,
    at: null,
    agreementId: null,
    names: true,
  })
}

async function build(
  context: ServiceContext,
  { kind, id, values }: Parsed<'letters.build'>,
  { desk }: Pick<Session, 'desk'>,
): Promise<Output<'letters.build'>> {
  const subject = id === null ? null : withTyped(subjectOf(context, LETTERS[kind].about, id), values)
  // Loaded when a letter is written: the document library is heavy, and most sessions write none.
  const { builtInLetter } = await import('../../exchange/out/letters/built-in.ts')
  const bytes = await builtInLetter(kind, subject?.conditions ?? null, subject?.values ?? null)
  const path = desk.temporaryPath('docx')
  writeFileSync(path, bytes, { mode: 0o600 })
  await stampZip(path, context.today)
  const fileName = letterFileName(kind, subject, context.today)
  return { fileName, ...(await deliverReport(desk, { path, fileName })) }
}
