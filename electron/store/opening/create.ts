/** A new dossier: the schema and its identity, built whole before it gets its name. */
import { randomUUID } from 'node:crypto'
import type { Migration } from '../../migrations/list.ts'
import { migrations } from '../../migrations/list.ts'
import { migrate } from '../../migrations/run.ts'
import { APPLICATION_ID, type Connection } from '../connection.ts'

export interface NewDossier {
  readonly fileId?: string | undefined
  readonly demo?: boolean | undefined
  readonly createdAt: string
  /** Version of the application, kept for support. */
  readonly createdWith: string
}

export function buildSchema(db: Connection, list: readonly Migration[] = migrations): void {
  db.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(db, list)
}

export function giveIdentity(db: Connection, dossier: NewDossier): void {
  db.prepare('INSERT INTO dossier (id, file_id, created_at, created_with, demo) VALUES (1, ?, ?, ?, ?)').run(
    dossier.fileId ?? randomUUID(),
    dossier.createdAt,
    dossier.createdWith,
    dossier.demo ? 1 : 0,
  )
}
