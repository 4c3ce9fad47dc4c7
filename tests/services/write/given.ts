/** A small dossier in memory, built through the same door as people use. */
import { day } from '#shared/domain/day.ts'
import type { ServiceContext } from '../../../electron/services/service.ts'
import { writeServices } from '../../../electron/services/write/index.ts'
import { createMemoryDossier } from '../../../electron/store/memory.ts'

export const today = day('2026-11-23')

export function emptyDossier(): ServiceContext {
  const now = '2026-11-23T09:41:00+01:00'
  const dossier = createMemoryDossier({ who: 'Camille', now: () => now })
  return { dossier, today, now, who: 'Camille' }
}

/** One association, one post, one V2 agreement of two tranches. */
export function passerelles() {
  const context = emptyDossier()
  const employer = writeServices['write.save'](context, {
    entity: 'employer',
    id: null,
    values: { name: 'Réseau Passerelles Numériques', sector: 'private', legalForm: 'association' },
  }).id
  const position = writeServices['write.newPosition'](context, {
    employerId: employer,
    startsOn: day('2024-02-01'),
    values: { stateId: '2101', label: 'Itinérance Nord' },
  }).id
  const agreement = writeServices['write.newAgreement'](context, {
    values: {
      employerId: employer,
      funder: 'Caisse des Dépôts',
      scheme: 'v2',
      reference: '2024-A-0118',
      startsOn: '2024-02-01',
      endsOn: '2027-01-31',
    },
    grants: [],
    instalments: [
      tranche(position, 1, 2_000_000, '2024-04-30'),
      tranche(position, 2, 1_400_000, '2025-04-30'),
    ],
  }).id
  const [first, second] = context.dossier.readFacts().instalments.map((i) => i.id)
  return { context, employer, position, agreement, first: first ?? 0, second: second ?? 0 }
}

function tranche(positionId: number, rank: number, amountCents: number, dueOn: string) {
  return { positionId, rank, label: `Tranche ${rank}`, amountCents, dueOn }
}
