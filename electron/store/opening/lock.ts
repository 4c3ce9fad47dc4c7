/**
 * Who has the dossier open: a small file beside it (who, machine, process, since), made in one step so that two openers never
 * both succeed, and removed on closing. A lock left by a process that no longer runs on this machine is recognised and replaced;
 * one left by another machine cannot be told from a live one, so it is replaced only on request.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'

export interface LockHolder {
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
  readonly path: string
  readonly who: string
  readonly machine: string
  readonly pid: number
  readonly since: string
  /** Takes the lock of another machine: asked for by a person who knows that machine has stopped. */
  readonly takeOver: boolean
}

function lockPath(path: string): string {
  return `${path}.lock`
}

export function takeLock(request: LockRequest): LockResult {
  const file = lockPath(request.path)
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
    removeIfStill(file, holder)
  }
  return { kind: 'other', holder: readHolder(file) ?? unknownHolder(request.since) }
}

function lockOn(file: string, mine: LockHolder): Lock {
  return {
    lostTo() {
      const holder = readHolder(file)
      // Swept away by a synchronised drive or a cleaning tool: it is put back.
      if (holder === null && createOnly(file, mine)) return null
      const now = holder ?? readHolder(file) ?? unknownHolder('')
      return now.id === mine.id ? null : now
    },
    release() {
      if (readHolder(file)?.id === mine.id) rmSync(file, { force: true })
    },
  }
}

function createOnly(file: string, holder: LockHolder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Null where there is none. A lock that cannot be read (cut short by a crash) counts as held by a process that is gone. */
function readHolder(file: string): LockHolder | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
  try {
    const value = JSON.parse(text) as Partial<LockHolder>
    if (typeof value.id === 'string' && typeof value.pid === 'number' && typeof value.machine === 'string') {
      return {
        id: value.id,
        pid: value.pid,
        machine: value.machine,
        who: typeof value.who === 'string' ? value.who : '',
        since: typeof value.since === 'string' ? value.since : '',
      }
    }
  } catch {
    // Not JSON: cut short.
  }
  return unknownHolder('')
}

function unknownHolder(since: string): LockHolder {
  return { id: '', who: '', machine: '', pid: 0, since }
}

function removeIfStill(file: string, holder: LockHolder): void {
  if (readHolder(file)?.id === holder.id) rmSync(file, { force: true })
}

function isStale(holder: LockHolder, machine: string): boolean {
  if (holder.id === '') return true
  return holder.machine === machine && !isRunning(holder.pid)
}

/** Whether a process of this machine still runs; one of another user counts. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
