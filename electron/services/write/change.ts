/** The one way an object is written: schema, then rules of the whole, then the row. Refuses with French sentences. */
import type { z } from 'zod'
import type { Entities, EntityName, Facts, Id } from '#shared/domain/facts.ts'
import { checkEntity } from '#shared/rules/checks/entity-checks.ts'
import type { Finding } from '#shared/rules/explanation.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'
import { describeIssue } from '#shared/text/errors/input-errors.ts'
import { findingSentence } from '#shared/text/rules/findings.ts'
import type { ReadableDb, WritableDb } from '../../store/dossier.ts'
import { insertEntity, readEntity, updateEntity } from '../../store/entities.ts'
import type { NewStored } from '../../store/tables.ts'
import { Refusal } from '../service.ts'

export type Values = Readonly<Record<string, unknown>>

export interface Change<N extends EntityName> {
  readonly row: Entities[N]
  /** Only what is written. */
  readonly values: Partial<Entities[N]>
  readonly warnings: readonly Finding[]
}

/** The object as it will be, checked; nothing is written. `id` null: a new one, its own id is 0 until it is written. */
export function planChange<N extends EntityName>(
  db: ReadableDb,
  facts: Facts,
  entity: N,
  id: Id | null,
  input: Values,
): Change<N> {
  const values = parseValues(entity, id === null ? 'create' : 'update', input)
  const before = id === null ? null : readEntity(db, entity, id)
  if (before === undefined) throw refusalOf([finding('row.gone')])
  const row = { ...before, ...values, id: id ?? 0 } as Entities[N]
  const findings = checkEntity(entity, row, facts)
  const refused = findings.filter((f) => f.severity === 'refused')
  if (refused.length > 0) throw refusalOf(refused)
  return { row, values, warnings: findings }
}

export function writeChange<N extends EntityName>(db: WritableDb, entity: N, change: Change<N>): Id {
  const values = change.values as Partial<NewStored<N>>
  if (change.row.id === 0) return insertEntity(db, entity, values as NewStored<N>)
  updateEntity(db, entity, change.row.id, values)
  return change.row.id
}

/** A refusal that says each reason; the first one leads. */
export function refusalOf(findings: readonly Finding[]): Refusal {
  const details = findings.map((f) => ({ field: f.field ?? '', code: f.code, message: findingSentence(f) }))
  const first = details[0]
  return new Refusal({
    code: first?.code ?? 'input.invalid',
    message: details.map((d) => d.message).join(' '),
    field: first?.field || undefined,
    details,
  })
}

export function finding(code: string, field: string | null = null, values: Finding['values'] = {}): Finding {
  return { severity: 'refused', code, field, values, basis: [] }
}

/** Creation checks the whole object and fills its defaults; a change checks only the fields it names. */
function parseValues<N extends EntityName>(
  entity: N,
  mode: 'create' | 'update',
  input: Values,
): Partial<Entities[N]> {
  const whole: z.ZodObject = entitySchemas[entity]
  const named: Record<string, true> = {}
  for (const key of Object.keys(input)) if (Object.hasOwn(whole.shape, key)) named[key] = true
  const schema = mode === 'create' ? whole : whole.pick(named)
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data as Partial<Entities[N]>
  const details = parsed.error.issues.map((issue) => describeIssue(entity, issue))
  throw new Refusal({
    code: 'input.invalid',
    message: details.map((d) => d.message).join(' '),
    field: details[0]?.field,
    details,
  })
}
