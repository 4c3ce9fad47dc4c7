/** Files that get their name only once whole, and stay there after a power cut. */
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isRunning } from './lock.ts'
import { fittingName } from './name-limits.ts'

/** Renames, then asks the disk to remember the folder. Windows remembers by itself and refuses to open a folder. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  try {
    const folder = openSync(dirname(to), 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // The rename is done; only its survival of a power cut within the next seconds is the system's affair.
  }
}

/** Hidden name of a file being made, never the same twice, with the process that makes it: another one recognises what a crash left. */
export function partialName(name: string): string {
  return fittingName(`.${name}`, `.${randomBytes(4).toString('hex')}.${process.pid}.partial`)
}

/** Removes what crashed processes left half-made in this folder. */
export function sweepPartials(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^\..+\.(\d+)\.partial(-journal|\.partial)?$/.exec(name)?.[1]
    if (pid !== undefined && Number(pid) !== process.pid && !isRunning(Number(pid))) {
      rmSync(join(folder, name), { force: true })
    }
  }
}
