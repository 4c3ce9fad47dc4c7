/** The values of a calculator's form and what is sent to the rule: fields that are shown, optional ones left out when empty. Pure. */
import type { CalcField, CalculatorText } from '#shared/text/calculators/calculator-text.ts'

export type Row = Readonly<Record<string, string | null>>
export type CalcValue = string | number | boolean | null | readonly Row[] | readonly number[]
export type CalcValues = Readonly<Record<string, CalcValue>>

export function exampleValues(calculator: CalculatorText): CalcValues {
  return Object.fromEntries(
    calculator.fields.map((field) => [
      field.name,
      (calculator.example[field.name] ?? emptyOf(field)) as CalcValue,
    ]),
  )
}

function emptyOf(field: CalcField): CalcValue {
  switch (field.kind) {
    case 'yes-no':
      return false
    case 'periods':
    case 'periods-with-kind':
    case 'occupations':
    case 'weekdays':
    case 'cents-list':
      return []
    default:
      return null
  }
}

export function isShown(field: CalcField, values: CalcValues): boolean {
  if (field.onlyWhen === undefined) return true
  return field.onlyWhen.is.includes(String(values[field.onlyWhen.field] ?? ''))
}

/** What the rule receives: nothing hidden, nothing left empty (the rule names what it misses); "still" and "without term" are null. */
export function inputOf(calculator: CalculatorText, values: CalcValues): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const field of calculator.fields) {
    if (!isShown(field, values)) continue
    const value = values[field.name] ?? null
    if (value === null && field.kind !== 'day-or-none') continue
    if (field.optional === true && Array.isArray(value) && value.length === 0) continue
    input[field.name] = Array.isArray(value) ? value.map((row) => (isRow(row) ? plainRow(row) : row)) : value
  }
  return input
}

function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null
}

/** An empty kind of a period is left out: the calculator's own kind then applies. */
function plainRow(row: Row): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name, value]) => name !== 'kind' || value !== null))
}

/** "periods.1.endsOn" → the field of the form it belongs to. */
export function fieldOfError(calculator: CalculatorText, field: string | null): string | null {
  if (field === null) return null
  const root = field.split(/[.[]/)[0] ?? ''
  return calculator.fields.some((each) => each.name === root) ? root : null
}
