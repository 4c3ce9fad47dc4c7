/** The facts read entity by entity, without any memory: what `readFacts` must always agree with. */
import type { Facts } from '#shared/domain/facts.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { readEntities } from '../../electron/store/entities.ts'
import { FACT_LISTS } from '../../electron/store/facts-reader.ts'

export function readAllFactsAfresh(dossier: Dossier): Facts {
  return dossier.read(
    (db) =>
      Object.fromEntries(
        Object.entries(FACT_LISTS).map(([key, name]) => [key, readEntities(db, name)]),
      ) as unknown as Facts,
  )
}
