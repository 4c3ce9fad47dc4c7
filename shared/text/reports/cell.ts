/** A cell of a report as a French reader sees it: the preview and the printed page show the same words. */
import type { CellValue } from '../../api/report.ts'
import { frAmount, frDay, frInteger } from '../format.ts'
import { CHECK_WORDS } from './report.ts'

const NBSP = '\u00a0'

export function cellText(cell: CellValue): string {
  if (cell === null) return ''
  switch (cell.kind) {
    case 'text':
    case 'id':
      return cell.value
    case 'day':
      return frDay(cell.value)
    case 'cents':
      return frAmount(cell.value)
    case 'integer':
      return frInteger(cell.value)
    case 'ratio':
      // As in the workbook: a percentage of nothing planned yet stays blank.
      if (cell.value === 0 && cell.formula !== undefined) return ''
      return `${(Math.round(cell.value * 10_000) / 100).toFixed(2).replace('.', ',').replace('-', '\u2212')}${NBSP}%`
    case 'check':
      return cell.value ? CHECK_WORDS.right : CHECK_WORDS.wrong
  }
}
