/** Child process of the full-disk test: writes until it is refused, saying what was acknowledged. */
import { Refusal } from '../../../electron/services/service.ts'
import { openToWrite, say } from './writing.ts'

const [path = '', copiesFolder = ''] = process.argv.slice(2)
const dossier = openToWrite(path, copiesFolder)
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
