/** Copies nobody asks for: on opening where the dossier changed since the last one, then each hour while it changes. */
import { statSync } from 'node:fs'
import type { DoorError } from '#shared/api/envelope.ts'
import { COPIES_TEXT } from '#shared/text/dossier/copies.ts'
import { deservesCopy } from '../../backup/bulk.ts'
import type { CopyReason } from '../../backup/names.ts'
import { Refusal } from '../../refusal.ts'
import type { Dossier } from '../../store/dossier.ts'
import type { DossierStore } from './ports.ts'

const EVERY_MS = 60 * 60 * 1000
const NOT_YET = -1

export interface AutomaticCopies {
  /** The dossier now open, or none. */
  follow(dossier: Dossier | null): void
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
  store: DossierStore,
  onEnd: (error: unknown) => DoorError | null,
): AutomaticCopies {
  let followed: { readonly dossier: Dossier; copiedRevision: number } | null = null
  let underWay: Promise<void> = Promise.resolve()
  let trouble: string | null = null

  const copy = (dossier: Dossier, reason: CopyReason) => {
    underWay = underWay.then(async () => {
      const { revision } = dossier
      const error = await store.backup(dossier, reason).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      if (error === null && followed?.dossier === dossier) followed.copiedRevision = revision
      trouble = onEnd(error)?.message ?? null
    })
  }
  const hourly = setInterval(() => {
    if (followed === null || followed.dossier.revision === followed.copiedRevision) return
    copy(followed.dossier, 'horaire')
  }, EVERY_MS)
  hourly.unref()

  return {
    follow(dossier) {
      const worthIt = dossier !== null && !dossier.demo && dossier.readOnlyReason === null
      const isDue = worthIt && changedSince(dossier, store.lastBackupAt(dossier))
      followed = worthIt ? { dossier, copiedRevision: isDue ? NOT_YET : dossier.revision } : null
      trouble = null
      if (isDue) copy(dossier, 'ouverture')
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

/** Both are local times; the copy's is known to the minute, so the same minute counts as changed. */
function changedSince({ savedAt }: Dossier, copiedAt: string | null): boolean {
  return savedAt !== null && (copiedAt === null || savedAt.slice(0, copiedAt.length) >= copiedAt)
}
