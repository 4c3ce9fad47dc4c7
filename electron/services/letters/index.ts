/** Letters at the door: which there are, what they may name, and one filled for a contract, a tranche, a post, an agreement. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import type { letterChannels, TemplateField } from '#shared/api/channels/letters.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import { minDay } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { LETTER_KINDS } from '#shared/domain/letters.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { templateError } from '#shared/text/errors/template-errors.ts'
import { LETTER_FIELDS, LETTERS } from '#shared/text/letters.ts'
import { VERSION } from '../../api/version.ts'
import { slug } from '../../exchange/out/file-name.ts'
import { type LetterSubject, letterSubject, withTyped } from '../../exchange/out/letters/fields.ts'
import { letterPreview } from '../../exchange/out/letters/letter-words.ts'
import { costLines } from '../../exchange/out/models/cost-lines.ts'
import { fiscalYearReport } from '../../exchange/out/models/fiscal-year/fiscal-year-report.ts'
import { scopeOf } from '../../exchange/out/models/scope.ts'
import { templateFields } from '../../exchange/out/templates/names.ts'
import { stampZip } from '../../exchange/out/xlsx/stamp-zip.ts'
import { deliverReport } from '../report/deliver.ts'
import { reportInput } from '../report/request.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import type { Session } from '../session/session.ts'

const MAX_TEMPLATE = 20_000_000

type PlainChannels = Exclude<keyof typeof letterChannels, 'templates.fill'>

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
  { kind, id, templateUploadId, values }: Parsed<'letters.build'>,
  { desk }: Pick<Session, 'desk'>,
): Promise<Output<'letters.build'>> {
  const letter = LETTERS[kind]
  const subject = id === null ? null : withTyped(subjectOf(context, letter.about, id), values)
  if (subject === null && templateUploadId !== null) throw new Refusal(templateError('letter.subject-needed'))
  const bytes =
    templateUploadId === null || subject === null
      ? await (await import('../../exchange/out/letters/built-in.ts')).builtInLetter(
          kind,
          subject?.conditions ?? null,
          subject?.values ?? null,
        )
      : await fromTemplate(desk.chosen(templateUploadId).path, subject)
  const path = desk.temporaryPath('docx')
  writeFileSync(path, bytes, { mode: 0o600 })
  await stampZip(path, context.today)
  const fileName = [letter.stem, subject === null ? 'modele' : slug(subject.name), context.today].join('-')
  const sources = templateUploadId === null ? [] : [desk.chosen(templateUploadId).path]
  const written = { path, fileName: `${fileName}.docx`, sources }
  return { fileName: written.fileName, ...(await deliverReport(desk, written)) }
}

function subjectOf(
  context: ServiceContext,
  about: Parameters<typeof letterSubject>[1],
  id: Id,
): LetterSubject {
  const derived = derive(context.dossier.readFacts(), context.today)
  const subject = letterSubject(derived, about, id, (agreementId) => costOf(context, agreementId))
  if (subject === null) throw new Refusal(templateError('letter.unknown-subject'))
  return subject
}

/** Cost of the agreement's posts over the financed period, up to today; null where none is known. */
function costOf(context: ServiceContext, agreementId: Id): Cents | null {
  const scope = scopeOf({
    facts: context.dossier.readFacts(),
    kind: 'closing',
    employerId: null,
    fiscalYear: null,
    at: null,
    agreementId,
    names: false,
    today: context.today,
    version: VERSION,
  })
  const view = scope.agreements[0]?.view
  const employer = scope.employers[0]
  if (view === undefined || employer === undefined || view.fundedFrom > scope.at) return null
  const until = minDay(view.fundedTo, scope.at)
  const lines = costLines(scope, employer, { from: view.fundedFrom, to: until })
  const known = lines.flatMap((line) => line.cost?.totalCents ?? [])
  return known.length === 0 ? null : cents(known.reduce((sum, amount) => sum + amount, 0))
}

async function fromTemplate(path: string, subject: LetterSubject): Promise<Uint8Array> {
  if (statSync(path).size > MAX_TEMPLATE) throw new Refusal(templateError('template.too-large'))
  // Loaded when a letter is written: the document libraries are heavy, and most sessions write none.
  const { fillTemplate } = await import('../../exchange/out/letters/fill-template.ts')
  const filled = fillTemplate(readFileSync(path), subject.values)
  if (filled.ok) return filled.bytes
  const { problem } = filled
  throw new Refusal(templateError(`template.${problem.code}`, 'tags' in problem ? problem.tags : []))
}
