/** The recorded value behind the end of a contract, for a cell that shows it: its latest amendment's, else its own. */
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { CellFact } from './grid/model/column.ts'

export function termFact(contractId: Id, amendmentId: Id | null, endsOn: Day | null): CellFact {
  return amendmentId === null
    ? { entity: 'contract', id: contractId, field: 'endsOn', value: endsOn }
    : { entity: 'contractAmendment', id: amendmentId, field: 'newEndsOn', value: endsOn, isRequired: true }
}
