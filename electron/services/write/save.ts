/** Creating, changing and deleting one object, or many cells at once: each call is one undoable step. */

import type { CellOutcome, CellsWritten, Written } from '#shared/api/channels/write.ts'
import type { Parsed } from '#shared/api/contract.ts'
import type { EntityName, Facts, Id } from '#shared/domain/facts.ts'
import { ACTION_LABELS, objectName } from '#shared/text/actions.ts'
import type { WritableDb } from '../../store/dossier.ts'
import { readEntity, removeEntity } from '../../store/entities.ts'
import type { StoredEntities } from '../../store/tables.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import { finding, planChange, refusalOf, type Values, writeChange } from './change.ts'
import { createRow } from './rows/create-row.ts'
import { RowFinder } from './rows/finder.ts'
import { refuseStillUsed } from './still-used.ts'

export function save({ dossier }: ServiceContext, input: Parsed<'write.save'>): Written {
  const { entity, id, values } = input
  const change = dossier.read((db) => planChange(db, dossier.readFacts(), entity, id, values))
  const name = objectName(entity, change.row)
  const label = id === null ? ACTION_LABELS.created(name) : ACTION_LABELS.changed(name)
  const written = dossier.act({ label, kind: 'edit' }, (db) => writeChange(db, entity, change))
  return { id: written, warnings: change.warnings }
}

export function remove({ dossier }: ServiceContext, input: Parsed<'write.delete'>): { deleted: number } {
  const { entity, ids } = input
  const label = dossier.read((db) => deletionLabel(entity, ids, (id) => readEntity(db, entity, id)))
  dossier.act({ label, kind: 'edit' }, (db) => {
    for (const id of ids) {
      if (readEntity(db, entity, id) === undefined) throw refusalOf([finding('row.gone')])
      refuseStillUsed(db, entity, id)
      removeEntity(db, entity, id)
    }
  })
  return { deleted: ids.length }
}

function deletionLabel<N extends EntityName>(
  entity: N,
  ids: readonly Id[],
  read: (id: Id) => StoredEntities[N] | undefined,
): string {
  if (ids.length > 1) return ACTION_LABELS.deletedMany(ids.length, entity)
  const row = read(ids[0] ?? 0)
  if (row === undefined) throw refusalOf([finding('row.gone')])
  return ACTION_LABELS.deleted(objectName(entity, row))
}

/** Right cells are written in one step; each wrong one says why and leaves its row as it was. */
export function writeCells({ dossier, today }: ServiceContext, input: Parsed<'write.cells'>): CellsWritten {
  const facts = dossier.readFacts()
  const finder = new RowFinder(facts)
  let outcomes: CellOutcome[] = []
  let written = 0
  const work = (db: WritableDb): void => {
    // Lines of one paste know of each other: two of the same person make one person.
    const writeOne = (entity: EntityName, id: Id | null, values: Values): Written =>
      id === null
        ? createRow({ db, facts: dossier.readFacts(), finder, today }, entity, values)
        : changeRow(db, facts, entity, id, values)
    outcomes = input.changes.map((change, index) => writeCell(writeOne, change, index))
    written = outcomes.filter((o) => o.ok).length
    if (written === 0 || input.dryRun) throw new NothingWritten()
  }
  try {
    dossier.act({ label: input.label, kind: 'edit' }, work)
  } catch (error) {
    if (!(error instanceof NothingWritten)) throw error
  }
  return { written, outcomes, revision: dossier.revision }
}

/** Rolls the action back: refusing every cell, or only judging them, must not leave a step to undo. */
class NothingWritten extends Error {}

type CellChange = Parsed<'write.cells'>['changes'][number]
type WriteOne = (entity: EntityName, id: Id | null, values: Values) => Written

/** One object, one statement: a refusal leaves nothing of it behind. */
function writeCell(writeOne: WriteOne, { entity, id, values }: CellChange, index: number): CellOutcome {
  const refused: { field: string; message: string }[] = []
  let left = values as Values
  for (;;) {
    try {
      const { id: written, warnings } = writeOne(entity, id, left)
      return {
        index,
        ok: true,
        id: written,
        message: null,
        code: null,
        ...(refused.length === 0 ? {} : { refused }),
        ...(warnings.length === 0 ? {} : { warnings }),
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, message, field } = error.error
      const others = Object.entries(left).filter(([key]) => key !== field)
      // Several cells of one existing object: the wrong one is said, the right ones are written.
      if (id === null || field === undefined || !Object.hasOwn(left, field) || others.length === 0)
        return {
          index,
          ok: false,
          id,
          message,
          code,
          ...(field === undefined ? {} : { field }),
          ...(refused.length === 0 ? {} : { refused }),
        }
      refused.push({ field, message })
      left = Object.fromEntries(others)
    }
  }
}

function changeRow(db: WritableDb, facts: Facts, entity: EntityName, id: Id, values: Values): Written {
  const change = planChange(db, facts, entity, id, values)
  return { id: writeChange(db, entity, change), warnings: change.warnings }
}
