/**
 * Pieces an event calls for, and which of them are missing. Proposed from the scheme's published steps and from common
 * practice: a help to gather proofs, not a statement of law. A piece is present when a file of the object answers it.
 */
import type { Contract, Document } from '../domain/facts.ts'
import type { OwnerKind, Sector } from '../domain/words.ts'

export const CHECKLIST_EVENTS = ['hire', 'early-end', 'agreement-end', 'instalment'] as const
export type ChecklistEvent = (typeof CHECKLIST_EVENTS)[number]

interface Piece {
  readonly item: string
  readonly sector?: Sector
}

export interface Checklist {
  readonly event: ChecklistEvent
  readonly items: readonly { readonly item: string; readonly present: boolean }[]
  readonly missing: number
}

const PIECES: Readonly<Record<ChecklistEvent, readonly Piece[]>> = {
  hire: [
    { item: 'signed-contract' },
    { item: 'hiring-declaration' },
    { item: 'contract-filed' },
    { item: 'vacancy-publication', sector: 'public' },
    { item: 'job-creation-decision', sector: 'public' },
    { item: 'prefect-receipt', sector: 'public' },
  ],
  'early-end': [
    { item: 'departure-letter' },
    { item: 'employment-certificate' },
    { item: 'final-settlement' },
    { item: 'unemployment-attestation' },
    { item: 'departure-filed' },
  ],
  'agreement-end': [
    { item: 'contracts-of-period' },
    { item: 'payroll-attestation' },
    { item: 'activity-report' },
    { item: 'financial-report', sector: 'private' },
    { item: 'use-attestation' },
  ],
  instalment: [
    { item: 'contract-filed' },
    { item: 'recruitment-validated' },
    { item: 'training-certificate' },
    { item: 'activity-report' },
    { item: 'previous-instalment-justified' },
  ],
}

/** Which object carries the files of an event. */
export const EVENT_OWNER: Readonly<Record<ChecklistEvent, OwnerKind>> = {
  hire: 'contract',
  'early-end': 'contract',
  'agreement-end': 'agreement',
  instalment: 'instalment',
}

/** `documents`: those of the object the event belongs to. */
export function checklist(
  event: ChecklistEvent,
  sector: Sector,
  documents: readonly Pick<Document, 'checklistItem'>[],
): Checklist {
  const answered = new Set(documents.map((d) => d.checklistItem))
  const items = PIECES[event]
    .filter((piece) => piece.sector === undefined || piece.sector === sector)
    .map(({ item }) => ({ item, present: answered.has(item) }))
  return { event, items, missing: items.filter((i) => !i.present).length }
}

/** Occasions on which a contract calls for pieces: its hire, and its end once somebody left. */
export function contractOccasions(contract: Pick<Contract, 'endedOn'>): readonly ('hire' | 'early-end')[] {
  return contract.endedOn === null ? ['hire'] : ['hire', 'early-end']
}

/** The pieces a contract calls for, in two figures. */
export function contractPieces(
  contract: Pick<Contract, 'endedOn'>,
  sector: Sector,
  documents: readonly Pick<Document, 'checklistItem'>[],
): { readonly present: number; readonly total: number } {
  const items = contractOccasions(contract).flatMap((event) => checklist(event, sector, documents).items)
  return { present: items.filter((i) => i.present).length, total: items.length }
}
