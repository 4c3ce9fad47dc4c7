/** read.position: everything about one post, and its neighbours in its structure. */
import type { Parsed } from '#shared/api/contract.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import type { Agreement, Id } from '#shared/domain/facts.ts'
import { contractPieces } from '#shared/rules/checklists.ts'
import { peek } from '#shared/rules/engine/containment.ts'
import { type FactsIndex, rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerName } from '#shared/rules/engine/names.ts'
import { uncomputedOf } from '#shared/rules/engine/uncomputed.ts'
import { documentsOf, ownersOfPosition } from '../documents/owners.ts'
import type { ServiceContext } from '../service.ts'
import { agreementLine } from './rows/agreement-row.ts'
import { contractLine } from './rows/contract-row.ts'
import { instalmentLine } from './rows/instalment-row.ts'
import { employerOfPost, positionLine } from './rows/position-row.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

export function readPosition(
  context: ServiceContext,
  { positionId }: Parsed<'read.position'>,
): PositionSheet | null {
  const snapshot = snapshotOf(context)
  const { derived } = snapshot
  const { index } = derived
  const position = index.positions.get(positionId)
  if (position === undefined) return null
  const row = positionLine(snapshot, position)
  const contracts = [...rowsOf(index.contractsByPosition, positionId)].reverse()
  const agreements = agreementsOf(positionId, index)
    .map((agreement) => agreementLine(snapshot, agreement))
    .sort((a, b) => (a.endsOn > b.endsOn ? -1 : 1))
  const documents = documentsOf(context.dossier, ownersOfPosition(snapshot.facts, index, positionId))
  const sector = index.employers.get(row.employerId ?? 0)?.sector ?? 'private'
  const contractIds = new Set(contracts.map((c) => c.id))
  return {
    row,
    uncomputed: uncomputedOf(derived).filter(
      (each) =>
        each.positionId === positionId ||
        (each.kind === 'agreement' && agreements.some((agreement) => agreement.id === each.id)),
    ),
    ...neighbours(snapshot, positionId, row.employerId),
    contracts: contracts.map((contract) => contractLine(snapshot, contract)),
    contractAmendments: snapshot.facts.contractAmendments.filter((a) => contractIds.has(a.contractId)),
    vacancies: peek(derived.positions, positionId)?.vacancies ?? [],
    agreements,
    instalments: agreements.flatMap((a) =>
      rowsOf(index.instalmentsByAgreement, a.id)
        .filter((i) => i.positionId === null || i.positionId === positionId)
        .map((instalment) => instalmentLine(snapshot, instalment)),
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
      ...(derived.containment.attempt('contract', c.id, () =>
        contractPieces(
          c,
          sector,
          documents.filter((d) => d.ownerKind === 'contract' && d.ownerId === c.id),
        ),
      ) ?? { present: 0, total: 0 }),
    })),
  }
}

/** Those that grant the post something, or have a tranche of it. */
function agreementsOf(positionId: Id, index: FactsIndex): readonly Agreement[] {
  const ids = new Set([
    ...rowsOf(index.grantsByPosition, positionId).map((grant) => grant.agreementId),
    ...rowsOf(index.instalmentsByPosition, positionId).map((instalment) => instalment.agreementId),
  ])
  return [...ids].sort((a, b) => a - b).map((id) => rowById(index.agreements, id))
}

/** Previous and next post of the same structure, in the order of their State ids, then labels. */
function neighbours(
  { derived, facts }: Snapshot,
  positionId: Id,
  employerId: Id | null,
): Pick<PositionSheet, 'previousId' | 'nextId' | 'rank' | 'siblings'> {
  const siblings = facts.positions
    .filter(({ id }) => employerOfPost(derived, id) === employerId)
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
