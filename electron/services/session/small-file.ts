/** Small settings of the machine (recent list, window size): read whatever state they are in, written whole or not at all. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** The content, or `fallback` where the file is absent, unreadable or of another shape: none of it is worth an error. */
export function readSmallFile<S extends z.ZodType>(
  path: string,
  schema: S,
  fallback: z.output<S>,
): z.output<S> {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : fallback
  } catch {
    return fallback
  }
}

/** False where it could not be kept (folder gone, disk full): the person loses a convenience, not data. */
export function writeSmallFile(path: string, content: unknown): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const beside = `${path}.nouveau`
    writeFileSync(beside, `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600 })
    renameSync(beside, path)
    return true
  } catch {
    return false
  }
}
