/** What lines of our own sheets have in common: the agreement by its reference, the post by its number or its label. */
import type { Agreement, Employer, Position } from '#shared/domain/facts.ts'
import { AID } from '#shared/text/reports/aid.ts'
import { readCode, readLine } from '../cells/text-cell.ts'
import { nameKey } from '../plan/employer-index.ts'
import type { RowReader } from '../plan/row-reader.ts'
import type { Engine } from '../rows/engine.ts'

/** What one line brings: its cells are read first, then written, or nothing of it is. */
export type BringLine = (row: RowReader) => () => void

export interface OwnCells {
  readonly employerName: string | null
  readonly reference: string | null
  readonly stateId: string | null
  /** Null for the whole agreement. */
  readonly label: string | null
}

export function readOwn(row: RowReader): OwnCells {
  const label = row.read('position.label', readLine)
  return {
    employerName: row.read('employer.name', readLine),
    reference: row.read('agreement.reference', readLine),
    stateId: row.read('position.stateId', readCode),
    label: label === null || nameKey(label) === nameKey(AID.wholeAgreement) ? null : label,
  }
}

/** Structures printed under that name: a short name may be that of several. */
export function ownersNamed(engine: Engine, name: string | null): readonly Employer[] {
  if (name !== null) return engine.employers.named(name)
  const sole = engine.soleEmployer()
  return sole === null ? [] : [sole]
}

/** The agreement of that reference at one of these structures; null where there is none, or where each has one. */
export function agreementAt(
  engine: Engine,
  owners: readonly Employer[],
  reference: string | null,
): Agreement | null {
  if (reference === null) return null
  const found = owners.flatMap((owner) => engine.agreements.byReference(reference, owner.id) ?? [])
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Null with the row refused: what is granted or planned belongs to an agreement. */
export function agreementOf(engine: Engine, row: RowReader, cells: OwnCells): Agreement | null {
  const found = agreementAt(engine, ownersNamed(engine, cells.employerName), cells.reference)
  if (found === null)
    row.refuseCell('agreement.reference', 'agreement.unknown', { text: cells.reference ?? '' })
  return found
}

export function positionOf(engine: Engine, cells: OwnCells, employerId: number): Position | null {
  if (cells.stateId !== null) return engine.posts.byStateId(cells.stateId)
  return cells.label === null ? null : engine.posts.labelled(cells.label, employerId)
}
