/**
 * The lock of the screen: while it is on, the door answers nothing of the dossier. Kept in the folder of the application as a hash
 * of the phrase (scrypt), never the phrase. It stops a passer-by in front of Jalon; it does not encrypt the file.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { LockView } from '#shared/api/channels/lock.ts'
import { LOCK_TEXT } from '#shared/text/dossier/lock.ts'
import { UNCHANGED } from '#shared/text/errors/setting-errors.ts'
import { keepSmallFile, lookAtSmallFile, readSmallFile } from '../session/small-file.ts'
import { tries } from './tries.ts'

const schema = z.strictObject({
  salt: z.base64().length(24),
  hash: z.base64().length(44),
  minutes: z.int().min(1).max(240),
})
/** 32 MB, about a tenth of a second: one try is not felt, a thousand are. */
const STRENGTH = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** `early`: not judged, not counted, since the wait of the last wrong phrase is not over. */
export type Verdict = 'right' | 'wrong' | 'early'

export interface ScreenLock {
  view(): LockView
  readonly locked: boolean
  /** A sign of life: the time before locking begins again. */
  awake(): void
  lock(): void
  /** One try is judged at a time; after a wrong one, those that come too soon are told so at once. */
  unlock(passphrase: string): Promise<Verdict>
  /**
   * Done where `current` is the phrase in force, or there was none. `passphrase` null: no lock any more. Throws a Refusal, the former
   * lock in force, where the new one cannot be kept and read back.
   */
  set(current: string | null, passphrase: string | null, minutes: number): Promise<Verdict>
  /** A lock was set, and cannot be read any more: it is off, and that is said. */
  trouble(): string | null
  stop(): void
}

export interface ScreenLockOptions {
  readonly file: string
  /** Wrong phrases and when the last was given. */
  readonly triesFile: string
  /** Called when the screen locks or unlocks. */
  changed(): void
  /** Length of a minute, shorter in tests. */
  readonly minuteMs?: number
  /** First wait after a wrong phrase. */
  readonly firstWaitMs?: number
  /** Instant, ISO 8601 with offset. */
  now?(): string
}

export function screenLock({ file, triesFile, changed, ...options }: ScreenLockOptions): ScreenLock {
  const minuteMs = options.minuteMs ?? 60_000
  const read = () => readSmallFile(file, schema.nullable(), null)
  let locked = read() !== null
  const counted = tries({
    file: triesFile,
    firstWaitMs: options.firstWaitMs ?? 500,
    ...(options.now === undefined ? {} : { now: options.now }),
  })
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
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work)
    turn = next.catch(() => {})
    return next
  }
  async function judge(passphrase: string): Promise<Verdict> {
    const kept = read()
    if (kept === null) return 'right'
    if (counted.left() > 0) return 'early'
    counted.begin()
    const hash = await hashOf(passphrase, Buffer.from(kept.salt, 'base64'))
    const right = timingSafeEqual(hash, Buffer.from(kept.hash, 'base64'))
    if (right) counted.right()
    else counted.wrong()
    return right ? 'right' : 'wrong'
  }

  arm()
  return {
    view: () => {
      const kept = read()
      const waitSeconds = kept === null ? 0 : Math.ceil(counted.left() / 1000)
      return { enabled: kept !== null, locked, minutes: kept?.minutes ?? 10, waitSeconds }
    },
    get locked() {
      return locked
    },
    awake: arm,
    lock,
    trouble: () =>
      lookAtSmallFile(file, schema.nullable()).kind === 'unreadable' ? LOCK_TEXT.unreadable : null,
    unlock: (passphrase) =>
      inTurn(async () => {
        // Opened while this try waited for its turn: there is nothing left to try, nor to count.
        if (!locked) return 'right'
        const verdict = await judge(passphrase)
        if (verdict !== 'right') return verdict
        locked = false
        arm()
        changed()
        return verdict
      }),
    set: (current, passphrase, minutes) =>
      inTurn(async () => {
        const verdict = await judge(current ?? '')
        if (verdict !== 'right') return verdict
        if (passphrase === null) keepSmallFile(file, null, UNCHANGED.lock)
        else {
          const salt = randomBytes(16)
          const hash = await hashOf(passphrase, salt)
          const kept = { salt: salt.toString('base64'), hash: hash.toString('base64'), minutes }
          keepSmallFile(file, kept, UNCHANGED.lock)
        }
        arm()
        return verdict
      }),
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
