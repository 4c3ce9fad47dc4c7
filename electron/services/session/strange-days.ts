/**
 * Days outside the calendar of Jalon that the open dossier holds (a foreign file, one made by an older version): asked of the
 * database itself, without any rule, in one question over every column that holds a day. No door lets one in.
 */

import type { FileNote } from '#shared/api/views/file-status.ts'
import { type Day, FIRST_DAY, LAST_DAY } from '#shared/domain/day.ts'
import type { EntityName, Id } from '#shared/domain/facts.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'
import { strangeDayNote } from '#shared/text/errors/file-errors.ts'
import type { Dossier } from '../../store/dossier.ts'
import { entityTables } from '../../store/tables.ts'

/** More are contained all the same, and said by the screens. */
const MOST_NOTED = 5

interface Found {
  readonly entity: EntityName
  readonly id: Id
  readonly field: string
  readonly value: Day
  readonly name: string | null
}

/** What names an object of the trade, the first its table has. People are not named above the screens. */
const NAMES = ['reference', 'label', 'title', 'name']

const QUESTION = (Object.keys(entitySchemas) as EntityName[])
  .flatMap((entity) => {
    const { table, columns } = entityTables[entity]
    const name = columns.find(({ field }) => NAMES.includes(field))?.column ?? 'NULL'
    return columns
      .filter(({ kind }) => kind === 'day')
      .map(
        ({ field, column }) =>
          `SELECT '${entity}' AS entity, id, '${field}' AS field, ${column} AS value, ${name} AS name
           FROM ${table} WHERE ${column} < '${FIRST_DAY}' OR ${column} > '${LAST_DAY}'`,
      )
  })
  .join(' UNION ALL ')

/** Kept while nothing changes. A dossier that holds none when it is opened is not asked again. */
const kept = new WeakMap<Dossier, { readonly revision: number; readonly notes: readonly FileNote[] }>()

export function strangeDayNotes(dossier: Dossier): readonly FileNote[] {
  const known = kept.get(dossier)
  if (known !== undefined && (known.notes.length === 0 || known.revision === dossier.revision))
    return known.notes
  const found = dossier.read((db) => db.all<Found>(`${QUESTION} LIMIT ${MOST_NOTED}`))
  const notes = found.map(
    ({ entity, id, field, value, name }): FileNote => ({
      id: `day ${entity} ${id} ${field}`,
      kind: 'day',
      message: strangeDayNote(entity, name ?? String(id), field, value),
      target: { entity, id, field },
    }),
  )
  kept.set(dossier, { revision: dossier.revision, notes })
  return notes
}
