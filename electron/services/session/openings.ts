/**
 * A dossier that failed is not reopened by itself twice. Before a dossier is opened, its path is written down; once it is open
 * and its first figures are there, the line is taken out. What is left at the next start names an opening that never ended:
 * refused, or the process died in it.
 */
import { basename } from 'node:path'
import { z } from 'zod'
import type { FileStatus } from '#shared/api/views/file-status.ts'
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import { notReopenedText } from '#shared/text/errors/file-errors.ts'
import { isRunning } from '../../store/opening/partials.ts'
import { isSameFile } from './names.ts'
import type { RecentFile } from './recent.ts'
import { readSmallFile, removeSmallFile, writeSmallFile } from './small-file.ts'

const markSchema = z
  .strictObject({
    path: z.string().min(1).max(4096),
    pid: z.int().positive(),
    /** Why it was refused; null: it never ended. */
    refused: z.string().max(4000).nullable(),
  })
  .nullable()
type Mark = NonNullable<z.output<typeof markSchema>>

/** What is remembered of openings, from one run to the next. */
export interface Openings {
  begin(path: string): void
  /** Opened, or refused to whoever asked for it: the next start has nothing to add. */
  end(): void
  /** Whether the last opening of that file never ended: it is then told why it is left closed. */
  leaves(path: string): boolean
  /** Refused at a start: told, now and at the next one. */
  refuse(path: string, why: string): void
  /** What the welcome screen says; null where nothing was left closed. */
  told(recent: readonly RecentFile[]): NonNullable<FileStatus['notReopened']> | null
}

export function openings(file: string): Openings {
  let told: { readonly path: string; readonly why: string | null } | null = null
  const write = (path: string, refused: string | null) =>
    void writeSmallFile(file, { path, pid: process.pid, refused } satisfies Mark)
  return {
    begin(path) {
      told = null
      write(path, null)
    },
    end: () => removeSmallFile(file),
    leaves(path) {
      const mark = readSmallFile(file, markSchema, null)
      if (mark === null || !isSameFile(mark.path, path)) return false
      // Another Jalon may be opening it at this very moment.
      if (mark.refused === null && mark.pid !== process.pid && isRunning(mark.pid)) return false
      told = { path, why: mark.refused }
      return true
    },
    refuse(path, why) {
      told = { path, why: why.slice(0, 4000) }
      write(path, told.why)
    },
    told(recent) {
      if (told === null) return null
      const { path, why } = told
      const known = recent.find((each) => each.path === path)
      const name = seenOnOneLine(known?.name ?? basename(path))
      return { recentId: known?.id ?? null, name, message: notReopenedText(name, why) }
    },
  }
}
