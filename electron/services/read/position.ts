/** read.position: everything about one post, and its neighbours in its structure. */
import type { Parsed } from '#shared/api/contract.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import type { Id } from '#shared/domain/facts.ts'
import { contractPieces } from '#shared/rules/checklists.ts'
import { rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerName } from '#shared/rules/engine/names.ts'
import { documentsOf, ownersOfPosition } from '../documents/owners.ts'
import type { ServiceContext } from '../service.ts'
import { agreementRow } from './rows/agreement-row.ts'
import { contractRow } from './rows/contract-row.ts'
import { instalmentRow } from './rows/instalment-row.ts'
import { positionRow } from './rows/position-row.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

export function readPosition(
  context: ServiceContext,
  { positionId }: Parsed<'read.position'>,
): PositionSheet | null {
  const snapshot = snapshotOf(context)
  const { derived } = snapshot
  const { index } = derived
  const view = derived.positions.get(positionId)
  if (view === undefined) return null
  const contracts = [...rowsOf(index.contractsByPosition, positionId)].reverse()
  const shares = derived.sharesByPosition.get(positionId) ?? []
  const agreements = shares.map((s) => s.agreement).sort((a, b) => (a.endsOn > b.endsOn ? -1 : 1))
  const documents = documentsOf(context.dossier, ownersOfPosition(snapshot.facts, index, positionId))
  const sector = index.employers.get(view.employerId ?? 0)?.sector ?? 'private'
  const contractIds = new Set(contracts.map((c) => c.id))
  return {
    row: positionRow(snapshot, view),
    ...neighbours(snapshot, positionId, view.employerId),
    contracts: contracts.flatMap((c) => {
      const each = derived.contracts.get(c.id)
      return each === undefined ? [] : [contractRow(snapshot, each)]
    }),
    contractAmendments: snapshot.facts.contractAmendments.filter((a) => contractIds.has(a.contractId)),
    vacancies: view.vacancies,
    agreements: agreements.map((a) => agreementRow(snapshot, a)),
    instalments: agreements.flatMap((a) =>
      rowsOf(index.instalmentsByAgreement, a.agreement.id)
        .filter((i) => i.positionId === null || i.positionId === positionId)
        .flatMap((i) => {
          const each = derived.instalments.get(i.id)
          return each === undefined ? [] : [instalmentRow(snapshot, each)]
        }),
    ),
    deadlines: snapshot.deadlines.filter((d) => d.positionId === positionId),
    attachments: rowsOf(index.attachmentsByPosition, positionId).map((a) => ({
      id: a.id,
      employerId: a.employerId,
      employerName: employerName(rowById(index.employers, a.employerId)),
      startsOn: a.startsOn,
      endsOn: a.endsOn,
    })),
    freeDeadlines: snapshot.facts.freeDeadlines.filter((d) => d.positionId === positionId),
    documents: documents.length,
    pieces: contracts.map((c) => ({
      contractId: c.id,
      ...contractPieces(
        c,
        sector,
        documents.filter((d) => d.ownerKind === 'contract' && d.ownerId === c.id),
      ),
    })),
  }
}

/** Previous and next post of the same structure, in the order of their State ids, then labels. */
function neighbours(
  { derived }: Snapshot,
  positionId: Id,
  employerId: Id | null,
): Pick<PositionSheet, 'previousId' | 'nextId' | 'rank' | 'siblings'> {
  const siblings = [...derived.positions.values()]
    .filter((v) => v.employerId === employerId)
    .map((v) => v.position)
    .sort(
      (a, b) =>
        (a.stateId ?? '').localeCompare(b.stateId ?? '', 'fr', { numeric: true }) ||
        a.label.localeCompare(b.label, 'fr') ||
        a.id - b.id,
    )
  const at = siblings.findIndex((p) => p.id === positionId)
  return {
    previousId: siblings[at - 1]?.id ?? null,
    nextId: siblings[at + 1]?.id ?? null,
    rank: at + 1,
    siblings: siblings.length,
  }
}
