/** Small settings of the machine (recent list, lock, places of the copies): written whole and read back, or not at all and said so. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { z } from 'zod'
import { type SettingTrouble, settingNotKept } from '#shared/text/errors/setting-errors.ts'
import { Refusal } from '../../refusal.ts'
import { causeOf, codeOf } from '../../store/causes.ts'
import { renameDurably, writeDurably } from '../../store/opening/files.ts'
import { partialName, sweepPartials } from '../../store/opening/partials.ts'

/** They name people and hold hashes: read by their owner only. */
const OWN = { flag: 'w', mode: 0o600 } as const

/** "unreadable" is not "absent": a lock or a key that cannot be read any more was there. */
export type SmallFile<T> =
  | { readonly kind: 'absent' | 'unreadable' }
  | { readonly kind: 'read'; readonly value: T }

export function lookAtSmallFile<S extends z.ZodType>(path: string, schema: S): SmallFile<z.output<S>> {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? { kind: 'read', value: parsed.data } : { kind: 'unreadable' }
  } catch (error) {
    return { kind: codeOf(error) === 'ENOENT' ? 'absent' : 'unreadable' }
  }
}

/** The content, or `fallback` where the file is absent, unreadable or of another shape: for what is not worth an error. */
export function readSmallFile<S extends z.ZodType>(
  path: string,
  schema: S,
  fallback: z.output<S>,
): z.output<S> {
  const found = lookAtSmallFile(path, schema)
  return found.kind === 'read' ? found.value : fallback
}

/** False where it could not be kept (folder gone, disk full): for what only costs a convenience. */
export function writeSmallFile(path: string, content: unknown): boolean {
  return troubleOfWriting(path, content) === null
}

/** For what a person was promised: done and read back when this returns. Throws a Refusal that says what still stands (`unchanged`). */
export function keepSmallFile(path: string, content: unknown, unchanged: string): void {
  const trouble = troubleOfWriting(path, content)
  if (trouble !== null) throw new Refusal(settingNotKept(basename(path), trouble, unchanged))
}

function troubleOfWriting(path: string, content: unknown): SettingTrouble | null {
  const text = `${JSON.stringify(content, null, 1)}\n`
  const folder = dirname(path)
  const beside = join(folder, partialName())
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    sweepPartials(folder)
    writeDurably(beside, text, OWN)
    const before = contentOf(path)
    replace(beside, path)
    if (contentOf(path) === text) return null
    if (before !== null) writeDurably(path, before, OWN)
    return 'other'
  } catch (error) {
    return troubleOf(error)
  } finally {
    removeSmallFile(beside)
  }
}

/** For what only costs a convenience: where it cannot be removed (rights, another program), it stays. */
export function removeSmallFile(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // A folder that may not be written, or is none.
  }
}

/** On Windows an antivirus may hold the former file for an instant; elsewhere a rename is refused for good or not at all. */
function replace(from: string, to: string): void {
  for (let tries = process.platform === 'win32' ? 10 : 0; ; tries -= 1) {
    try {
      renameDurably(from, to)
      return
    } catch (error) {
      if (tries === 0 || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** In the words of a setting. */
export function troubleOf(error: unknown): SettingTrouble {
  const code = codeOf(error)
  // What stands at that place is no file, or no folder holds it.
  if (['EISDIR', 'ENOTEMPTY', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) return 'folder'
  const cause = causeOf(code)
  if (cause === 'full') return 'full'
  return cause === 'denied' || cause === 'read-only-disk' ? 'denied' : 'other'
}
