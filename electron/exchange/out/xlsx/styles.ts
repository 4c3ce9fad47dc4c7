/**
 * How a workbook looks: one shared style object per kind of cell and role of row (the library recognises a style by its
 * identity, so sharing them keeps large files quick). Legible in black and white: weight and rules carry the meaning.
 */
import type { Alignment, Borders, Fill, Font, Style } from 'exceljs'
import type { CellKind, ReportRow } from '#shared/api/report.ts'

export type Role = ReportRow['role'] | 'title' | 'subtitle' | 'header'

export const NUMBER_FORMATS: Readonly<Record<CellKind, string | null>> = {
  text: null,
  /** Text format: digits stay digits, leading zeros stay. */
  id: '@',
  day: 'dd/mm/yyyy',
  cents: '#,##0.00',
  integer: '#,##0',
  /** A percentage of nothing planned yet stays blank. */
  ratio: '0.00%;\\-0.00%;',
  check: null,
}

const INK = 'FF171D21'
const QUIET = 'FF434C53'
const FONT = 'Calibri'

const fonts: Readonly<Record<Role, Partial<Font>>> = {
  title: { name: FONT, size: 14, bold: true, color: { argb: INK } },
  subtitle: { name: FONT, size: 10, color: { argb: QUIET } },
  header: { name: FONT, size: 10, bold: true, color: { argb: INK } },
  data: { name: FONT, size: 10, color: { argb: INK } },
  group: { name: FONT, size: 10, bold: true, color: { argb: INK } },
  subtotal: { name: FONT, size: 10, bold: true, color: { argb: INK } },
  total: { name: FONT, size: 10, bold: true, color: { argb: INK } },
  note: { name: FONT, size: 10, italic: true, color: { argb: QUIET } },
}

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })
const fills: Partial<Record<Role, Fill>> = {
  header: solid('FFE3E8EB'),
  group: solid('FFF1F3F5'),
  subtotal: solid('FFF1F3F5'),
  total: solid('FFE3E8EB'),
}

const rule = { style: 'thin', color: { argb: 'FF767F86' } } as const
const strong = { style: 'medium', color: { argb: INK } } as const
const borders: Partial<Record<Role, Partial<Borders>>> = {
  header: { top: rule, bottom: rule },
  subtotal: { top: rule, bottom: rule },
  total: { top: strong, bottom: rule },
}

const RIGHT: ReadonlySet<CellKind> = new Set(['cents', 'integer', 'ratio'])
const made = new Map<string, Partial<Style>>()

/** `guarded`: a text that a spreadsheet could take for a formula when it is edited; the text format keeps it a text. */
export function styleFor(role: Role, kind: CellKind, wrap: boolean, guarded = false): Partial<Style> {
  const name = `${role}/${kind}/${wrap}/${guarded}`
  const known = made.get(name)
  if (known !== undefined) return known
  const alignment: Partial<Alignment> = {
    vertical: role === 'header' ? 'bottom' : 'top',
    horizontal: RIGHT.has(kind) && role !== 'title' && role !== 'subtitle' ? 'right' : 'left',
    wrapText: wrap || role === 'header',
    // An amount ends where the next cell begins: the words there step aside.
    ...(RIGHT.has(kind) || role === 'title' || role === 'subtitle' || role === 'note' ? {} : { indent: 1 }),
  }
  const format = guarded ? '@' : role === 'header' ? null : NUMBER_FORMATS[kind]
  const fill = fills[role]
  const border = borders[role]
  const style: Partial<Style> = {
    font: fonts[role],
    alignment,
    ...(format === null ? {} : { numFmt: format }),
    ...(fill === undefined ? {} : { fill }),
    ...(border === undefined ? {} : { border }),
  }
  made.set(name, style)
  return style
}
