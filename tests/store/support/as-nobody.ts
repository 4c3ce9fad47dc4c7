/**
 * Child process of the permission tests: drops its rights first (the tests may run as root, whom no permission stops), does one thing,
 * and prints the answer as JSON.
 */
import { Refusal } from '../../../electron/services/service.ts'
import { createDossier, openDossier } from '../../../electron/store/open.ts'

const [what = '', path = '', copiesFolder = ''] = process.argv.slice(2)
const options = { who: 'Test', machine: 'poste', now: () => '2026-11-23T09:30:00', copiesFolder }

function answer(): unknown {
  try {
    const dossier = what === 'create' ? createDossier(path, options) : openDossier(path, options)
    const said = { reason: dossier.readOnlyReason, persons: dossier.readFacts().persons.length }
    const write = (() => {
      try {
        dossier.act({ label: 'ajout', kind: 'edit' }, (db) =>
          db.insert('person', { last_name: 'Petit', first_name: '' }),
        )
        return 'written'
      } catch (error) {
        return error instanceof Refusal ? error.error.code : String(error)
      }
    })()
    dossier.close()
    return { ...said, write }
  } catch (error) {
    return error instanceof Refusal
      ? { code: error.error.code, message: error.message }
      : { crash: String(error) }
  }
}

process.stdout.write(JSON.stringify(answer()))
