/** Writes the operations of a plan: new objects first, each negative id replaced by the one its row received. */
import type { Id } from '#shared/domain/facts.ts'
import type { FieldValue, Operation, Written } from '../../exchange/in/plan/world.ts'
import type { WritableDb } from '../../store/dossier.ts'
import { insertEntity, removeEntity, updateEntity } from '../../store/entities.ts'

const REFERENCES = [
  'employerId',
  'positionId',
  'personId',
  'contractId',
  'renewsId',
  'agreementId',
  'instalmentId',
  'paymentId',
] as const

type Values = Readonly<Record<string, FieldValue>>

export function applyOperations(db: WritableDb, operations: readonly Operation[]): void {
  const written = new Map<Written, Map<Id, Id>>()
  for (const operation of operations) {
    const { op, entity, id } = operation
    if (op === 'delete') {
      removeEntity(db, entity, id)
      continue
    }
    // The plan's values are whole rows of their entity (world.ts): the compiler cannot follow that through a list.
    const row = withRealIds(operation.values, written) as never
    if (op === 'update') {
      updateEntity(db, entity, id, row)
      continue
    }
    const real = insertEntity(db, entity, row)
    const ids = written.get(entity) ?? new Map<Id, Id>()
    written.set(entity, ids.set(id, real))
  }
}

const ENTITY_OF: Readonly<Record<(typeof REFERENCES)[number], Written>> = {
  employerId: 'employer',
  positionId: 'position',
  personId: 'person',
  contractId: 'contract',
  renewsId: 'contract',
  agreementId: 'agreement',
  instalmentId: 'instalment',
  paymentId: 'payment',
}

function withRealIds(values: Values, written: ReadonlyMap<Written, ReadonlyMap<Id, Id>>): Values {
  const resolved = { ...values }
  for (const field of REFERENCES) {
    const id = resolved[field]
    if (typeof id !== 'number' || id >= 0) continue
    const real = written.get(ENTITY_OF[field])?.get(id)
    if (real === undefined) throw new Error(`import: ${field} ${id} is written after the row that names it`)
    resolved[field] = real
  }
  return resolved
}
