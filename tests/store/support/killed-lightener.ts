/** Child process of the kill test of lightening: writes, then lightens the log, without end; each line is whole. */
import { writeSync } from 'node:fs'
import { openDossier } from '../../../electron/store/open.ts'

const [path = '', copiesFolder = ''] = process.argv.slice(2)
const dossier = openDossier(path, {
  who: 'Test',
  machine: 'poste-de-test',
  now: () => '2026-11-23T09:30:00.000+01:00',
  copiesFolder,
})
const say = (line: string) => writeSync(1, `${line}\n`)
say(`open ${dossier.readOnlyReason ?? 'writable'}`)

for (let n = 0; ; n += 1) {
  dossier.act({ label: `suite ${n}`, kind: 'edit', at: '2026-11-23T09:30:00' }, (db) =>
    db.update('person', 1, { note: `${n} ${'y'.repeat(200)}` }),
  )
  say('try')
  dossier.lightenHistory('journal allégé', 30)
  say('done')
}
