/** Writes whole facts into an empty dossier, rows with the ids they were given, in one action that is not undone. */

import type { Facts } from '#shared/domain/facts.ts'
import type { Action, Dossier, SqlValue, WritableDb } from '../store/dossier.ts'
import { entityTables, type StoredName, toRow } from '../store/tables.ts'

/** Tables of the facts, owners before what refers to them. */
const ORDER = [
  ['employer', 'employers'],
  ['position', 'positions'],
  ['attachment', 'attachments'],
  ['person', 'persons'],
  ['contract', 'contracts'],
  ['contractAmendment', 'contractAmendments'],
  ['agreement', 'agreements'],
  ['agreementAmendment', 'agreementAmendments'],
  ['grant', 'grants'],
  ['instalment', 'instalments'],
  ['payment', 'payments'],
  ['allocation', 'allocations'],
  ['monthlyCost', 'monthlyCosts'],
  ['dedicatedFund', 'dedicatedFunds'],
  ['budgetLine', 'budgetLines'],
  ['deadlineAnswer', 'deadlineAnswers'],
  ['freeDeadline', 'freeDeadlines'],
  ['ruleFigure', 'ruleFigures'],
  ['aidScale', 'aidScales'],
  ['aidScaleYear', 'aidScaleYears'],
] as const satisfies readonly (readonly [StoredName, keyof Facts])[]

/** `also`: what goes with the facts in the same action (files attached to them). */
export function writeFacts(
  dossier: Dossier,
  facts: Facts,
  action: Pick<Action, 'label' | 'uid' | 'at'>,
  also: (db: WritableDb) => void = () => undefined,
): void {
  dossier.act({ ...action, kind: 'import', undoable: false }, (db) => {
    for (const [name, list] of ORDER) {
      const { table } = entityTables[name]
      for (const { id, ...row } of facts[list])
        db.insert(table, { id, ...(toRow(name, row) as Readonly<Record<string, SqlValue>>) })
    }
    also(db)
  })
}
