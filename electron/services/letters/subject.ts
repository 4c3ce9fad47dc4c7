/** What a letter is about, read from the dossier, and the name its file bears. */
import { type Day, minDay } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { LetterKind } from '#shared/domain/letters.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { templateError } from '#shared/text/errors/template-errors.ts'
import { LETTERS } from '#shared/text/letters.ts'
import { VERSION } from '../../api/version.ts'
import { slug } from '../../exchange/out/file-name.ts'
import { type LetterSubject, letterSubject } from '../../exchange/out/letters/fields.ts'
import { costLines } from '../../exchange/out/models/cost-lines.ts'
import { scopeOf } from '../../exchange/out/models/scope.ts'
import { computed } from '../read/computing.ts'
import { Refusal, type ServiceContext } from '../service.ts'

export function letterFileName(kind: LetterKind, subject: LetterSubject | null, today: Day): string {
  const stem = [LETTERS[kind].stem, subject === null ? 'modele' : slug(subject.name), today].join('-')
  return `${stem}.docx`
}

export function subjectOf(
  context: ServiceContext,
  about: Parameters<typeof letterSubject>[1],
  id: Id,
): LetterSubject {
  const derived = derive(context.dossier.readFacts(), context.today)
  const subject = computed(derived, about, id, () =>
    letterSubject(derived, about, id, (agreementId) => costOf(context, agreementId)),
  )
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
