/** The recent dossiers of this machine, newest first. The page knows them by an id, never by their path. */
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { FileStatus } from '#shared/api/views/file-status.ts'
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import { readSmallFile, writeSmallFile } from './small-file.ts'

const MAX_RECENT = 12

const recentSchema = z.array(
  z.strictObject({
    path: z.string().min(1).max(4096),
    name: z.string().max(200),
    openedAt: z.string().max(40),
    /** Identity of the dossier: a file that no longer opens is matched with its copies by it. */
    fileId: z.string().max(60).optional(),
  }),
)
type Entry = z.output<typeof recentSchema>[number]

export interface RecentFile extends Entry {
  readonly id: string
}

export interface RecentList {
  list(): FileStatus['recent']
  pathOf(id: string): string | null
  lastPath(): string | null
  files(): readonly RecentFile[]
  /** Puts this dossier first. False where the list cannot be kept. */
  remember(entry: Entry): boolean
}

export function recentList(file: string): RecentList {
  const read = () => readSmallFile(file, recentSchema, []).map((e) => ({ ...e, name: seenOnOneLine(e.name) }))
  return {
    list: () =>
      read().map((e) => ({
        id: idOf(e.path),
        name: e.name,
        folder: seenOnOneLine(dirname(e.path)),
        openedAt: e.openedAt,
      })),
    pathOf: (id) => read().find((e) => idOf(e.path) === id)?.path ?? null,
    lastPath: () => read()[0]?.path ?? null,
    files: () => read().map((e) => ({ ...e, id: idOf(e.path) })),
    remember(entry) {
      const others = read().filter((e) => e.path !== entry.path)
      return writeSmallFile(file, [entry, ...others].slice(0, MAX_RECENT))
    },
  }
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}
