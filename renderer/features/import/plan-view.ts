/** How an import plan is shown: the columns kept, the lines of a fate, what a correction or a mapping changes. Pure. */
import type { ImportPlan, PlanCell, PlanRow, RowFate } from '#shared/api/import.ts'
import type { Recognised } from '#shared/domain/recognition.ts'
import type { ImportMappingDefinition } from '#shared/schemas/import.ts'

export type Filter = 'all' | RowFate
/** Rejected first: what needs a person comes before what does not. */
export const FATES: readonly RowFate[] = ['rejected', 'created', 'modified', 'unchanged']

export function rowsOf(plan: ImportPlan, filter: Filter): readonly PlanRow[] {
  const rows = filter === 'all' ? plan.preview : plan.preview.filter((row) => row.fate === filter)
  return [...rows].sort((a, b) => FATES.indexOf(a.fate) - FATES.indexOf(b.fate) || a.line - b.line)
}

export interface ShownColumn {
  readonly name: string
  readonly label: string
  readonly numeric: boolean
}

/** The columns that are read, named by their field; those left out are in the table at the left. */
export function shownColumns(plan: ImportPlan): readonly ShownColumn[] {
  const labels = new Map(plan.fields?.map((field) => [field.id, field.label]))
  return plan.columns
    .filter((column) => column.field !== null)
    .map((column) => ({
      name: column.name,
      label: labels.get(column.field ?? '') ?? column.name,
      numeric: plan.preview.some((row) => {
        const cell = row.cells.find((each) => each.column === column.name)
        return typeof cell?.value === 'number'
      }),
    }))
}

export function cellOf(row: PlanRow, column: string): PlanCell | null {
  return row.cells.find((cell) => cell.column === column) ?? null
}

export type CellLook = 'plain' | 'bad' | 'changed' | 'new' | 'blank'

export function lookOf(row: PlanRow, cell: PlanCell | null): CellLook {
  if (cell === null) return 'blank'
  if (cell.problem?.severity === 'refused') return 'bad'
  if (cell.value === null) return 'blank'
  if (row.fate === 'created') return 'new'
  return row.fate === 'modified' && cell.before !== undefined && cell.before !== cell.value
    ? 'changed'
    : 'plain'
}

/** Why a line is refused or warned: its own messages, then those of its cells, each once. */
export function reasonsOf(row: PlanRow): readonly { readonly severity: string; readonly message: string }[] {
  const all = [
    ...row.cells.flatMap((cell) => (cell.problem === undefined ? [] : [cell.problem])),
    ...row.messages,
  ].filter((each) => each.severity !== 'info')
  return all.filter((each, index) => all.findIndex((other) => other.message === each.message) === index)
}

export function firstWrongColumn(row: PlanRow): string | null {
  return row.cells.find((cell) => cell.problem?.severity === 'refused')?.column ?? null
}

/** A cell corrected on the screen replaces an earlier correction of the same cell. */
export function withCorrection(
  mapping: ImportMappingDefinition,
  line: number,
  column: string,
  value: string,
): ImportMappingDefinition {
  const others = mapping.corrections.filter((each) => each.line !== line || each.column !== column)
  return { ...mapping, corrections: [...others, { line, column, value }] }
}

/** The column read as this field; a field is read from one column only. */
export function withColumn(
  mapping: ImportMappingDefinition,
  plan: ImportPlan,
  column: string,
  field: string | null,
): ImportMappingDefinition {
  const taken = field === null ? undefined : plan.columns.find((c) => c.field === field && c.name !== column)
  return {
    ...mapping,
    columns: {
      ...mapping.columns,
      ...(taken === undefined ? {} : { [taken.name]: null }),
      [column]: field,
    },
  }
}

/** The key that alone recognises these objects; null: the usual order. */
export function withKey(
  mapping: ImportMappingDefinition,
  object: Recognised,
  key: string | null,
): ImportMappingDefinition {
  return { ...mapping, keys: { ...mapping.keys, [object]: key } }
}

/** Where the dossier is a demonstration, what the plan says of it. */
export function demoNotice(plan: ImportPlan): ImportPlan['notices'][number] | undefined {
  return plan.notices.find((notice) => notice.code === 'dossier.demo')
}

/** A dossier in JSON has neither sheet nor columns to match: what it brings is confirmed at once. */
export function isInterchange(plan: ImportPlan): boolean {
  return plan.profile === 'echange'
}

/** Lines that will be written: created and modified, without those left aside. */
export function linesToWrite(plan: ImportPlan, leftOut: ReadonlySet<number>): number {
  const dropped = plan.preview.filter(
    (row) => leftOut.has(row.line) && (row.fate === 'created' || row.fate === 'modified'),
  ).length
  return plan.rows.created + plan.rows.modified - dropped
}

/** The refused lines as a spreadsheet can open them: line, reason, then every cell as it was. */
export function rejectsAsCsv(
  plan: ImportPlan,
  words: { readonly line: string; readonly reason: string },
): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  const header = [words.line, words.reason, ...plan.columns.map((column) => column.name)]
  const rows = plan.preview
    .filter((row) => row.fate === 'rejected')
    .map((row) => [
      String(row.line),
      reasonsOf(row)
        .map((reason) => reason.message)
        .join(' '),
      ...plan.columns.map((column) => safe(cellOf(row, column.name)?.raw ?? '')),
    ])
  return `\ufeff${[header, ...rows].map((cells) => cells.map(quote).join(';')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would run as a formula is kept as text. */
function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
