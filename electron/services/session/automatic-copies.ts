/** Copies nobody asks for: on opening, then each hour, wherever no copy holds what the dossier is now. No date decides it. */
import { statSync } from 'node:fs'
import type { DoorError } from '#shared/api/envelope.ts'
import { COPIES_TEXT } from '#shared/text/dossier/copies.ts'
import { deservesCopy } from '../../backup/bulk.ts'
import type { CopyReason } from '../../backup/names.ts'
import { Refusal } from '../../refusal.ts'
import type { Dossier, Whereabouts } from '../../store/dossier.ts'
import type { DossierStore } from './ports.ts'

const EVERY_MS = 60 * 60 * 1000

/** Not "changed": neither the file nor the connection holds what the person has any more. */
const LAST_TRACE: ReadonlySet<Whereabouts> = new Set(['gone', 'replaced'])

export interface AutomaticCopies {
  /** The dossier now open, or none. */
  follow(dossier: Dossier | null): void
  /** Where the file of the open dossier is gone or replaced, what is open is the last trace of it: a copy at once, where none holds it. */
  keepLastTrace(): void
  /** Before something that changes much at once. Throws where the copy cannot be made: nothing is changed then. */
  before(dossier: Dossier, reason: CopyReason): Promise<void>
  /** The same where so many objects are about to change; it is made when this returns: nothing is written in between. */
  beforeBulk(dossier: Dossier, objects: number): void
  /** Why the last of these copies was not made; null where it was. Tried again at the next hour. */
  trouble(): string | null
  /** Waits for a copy under way: its dossier may be closed after it. */
  settled(): Promise<void>
  stop(): void
}

/** `onEnd`: told of each copy, with what stopped it or null. The person's work goes on either way. */
export function automaticCopies(
  store: Pick<DossierStore, 'backup' | 'backupAtOnce' | 'bringCopiesUp' | 'isCopied'>,
  onEnd: (error: unknown) => DoorError | null,
): AutomaticCopies {
  let followed: Dossier | null = null
  let underWay: Promise<void> = Promise.resolve()
  let isUnderWay = false
  let trouble: string | null = null

  const copy = (dossier: Dossier, reason: CopyReason) => {
    isUnderWay = true
    underWay = underWay.then(async () => {
      const error = await store.bringCopiesUp(dossier, reason).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      isUnderWay = false
      trouble = onEnd(error)?.message ?? null
    })
  }
  const hourly = setInterval(() => {
    if (followed === null || !isDue(followed)) return
    if (!isUnderWay) copy(followed, 'horaire')
    // A drive that answers nothing keeps the last one waiting, and every one after it.
    else
      trouble = onEnd(new Refusal({ code: 'backup.waiting', message: COPIES_TEXT.waiting }))?.message ?? null
  }, EVERY_MS)
  hourly.unref()

  /** Nothing was ever written in a new dossier; where it cannot be known what the copies hold, one more does no harm. */
  function isDue(dossier: Dossier): boolean {
    if (dossier.savedAt === null) return false
    try {
      return !store.isCopied(dossier)
    } catch {
      return true
    }
  }

  return {
    follow(dossier) {
      const worthIt = dossier !== null && !dossier.demo && dossier.readOnlyReason === null
      followed = worthIt ? dossier : null
      trouble = null
      if (followed !== null && isDue(followed)) copy(followed, 'ouverture')
    },
    keepLastTrace() {
      if (followed === null || isUnderWay || !LAST_TRACE.has(followed.whereabouts())) return
      if (isDue(followed)) copy(followed, 'horaire')
    },
    async before(dossier, reason) {
      if (!holdsWork(dossier)) return
      try {
        await store.backup(dossier, reason)
      } catch (error) {
        throw notStarted(error)
      }
    },
    beforeBulk(dossier, objects) {
      const bytes = statSync(dossier.path, { throwIfNoEntry: false })?.size ?? 0
      if (!holdsWork(dossier) || !deservesCopy(objects, bytes)) return
      try {
        store.backupAtOnce(dossier, 'avant-lot')
      } catch (error) {
        throw notStarted(error)
      }
    },
    trouble: () => trouble,
    settled: () => underWay,
    stop: () => clearInterval(hourly),
  }
}

/** The demonstration is made again as often as asked; nothing was ever written in a new dossier. */
function holdsWork(dossier: Dossier): boolean {
  return !dossier.demo && dossier.savedAt !== null && dossier.readOnlyReason === null
}

/** Why there is no copy, after what it means for the operation that was asked for. */
function notStarted(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error
  const { code, message } = error.error
  return new Refusal({ code, message: COPIES_TEXT.operationNotStarted(message) })
}
