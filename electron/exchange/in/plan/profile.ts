/** What a kind of file is: the fields its columns may be, how sure we are of it, and what one of its lines makes of the dossier. */
import type { Day } from '#shared/domain/day.ts'
import type { Facts, StateDifference } from '#shared/domain/facts.ts'
import type { Recognised } from '#shared/domain/recognition.ts'
import type { ImportMappingDefinition } from '#shared/schemas/import.ts'
import type { Field } from '../columns/field.ts'
import type { Headers } from '../columns/header.ts'
import type { Sheet } from '../read/source.ts'
import type { RowReader } from './row-reader.ts'
import type { Operation, World } from './world.ts'

export interface ProfileContext {
  readonly world: World
  /** The dossier before the import, for what is derived from it. */
  readonly facts: Facts
  readonly stateDifferences: readonly StateDifference[]
  /** Written after the objects of the world. */
  record(operation: Operation): void
  readonly today: Day
  readonly headers: Headers
  readonly mapping: Pick<ImportMappingDefinition, 'blanksErase' | 'keepUnmapped' | 'keys'>
  /** Said once for the file; `line` where it concerns one. */
  notice(line: number | null, code: string, values?: Readonly<Record<string, string | number>>): void
}

export interface PassedOver {
  /** Names the sentence of the notice. */
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface RowInterpreter {
  /** Called for each line, in the order of the file. */
  readonly interpret: (row: RowReader) => void
  /** Called once, after the last line: what only the whole file tells. */
  readonly finish: () => void
}

export type ProfileId =
  | 'structures'
  | 'postes-etat'
  | 'conseillers-etat'
  | 'couts'
  | 'aides-conventions'
  | 'aides-postes'
  | 'aides-tranches'
  | 'aides-versements'
  | 'classeur'

export interface Profile {
  readonly id: ProfileId
  readonly label: string
  readonly fields: readonly Field[]
  /** Fields that only this sheet has: one per month of a payroll table. */
  fieldsOf?(sheet: Sheet): readonly Field[]
  /** Fields whose refused cell refuses the line. */
  readonly essential: ReadonlySet<string>
  /** Fields that all must be recognised for the file to be of this kind. */
  readonly signature: readonly string[]
  /** More than the signature says, of the fields recognised. */
  accepts?(fields: ReadonlySet<string>): boolean
  /** Least number of headers recognised. */
  readonly least: number
  /** Objects whose key may be chosen; of the others, what the file has says enough. */
  readonly keyed?: readonly Recognised[]
  /** Sheets of a workbook Jalon made: found together, they are read together. */
  readonly ownReport?: boolean
  /** A table people keep by hand: of several, the sheet that says the most is the main one. */
  readonly byHand: boolean
  /** Sheets whose objects others name are read before them, whatever their place in the workbook. */
  readonly order: number
  start(context: ProfileContext): RowInterpreter
  /** A line that is none of the list (totals, a title between two groups): passed over and said. Null: to be read. */
  passOver(row: RowReader, recognised: number): PassedOver | null
}
