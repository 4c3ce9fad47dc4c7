/** The person a row names, found without making a second one. */
import type { Id, Person } from '#shared/domain/facts.ts'
import { bare } from '../cells/cell.ts'
import { type FullName, splitName, tidy } from '../cells/name-cell.ts'
import { readCode, readLine } from '../cells/text-cell.ts'
import type { RowReader } from '../plan/row-reader.ts'
import { type Engine, refuseTaken, refuseWithoutKey, set, stated } from './engine.ts'

export interface PersonCells {
  readonly name: FullName | null
  readonly stateId: string | null
  readonly email: string | null
  readonly phone: string | null
  /** The cell says that nobody holds the post. */
  readonly vacant: boolean
}

/** Words people write in the place of a name. */
const VACANT =
  /^(poste )?(vacant|a recruter|a pourvoir|en recrutement|en cours de recrutement|recrutement|non pourvu|personne)\b/

export function readPerson(engine: Engine, row: RowReader): PersonCells {
  const full = row.read('person.fullName', readLine)
  const last = row.read('person.lastName', readLine)
  const first = row.read('person.firstName', readLine)
  const vacant = VACANT.test(bare(full ?? last ?? ''))
  let name: FullName | null = null
  if (!vacant && full !== null) {
    name = splitName(full, /^nom\b.*\bpr[eé]nom/i.test(engine.nameHeader))
    if (name === null) row.refuseCell('person.fullName', 'person.one-word', { text: full })
  } else if (!vacant && last !== null && first !== null) {
    name = { lastName: tidy(last), firstName: tidy(first) }
  } else if (!vacant && (last !== null || first !== null)) {
    row.refuseCell(last === null ? 'person.lastName' : 'person.firstName', 'person.half-name')
  }
  return {
    name,
    vacant,
    stateId: row.read('person.stateId', readCode),
    email: row.read('person.email', readLine)?.toLowerCase() ?? null,
    phone: row.read('person.phone', readLine),
  }
}

export function resolvePerson(
  engine: Engine,
  row: RowReader,
  cells: PersonCells,
  employerId: Id | null,
): Person | null {
  const known = findPerson(engine, row, cells, employerId)
  if (row.isRefused) return null
  const holder =
    engine.keys.person === null || cells.stateId === null ? null : engine.people.byStateId(cells.stateId)
  if (holder !== null && holder.id !== known?.id) {
    refuseTaken(row, 'person.stateId', `${holder.firstName} ${holder.lastName}`)
    return null
  }
  const values = { stateId: cells.stateId, email: cells.email, phone: cells.phone }
  if (known !== null) {
    // Found by number under another name: it changed since (marriage, spelling), and the file says the new one.
    const renamed = cells.name !== null && !sameName(cells.name, known) ? cells.name : {}
    set(engine, row, 'person', known.id, { ...stated(engine, row, 'person', values), ...renamed })
    const now = engine.world.get('person', known.id)
    engine.people.add(now)
    return now
  }
  if (cells.name === null) return null
  const person = engine.world.create('person', {
    ...cells.name,
    ...values,
  })
  engine.people.add(person)
  row.touch('person', person.id, 'created')
  return person
}

/** Somebody the dossier knows; two namesakes refuse the line. */
export function findPerson(
  engine: Engine,
  row: RowReader,
  cells: PersonCells,
  employerId: Id | null,
): Person | null {
  const { people } = engine
  const { person: key } = engine.keys
  if (key !== null && cells[key] === null) {
    refuseWithoutKey(row, 'person', key)
    return null
  }
  if (key === 'email') return cells.email === null ? null : people.byEmail(cells.email)
  if (key === 'stateId') return byNumber(engine, cells)
  return (key === null ? byNumber(engine, cells) : null) ?? byName(engine, row, cells, employerId)
}

function byNumber({ people }: Engine, cells: PersonCells): Person | null {
  return cells.stateId === null ? null : people.byStateId(cells.stateId)
}

function byName(engine: Engine, row: RowReader, cells: PersonCells, employerId: Id | null): Person | null {
  const { people } = engine
  if (cells.name === null) return cells.email === null ? null : people.byEmail(cells.email)
  // Someone of that name who has another number of the State is somebody else.
  const namesakes = people
    .named(cells.name)
    .filter((p) => cells.stateId === null || p.stateId === null || p.stateId === cells.stateId)
  if (namesakes.length <= 1) return namesakes[0] ?? null
  const byEmail = namesakes.filter((p) => cells.email !== null && p.email?.toLowerCase() === cells.email)
  const here = namesakes.filter((p) => employerId !== null && worksAt(engine, p.id, employerId))
  const chosen = byEmail.length === 1 ? byEmail[0] : here.length === 1 ? here[0] : undefined
  if (chosen !== undefined) return chosen
  row.say('refused', 'person.ambiguous', {
    name: `${cells.name.firstName} ${cells.name.lastName}`,
    count: namesakes.length,
  })
  return null
}

function worksAt(engine: Engine, personId: Id, employerId: Id): boolean {
  return engine.posts
    .contractsOfPerson(personId)
    .some((c) => engine.posts.employerOf(c.positionId, c.startsOn) === employerId)
}

function sameName(a: FullName, b: FullName): boolean {
  const key = (n: FullName) =>
    [n.lastName, n.firstName]
      .map((part) => bare(part).replace(/[^a-z]/g, ''))
      .sort()
      .join(' ')
  return key(a) === key(b)
}
