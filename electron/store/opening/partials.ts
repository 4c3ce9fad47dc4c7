/**
 * Files being made, under hidden names: whole before they get their own. The name says which process of which machine makes it, so that
 * what a crash left is recognised and removed where it lies, also in a folder several machines write to.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { codeOf } from '../causes.ts'

/** Never the same twice, and short whatever the name the file will get. */
export function partialName(): string {
  return `.jalon-${randomBytes(4).toString('hex')}.${MACHINE}.${process.pid}.partial`
}

/** Removes from this folder what crashed processes of this machine left half-made. What cannot be removed stops nothing. */
export function sweepPartials(folder: string): void {
  for (const name of namesIn(folder)) {
    const found = NOW.exec(name) ?? BEFORE.exec(name)
    const { machine = MACHINE, pid = '' } = found?.groups ?? {}
    if (found !== null && machine === MACHINE && !isRunning(Number(pid))) forget(join(folder, name))
  }
}

/** Another account's, or in a folder that may only be read: it is swept by whoever may. */
function forget(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Left where it is: hidden, and nobody reads it.
  }
}

/** Whether a process of this machine still runs; one of another user counts. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)
/** The file itself, or what was made beside it: its journal, its lock, its next state. */
const ENDS = '(?:-journal|-wal|-shm|\\.lock|\\.partial)?$'
const NOW = new RegExp(`^\\.jalon-[0-9a-f]{8}\\.(?<machine>[0-9a-f]{6})\\.(?<pid>[1-9]\\d*)\\.partial${ENDS}`)
/** The names of former versions: no machine was said. */
const BEFORE = new RegExp(
  `^(?:\\..+\\.[0-9a-f]{8}\\.(?<pid>[1-9]\\d*)\\.partial|.+\\.jalon\\.(?<pid>[1-9]\\d*)\\.salvage)${ENDS}`,
)

/** What cannot be listed now is swept another time. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
