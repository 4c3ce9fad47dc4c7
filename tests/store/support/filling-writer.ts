/** Child process of the full-disk test: writes until it is refused, saying what was acknowledged. */
import { writeSync } from 'node:fs'
import { Refusal } from '../../../electron/services/service.ts'
import { openDossier } from '../../../electron/store/open.ts'

const [path = '', copiesFolder = ''] = process.argv.slice(2)
const dossier = openDossier(path, {
  who: 'Test',
  machine: 'poste-de-test',
  now: () => '2026-11-23T09:30:00',
  copiesFolder,
})
const say = (line: string) => writeSync(1, `${line}\n`)
for (let n = 1; n < 1000; n += 1) {
  try {
    dossier.act({ label: `ajout ${n}`, kind: 'edit' }, (db) =>
      db.insert('person', { last_name: `Nom ${n}`, first_name: 'x'.repeat(20_000) }),
    )
    say(`done ${n}`)
  } catch (error) {
    say(`read ${dossier.readFacts().persons.length}`)
    say(`refused ${error instanceof Refusal ? error.error.code : String(error)}`)
    break
  }
}
dossier.close()
