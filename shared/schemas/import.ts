/** The mapping of an import: which column is which field, and how blanks and unknown columns are treated (docs/import-mapping.md). */
import { z } from 'zod'

export const importMapping = z.strictObject({
  version: z.literal(1).default(1),
  profile: z.string().max(60).nullable().default(null),
  sheet: z.string().max(200).nullable().default(null),
  /** Line of the headers, as the spreadsheet shows it. */
  headerLine: z.int().min(1).max(1_000_000).nullable().default(null),
  /** Header as written in the file → field, or null to leave the column out. Headers not named are recognised as usual. */
  columns: z.record(z.string().max(500), z.string().max(80).nullable()).default({}),
  /** A blank cell empties the value the dossier holds. Never unless asked. */
  blanksErase: z.boolean().default(false),
  /** Columns nobody recognised are kept as lines of the note of the row's main object. */
  keepUnmapped: z.boolean().default(false),
  /** Cells corrected on the screen: read instead of the file's. */
  corrections: z
    .array(
      z.strictObject({
        line: z.int().min(1),
        column: z.string().max(500),
        value: z.string().max(5000),
      }),
    )
    .max(10_000)
    .default([]),
})
export type ImportMappingDefinition = z.infer<typeof importMapping>

export const DEFAULT_MAPPING: ImportMappingDefinition = importMapping.parse({})
