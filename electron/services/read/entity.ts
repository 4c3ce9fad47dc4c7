/** read.entity and read.scales: one object as stored; the aid scales, built-in ones beside the user's. */

import { entityNames } from '#shared/api/channels/write.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { Entities, EntityName } from '#shared/domain/facts.ts'
import { BUILT_IN_SCALES } from '#shared/rules/aid/scales.ts'
import { readEntity as readStored } from '../../store/entities.ts'
import type { ServiceContext } from '../service.ts'

export function readEntity(
  { dossier }: ServiceContext,
  { entity, id }: Parsed<'read.entity'>,
): Entities[EntityName] | null {
  const name = entityNames.find((n) => n === entity)
  if (name === undefined) return null
  return dossier.read((db) => readStored(db, name, id)) ?? null
}

/** Built-in scales have negative ids: they are read, never changed; a corrected one is a new row of the user. */
export function readScales({ dossier }: ServiceContext): Output<'read.scales'> {
  const { aidScales, aidScaleYears } = dossier.readFacts()
  const builtIn = BUILT_IN_SCALES.map(({ years, builtIn: _, ...scale }, i) => ({
    ...scale,
    id: -1 - i,
    years: years.map((year, y) => ({ ...year, id: -1 - i * 10 - y, scaleId: -1 - i, year: y + 1 })),
  }))
  const own = aidScales.map((scale) => ({
    ...scale,
    years: aidScaleYears.filter((y) => y.scaleId === scale.id).sort((a, b) => a.year - b.year),
  }))
  return [...own, ...builtIn]
}
