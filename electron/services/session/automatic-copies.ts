/** Copies nobody asks for: on opening where the dossier changed since the last one, then each hour while it changes. */
import type { CopyReason } from '../../backup/names.ts'
import type { Dossier } from '../../store/dossier.ts'
import type { DossierStore } from './ports.ts'

const EVERY_MS = 60 * 60 * 1000

export interface AutomaticCopies {
  /** The dossier now open, or none. */
  follow(dossier: Dossier | null): void
  /** Before something that changes much at once. Throws where the copy cannot be made: nothing is changed then. */
  before(dossier: Dossier, reason: CopyReason): Promise<void>
  /** Waits for a copy under way: its dossier may be closed after it. */
  settled(): Promise<void>
  stop(): void
}

export function automaticCopies(store: DossierStore, onTrouble: (error: unknown) => void): AutomaticCopies {
  let followed: { readonly dossier: Dossier; revision: number } | null = null
  let underWay: Promise<void> = Promise.resolve()

  const copy = (dossier: Dossier, reason: CopyReason) => {
    underWay = underWay.then(async () => {
      try {
        await store.backup(dossier, reason)
      } catch (error) {
        // The person's work goes on: the age of the last copy is always shown, and a copy asked for says why it fails.
        onTrouble(error)
      }
    })
  }
  const hourly = setInterval(() => {
    if (followed === null || followed.dossier.revision === followed.revision) return
    followed.revision = followed.dossier.revision
    copy(followed.dossier, 'horaire')
  }, EVERY_MS)
  hourly.unref()

  return {
    follow(dossier) {
      const worthIt = dossier !== null && !dossier.demo && dossier.readOnlyReason === null
      followed = worthIt ? { dossier, revision: dossier.revision } : null
      if (worthIt && changedSince(dossier, store.lastBackupAt(dossier))) copy(dossier, 'ouverture')
    },
    async before(dossier, reason) {
      if (dossier.demo || dossier.savedAt === null) return
      await store.backup(dossier, reason)
    },
    settled: () => underWay,
    stop: () => clearInterval(hourly),
  }
}

/** Both are local times; the copy's is known to the minute, so the same minute counts as changed. */
function changedSince({ savedAt }: Dossier, copiedAt: string | null): boolean {
  return savedAt !== null && (copiedAt === null || savedAt.slice(0, copiedAt.length) >= copiedAt)
}
