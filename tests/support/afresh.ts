/** The facts read entity by entity, without any memory: what `readFacts` must always agree with. */
import type { Facts } from '#shared/domain/facts.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { readEntities } from '../../electron/store/entities.ts'
import type { StoredName } from '../../electron/store/tables.ts'

const NAMES = {
  employers: 'employer',
  positions: 'position',
  attachments: 'attachment',
  persons: 'person',
  contracts: 'contract',
  contractAmendments: 'contractAmendment',
  agreements: 'agreement',
  agreementAmendments: 'agreementAmendment',
  grants: 'grant',
  instalments: 'instalment',
  payments: 'payment',
  allocations: 'allocation',
  monthlyCosts: 'monthlyCost',
  deadlineAnswers: 'deadlineAnswer',
  freeDeadlines: 'freeDeadline',
  ruleFigures: 'ruleFigure',
  aidScales: 'aidScale',
  aidScaleYears: 'aidScaleYear',
  settings: 'setting',
} as const satisfies Readonly<Record<keyof Facts, StoredName>>

export function readAllFactsAfresh(dossier: Dossier): Facts {
  return dossier.read(
    (db) =>
      Object.fromEntries(
        Object.entries(NAMES).map(([key, name]) => [key, readEntities(db, name)]),
      ) as unknown as Facts,
  )
}
