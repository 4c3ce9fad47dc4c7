/** Everything a dossier says, table by table, so that two states can be compared as a whole. */
import type { Dossier } from '../../electron/store/dossier.ts'
import { factTableNames } from '../../electron/store/tables.ts'

export function contentOf(dossier: Dossier): Readonly<Record<string, readonly unknown[]>> {
  return dossier.read((db) =>
    Object.fromEntries(factTableNames.map((table) => [table, db.all(`SELECT * FROM ${table} ORDER BY id`)])),
  )
}
