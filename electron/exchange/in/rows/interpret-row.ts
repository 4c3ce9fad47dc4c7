/**
 * One row of posts, advisors, contracts or agreements: reads every cell, then brings in what it speaks of in order (employer,
 * person, post, contract, agreement, tranches). A row refused at any step leaves nothing of itself behind.
 */
import { type Day, minDay } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { RowReader } from '../plan/row-reader.ts'
import type { Imported } from '../plan/world.ts'
import { readAgreement, resolveAgreement, speaksOfAgreement } from './agreement-part.ts'
import { checkObjects } from './check-objects.ts'
import { periodOf, readContract, resolveContract, speaksOfContract, termsOf } from './contract-part.ts'
import { namesEmployer, readEmployer, resolveEmployer } from './employer-part.ts'
import { type Engine, withLine } from './engine.ts'
import { readTranches, resolveTranche } from './money-part.ts'
import { readPerson, resolvePerson } from './person-part.ts'
import { readPosition, resolvePosition } from './position-part.ts'

/** What a row was about, for those who compare it further (the State's totals). */
export interface RowSubject {
  readonly positionId: Id | null
}

export function createRowInterpreter(engine: Engine): (row: RowReader) => RowSubject | null {
  const spoken = new Set<Id>()
  return (row) => {
    const cells = {
      employer: readEmployer(row),
      person: readPerson(engine, row),
      position: readPosition(row),
      contract: readContract(row),
      agreement: readAgreement(row),
      tranches: readTranches(row),
    }
    if (row.isRefused) return null
    let subject: RowSubject | null = null
    engine.world.attempt(() => {
      subject = bring(engine, row, cells, spoken)
      checkObjects(engine.world, row)
      return !row.isRefused
    })
    return row.isRefused ? null : subject
  }
}

interface RowCells {
  readonly employer: ReturnType<typeof readEmployer>
  readonly person: ReturnType<typeof readPerson>
  readonly position: ReturnType<typeof readPosition>
  readonly contract: ReturnType<typeof readContract>
  readonly agreement: ReturnType<typeof readAgreement>
  readonly tranches: ReturnType<typeof readTranches>
}

function bring(engine: Engine, row: RowReader, cells: RowCells, spoken: Set<Id>): RowSubject | null {
  const hasPerson = cells.person.name !== null || cells.person.stateId !== null || cells.person.email !== null
  const hasContract = speaksOfContract(cells.contract) && !cells.person.vacant && hasPerson
  const employer = resolveEmployer(engine, row, cells.employer, cells.contract.kind?.kind ?? null)
  const person = hasPerson ? resolvePerson(engine, row, cells.person, employer?.id ?? null) : null
  if (row.isRefused) return null
  if (hasPerson && person === null) {
    row.say('refused', 'person.unknown')
    return null
  }
  const terms = termsOf(row, cells.contract, employer?.sector ?? null)
  const period = hasContract ? periodOf(cells.contract, terms) : null
  const position = resolvePosition(engine, row, cells.position, {
    employer,
    employerNamed: namesEmployer(cells.employer),
    personId: person?.id ?? null,
    period,
    since: earliest([period?.startsOn ?? null, cells.agreement.startsOn]),
    spoken,
  })
  if (row.isRefused) return null
  if (position !== null) spoken.add(position.id)
  const contract =
    hasContract && person !== null && position !== null
      ? resolveContract(engine, row, cells.contract, terms, position, person)
      : null
  if (row.isRefused) return null
  if (speaksOfContract(cells.contract) && !hasContract && !cells.person.vacant) sayNobody(row)

  const speaks = speaksOfAgreement(cells.agreement) || cells.tranches.length > 0
  const agreementEmployer = employer ?? employerOfPost(engine, position?.id ?? null)
  const agreement = speaks
    ? resolveAgreement(engine, row, cells.agreement, agreementEmployer, position)
    : null
  if (row.isRefused) return null
  if (agreement !== null)
    for (const tranche of cells.tranches) resolveTranche(engine, row, tranche, agreement, position)
  if (row.touches.length === 0) {
    row.skip('row.nothing')
    return null
  }
  if (engine.keepUnmapped) {
    const main = contract ?? position ?? agreement ?? employer
    const entity: Imported =
      contract !== null
        ? 'contract'
        : position !== null
          ? 'position'
          : agreement !== null
            ? 'agreement'
            : 'employer'
    if (main !== null) keepUnmapped(engine, row, entity, main.id)
  }
  return { positionId: position?.id ?? null }
}

/** A contract without anybody: said where the row has cells for it, since something is lost otherwise. */
function sayNobody(row: RowReader): void {
  row.say('warning', 'contract.without-person')
}

function employerOfPost(engine: Engine, positionId: Id | null) {
  const id = positionId === null ? null : engine.posts.employerOf(positionId, engine.today)
  return id === null ? null : engine.world.get('employer', id)
}

function keepUnmapped(engine: Engine, row: RowReader, entity: Imported, id: Id): void {
  if (entity !== 'contract' && entity !== 'position' && entity !== 'agreement' && entity !== 'employer')
    return
  let note = engine.world.get(entity, id).note
  for (const { name, text } of row.unmapped()) note = withLine(note, `${name} : ${text.replace(/\s+/g, ' ')}`)
  row.changed(entity, id, engine.world.update(entity, id, { note }))
}

function earliest(days: readonly (Day | null)[]): Day | null {
  const known = days.filter((d) => d !== null)
  return known.length === 0 ? null : known.reduce(minDay)
}
