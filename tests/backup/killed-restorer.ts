/** Child process of the kill tests: restores two copies in turn without end, or brings an old file to a newer version. */
import { writeSync } from 'node:fs'
import { restoreCopy } from '../../electron/backup/restore.ts'
import { migrations } from '../../electron/migrations/list.ts'
import { openDossier } from '../../electron/store/open.ts'
import { heavyMigration } from './heavy-migration.ts'

const [mode = '', target = '', copiesFolder = '', ...copies] = process.argv.slice(2)
const who = { who: 'Test', machine: 'poste-de-test' }
const now = '2026-11-23T09:30:00.000+01:00'

writeSync(1, 'ready\n')
if (mode === 'migrate') {
  openDossier(target, {
    ...who,
    now: () => now,
    copiesFolder,
    migrations: [...migrations, heavyMigration],
  }).close()
  writeSync(1, 'migrated\n')
  // Waits for the kill: whether it falls before or after the migration is left to chance.
  setInterval(() => {}, 1000)
} else {
  for (let n = 0; ; n += 1) {
    const copy = copies[n % copies.length] ?? ''
    await restoreCopy({ ...who, now, copy, target, copiesFolder })
    writeSync(1, `restored ${n % copies.length}\n`)
  }
}
