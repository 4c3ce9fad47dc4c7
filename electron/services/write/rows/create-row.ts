/** One pasted line → a new object with what it needs: a post its structure, a contract its person, a payment its tranche. */
import type { Written } from '#shared/api/channels/write.ts'
import type { EntityName } from '#shared/domain/facts.ts'
import { planChange, type Values, writeChange } from '../change.ts'
import { addPosition } from '../compose.ts'
import { addContract } from './new-contract.ts'
import { addInstalment } from './new-instalment.ts'
import { addPayment } from './new-payment.ts'
import { type RowWriter, wordsIn } from './row-writer.ts'

export function createRow(writer: RowWriter, entity: EntityName, values: Values): Written {
  const { db, facts, finder } = writer
  switch (entity) {
    case 'position': {
      const { employer, employerId, startsOn, ...own } = values
      if (employer === undefined && employerId === undefined) break
      const owner = employerId ?? finder.employer(wordsIn(values, 'employer') ?? '').id
      return addPosition(db, facts, { employerId: owner, startsOn }, planChange(db, facts, entity, null, own))
    }
    case 'contract':
      return 'person' in values ? addContract(writer, values) : plain(writer, entity, values)
    case 'instalment':
      return 'agreement' in values ? addInstalment(writer, values) : plain(writer, entity, values)
    case 'payment':
      return addPayment(writer, values)
    default:
  }
  return plain(writer, entity, values)
}

function plain({ db, facts }: RowWriter, entity: EntityName, values: Values): Written {
  const change = planChange(db, facts, entity, null, values)
  return { id: writeChange(db, entity, change), warnings: change.warnings }
}
