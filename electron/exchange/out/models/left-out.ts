/** The sheet "Non calculés", in reports that some object is missing from: which, why, and one check in red. */
import type { ReportSheet } from '#shared/api/report.ts'
import { type Uncomputed, uncomputedOf } from '#shared/rules/engine/uncomputed.ts'
import {
  LEFT_OUT_SHEET,
  leftOutCells,
  leftOutSentence,
  NOT_COMPUTED,
  uncomputedSentence,
} from '#shared/text/rules/uncomputed.ts'
import { check, text } from './cells.ts'
import type { Scope } from './scope.ts'
import { buildTable } from './table.ts'

export interface LeftOut {
  readonly sheet: ReportSheet
  readonly sentences: readonly string[]
  /** Said again above each table: no total stands without it. */
  onSheet(sheet: ReportSheet): ReportSheet
}

/** Null where nothing is missing, as a rule. `more`: what failed in a calculation of the report that is not the scope's own. */
export function leftOutOf(
  scope: Scope,
  sheets: readonly ReportSheet[],
  more: readonly Uncomputed[] = [],
): LeftOut | null {
  const own = uncomputedOf(scope.derived, scope.input.employerId)
  const failed = [
    ...own,
    ...more.filter(({ kind, id }) => !own.some((each) => each.kind === kind && each.id === id)),
  ]
  const lines = linesWithout(sheets)
  if (failed.length === 0 && lines === 0) return null
  const said = [
    ...(failed.length === 0 ? [] : [leftOutSentence(failed.length)]),
    ...(lines === 0 ? [] : [leftOutCells(lines)]),
  ]
  return {
    sheet: listOf(failed, said),
    sentences: [...said, ...failed.map(uncomputedSentence)],
    onSheet: (sheet) => ({ ...sheet, subtitle: [sheet.subtitle, ...said].join(' · ') }),
  }
}

function listOf(failed: readonly Uncomputed[], said: readonly string[]): ReportSheet {
  const words = LEFT_OUT_SHEET
  return buildTable<Uncomputed>({
    name: words.name,
    title: words.title,
    subtitle: said.join(' '),
    orientation: 'portrait',
    withoutTotal: true,
    mark: 'message',
    columns: [
      { key: 'name', title: words.object, kind: 'text', width: 34, cell: (each) => text(each.name) },
      {
        key: 'message',
        title: words.why,
        kind: 'text',
        width: 84,
        cell: (each) => text(uncomputedSentence(each)),
      },
      { key: 'result', title: words.check, kind: 'check', width: 12, cell: () => check(false, 'FALSE()') },
    ],
    groups: [{ label: null, rows: failed }],
  }).sheet
}

/** Data lines of which some cell could not be computed. */
function linesWithout(sheets: readonly ReportSheet[]): number {
  return sheets
    .flatMap((sheet) => sheet.rows)
    .filter((row) => row.cells.some((cell) => cell?.kind === 'text' && cell.value === NOT_COMPUTED)).length
}
