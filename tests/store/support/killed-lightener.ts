/** Child process of the kill test of lightening: writes, then lightens the log, without end; each line is whole. */
import { openToWrite, say } from './writing.ts'

const [path = '', copiesFolder = ''] = process.argv.slice(2)
const dossier = openToWrite(path, copiesFolder)
say(`open ${dossier.readOnlyReason ?? 'writable'}`)

for (let n = 0; ; n += 1) {
  dossier.act({ label: `suite ${n}`, kind: 'edit', at: '2026-11-23T09:30:00' }, (db) =>
    db.update('person', 1, { note: `${n} ${'y'.repeat(200)}` }),
  )
  say('try')
  dossier.lightenHistory('journal allégé', 30)
  say('done')
}
