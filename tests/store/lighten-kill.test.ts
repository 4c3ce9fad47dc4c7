/** The process is killed while it lightens the change log: the file opens whole, every act is there, the last ones can be undone. */
import { copyFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { KEPT_ACTS } from '../../electron/store/lighten.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { contentOf } from '../support/content.ts'
import { dossierFolder } from '../support/dossier-folder.ts'
import { KILLS, killedRun } from '../support/killed.ts'
import { addHistory } from '../support/long-history.ts'

const SCRIPT = new URL('./support/killed-lightener.ts', import.meta.url)
const kills = Math.ceil(KILLS / 4)
const OLD_ACTS = 600

describe(`a process killed ${kills} times while it lightens the log`, () => {
  it('leaves a whole file, every act, and the undo of the last ones', {
    timeout: 60_000 + kills * 10_000,
  }, async () => {
    const place = dossierFolder()
    const full = place.path('plein.jalon')
    const made = createDossier(full, place.options())
    made.close()
    addHistory(full, [{ count: OLD_ACTS, at: '2024-01-02T09:00:00' }], 4000)
    for (let kill = 0; kill < kills; kill += 1) {
      const path = place.path('a.jalon')
      const isLast = kill === kills - 1
      let lines: readonly string[] = []
      // The last one falls after a lightening that was acknowledged: all that is promised of it is then looked at.
      for (let most = 250; lines.length === 0 || (isLast && !lines.includes('done')); most *= 2) {
        copyFileSync(full, path)
        lines = await killedRun(SCRIPT, [path, place.copies], isLast ? most : Math.random() * most)
      }
      const dossier = openDossier(path, place.options())
      expect(dossier.readOnlyReason).toBeNull()
      const count = (sql: string) => dossier.read((db) => db.get<{ n: number }>(sql))?.n ?? 0
      const steps = count('SELECT count(*) AS n FROM change')
      if (lines.includes('done')) expect(steps).toBeLessThan(OLD_ACTS)
      expect(count('SELECT count(*) AS n FROM action')).toBeGreaterThanOrEqual(OLD_ACTS)
      expect(count("SELECT count(*) AS n FROM action WHERE label = 'note 0'")).toBe(1)
      const before = JSON.stringify(contentOf(dossier))
      // All of them at the last kill only: each is written to the disk.
      const most = isLast ? KEPT_ACTS : 10
      let undone = 0
      while (undone < most && dossier.undo() !== null) undone += 1
      expect(undone).toBe(most)
      while (dossier.redo() !== null) undone -= 1
      expect(undone).toBe(0)
      expect(JSON.stringify(contentOf(dossier))).toBe(before)
      dossier.close()
      expect(checkCopy(path)).toBe(true)
    }
    place.remove()
  })
})
