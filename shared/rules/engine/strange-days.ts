/** Days outside the calendar of Jalon, in the rows an object is made of: what an older version or a foreign file may hold. */
import { type Day, isDay, isInCalendar } from '../../domain/day.ts'
import type { EntityName, Id } from '../../domain/facts.ts'
import { type FactsIndex, rowsOf } from './index-facts.ts'
import type { Place } from './island.ts'

export interface StrangeDay {
  readonly entity: EntityName
  readonly entityId: Id
  readonly field: string
  readonly value: Day
}

/** The first one, or null: nothing of the object says a day no rule can reckon with. */
export function strangeDayOf(place: Place, index: FactsIndex): StrangeDay | null {
  for (const [entity, row] of rowsBehind(place, index)) {
    for (const [field, value] of Object.entries(row))
      if (isDay(value) && !isInCalendar(value)) return { entity, entityId: row.id, field, value }
  }
  return null
}

type Row = readonly [entity: EntityName, row: { readonly id: Id }]

function rowsBehind({ kind, id }: Place, index: FactsIndex): readonly Row[] {
  switch (kind) {
    case 'position':
      return [
        ...one('position', index.positions.get(id)),
        ...all('attachment', rowsOf(index.attachmentsByPosition, id)),
        ...rowsOf(index.contractsByPosition, id).flatMap((c) => contractRows(c.id, index)),
        ...rowsOf(index.grantsByPosition, id).flatMap((g) => agreementRows(g.agreementId, index)),
      ]
    case 'contract':
      return contractRows(id, index)
    case 'agreement':
      return agreementRows(id, index)
    case 'instalment':
      return [
        ...one('instalment', index.instalments.get(id)),
        ...rowsOf(index.allocationsByInstalment, id).flatMap((a) =>
          one('payment', index.payments.get(a.paymentId)),
        ),
      ]
    case 'payment':
      return one('payment', index.payments.get(id))
    case 'employer':
      return [
        ...all('attachment', rowsOf(index.attachmentsByEmployer, id)),
        ...rowsOf(index.agreementsByEmployer, id).flatMap((a) => agreementRows(a.id, index)),
      ]
    case 'person':
      return rowsOf(index.contractsByPerson, id).flatMap((c) => contractRows(c.id, index))
    case 'free':
      return one(
        'freeDeadline',
        index.facts.freeDeadlines.find((free) => free.id === id),
      )
  }
}

function contractRows(id: Id, index: FactsIndex): readonly Row[] {
  return [
    ...one('contract', index.contracts.get(id)),
    ...all('contractAmendment', rowsOf(index.amendmentsByContract, id)),
  ]
}

function agreementRows(id: Id, index: FactsIndex): readonly Row[] {
  return [
    ...one('agreement', index.agreements.get(id)),
    ...all('agreementAmendment', rowsOf(index.amendmentsByAgreement, id)),
  ]
}

function one(entity: EntityName, row: { readonly id: Id } | undefined): readonly Row[] {
  return row === undefined ? [] : [[entity, row]]
}

function all(entity: EntityName, rows: readonly { readonly id: Id }[]): readonly Row[] {
  return rows.map((row): Row => [entity, row])
}
