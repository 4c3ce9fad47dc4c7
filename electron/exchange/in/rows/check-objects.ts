/** Every object a line makes or changes fits the schema of the forms: what the dossier would refuse is refused at its line. */
import type { Entities } from '#shared/domain/facts.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'
import { describeIssue } from '#shared/text/errors/input-errors.ts'
import type { RowReader } from '../plan/row-reader.ts'
import { IMPORTED, type Imported, type World } from '../plan/world.ts'

export function checkObjects(world: World, row: RowReader): void {
  const seen = new Set<string>()
  for (const { entity, id, effect } of row.touches) {
    if (effect === 'unchanged' || !isImported(entity) || seen.has(`${entity} ${id}`)) continue
    seen.add(`${entity} ${id}`)
    const object = world.find(entity, id)
    if (object === null) continue
    const parsed = entitySchemas[entity].safeParse(withPlainIds(object))
    if (parsed.success) continue
    const issue = parsed.error.issues[0]
    if (issue === undefined) continue
    const { field, message } = describeIssue(entity, issue)
    row.refuseCell(`${entity}.${field}`, 'object.invalid', { message })
  }
}

function isImported(entity: string): entity is Imported {
  return (IMPORTED as readonly string[]).includes(entity)
}

/** Ids of objects not written yet are negative: the schema knows only written ones. */
function withPlainIds(object: Entities[Imported]): Readonly<Record<string, unknown>> {
  const { id: _, ...values } = object
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      /[a-z]Id$/.test(field) && typeof value === 'number' ? Math.abs(value) : value,
    ]),
  )
}
