/** The mapping of an import: which column is which field, and how blanks and unknown columns are treated (docs/import-mapping.md). */
import { z } from 'zod'
import { type KeyOf, keysOf, type Recognised } from '../domain/recognition.ts'

/** Header as written in the file → field, or null to leave the column out. Headers not named are recognised as usual. */
const columns = z.record(z.string().max(500), z.string().max(80).nullable()).default({})
/** Line of the headers, as the spreadsheet shows it. */
const headerLine = z.int().min(1).max(1_000_000).nullable().default(null)
/** Cells corrected on the screen: read instead of the file's. */
const corrections = z
  .array(
    z.strictObject({
      line: z.int().min(1),
      column: z.string().max(500),
      value: z.string().max(5000),
    }),
  )
  .max(10_000)
  .default([])

/** By what each object is recognised; null: the usual order. */
const keyOf = <R extends Recognised>(object: R) =>
  z
    .enum(keysOf(object) as readonly KeyOf<R>[])
    .nullable()
    .default(null)
const keys = z
  .strictObject({
    employer: keyOf('employer'),
    position: keyOf('position'),
    person: keyOf('person'),
    contract: keyOf('contract'),
    agreement: keyOf('agreement'),
  })
  .prefault({})

/** A sheet read besides the main one, in the same import. */
const otherSheet = z.strictObject({
  sheet: z.string().max(200),
  profile: z.string().max(60).nullable().default(null),
  headerLine,
  columns,
  corrections,
  /** Lines of that sheet left out at the person's demand. */
  leaveOut: z.array(z.int()).max(100_000).default([]),
})
export type OtherSheetMapping = z.infer<typeof otherSheet>

export const importMapping = z.strictObject({
  version: z.literal(1).default(1),
  profile: z.string().max(60).nullable().default(null),
  sheet: z.string().max(200).nullable().default(null),
  headerLine,
  columns,
  /** A blank cell empties the value the dossier holds. Never unless asked. */
  blanksErase: z.boolean().default(false),
  /** Columns nobody recognised are kept as lines of the note of the row's main object. */
  keepUnmapped: z.boolean().default(false),
  keys,
  corrections,
  /** Other sheets of the workbook read with it, each with its kind. Null: those of a workbook Jalon made, else none. */
  others: z.array(otherSheet).max(30).nullable().default(null),
})
export type ImportMappingDefinition = z.infer<typeof importMapping>

export const DEFAULT_MAPPING: ImportMappingDefinition = importMapping.parse({})
