/**
 * Who has the dossier open: a small file beside it (who, machine, process, since), made in one step so that two openers never
 * both succeed, and removed on closing. It stands beside the file itself, whatever link led there. A lock left by a process that no
 * longer runs on this machine is recognised and replaced; one left by another machine, or that cannot be read, cannot be told from a
 * live one, so it is replaced only on request.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, lstatSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SET_ASIDE_MARK } from '#shared/text/errors/file-errors.ts'
import { codeOf } from '../causes.ts'
import { freeName } from './dossier-files.ts'
import { takeFreeName, writeDurably } from './files.ts'
import { isRunning, partialName } from './partials.ts'
import { newFileMode } from './rights.ts'

export interface LockHolder {
  /** Empty where the lock cannot be read. */
  readonly id: string
  readonly who: string
  readonly machine: string
  readonly pid: number
  readonly since: string
}

export type LockResult =
  | { readonly kind: 'held'; readonly lock: Lock; readonly replaced: LockHolder | null }
  | { readonly kind: 'other'; readonly holder: LockHolder }

export interface Lock {
  /** Who holds it now, where that is no longer us. */
  lostTo(): LockHolder | null
  release(): void
}

export interface LockRequest {
  /** Where the file truly lies. */
  readonly path: string
  readonly who: string
  readonly machine: string
  readonly pid: number
  readonly since: string
  /** Takes the lock of another machine: asked for by a person who knows that machine has stopped. */
  readonly takeOver: boolean
}

export function takeLock(request: LockRequest): LockResult {
  const file = `${request.path}.lock`
  const mine: LockHolder = {
    id: randomUUID(),
    who: request.who,
    machine: request.machine,
    pid: request.pid,
    since: request.since,
  }
  let replaced: LockHolder | null = null
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (createOnly(file, mine)) return { kind: 'held', lock: lockOn(file, mine), replaced }
    const holder = readHolder(file)
    if (holder === null) continue
    if (!request.takeOver && !isStale(holder, request.machine)) return { kind: 'other', holder }
    replaced = holder
    takeAway(file, holder)
  }
  return { kind: 'other', holder: readHolder(file) ?? unknownHolder() }
}

function lockOn(file: string, mine: LockHolder): Lock {
  return {
    lostTo() {
      const holder = readHolder(file)
      // Swept away by a synchronised drive or a cleaning tool: it is put back.
      if (holder === null && createOnly(file, mine)) return null
      const now = holder ?? readHolder(file) ?? unknownHolder()
      return now.id === mine.id ? null : now
    },
    release() {
      if (readHolder(file)?.id === mine.id) rmSync(file, { force: true })
    },
  }
}

/** Written whole under a name of its own, then named in one step: a lock cut short is never one of ours. */
function createOnly(file: string, holder: LockHolder): boolean {
  const whole = join(dirname(file), partialName())
  try {
    writeDurably(whole, JSON.stringify(holder), { flag: 'wx', mode: newFileMode(whole) })
    return nameOnly(whole, file)
  } finally {
    rmSync(whole, { force: true })
  }
}

function nameOnly(whole: string, file: string): boolean {
  try {
    takeFreeName(whole, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Null where there is none. What cannot be read or understood counts as held by somebody unknown: a person decides. */
function readHolder(file: string): LockHolder | null {
  let text: string
  try {
    if (!isPlain(file)) return unknownHolder()
    text = beginningOf(file)
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : unknownHolder()
  }
  try {
    const value = JSON.parse(text) as Partial<LockHolder>
    if (typeof value.id === 'string' && isProcessId(value.pid) && typeof value.machine === 'string') {
      return {
        id: value.id,
        pid: value.pid,
        machine: value.machine,
        who: typeof value.who === 'string' ? value.who : '',
        since: typeof value.since === 'string' ? value.since : '',
      }
    }
  } catch {
    // Not JSON: cut short or overwritten.
  }
  return unknownHolder()
}

/** A lock of ours is one: a pipe would keep whoever reads it waiting, a link leads anywhere. */
function isPlain(file: string): boolean {
  return lstatSync(file).isFile()
}

/** Some hundred bytes where it is ours. */
const MOST_LOCK_BYTES = 4096

function beginningOf(file: string): string {
  const fd = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(MOST_LOCK_BYTES)
    return bytes.toString('utf8', 0, readSync(fd, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(fd)
  }
}

function unknownHolder(): LockHolder {
  return { id: '', who: '', machine: '', pid: 0, since: '' }
}

/**
 * Moved away in one step, so that of two openers who saw the same stale lock only one removes it; what was moved is looked at again:
 * a lock made since then by somebody else goes back to its place.
 */
function takeAway(file: string, expected: LockHolder): void {
  const away = join(dirname(file), partialName())
  try {
    renameSync(file, away)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const holder = readHolder(away)
  if (holder !== null && holder.id !== expected.id) nameOnly(away, file)
  // A folder somebody made there, with what it holds, or a link: not ours to remove.
  else if (holder !== null && !isPlain(away)) renameSync(away, freeName(file, SET_ASIDE_MARK))
  rmSync(away, { force: true })
}

function isStale(holder: LockHolder, machine: string): boolean {
  return holder.id !== '' && holder.machine === machine && !isRunning(holder.pid)
}

function isProcessId(pid: unknown): pid is number {
  return typeof pid === 'number' && Number.isInteger(pid) && pid > 0
}
