/** One line of the file while it is being understood: its cells by field, what was said about each, what it touched. */
import type { PlanCell, RowFate } from '#shared/api/import.ts'
import type { Id } from '#shared/domain/facts.ts'
import { cellSentence } from '#shared/text/exchange/import.ts'
import type { CellProblem, CellRead } from '../cells/cell.ts'
import { type Field, shownValue } from '../columns/field.ts'
import type { Column } from '../columns/header.ts'
import type { RawCell, RawRow } from '../read/source.ts'
import type { FieldChange, FieldValue, Imported, Written } from './world.ts'

type Values = Readonly<Record<string, string | number>>

export interface RowMessage {
  readonly severity: 'refused' | 'warning' | 'info'
  readonly code: string
  readonly values: Values
}

export interface Touch {
  readonly entity: Written
  readonly id: Id
  readonly effect: 'created' | 'modified' | 'unchanged'
}

export interface RowReader {
  readonly line: number
  readonly fileLine: number
  /** Reads the column of that field; null where the file has none, or the cell is empty or refused. */
  read<T>(field: string, reader: (cell: RawCell) => CellRead<T>): T | null
  /** The file has a column for that field. */
  has(field: string): boolean
  /** The cell is not empty, readable or not. */
  filled(field: string): boolean
  /** The cell was read and refused. */
  refused(field: string): boolean
  /** Cells of columns no field claims, not empty. */
  unmapped(): readonly { readonly name: string; readonly text: string }[]
  say(severity: RowMessage['severity'], code: string, values?: Values): void
  /** Refuses the line because of one cell. */
  refuseCell(field: string, code: string, values?: Values): void
  warnCell(field: string, code: string, values?: Values): void
  /** The line holds nothing to bring in: it is passed over, and said with this code. */
  skip(code: string): void
  readonly skipped: string | null
  /** Cells of the line that are not empty, whatever their column. */
  filledCells(): readonly { readonly name: string; readonly text: string }[]
  touch(entity: Written, id: Id, effect: Touch['effect']): void
  /** Records before → after at the cells of these fields. */
  changed(
    entity: Imported,
    id: Id,
    changes: readonly FieldChange[],
    fieldOf?: (field: string) => string,
  ): void
  readonly messages: readonly RowMessage[]
  readonly touches: readonly Touch[]
  readonly isRefused: boolean
  /** Set by the profile where "created if anything was created" would mislead. */
  fate: RowFate | null
  cells(): readonly PlanCell[]
}

interface CellState {
  value: FieldValue
  before: FieldValue | undefined
  problem: CellProblem | null
}

/** `essential`: a refused cell of such a field refuses the whole line; others are left aside and said. */
export function createRowReader(
  row: RawRow,
  columns: readonly Column[],
  fields: ReadonlyMap<string, Field>,
  essential: ReadonlySet<string>,
  corrections: ReadonlyMap<string, string>,
): RowReader {
  const states = new Map<string, CellState>()
  const byField = new Map(columns.filter((c) => c.field !== null).map((c) => [c.field, c]))
  const messages: RowMessage[] = []
  const touches: Touch[] = []
  let cellRefused = false
  let skipped: string | null = null

  const cellOf = (column: Column): RawCell => {
    const corrected = corrections.get(column.name)
    if (corrected !== undefined) return corrected === '' ? null : { kind: 'text', text: corrected }
    return row.cells[column.index] ?? null
  }
  const stateOf = (field: string): CellState => {
    const known = states.get(field)
    if (known !== undefined) return known
    const fresh: CellState = { value: null, before: undefined, problem: null }
    states.set(field, fresh)
    return fresh
  }
  const filledOf = (wanted: readonly Column[]) =>
    wanted.map((c) => ({ name: c.name, text: (cellOf(c)?.text ?? '').trim() })).filter((c) => c.text !== '')
  const setProblem = (field: string, problem: CellProblem) => {
    stateOf(field).problem = problem
    if (problem.severity === 'refused') cellRefused = true
  }

  return {
    line: row.line,
    fileLine: row.fileLine,
    messages,
    touches,
    fate: null,
    get isRefused() {
      return cellRefused || messages.some((m) => m.severity === 'refused')
    },
    has: (field) => byField.has(field),
    filled(field) {
      const column = byField.get(field)
      return column !== undefined && (cellOf(column)?.text.trim() ?? '') !== ''
    },
    refused: (field) => states.get(field)?.problem?.severity === 'refused',
    read(field, reader) {
      const column = byField.get(field)
      if (column === undefined) return null
      const { value, problem } = reader(cellOf(column))
      const state = stateOf(field)
      state.value = simpleValue(value)
      if (problem !== null) {
        const aside = problem.severity === 'refused' && !essential.has(field)
        setProblem(field, aside ? { ...problem, severity: 'warning' } : problem)
        if (aside)
          messages.push({ severity: 'warning', code: 'cell.left-aside', values: { column: column.name } })
      }
      return value
    },
    unmapped() {
      return filledOf(columns.filter((c) => c.field === null))
    },
    say(severity, code, values = {}) {
      messages.push({ severity, code, values })
    },
    refuseCell(field, code, values = {}) {
      if (byField.has(field)) setProblem(field, { severity: 'refused', code, values })
      else messages.push({ severity: 'refused', code, values })
    },
    warnCell(field, code, values = {}) {
      if (byField.has(field)) setProblem(field, { severity: 'warning', code, values })
      else messages.push({ severity: 'warning', code, values })
    },
    skip(code) {
      skipped = code
    },
    get skipped() {
      return skipped
    },
    filledCells: () => filledOf(columns),
    touch(entity, id, effect) {
      touches.push({ entity, id, effect })
    },
    changed(entity, id, changes, fieldOf = (field) => `${entity}.${field}`) {
      touches.push({ entity, id, effect: changes.length > 0 ? 'modified' : 'unchanged' })
      for (const change of changes) {
        const field = fieldOf(change.field)
        if (!byField.has(field)) continue
        const state = stateOf(field)
        state.before = change.before
        state.value = change.after
      }
    },
    cells() {
      return columns.map((column) => {
        const raw = (cellOf(column)?.text ?? '').trim()
        const state = column.field === null ? undefined : states.get(column.field)
        const field = column.field === null ? undefined : fields.get(column.field)
        return {
          column: column.name,
          field: column.field,
          raw,
          value: state?.value ?? null,
          ...(state === undefined || state.value === null ? {} : { shown: shownValue(field, state.value) }),
          ...(state?.before === undefined
            ? {}
            : { before: state.before, shownBefore: shownValue(field, state.before) }),
          ...(state?.problem == null
            ? {}
            : {
                problem: {
                  code: state.problem.code,
                  message: cellSentence(state.problem.code, state.problem.values),
                  severity: state.problem.severity,
                },
              }),
        }
      })
    },
  }
}

/** What a plan shows of a value made of several parts (an establishment, a name): its own text. */
function simpleValue(value: unknown): FieldValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (typeof value === 'object') {
    if ('value' in value) return String(value.value)
    if ('kind' in value) return String(value.kind)
    if ('lastName' in value && 'firstName' in value)
      return `${String(value.firstName)} ${String(value.lastName)}`
  }
  return null
}
