/** Which differences are shown, and the counts that head them. Pure. */
import type { DifferenceRow } from '#shared/api/channels/reconciliation.ts'
import type { ComparedField } from '#shared/rules/reconciliation/compare.ts'
import type { Shown } from './text.ts'

export interface Filters {
  readonly shown: Shown
  readonly field: ComparedField | null
  readonly find: string
  readonly onlyChanged: boolean
}

export const FIRST: Filters = { shown: 'open', field: null, find: '', onlyChanged: false }

export interface Counts {
  readonly byDecision: Readonly<Record<Shown, number>>
  readonly openPosts: number
  readonly changedOpen: number
}

export function countsOf(rows: readonly DifferenceRow[]): Counts {
  const of = (decision: DifferenceRow['decision']) => rows.filter((row) => row.decision === decision)
  const open = of('open')
  return {
    byDecision: {
      open: open.length,
      contested: of('contested').length,
      kept: of('kept').length,
      accepted: of('accepted').length,
      all: rows.length,
    },
    openPosts: new Set(open.map((row) => row.positionId)).size,
    changedOpen: open.filter((row) => row.changed).length,
  }
}

export function filtered(rows: readonly DifferenceRow[], filters: Filters): readonly DifferenceRow[] {
  const words = fold(filters.find).split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (filters.shown === 'all' || row.decision === filters.shown) &&
      (filters.field === null || row.field === filters.field) &&
      (!filters.onlyChanged || row.changed) &&
      words.every((word) => fold(`${postName(row)} ${row.employerName}`).includes(word)),
  )
}

export function postName(row: DifferenceRow): string {
  return [row.positionStateId, row.positionLabel].filter(Boolean).join(' ')
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
