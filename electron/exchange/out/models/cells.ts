/** Short ways to say a cell. Absent facts stay absent: an empty cell is not zero. */
import type { CellValue } from '#shared/api/report.ts'
import type { Day } from '#shared/domain/day.ts'
import { type Cents, cents } from '#shared/domain/money.ts'

export function text(value: string | null | undefined): CellValue {
  return value === null || value === undefined || value === '' ? null : { kind: 'text', value }
}

export function ident(value: string | null | undefined): CellValue {
  return value === null || value === undefined || value === '' ? null : { kind: 'id', value }
}

export function onDay(value: Day | null | undefined): CellValue {
  return value === null || value === undefined ? null : { kind: 'day', value }
}

export function euros(value: Cents | null, formula?: string): CellValue {
  if (value === null) return null
  return formula === undefined ? { kind: 'cents', value } : { kind: 'cents', value, formula }
}

export function eurosOf(value: number, formula?: string): CellValue {
  return euros(cents(value), formula)
}

export function count(value: number | null, formula?: string): CellValue {
  if (value === null) return null
  return formula === undefined ? { kind: 'integer', value } : { kind: 'integer', value, formula }
}

export function share(value: number | null, formula?: string): CellValue {
  if (value === null) return null
  return formula === undefined ? { kind: 'ratio', value } : { kind: 'ratio', value, formula }
}

export function check(value: boolean, formula?: string): CellValue {
  return formula === undefined ? { kind: 'check', value } : { kind: 'check', value, formula }
}
