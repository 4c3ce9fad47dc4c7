/**
 * How the person's browser is led to the address without its key ever standing in a command line, which every account of a machine may
 * read while the opener or the browser runs: a small page of that person alone is opened instead, and removed once it has served.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { removeLeftovers } from '../services/session/desk.ts'
import { leadingPage } from './pages.ts'

/** A folder of the home that must be seen, since a browser of a snap reads no hidden one; swept like the temporary folder. */
const SEEN_PREFIX = 'jalon-ouverture-'

export interface Entrance {
  /** `file:` address of the page: it holds no secret. */
  readonly address: string
  remove(): void
}

/** Null where it cannot be written (full disk): the address is printed anyway. */
export function makeEntrance(temporary: string, address: string): Entrance | null {
  try {
    // Made by the system with a name nobody knows and rights of its owner only (0700).
    const folder = mkdtempSync(`${hasSnaps() ? seenPlace() : hiddenPlace(temporary)}${process.pid}-`)
    const path = join(folder, 'ouvrir-jalon.html')
    writeFileSync(path, leadingPage(address), { mode: 0o600, flag: 'wx' })
    return {
      address: pathToFileURL(path).href,
      remove: () => rmSync(folder, { recursive: true, force: true }),
    }
  } catch {
    return null
  }
}

/** The process in the name: what a killed one left is swept by the next. */
function hiddenPlace(temporary: string): string {
  mkdirSync(temporary, { recursive: true, mode: 0o700 })
  return join(temporary, '/')
}

function seenPlace(): string {
  removeLeftovers(homedir(), SEEN_PREFIX)
  return join(homedir(), SEEN_PREFIX)
}

function hasSnaps(): boolean {
  return process.platform === 'linux' && existsSync('/snap/bin')
}
