/** An object others depend on is not deleted under them: the refusal says which ones, so that a person can decide. */
import type { EntityName, Id } from '#shared/domain/facts.ts'
import { ENTITY_LABELS } from '#shared/text/fields.ts'
import type { ReadableDb } from '../../store/dossier.ts'
import { entityTables } from '../../store/tables.ts'
import { Refusal } from '../service.ts'

/** Objects that must be gone first. Parts (grants of an agreement, allocations of a payment…) go with their whole. */
const DEPENDENTS: { readonly [N in EntityName]?: readonly (readonly [EntityName, string])[] } = {
  employer: [
    ['attachment', 'employer_id'],
    ['agreement', 'employer_id'],
    ['payment', 'employer_id'],
    ['budgetLine', 'employer_id'],
  ],
  position: [
    ['contract', 'position_id'],
    ['grant', 'position_id'],
    ['instalment', 'position_id'],
  ],
  person: [['contract', 'person_id']],
  contract: [
    ['contract', 'renews_id'],
    ['monthlyCost', 'contract_id'],
  ],
  agreement: [['instalment', 'agreement_id']],
  instalment: [['allocation', 'instalment_id']],
}

export function refuseStillUsed(db: ReadableDb, entity: EntityName, id: Id): void {
  const uses = (DEPENDENTS[entity] ?? []).flatMap(([dependent, column]) => {
    const count = countOf(db, dependent, column, id)
    return count === 0 ? [] : [`${count} × ${ENTITY_LABELS[dependent].toLowerCase()}`]
  })
  if (uses.length === 0) return
  throw new Refusal({
    code: 'row.still-used',
    message: `${ENTITY_LABELS[entity]} encore utilisé : ${uses.join(', ')}. Rien n’a été supprimé. Supprimer ou déplacer d’abord ces éléments.`,
  })
}

function countOf(db: ReadableDb, dependent: EntityName, column: string, id: Id): number {
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM ${entityTables[dependent].table} WHERE ${column} = ?`,
    id,
  )
  return row?.n ?? 0
}
