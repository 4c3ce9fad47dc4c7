/** Builders of dossiers for tests: in memory, with a fixed instant and a fixed author. */

import type { Facts } from '#shared/domain/facts.ts'
import type { Dossier, WritableDb } from '../../electron/store/dossier.ts'
import { insertEntityAs } from '../../electron/store/entities.ts'
import { createMemoryDossier } from '../../electron/store/memory.ts'
import type { StoredName } from '../../electron/store/tables.ts'

export const TEST_NOW = '2026-11-23T09:30:00.000+01:00'

export function memoryDossier(options: { readonly who?: string; readonly now?: string } = {}): Dossier {
  return createMemoryDossier({ who: options.who ?? 'Test', now: () => options.now ?? TEST_NOW })
}

/** In the order references allow. */
const ORDER = [
  ['employers', 'employer'],
  ['positions', 'position'],
  ['attachments', 'attachment'],
  ['persons', 'person'],
  ['contracts', 'contract'],
  ['contractAmendments', 'contractAmendment'],
  ['agreements', 'agreement'],
  ['agreementAmendments', 'agreementAmendment'],
  ['grants', 'grant'],
  ['instalments', 'instalment'],
  ['payments', 'payment'],
  ['allocations', 'allocation'],
  ['monthlyCosts', 'monthlyCost'],
  ['dedicatedFunds', 'dedicatedFund'],
  ['budgetLines', 'budgetLine'],
  ['deadlineAnswers', 'deadlineAnswer'],
  ['freeDeadlines', 'freeDeadline'],
  ['ruleFigures', 'ruleFigure'],
  ['aidScales', 'aidScale'],
  ['aidScaleYears', 'aidScaleYear'],
] as const satisfies readonly (readonly [keyof Facts, StoredName])[]

/** Writes facts under their own ids, as one action that undo does not offer. */
export function fillDossier(dossier: Dossier, facts: Partial<Facts>): void {
  dossier.act({ label: 'Données du test', kind: 'import', undoable: false }, (db) => writeFacts(db, facts))
}

export function writeFacts(db: WritableDb, facts: Partial<Facts>): void {
  for (const [key, name] of ORDER) {
    for (const { id, ...values } of facts[key] ?? []) insertEntityAs(db, name, id, values as never)
  }
  for (const { key, value } of facts.settings ?? []) db.insert('setting', { key, value })
}

/** A dossier holding these facts. */
export function dossierWith(facts: Partial<Facts>): Dossier {
  const dossier = memoryDossier()
  fillDossier(dossier, facts)
  return dossier
}
