/** What the notice of a fiscal-year file says: methods, accounts, rates, thresholds, each with its source. */
import type { Day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { PROPOSED_ACCOUNTS } from '#shared/rules/accounting/accounts.ts'
import { chargesRateOf } from '#shared/rules/cost/contract-cost.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import { frEuros } from '#shared/text/format.ts'
import { YEAR, YEAR_NOTICE } from '#shared/text/reports/fiscal-year.ts'
import { NOTICE } from '#shared/text/reports/notice.ts'
import { CHART_WORDS, CONFIDENCE_WORDS } from '#shared/text/words.ts'
import type { NoticeSection } from '../notice.ts'
import { amountsSection, earningLine, fileSection, readingSection, scalesSection } from '../notices.ts'
import type { Scope } from '../scope.ts'

const LISTED_RATES = 30

export function yearNotice(
  scope: Scope,
  period: string,
  close: Day,
  closes: ReadonlySet<Day>,
): readonly NoticeSection[] {
  const n = YEAR_NOTICE
  return [
    fileSection(scope, YEAR.kind, period),
    {
      title: NOTICE.method,
      lines: [
        [n.income, n.incomeText],
        [n.unearned, n.unearnedText],
        [n.rate, n.rateText],
        [n.deferred, n.deferredText],
        [n.opening, n.openingText],
        [n.receivable, n.receivableText],
        ...(close > scope.at ? [[n.projected, n.projectedText(scope.at, close)] as const] : []),
        ...(closes.size > 1 ? [[n.closes, n.closesText(scope.at)] as const] : []),
        [n.dedicated, n.dedicatedText],
        [n.cost, n.costText],
        [n.report, n.reportText],
        earningLine(scope),
        [NOTICE.validate, NOTICE.validateText],
      ],
    },
    { title: n.accounts, lines: accountLines(scope) },
    { title: n.rates, lines: rateLines(scope) },
    { title: n.thresholds, lines: thresholdLines(scope, close) },
    amountsSection,
    readingSection,
    scalesSection(scope),
  ]
}

function accountLines(scope: Scope): NoticeSection['lines'] {
  const charts = new Set(scope.employers.map((e) => e.employer.chart))
  return [...charts].map((chart) => {
    const { income, receivable, deferred, source } = PROPOSED_ACCOUNTS[chart]
    return [
      CHART_WORDS[chart],
      YEAR_NOTICE.accountsText(CHART_WORDS[chart], income, receivable, deferred, source),
    ]
  })
}

function rateLines(scope: Scope): NoticeSection['lines'] {
  return scope.employers.slice(0, LISTED_RATES).map(({ employer }) => {
    const rate = chargesRateOf(employer) / 100
    return [employerLabel(employer), `${String(rate).replace('.', ',')}\u00a0%`]
  })
}

function thresholdLines(scope: Scope, close: Day): NoticeSection['lines'] {
  return (['auditor', 'agreement'] as const).map((kind) => {
    const figure = scope.derived.figures.at(`threshold.${kind}`, close)
    return [
      YEAR_NOTICE[kind],
      `${frEuros(cents(figure.value))}. ${NOTICE.source(figure.source, CONFIDENCE_WORDS[figure.confidence])}`,
    ]
  })
}
