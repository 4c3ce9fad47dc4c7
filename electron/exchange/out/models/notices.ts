/** What the notice of each report says: its scope, its method, the scales and figures it rests on, with their sources. */
import type { AidScaleYear } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { frDay, frEuros } from '#shared/text/format.ts'
import { AID } from '#shared/text/reports/aid.ts'
import { NOTICE } from '#shared/text/reports/notice.ts'
import { CONFIDENCE_WORDS } from '#shared/text/words.ts'
import { scopeWords } from './finish.ts'
import type { NoticeSection } from './notice.ts'
import type { Scope } from './scope.ts'

const LISTED_EMPLOYERS = 30

export function fileSection(scope: Scope, report: string, period?: string): NoticeSection {
  const { input } = scope
  const names = scope.employers.map((e) => e.employer.name)
  const shown = names.length > LISTED_EMPLOYERS ? [...names.slice(0, LISTED_EMPLOYERS), '…'] : names
  const only = input.agreementId === null ? undefined : scope.agreements[0]
  return {
    title: NOTICE.file,
    lines: [
      [NOTICE.report, report],
      [NOTICE.scope, scopeWords(scope, period)],
      [NOTICE.employers, shown.join(', ')],
      [NOTICE.agreement, only === undefined ? NOTICE.every : only.view.agreement.reference],
      [NOTICE.situation, NOTICE.situationText(scope.at, input.today)],
      [NOTICE.names, input.names ? NOTICE.withNames : NOTICE.withoutNames],
      [NOTICE.application, NOTICE.applicationText(input.version)],
    ],
  }
}

export const readingSection: NoticeSection = {
  title: NOTICE.reading,
  lines: [
    [NOTICE.formulas, NOTICE.formulasText],
    [NOTICE.formats, NOTICE.formatsText],
    [NOTICE.empty, NOTICE.emptyText],
  ],
}

export const amountsSection: NoticeSection = {
  title: NOTICE.amounts,
  lines: [
    [NOTICE.notified, NOTICE.notifiedText],
    [NOTICE.earned, NOTICE.earnedText],
    [NOTICE.received, NOTICE.receivedText],
    [NOTICE.outstanding, NOTICE.outstandingText],
    [NOTICE.cancelled, NOTICE.cancelledText],
    [NOTICE.late, NOTICE.lateText],
    [NOTICE.overpaid, NOTICE.overpaidText],
    [NOTICE.unallocated, NOTICE.unallocatedText],
  ],
}

export function earningLine(scope: Scope): readonly [string, string] {
  const days = scope.agreements.filter((a) => a.view.agreement.earningMethod === 'days').length
  return [NOTICE.earning, NOTICE.earningText(scope.agreements.length - days, days)]
}

/** Scales are templates: they explain where a proposed amount came from; what counts is what the convention says. */
export function scalesSection(scope: Scope): NoticeSection {
  const { facts } = scope.input
  const years = new Map<number, AidScaleYear[]>()
  for (const year of facts.aidScaleYears) years.set(year.scaleId, [...(years.get(year.scaleId) ?? []), year])
  return {
    title: NOTICE.scales,
    lines: facts.aidScales.map((scale) => {
      const amounts = (years.get(scale.id) ?? [])
        .sort((a, b) => a.year - b.year)
        .map((year) => frEuros(cents(year.baseCents + year.bonusCents)))
        .join(' + ')
      const since = scale.validFrom === null ? '' : ` Depuis le ${frDay(scale.validFrom)}.`
      return [
        scale.name,
        `${amounts === '' ? '' : `${amounts}. `}${NOTICE.source(scale.source, CONFIDENCE_WORDS[scale.confidence])}${since}`,
      ]
    }),
  }
}

export function aidNotice(scope: Scope): readonly NoticeSection[] {
  return [
    fileSection(scope, AID.kind),
    amountsSection,
    { title: NOTICE.method, lines: [earningLine(scope), [NOTICE.validate, NOTICE.validateText]] },
    readingSection,
    scalesSection(scope),
  ]
}
