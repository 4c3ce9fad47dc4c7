/** The version shown and written in reports: the one of package.json, read from the sources as from the bundle. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

// `electron/api/` and `out/main/` are both two folders below it.
const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')

export const VERSION = z.object({ version: z.string() }).parse(JSON.parse(text)).version
