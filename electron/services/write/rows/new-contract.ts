/** A pasted contract: its post by number or name, its person by name, found or created with it. */
import type { Written } from '#shared/api/channels/write.ts'
import type { Facts, Id, Person } from '#shared/domain/facts.ts'
import { splitName } from '../../../exchange/in/cells/name-cell.ts'
import { type Change, finding, planChange, refusalOf, type Values, writeChange } from '../change.ts'
import { type RowWriter, wordsIn } from './row-writer.ts'

export function addContract(writer: RowWriter, values: Values): Written {
  const { db, facts, finder } = writer
  const { position: _, person: __, ...own } = values
  const positionId = own.positionId ?? finder.position(wordsIn(values, 'position') ?? '').id
  const name = wordsIn(values, 'person') ?? ''
  const known = finder.person(name, Number(positionId))
  if (known !== null) {
    const change = planChange(db, facts, 'contract', null, { ...own, positionId, personId: known.id })
    return { id: writeChange(db, 'contract', change), warnings: change.warnings }
  }
  // Judged with the person before either is written: a refusal leaves no person without a contract.
  const person = newPerson(writer, name)
  const personId = placeFor(facts.persons)
  const withPerson: Facts = { ...facts, persons: [...facts.persons, { ...person.row, id: personId }] }
  const change = planChange(db, withPerson, 'contract', null, { ...own, positionId, personId })
  const written = writeChange(db, 'person', person)
  finder.addPerson({ ...person.row, id: written })
  const id = writeChange(db, 'contract', { ...change, values: { ...change.values, personId: written } })
  return { id, warnings: change.warnings }
}

function newPerson({ db, facts }: RowWriter, name: string): Change<'person'> {
  const full = splitName(name)
  if (full === null) throw refusalOf([finding('row.person-name', 'person', { name })])
  return planChange(db, facts, 'person', null, { ...full })
}

function placeFor(persons: readonly Person[]): Id {
  return persons.reduce((most, { id }) => Math.max(most, id), 0) + 1
}
