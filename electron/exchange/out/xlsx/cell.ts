/** What a cell of the model becomes in a workbook: real numbers, real dates, text that stays text, formulas with their value. */
import type { CellFormulaValue } from 'exceljs'
import type { CellValue } from '#shared/api/report.ts'
import { type Day, daysBetween, day as toDay } from '#shared/domain/day.ts'
import { frDay } from '#shared/text/format.ts'
import { CHECK_WORDS } from '#shared/text/reports/report.ts'

const MAX_TEXT = 32_767
const DAY_ZERO = toDay('1899-12-30')
/** Before it every spreadsheet counts otherwise (Excel has a 29 February 1900 and nothing earlier): such a day is written out. */
const FIRST_DAY = toDay('1900-03-01')
const RISKY = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/

/** The number by which a spreadsheet names a day: no hour, no zone, nothing that could shift. Right from FIRST_DAY. */
function daySerial(day: Day): number {
  return daysBetween(DAY_ZERO, day)
}

export function isRisky(text: string): boolean {
  return RISKY.test(text)
}

/** Cut where the format ends; `_x0041_` would be read as an escape by Excel, so its first sign is escaped itself. */
export function safeText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return escaped.length <= MAX_TEXT ? escaped : `${escaped.slice(0, MAX_TEXT - 1)}…`
}

export function workbookValue(cell: CellValue): string | number | CellFormulaValue | null {
  if (cell === null) return null
  switch (cell.kind) {
    case 'text':
    case 'id':
      return safeText(cell.value)
    case 'day':
      return cell.value < FIRST_DAY ? frDay(cell.value) : daySerial(cell.value)
    case 'cents':
      return withFormula(cell.value / 100, cell.formula)
    case 'integer':
    case 'ratio':
      return withFormula(cell.value, cell.formula)
    case 'check': {
      const word = cell.value ? CHECK_WORDS.right : CHECK_WORDS.wrong
      return cell.formula === undefined
        ? word
        : {
            formula: `IF(${cell.formula},"${CHECK_WORDS.right}","${CHECK_WORDS.wrong}")`,
            result: word,
            date1904: false,
          }
    }
  }
}

function withFormula(value: number, formula: string | undefined): number | CellFormulaValue {
  return formula === undefined ? value : { formula, result: value, date1904: false }
}
