/** A dossier written as a stranger would: our own schema, and a change log that says what its author pleases. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { day } from '#shared/domain/day.ts'
import type { TestApplication } from './application.ts'

export interface Forged {
  readonly table_name?: unknown
  readonly row_id?: unknown
  readonly op?: unknown
  readonly before?: unknown
  readonly after?: unknown
}

export const EMPLOYER = {
  id: 1,
  name: 'Les Passerelles',
  short_name: null,
  sector: 'private',
  legal_form: 'association',
  siret: null,
  ridet: null,
  rna: null,
  ape: null,
  state_id: null,
  zone: 'metropole',
  fiscal_year_start: '01-01',
  chart: 'association',
  idcc: null,
  address: null,
  postcode: null,
  commune_code: null,
  commune_name: null,
  department_code: null,
  in_qpv: 0,
  in_frr: 0,
  france_services: 0,
  contact_name: null,
  email: null,
  phone: null,
  charges_rate: null,
  note: null,
}
export const renamed = (more: Readonly<Record<string, unknown>>) => JSON.stringify({ ...EMPLOYER, ...more })

/** A dossier with a structure, a post and its history, closed. */
export async function dossierOf(app: TestApplication): Promise<string> {
  await app.value('file.create', { name: 'postes' })
  const { id } = await app.value('write.save', {
    entity: 'employer',
    id: null,
    values: { name: 'Les Passerelles', sector: 'private' },
  })
  await app.value('write.newPosition', {
    employerId: id,
    startsOn: day('2021-02-01'),
    values: { label: 'Itinérance Nord' },
  })
  await app.value('file.close', {})
  return join(app.folder, 'dossiers', 'postes.jalon')
}

/** As a stranger writes: one more act at the end of the line, with these steps. */
export function forge(path: string, steps: readonly Forged[], state = 'done'): number | bigint {
  const db = new Database(path)
  db.pragma('ignore_check_constraints = ON')
  const action = db
    .prepare(
      "INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES ('x', '2026-11-20T10:00:00', 'Inconnu', 'saisie ordinaire', 'edit', 1, ?)",
    )
    .run(state)
  const insert = db.prepare(
    'INSERT INTO change (action_id, table_name, row_id, op, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const step of steps) {
    const { table_name, row_id, op, before, after } = {
      table_name: 'employer',
      row_id: 1,
      op: 'update',
      before: renamed({}),
      after: renamed({}),
      ...step,
    }
    insert.run(action.lastInsertRowid, table_name, row_id, op, before, after)
  }
  db.close()
  return action.lastInsertRowid
}

/** Taken out again, whatever became of it. */
export function unforge(path: string, action: number | bigint): void {
  const db = new Database(path)
  db.exec('UPDATE write_state SET replaying = 1')
  db.prepare('DELETE FROM change WHERE action_id = ?').run(action)
  db.prepare('DELETE FROM action WHERE id = ?').run(action)
  db.exec('UPDATE write_state SET replaying = 0')
  db.close()
}
