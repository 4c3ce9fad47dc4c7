/** Creating, changing and deleting one object, or many cells at once: each call is one undoable step. */

import type { CellOutcome, Written } from '#shared/api/channels/write.ts'
import type { Parsed } from '#shared/api/contract.ts'
import type { EntityName, Facts, Id } from '#shared/domain/facts.ts'
import { ACTION_LABELS, objectName } from '#shared/text/actions.ts'
import type { WritableDb } from '../../store/dossier.ts'
import { readEntity, removeEntity } from '../../store/entities.ts'
import type { StoredEntities } from '../../store/tables.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import { finding, planChange, refusalOf, type Values, writeChange } from './change.ts'
import { addPosition } from './compose.ts'
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
export function writeCells(
  { dossier }: ServiceContext,
  input: Parsed<'write.cells'>,
): { outcomes: readonly CellOutcome[]; written: number } {
  const facts = dossier.readFacts()
  let outcomes: CellOutcome[] = []
  const work = (db: WritableDb): number => {
    outcomes = input.changes.map((change, index) => writeCell(db, facts, change, index))
    const written = outcomes.filter((o) => o.ok).length
    if (written === 0) throw new NothingWritten()
    return written
  }
  try {
    return { written: dossier.act({ label: input.label, kind: 'edit' }, work), outcomes }
  } catch (error) {
    if (error instanceof NothingWritten) return { written: 0, outcomes }
    throw error
  }
}

/** Rolls the empty action back: refusing every cell must not leave a step to undo. */
class NothingWritten extends Error {}

type CellChange = Parsed<'write.cells'>['changes'][number]

/** One object, one statement: a refusal leaves nothing of it behind. */
function writeCell(
  db: WritableDb,
  facts: ReturnType<ServiceContext['dossier']['readFacts']>,
  { entity, id, values }: CellChange,
  index: number,
): CellOutcome {
  const refused: { field: string; message: string }[] = []
  let left = values as Values
  for (;;) {
    try {
      const { id: written, warnings } = writeOne(db, facts, entity, id, left)
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
        return { index, ok: false, id, message, code, ...(refused.length === 0 ? {} : { refused }) }
      refused.push({ field, message })
      left = Object.fromEntries(others)
    }
  }
}

/** A new post names the structure that holds it and since when: it is written with its attachment. */
function writeOne(db: WritableDb, facts: Facts, entity: EntityName, id: Id | null, values: Values): Written {
  if (entity === 'position' && id === null && Object.hasOwn(values, 'employerId')) {
    const { employerId, startsOn, ...own } = values
    return addPosition(db, facts, { employerId, startsOn }, planChange(db, facts, 'position', null, own))
  }
  const change = planChange(db, facts, entity, id, values)
  return { id: writeChange(db, entity, change), warnings: change.warnings }
}
