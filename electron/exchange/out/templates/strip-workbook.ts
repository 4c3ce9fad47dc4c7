/** Takes out of a workbook being filled the cells and rules that reach out of it; what they last showed stays. */
import type ExcelJS from 'exceljs'
import { isOddLink } from '../../office/foreign.ts'
import { isForeignFormula } from '../../office/foreign-workbook.ts'

export function stripWorkbook(workbook: ExcelJS.Workbook): void {
  for (const sheet of workbook.worksheets) {
    stripCells(sheet)
    stripRules(sheet)
  }
  const { definedNames } = workbook
  definedNames.model = definedNames.model.filter(({ ranges }) => !ranges.some(isForeignFormula))
}

function stripCells(sheet: ExcelJS.Worksheet): void {
  const changes: { readonly cell: ExcelJS.Cell; readonly value: ExcelJS.CellValue }[] = []
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.formula !== undefined && isForeignFormula(cell.formula))
        changes.push({ cell, value: (cell.result as ExcelJS.CellValue) ?? null })
      else if (cell.hyperlink !== undefined && isOddLink(cell.hyperlink))
        changes.push({ cell, value: cell.text })
    }),
  )
  // Once all are known: a formula shared by several cells is read through the first of them.
  for (const { cell, value } of changes) cell.value = value
}

/** Lists and colours that depend on a formula. */
function stripRules(sheet: ExcelJS.Worksheet): void {
  const validations = Reflect.get(sheet, 'dataValidations') as
    | { readonly model: Record<string, ExcelJS.DataValidation> }
    | undefined
  for (const [range, rule] of Object.entries(validations?.model ?? {}))
    if (rule.formulae?.some((f) => isForeignFormula(String(f)))) delete validations?.model[range]
  // Whatever its name says, the library keeps those for which it is true.
  sheet.removeConditionalFormatting(
    ({ rules }: ExcelJS.ConditionalFormattingOptions) => !rules.some(isForeignRule),
  )
}

function isForeignRule(rule: ExcelJS.ConditionalFormattingRule): boolean {
  return 'formulae' in rule && rule.formulae?.some((f) => isForeignFormula(String(f))) === true
}
