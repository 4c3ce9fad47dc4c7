/** Operations that may change many objects at once: where they do, a checked copy is made first, or nothing is changed. */
import type { Output, Parsed } from '#shared/api/contract.ts'
import { hypothesesIn } from '#shared/schemas/scenario.ts'
import { readEntity } from '../../store/entities.ts'
import type { Service, ServiceContext } from '../service.ts'
import type { Session } from '../session/session.ts'

/** How many objects the operation is about. New objects of one form (an agreement and its tranches) are no bulk operation. */
const OBJECTS = {
  'write.cells': (_context: ServiceContext, input: Parsed<'write.cells'>) => input.changes.length,
  'write.delete': (_context: ServiceContext, input: Parsed<'write.delete'>) => input.ids.length,
  'privacy.anonymise': (_context: ServiceContext, input: Parsed<'privacy.anonymise'>) =>
    input.personIds.length,
  'forecast.apply': ({ dossier }: ServiceContext, { scenarioId }: Parsed<'forecast.apply'>) => {
    const scenario = dossier.read((db) => readEntity(db, 'scenario', scenarioId))
    return scenario === undefined ? 0 : hypothesesIn(scenario.definition).length
  },
} as const

export type BulkChannel = keyof typeof OBJECTS
type BulkServices = {
  readonly [C in BulkChannel]: (context: ServiceContext, input: Parsed<C>) => Output<C> | Promise<Output<C>>
}

export function copiedBefore(
  { beforeBulk }: Pick<Session, 'beforeBulk'>,
  services: BulkServices,
): BulkServices {
  const first =
    <I, O>(objects: Service<I, number>, service: Service<I, O>): Service<I, O> =>
    (context, input) => {
      beforeBulk(objects(context, input))
      return service(context, input)
    }
  return {
    'write.cells': first(OBJECTS['write.cells'], services['write.cells']),
    'write.delete': first(OBJECTS['write.delete'], services['write.delete']),
    'privacy.anonymise': first(OBJECTS['privacy.anonymise'], services['privacy.anonymise']),
    'forecast.apply': first(OBJECTS['forecast.apply'], services['forecast.apply']),
  }
}
