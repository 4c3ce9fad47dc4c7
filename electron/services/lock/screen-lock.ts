/**
 * The lock of the screen: while it is on, the door answers nothing of the dossier. Kept in the folder of the application as a hash
 * of the phrase (scrypt), never the phrase. It stops a passer-by in front of Jalon; it does not encrypt the file.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { LockView } from '#shared/api/channels/lock.ts'
import { readSmallFile, writeSmallFile } from '../session/small-file.ts'

const schema = z.strictObject({
  salt: z.base64().length(24),
  hash: z.base64().length(44),
  minutes: z.int().min(1).max(240),
})
/** 32 MB, about a tenth of a second: one try is not felt, a thousand are. */
const STRENGTH = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const LONGEST_WAIT_MS = 30_000

export interface ScreenLock {
  view(): LockView
  readonly locked: boolean
  /** A sign of life: the time before locking begins again. */
  awake(): void
  lock(): void
  /** False: not the phrase. Wrong tries are answered later and later, one at a time. */
  unlock(passphrase: string): Promise<boolean>
  /** False: `current` is not the phrase in force. `passphrase` null: no lock any more. */
  set(current: string | null, passphrase: string | null, minutes: number): Promise<boolean>
  stop(): void
}

export interface ScreenLockOptions {
  readonly file: string
  /** Called when the screen locks or unlocks. */
  changed(): void
  /** Length of a minute, shorter in tests. */
  readonly minuteMs?: number
  /** First wait after a wrong phrase. */
  readonly firstWaitMs?: number
}

export function screenLock({ file, changed, ...options }: ScreenLockOptions): ScreenLock {
  const minuteMs = options.minuteMs ?? 60_000
  const firstWait = options.firstWaitMs ?? 500
  const read = () => readSmallFile(file, schema.nullable(), null)
  let locked = read() !== null
  let wrong = 0
  let turn: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null

  const arm = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const kept = locked ? null : read()
    if (kept === null) return
    timer = setTimeout(lock, kept.minutes * minuteMs)
    timer.unref()
  }
  function lock(): void {
    if (locked || read() === null) return
    locked = true
    arm()
    changed()
  }
  /** One try at a time, each wrong one slower than the last. */
  function tried(passphrase: string): Promise<boolean> {
    const next = turn.then(async () => {
      const kept = read()
      if (kept === null) return true
      if (wrong > 0) await wait(Math.min(LONGEST_WAIT_MS, firstWait * 2 ** (wrong - 1)))
      const hash = await hashOf(passphrase, Buffer.from(kept.salt, 'base64'))
      const right = timingSafeEqual(hash, Buffer.from(kept.hash, 'base64'))
      wrong = right ? 0 : Math.min(wrong + 1, 20)
      return right
    })
    turn = next.catch(() => {})
    return next
  }

  arm()
  return {
    view: () => {
      const kept = read()
      return { enabled: kept !== null, locked, minutes: kept?.minutes ?? 10 }
    },
    get locked() {
      return locked
    },
    awake: arm,
    lock,
    async unlock(passphrase) {
      if (!(await tried(passphrase))) return false
      if (!locked) return true
      locked = false
      arm()
      changed()
      return true
    },
    async set(current, passphrase, minutes) {
      if (read() !== null && !(await tried(current ?? ''))) return false
      if (passphrase === null) writeSmallFile(file, null)
      else {
        const salt = randomBytes(16)
        const hash = await hashOf(passphrase, salt)
        writeSmallFile(file, { salt: salt.toString('base64'), hash: hash.toString('base64'), minutes })
      }
      arm()
      return true
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

function hashOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, STRENGTH, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
