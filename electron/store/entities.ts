/** Entities read and written by their domain names, for services that have no special SQL to say. */
import type { Id } from '#shared/domain/facts.ts'
import type { ReadableDb, SqlValue, WritableDb } from './dossier.ts'
import {
  entityTables,
  fromRow,
  type NewStored,
  type StoredEntities,
  type StoredName,
  selectEntity,
  toRow,
} from './tables.ts'

export function insertEntity<N extends StoredName>(db: WritableDb, name: N, values: NewStored<N>): Id {
  return db.insert(entityTables[name].table, toRow(name, values))
}

/** Same, under a given id: interchange files and restored copies keep theirs. */
export function insertEntityAs<N extends StoredName>(
  db: WritableDb,
  name: N,
  id: Id,
  values: NewStored<N>,
): Id {
  return db.insert(entityTables[name].table, { id, ...toRow(name, values) })
}

/** Fields left out keep their value. */
export function updateEntity<N extends StoredName>(
  db: WritableDb,
  name: N,
  id: Id,
  values: Partial<NewStored<N>>,
): void {
  const row = toRow(name, values)
  if (Object.keys(row).length > 0) db.update(entityTables[name].table, id, row)
}

export function removeEntity(db: WritableDb, name: StoredName, id: Id): void {
  db.remove(entityTables[name].table, id)
}

export function readEntity<N extends StoredName>(
  db: ReadableDb,
  name: N,
  id: Id,
): StoredEntities[N] | undefined {
  const row = db.get<Record<string, SqlValue>>(selectEntity(name, 'WHERE id = ?'), id)
  return row === undefined ? undefined : fromRow(name, row)
}

export function readEntities<N extends StoredName>(db: ReadableDb, name: N): readonly StoredEntities[N][] {
  return db.all<Record<string, SqlValue>>(selectEntity(name, 'ORDER BY id')).map((row) => fromRow(name, row))
}
