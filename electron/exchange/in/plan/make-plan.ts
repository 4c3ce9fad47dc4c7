/**
 * Rows × facts → the plan: each line created, modified, unchanged or rejected, each cell before → after with its reason, and
 * the operations that will be written. Pure: the dry run and the import differ only by what is done with the operations.
 */
import type { ImportCounts, ImportPlan, PlanRow, RowFate, SheetFound } from '#shared/api/import.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Facts, StateDifference } from '#shared/domain/facts.ts'
import type { ImportMappingDefinition } from '#shared/schemas/import.ts'
import { importLabel, messageSentence, noticeSentence, onSheet } from '#shared/text/exchange/import.ts'
import type { Field } from '../columns/field.ts'
import type { Headers } from '../columns/header.ts'
import { headerKey } from '../columns/header.ts'
import type { RawRow, Sheet, SourceFile } from '../read/source.ts'
import { keysOffered, keysWithoutColumn } from './keys.ts'
import type { Profile, ProfileContext } from './profile.ts'
import { realign } from './realign.ts'
import { createRowReader, type RowReader } from './row-reader.ts'
import { createWorld, type Operation } from './world.ts'

/** Lines shown on the screen; the counts and the operations cover them all. */
const PREVIEW_LINES = 500

export interface ImportNotice {
  readonly line: number | null
  readonly code: string
  readonly message: string
}

export interface PlannedImport {
  readonly plan: ImportPlan
  readonly operations: readonly Operation[]
  readonly rejects: readonly PlanRow[]
  readonly notices: readonly ImportNotice[]
  readonly actionLabel: string
}

/** How one sheet is read: the mapping of the file without the other sheets, and the lines left out. */
export type SheetMapping = Omit<ImportMappingDefinition, 'others'> & { readonly leaveOut: readonly number[] }

export interface SheetToPlan {
  readonly sheet: Sheet
  readonly profile: Profile
  readonly headers: Headers
  readonly fields: readonly Field[]
  readonly mapping: SheetMapping
}

export interface PlanRequest {
  readonly fileName: string
  readonly source: SourceFile
  readonly main: SheetToPlan
  readonly others: readonly SheetToPlan[]
  readonly mapping: ImportMappingDefinition
  readonly found: readonly Omit<SheetFound, 'read'>[]
  readonly facts: Facts
  readonly stateDifferences: readonly StateDifference[]
  readonly today: Day
  readonly remembered: boolean
  /** The dossier is a demonstration: said before anything of the file. */
  readonly demo: boolean
}

type Say = (line: number | null, code: string, values?: Readonly<Record<string, string | number>>) => void

export function makePlan(
  request: PlanRequest,
  progress: (done: number, total: number) => void = () => {},
): PlannedImport {
  const { source, main } = request
  const world = createWorld(request.facts)
  const recorded: Operation[] = []
  const notices: ImportNotice[] = []
  const sheets = [main, ...request.others]
  const say = sayFor(notices, null)
  if (request.demo) say(null, 'dossier.demo')
  for (const { code, values } of source.notices) say(null, code, values)
  sayOtherSheets(request, new Set(sheets.map(({ sheet }) => sheet)), say)
  const total = sheets.reduce((sum, { sheet }) => sum + sheet.rows.length, 0)
  let done = 0
  const planned = new Map<SheetToPlan, PlannedSheet>()
  // What others name comes first: agreements before their tranches, contracts before what they cost.
  for (const each of [...sheets].sort((a, b) => orderOf(a) - orderOf(b))) {
    const name = sheets.length > 1 ? each.sheet.name : null
    const before = done
    const sheet = planSheet(
      request,
      each,
      { world, record: (operation) => recorded.push(operation) },
      sayFor(notices, name),
      (rows) => progress(before + rows, total),
    )
    planned.set(each, sheet)
    done += each.sheet.rows.length
  }
  progress(total, total)
  const read = new Set(sheets.map(({ sheet }) => sheet.name))
  const found = request.found.map((sheet) => ({ ...sheet, read: read.has(sheet.name) }))
  const results = sheets.flatMap((each) => planned.get(each) ?? [])
  const rows = results.flatMap((result) => result.rows)
  const all = {
    rows: countFates(rows.map((r) => r.fate)),
    objects: countObjects(results.flatMap((result) => result.readers)),
  }
  const planOf = (each: SheetToPlan, others: readonly ImportPlan[]): ImportPlan => {
    const result = planned.get(each)
    if (result === undefined) throw new Error(`sheet ${each.sheet.name} was not planned`)
    const preview = previewOf(result.rows)
    return {
      fileName: request.fileName,
      profile: each.profile.id,
      profileLabel: each.profile.label,
      encoding: source.encoding,
      separator: source.separator,
      sheet: each.sheet.name === '' ? null : each.sheet.name,
      sheets: source.sheets.map((s) => s.name).filter((name) => name !== ''),
      found,
      headerLine: each.headers.line,
      columns: columnCounts(each, result.rows),
      keys: keysOffered(each.profile, each.headers, each.mapping.keys),
      fields: each.fields.map(({ id, label }) => ({ id, label })),
      rows: countFates(result.rows.map((r) => r.fate)),
      objects: countObjects(result.readers),
      preview,
      previewTruncated: preview.length < result.rows.length,
      others,
      all,
      shape: each.headers.shape,
      remembered: request.remembered,
      mapping: request.mapping,
      notices,
    }
  }
  return {
    plan: planOf(
      main,
      request.others.map((each) => planOf(each, [])),
    ),
    operations: [...world.operations(), ...recorded],
    rejects: rows.filter((row) => row.fate === 'rejected'),
    notices,
    actionLabel: importLabel(request.fileName),
  }
}

/** Of two sheets of the employer's own: the one that says when agreements begin, before the one that names them. */
function orderOf({ profile, headers }: SheetToPlan): number {
  const fields = new Set(headers.columns.map((c) => c.field))
  const isMoney = [...fields].some((id) => id?.startsWith('instalment.') || id?.startsWith('payment.'))
  return profile.order + (isMoney && !fields.has('agreement.startsOn') ? 0.5 : 0)
}

interface PlannedSheet {
  readonly readers: readonly RowReader[]
  readonly rows: readonly PlanRow[]
}

function sayFor(notices: ImportNotice[], sheet: string | null): Say {
  return (line, code, values = {}) => {
    const message = noticeSentence(code, values)
    notices.push({ line, code, message: sheet === null ? message : onSheet(sheet, message) })
  }
}

function planSheet(
  request: PlanRequest,
  { sheet, profile, headers, fields: known, mapping }: SheetToPlan,
  target: Pick<ProfileContext, 'world' | 'record'>,
  notice: Say,
  progress: (rows: number) => void,
): PlannedSheet {
  const { source } = request
  sayColumns(sheet, headers, mapping.keepUnmapped, notice)
  for (const { object, key } of keysWithoutColumn(profile, headers, mapping.keys))
    notice(null, 'key.no-column', { object, key })
  const { interpret, finish } = profile.start({
    ...target,
    facts: request.facts,
    stateDifferences: request.stateDifferences,
    today: request.today,
    headers,
    mapping,
    notice,
  })
  const leaveOut = new Set(mapping.leaveOut)
  const dataRows = sheet.rows.slice(headers.rank + 1)
  const headerCells = headers.columns.map((c) => headerKey(c.name)).join('\u0000')
  const corrections = correctionsByLine(mapping)
  const fields = new Map(known.map((f) => [f.id, f]))
  const readers: RowReader[] = []
  for (const [i, row] of dataRows.entries()) {
    if (i % 200 === 0) progress(i)
    if (leaveOut.has(row.line)) {
      notice(row.line, 'row.left-out')
      continue
    }
    if (isRepeatedHeader(row, headers, headerCells)) {
      notice(row.line, 'row.repeated-header')
      continue
    }
    const aligned = realign(row, headers.columns, fields, source.separator)
    const reader = createRowReader(
      aligned.kind === 'joined' ? aligned.row : row,
      headers.columns,
      fields,
      profile.essential,
      corrections.get(row.line) ?? NO_CORRECTION,
    )
    if (aligned.kind === 'joined') reader.say('warning', 'row.realigned', { column: aligned.column })
    if (aligned.kind === 'refused') {
      reader.say('refused', 'row.too-many-cells', {
        cells: row.cells.length,
        columns: headers.columns.length,
      })
      readers.push(reader)
      continue
    }
    const passed = profile.passOver(reader, headers.recognised)
    if (passed !== null) {
      notice(row.line, passed.code, passed.values)
      continue
    }
    interpret(reader)
    if (reader.skipped !== null) {
      notice(row.line, reader.skipped)
      continue
    }
    readers.push(reader)
  }
  finish()
  const name = request.others.length > 0 ? sheet.name : null
  return { readers, rows: readers.map((reader) => planRow(reader, name)) }
}

/** Columns no field claims are said: read as notes, or left in the file. */
function sayColumns(sheet: Sheet, headers: Headers, keepUnmapped: boolean, notice: Say): void {
  const rows = sheet.rows.slice(headers.rank + 1)
  const unread = headers.columns
    .filter((c) => c.field === null)
    .filter((c) => rows.some((r) => (r.cells[c.index]?.text ?? '').trim() !== ''))
    .map((c) => c.name)
  if (unread.length > 0)
    notice(null, keepUnmapped ? 'columns-kept' : 'columns-unread', { columns: unread.join(', ') })
}

function sayOtherSheets({ source, found }: PlanRequest, read: ReadonlySet<Sheet>, notice: Say): void {
  const known = new Set(found.filter((sheet) => sheet.profile !== null).map((sheet) => sheet.name))
  for (const other of source.sheets)
    if (!read.has(other) && !other.hidden && other.rows.length > 0)
      notice(null, known.has(other.name) ? 'other-sheet' : 'other-sheet-unknown', {
        sheet: other.name,
        rows: other.rows.length,
      })
}

const NO_CORRECTION: ReadonlyMap<string, string> = new Map()

function correctionsByLine(
  mapping: Pick<ImportMappingDefinition, 'corrections'>,
): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const byLine = new Map<number, Map<string, string>>()
  for (const { line, column, value } of mapping.corrections) {
    const cells = byLine.get(line) ?? new Map<string, string>()
    cells.set(column, value)
    byLine.set(line, cells)
  }
  return byLine
}

function isRepeatedHeader(row: RawRow, headers: Headers, headerCells: string): boolean {
  if (row.cells.length < 2) return false
  return headers.columns.map((c) => headerKey(row.cells[c.index]?.text ?? '')).join('\u0000') === headerCells
}

function planRow(reader: RowReader, sheet: string | null): PlanRow {
  return {
    ...(sheet === null ? {} : { sheet }),
    line: reader.line,
    fileLine: reader.fileLine,
    fate: fateOf(reader),
    cells: reader.cells(),
    messages: reader.messages.map((m) => ({
      code: m.code,
      severity: m.severity,
      message: messageSentence(m.code, m.values),
    })),
  }
}

function fateOf(reader: RowReader): RowFate {
  if (reader.isRefused) return 'rejected'
  if (reader.fate !== null) return reader.fate
  if (reader.touches.some((t) => t.effect === 'created')) return 'created'
  return reader.touches.some((t) => t.effect === 'modified') ? 'modified' : 'unchanged'
}

function countFates(fates: readonly RowFate[]): ImportCounts {
  const count = (fate: RowFate) => fates.filter((f) => f === fate).length
  return {
    read: fates.length,
    created: count('created'),
    modified: count('modified'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
  }
}

const STRENGTH = { created: 2, modified: 1, unchanged: 0 } as const

/** Each object counts once, by the strongest thing that happens to it, however many lines name it. */
function countObjects(readers: readonly RowReader[]): Readonly<Record<string, ImportCounts>> {
  const fates = new Map<string, Map<number, 'created' | 'modified' | 'unchanged'>>()
  for (const reader of readers) {
    if (reader.isRefused) continue
    for (const { entity, id, effect } of reader.touches) {
      const objects = fates.get(entity) ?? new Map()
      const known = objects.get(id)
      if (known === undefined || STRENGTH[effect] > STRENGTH[known as keyof typeof STRENGTH])
        objects.set(id, effect)
      fates.set(entity, objects)
    }
  }
  return Object.fromEntries(
    [...fates].map(([entity, objects]) => [entity, countFates([...objects.values()])]),
  )
}

/** In the order of the file; where there are too many, what needs an eye comes before what does not change. */
function previewOf(rows: readonly PlanRow[]): readonly PlanRow[] {
  if (rows.length <= PREVIEW_LINES) return rows
  const first = new Set<PlanRow>()
  for (const fate of ['rejected', 'modified', 'created', 'unchanged'] as const)
    for (const row of rows) if (row.fate === fate && first.size < PREVIEW_LINES) first.add(row)
  return rows.filter((row) => first.has(row))
}

function columnCounts({ headers, sheet }: SheetToPlan, rows: readonly PlanRow[]): ImportPlan['columns'] {
  const read = headers.columns.map(() => ({ read: 0, empty: 0, refused: 0 }))
  for (const row of rows) {
    for (const [i, cell] of row.cells.entries()) {
      const counts = read[i]
      if (counts === undefined) continue
      if (cell.raw === '') counts.empty++
      else if (cell.problem !== undefined && cell.value === null) counts.refused++
      else counts.read++
    }
  }
  const dataRows = sheet.rows.slice(headers.rank + 1)
  return headers.columns.map((column, i) => {
    const sampleRow = dataRows.find((r) => (r.cells[column.index]?.text ?? '').trim() !== '')
    const sample = (sampleRow?.cells[column.index]?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, 80)
    return {
      name: column.name,
      sample,
      field: column.field,
      ...(read[i] ?? { read: 0, empty: 0, refused: 0 }),
    }
  })
}
