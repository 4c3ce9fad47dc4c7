/** What an import says before and after: the same shapes for the screen and for `--json`. */
import type { Recognised } from '../domain/recognition.ts'
import type { ImportMappingDefinition } from '../schemas/import.ts'

export type RowFate = 'created' | 'modified' | 'unchanged' | 'rejected'

export interface PlanCell {
  readonly column: string
  readonly field: string | null
  readonly raw: string
  readonly value: string | number | boolean | null
  readonly before?: string | number | boolean | null
  /** `value` and `before` as a French reader expects them: days, euros, words. */
  readonly shown?: string
  readonly shownBefore?: string
  readonly problem?: {
    readonly code: string
    readonly message: string
    readonly severity: 'refused' | 'warning'
  }
}

/** A sheet of the file: what it seems to be, and whether this plan reads it. */
export interface SheetFound {
  readonly name: string
  readonly rows: number
  /** Null: no header of it is known. */
  readonly profile: string | null
  readonly profileLabel: string | null
  readonly read: boolean
}

export interface PlanRow {
  /** Sheet of the row, where several are read. */
  readonly sheet?: string
  /** Row as a spreadsheet numbers it (a cell with line breaks is still one row): used to leave out or correct it. */
  readonly line: number
  /** Line of a text file where the row begins, as an editor numbers it. */
  readonly fileLine: number
  readonly fate: RowFate
  readonly cells: readonly PlanCell[]
  readonly messages: readonly {
    readonly code: string
    readonly message: string
    readonly severity: 'refused' | 'warning' | 'info'
  }[]
}

export interface ImportCounts {
  readonly read: number
  readonly created: number
  readonly modified: number
  readonly unchanged: number
  readonly rejected: number
}

/** By what the objects of one kind are recognised: keys the columns give, in the usual order, and the one chosen. */
export interface KeyChoice {
  readonly object: Recognised
  readonly offered: readonly string[]
  /** Null: each in turn. */
  readonly chosen: string | null
}

export interface ImportPlan {
  readonly fileName: string
  readonly profile: string
  readonly profileLabel: string
  readonly encoding: string
  readonly separator: string | null
  readonly sheet: string | null
  readonly sheets: readonly string[]
  /** Every sheet with rows, in the order of the workbook. */
  readonly found: readonly SheetFound[]
  readonly headerLine: number
  readonly columns: readonly {
    readonly name: string
    readonly sample: string
    readonly field: string | null
    readonly read: number
    readonly empty: number
    readonly refused: number
  }[]
  readonly keys: readonly KeyChoice[]
  /** What a column may be read as, in the profile's order. */
  readonly fields?: readonly { readonly id: string; readonly label: string }[]
  /** Counts of lines of the file. */
  readonly rows: ImportCounts
  /** Counts per object. */
  readonly objects: Readonly<Record<string, ImportCounts>>
  readonly preview: readonly PlanRow[]
  readonly previewTruncated: boolean
  /** Plans of the other sheets read in the same import. */
  readonly others: readonly ImportPlan[]
  /** Counts over every sheet read. */
  readonly all: { readonly rows: ImportCounts; readonly objects: Readonly<Record<string, ImportCounts>> }
  /** Identity of the headers: a mapping is remembered under it. */
  readonly shape: string
  /** The mapping used is one remembered from an earlier import of that shape. */
  readonly remembered: boolean
  /** The mapping the file was read with: where a correction of the person starts from. */
  readonly mapping: ImportMappingDefinition
  /** What was said of the file as a whole: totals passed over, repeated SIRETs merged, macros ignored… */
  readonly notices: ImportSummary['notices']
}

export interface ImportSummary {
  readonly rows: ImportCounts
  readonly objects: Readonly<Record<string, ImportCounts>>
  readonly rejects: readonly PlanRow[]
  readonly notices: readonly {
    readonly line: number | null
    readonly code: string
    readonly message: string
  }[]
  readonly actionLabel: string
  readonly dryRun: boolean
}

/** A kind of file, and the fields its columns may be (docs/import-mapping.md). */
export interface ImportProfile {
  readonly id: string
  readonly label: string
  readonly fields: readonly { readonly id: string; readonly label: string; readonly object: string }[]
}
