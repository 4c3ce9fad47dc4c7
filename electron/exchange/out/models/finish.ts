/** What every report says of itself: its scope in words, in its subtitles, its properties and the name of its file. */
import type { Report, ReportSheet } from '#shared/api/report.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import type { Uncomputed } from '#shared/rules/engine/uncomputed.ts'
import { frDay } from '#shared/text/format.ts'
import { CREATOR, KEYWORDS, SCOPE, SITUATION_ON } from '#shared/text/reports/report.ts'
import { slug } from '../file-name.ts'
import type { Checks } from './checks.ts'
import { leftOutOf } from './left-out.ts'
import type { Scope } from './scope.ts'

export interface ReportParts {
  readonly kind: string
  readonly title: string
  readonly stem: string
  readonly subject: string
  readonly mainSheet: string
  readonly sheets: readonly ReportSheet[]
  readonly checks: Pick<Checks, 'passed' | 'total'>
  /** What a calculation of its own failed for. */
  readonly uncomputed?: readonly Uncomputed[]
  /** Said before the rest: "exercice 2026". */
  readonly period?: string
  /** Put in the file name instead of the day. */
  readonly stemSuffix?: string
}

export function finishReport(scope: Scope, parts: ReportParts): Report {
  const words = scopeWords(scope, parts.period)
  const leftOut = leftOutOf(scope, parts.sheets, parts.uncomputed)
  return {
    kind: parts.kind,
    title: parts.period === undefined ? parts.title : `${parts.title}, ${parts.period}`,
    scope: words,
    fileStem: [parts.stem, slug(whoWords(scope)), slug(parts.stemSuffix ?? scope.at)].join('-'),
    day: scope.at,
    mainSheet: parts.mainSheet,
    // First: whoever opens the workbook knows what its totals are without.
    sheets: leftOut === null ? parts.sheets : [leftOut.sheet, ...parts.sheets.map(leftOut.onSheet)],
    ...(leftOut === null ? {} : { leftOut: leftOut.sentences }),
    checks: { passed: parts.checks.passed, total: parts.checks.total + (leftOut === null ? 0 : 1) },
    properties: { creator: CREATOR, subject: parts.subject, keywords: KEYWORDS },
  }
}

/** "9 postes, 2 structures, 9 conventions". */
export function scopeWords(scope: Scope, period?: string): string {
  const counted = SCOPE.counts(scope.positions.length, scope.employers.length, scope.agreements.length)
  return period === undefined ? counted : `${counted}, ${period}`
}

export function subtitleOf(scope: Scope, period?: string): string {
  return [who(scope), scopeWords(scope, period), SITUATION_ON(frDay(scope.at)), SCOPE.inEuros].join(' · ')
}

/** Names of the structures where they are few, and the convention where the report is about one. */
function who(scope: Scope): string {
  const names = scope.employers.map((e) => e.employer.name)
  const structures = names.length === 0 || names.length > 3 ? SCOPE.all : names.join(', ')
  const only = scope.input.agreementId === null ? undefined : scope.agreements[0]
  return only === undefined ? structures : `${structures}, ${SCOPE.agreement(only.view.agreement.reference)}`
}

function whoWords(scope: Scope): string {
  const only = scope.input.agreementId === null ? undefined : scope.agreements[0]
  if (only !== undefined) return only.view.agreement.reference
  const single = scope.input.employerId === null ? undefined : scope.employers[0]
  return single === undefined ? SCOPE.all : employerLabel(single.employer)
}
