/** A dossier as a crash in the middle of a large write leaves it: pages half written, and the journal that undoes them beside it. */
import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Dossier } from '../../electron/store/dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import type { DossierFolder } from './dossier-folder.ts'

/** What was acknowledged before the crash. */
export const ACKNOWLEDGED = 'x'.repeat(100)
/** What the crash interrupted: never acknowledged. */
export const UNFINISHED = 'perdu'
export const PERSONS = 2000

export function addPersons(dossier: Dossier, count: number, firstName = ACKNOWLEDGED): void {
  dossier.act({ label: 'données', kind: 'import' }, (db) => {
    for (let i = 0; i < count; i += 1) db.insert('person', { last_name: `Nom ${i}`, first_name: firstName })
  })
}

/** Answers its path. `withJournal: false`: its journal was lost, as when only the file is carried elsewhere. */
export function interruptedDossier(place: DossierFolder, name: string, withJournal = true): string {
  const source = place.path(`source de ${name}`)
  const dossier = createDossier(source, place.options())
  addPersons(dossier, PERSONS)
  dossier.close()
  const writer = new Database(source)
  // Pages are written before the end of the transaction, as in any large one.
  writer.pragma('cache_size = 2')
  writer.exec('BEGIN IMMEDIATE')
  writer
    .prepare(
      "INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES ('u', '2026-11-23', 'T', 'lot', 'edit', 1, 'done')",
    )
    .run()
  writer.exec('UPDATE write_state SET action_id = (SELECT max(id) FROM action)')
  writer.prepare('UPDATE person SET first_name = ?').run(UNFINISHED)
  const path = place.path(name)
  copyFileSync(source, path)
  if (withJournal) copyFileSync(`${source}-journal`, `${path}-journal`)
  writer.exec('ROLLBACK')
  writer.close()
  return path
}

/** First names of the people of a dossier, each once. */
export function firstNamesOf(path: string, place: DossierFolder): readonly string[] {
  const dossier = openDossier(path, place.options({ readOnly: true }))
  try {
    return [...new Set(dossier.readFacts().persons.map((p) => p.firstName))]
  } finally {
    dossier.close()
  }
}
