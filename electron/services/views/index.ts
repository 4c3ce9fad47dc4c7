/** Views of grids that someone named in this dossier. Written through `write.save`, like any entity. */
import type { Parsed } from '#shared/api/contract.ts'
import type { SavedView } from '#shared/domain/facts.ts'
import { readEntities } from '../../store/entities.ts'
import type { ServiceContext } from '../service.ts'

function savedViews({ dossier }: ServiceContext, { grid }: Parsed<'read.savedViews'>): readonly SavedView[] {
  return dossier
    .read((db) => readEntities(db, 'savedView'))
    .filter((view) => view.grid === grid)
    .sort((a, b) => a.rank - b.rank || a.id - b.id)
}

export const viewServices = { 'read.savedViews': savedViews } as const
