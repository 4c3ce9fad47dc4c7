/** An interchange file checked row by row, up to the first that is wrong: all the reasons of a hostile file would fill the memory. */
import type { z } from 'zod'
import { type Interchange, interchangeSchema, rowSchemas } from './shape.ts'

export type ReadInterchange =
  | { readonly ok: true; readonly file: Interchange }
  | { readonly ok: false; readonly issue: z.core.$ZodIssue | undefined }

export function readInterchange(json: object): ReadInterchange {
  const given: Record<string, unknown> = { ...json }
  const lists = Object.entries(rowSchemas).flatMap(([list, schema]) => {
    const rows: unknown = given[list]
    return Array.isArray(rows) ? [{ list, schema, rows }] : []
  })
  const frame = interchangeSchema.safeParse({
    ...given,
    ...Object.fromEntries(lists.map(({ list }) => [list, []])),
  })
  if (!frame.success) return { ok: false, issue: frame.error.issues[0] }
  const read: Record<string, unknown> = { ...frame.data }
  for (const { list, schema, rows } of lists) {
    const checked: unknown[] = []
    for (const row of rows) {
      const result = schema.safeParse(row)
      if (!result.success) {
        const [issue] = result.error.issues
        return { ok: false, issue: issue && { ...issue, path: [list, checked.length, ...issue.path] } }
      }
      checked.push(result.data)
    }
    read[list] = checked
  }
  return { ok: true, file: read as unknown as Interchange }
}
