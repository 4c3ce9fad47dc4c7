/** People employed on one post, as rows: what fills the pages of a dossier that is to be damaged. */
import type { WritableDb } from '../../electron/store/dossier.ts'

/** Named "Nom 1", "Nom 2"…, each with a contract on the same post. */
export function addHolders(db: WritableDb, firstNames: readonly string[]): void {
  const post = db.insert('position', { label: 'Poste', kind: 'adviser' })
  for (const [i, firstName] of firstNames.entries()) {
    const person = db.insert('person', { last_name: `Nom ${i + 1}`, first_name: firstName })
    db.insert('contract', {
      position_id: post,
      person_id: person,
      kind: 'CDD',
      starts_on: '2024-01-01',
      weekly_minutes: 2100,
    })
  }
}
