/** An interchange file checked row by row, up to the first that is wrong: all the reasons of a hostile file would fill the memory. */
import type { z } from 'zod'
import { type Interchange, interchangeSchema, LISTS } from './shape.ts'

export type ReadInterchange =
  | { readonly ok: true; readonly file: Interchange }
  | { readonly ok: false; readonly issue: z.core.$ZodIssue | undefined }

const ROW_LISTS: readonly string[] = [...Object.values(LISTS), 'documentContents']
const shape: Readonly<Record<string, z.ZodType>> = interchangeSchema.shape

export function readInterchange(json: object): ReadInterchange {
  const given: Record<string, unknown> = { ...json }
  const rows = ROW_LISTS.filter((list) => Array.isArray(given[list]))
  const frame = interchangeSchema.safeParse({
    ...given,
    ...Object.fromEntries(rows.map((list) => [list, []])),
  })
  if (!frame.success) return { ok: false, issue: frame.error.issues[0] }
  const read: Record<string, unknown> = { ...frame.data }
  for (const list of rows) {
    const checked: unknown[] = []
    for (const row of given[list] as readonly unknown[]) {
      const result = rowOf(list).safeParse(row)
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

function rowOf(list: string): z.ZodType {
  return (shape[list] as unknown as z.ZodArray<z.ZodType>).element
}
