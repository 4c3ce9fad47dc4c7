/** The post a row speaks of: by its number, its label, the person's contract, or a free one at the employer; else a new one. */
import { type Day, minDay } from '#shared/domain/day.ts'
import type { Employer, Id, Position } from '#shared/domain/facts.ts'
import type { PositionState } from '#shared/domain/words.ts'
import { positionLabel } from '#shared/text/exchange/import.ts'
import { readDay } from '../cells/day-cell.ts'
import { readCode, readFlag, readLine } from '../cells/text-cell.ts'
import { readPositionState, returnMotiveOf } from '../cells/words-cell.ts'
import type { Period } from '../plan/posts-index.ts'
import type { RowReader } from '../plan/row-reader.ts'
import { type Engine, refuseTaken, refuseWithoutKey, SCHEME_START, set, stated } from './engine.ts'

export interface PositionCells {
  readonly stateId: string | null
  readonly label: string | null
  readonly coordinator: boolean | null
  readonly workplace: string | null
  readonly inQpv: boolean | null
  readonly inFrr: boolean | null
  readonly grantedOn: Day | null
  readonly returnedOn: Day | null
  readonly returnMotive: string | null
  readonly state: PositionState | null
}

export function readPosition(row: RowReader): PositionCells {
  return {
    stateId: row.read('position.stateId', readCode),
    label: row.read('position.label', readLine),
    coordinator: row.read('position.coordinator', readFlag),
    workplace: row.read('position.workplace', readLine),
    inQpv: row.read('position.inQpv', readFlag),
    inFrr: row.read('position.inFrr', readFlag),
    grantedOn: row.read('position.grantedOn', readDay),
    returnedOn: row.read('position.returnedOn', readDay),
    returnMotive: row.read('position.returnMotive', readLine),
    state: row.read('position.state', readPositionState),
  }
}

export interface PositionNeed {
  readonly employer: Employer | null
  /** The row itself names the employer: a post may be made for it. */
  readonly employerNamed: boolean
  readonly personId: Id | null
  /** Contract of the row, where it has one. */
  readonly period: Period | null
  /** First day known of the post, whatever it comes from. */
  readonly since: Day | null
  /** Posts the rows of this file already spoke of: not to be taken for another. */
  readonly spoken: ReadonlySet<Id>
}

/** Null with the row refused (said why), or where the row speaks of no post at all. */
export function resolvePosition(
  engine: Engine,
  row: RowReader,
  cells: PositionCells,
  need: PositionNeed,
): Position | null {
  const { position: key } = engine.keys
  if (key !== null && cells[key] === null && wantsOne(cells, need)) {
    refuseWithoutKey(row, 'position', key)
    return null
  }
  const known = findPosition(engine, row, cells, need)
  const holder = key === null || cells.stateId === null ? null : engine.posts.byStateId(cells.stateId)
  if (holder !== null && holder.id !== known?.id) {
    refuseTaken(row, 'position.stateId', nameOf(holder))
    return null
  }
  if (known === null && !wantsOne(cells, need)) return null
  const position = known ?? createPosition(engine, row, cells, need)
  if (position === null) return null
  checkEmployer(engine, row, position, need)
  if (position.id > 0 || known !== null) update(engine, row, cells, position)
  return engine.world.get('position', position.id)
}

function wantsOne(cells: PositionCells, need: PositionNeed): boolean {
  return cells.stateId !== null || cells.label !== null || need.period !== null
}

function findPosition(
  engine: Engine,
  row: RowReader,
  cells: PositionCells,
  need: PositionNeed,
): Position | null {
  const { posts, world } = engine
  if (engine.keys.position === 'label')
    return cells.label === null ? null : posts.labelled(cells.label, need.employer?.id ?? null)
  if (engine.keys.position === 'stateId')
    return cells.stateId === null ? null : posts.byStateId(cells.stateId)
  if (cells.stateId !== null) {
    const known = posts.byStateId(cells.stateId)
    if (known !== null) return known
    return need.employer === null ? null : unnumbered(engine, row, cells, need, need.employer.id)
  }
  if (cells.label !== null) return posts.labelled(cells.label, need.employer?.id ?? null)
  const { period, personId, employer } = need
  if (period === null || personId === null) return null
  const own = posts.contractsOfPerson(personId).find((c) => c.startsOn === period.startsOn)
  if (own !== undefined) return world.find('position', own.positionId)
  const free = employer === null ? null : posts.free(employer.id, period, personId)
  if (free !== null) row.say('info', 'position.free-taken', { label: nameOf(free) })
  return free
}

/** A post the dossier holds without its number: that of the person, of that label, or the first nobody spoke of. */
function unnumbered(
  engine: Engine,
  row: RowReader,
  cells: PositionCells,
  need: PositionNeed,
  employerId: Id,
): Position | null {
  const { posts } = engine
  const candidates = posts.ofEmployer(employerId).filter((p) => p.stateId === null && !need.spoken.has(p.id))
  const label = cells.label
  const labelled = label === null ? null : posts.labelled(label, employerId)
  const held = candidates.find((p) => posts.contractsOf(p.id).some((c) => c.personId === need.personId))
  const chosen =
    (labelled !== null && candidates.some((p) => p.id === labelled.id) ? labelled : undefined) ??
    (need.personId === null ? undefined : held) ??
    (label === null ? candidates.find((p) => posts.contractsOf(p.id).length === 0) : undefined)
  if (chosen === undefined || cells.stateId === null) return null
  posts.identify(chosen.id, cells.stateId)
  row.say('info', 'position.identified', { label: nameOf(chosen), stateId: cells.stateId })
  return chosen
}

function createPosition(
  engine: Engine,
  row: RowReader,
  cells: PositionCells,
  need: PositionNeed,
): Position | null {
  const { employer } = need
  const text = cells.stateId ?? cells.label ?? ''
  const field = cells.stateId !== null ? 'position.stateId' : 'position.label'
  if (employer === null) {
    if (text === '') row.say('refused', 'employer.missing')
    else row.refuseCell(field, 'position.unknown', { text })
    return null
  }
  // A dossier that already has posts, a file that names no employer: a number it does not know is a typing error.
  if (text !== '' && !need.employerNamed && engine.posts.isKnown(employer.id)) {
    row.refuseCell(field, 'position.unknown', { text })
    return null
  }
  const days = [cells.grantedOn, need.since].filter((d) => d !== null)
  const startsOn = days.length === 0 ? SCHEME_START : days.reduce(minDay)
  if (days.length === 0) row.say('info', 'position.attached-since', { day: SCHEME_START })
  const nextLabel = () => positionLabel(employer.communeName, engine.posts.ofEmployer(employer.id).length + 1)
  const position = engine.world.create('position', {
    stateId: cells.stateId,
    label: cells.label ?? cells.workplace ?? nextLabel(),
    kind: cells.coordinator === true ? 'coordinator' : 'adviser',
    workplace: cells.workplace,
    inQpv: cells.inQpv ?? false,
    inFrr: cells.inFrr ?? false,
    grantedOn: cells.grantedOn,
    returnedOn: cells.returnedOn,
    returnMotive: cells.returnMotive === null ? null : returnMotiveOf(cells.returnMotive),
  })
  const attachment = engine.world.create('attachment', {
    positionId: position.id,
    employerId: employer.id,
    startsOn,
  })
  engine.posts.add(position, attachment)
  row.touch('position', position.id, 'created')
  if (text === '') row.say('info', 'position.created', { label: position.label })
  sayReturned(row, cells, position)
  return position
}

/** Transfers are made by hand, with their day: an import never moves a post to another employer. */
function checkEmployer(engine: Engine, row: RowReader, position: Position, need: PositionNeed): void {
  const held = engine.posts.employerOf(position.id, need.period?.startsOn ?? engine.today)
  if (need.employer === null || held === null || held === need.employer.id || !need.employerNamed) return
  row.say('warning', 'position.other-employer', {
    label: nameOf(position),
    held: engine.world.get('employer', held).name,
    name: need.employer.name,
  })
}

function update(engine: Engine, row: RowReader, cells: PositionCells, position: Position): void {
  const values = stated(engine, row, 'position', {
    workplace: cells.workplace,
    grantedOn: cells.grantedOn,
    returnedOn: cells.returnedOn,
    ...(cells.inQpv === null ? {} : { inQpv: cells.inQpv }),
    ...(cells.inFrr === null ? {} : { inFrr: cells.inFrr }),
    ...(cells.stateId === null || position.stateId !== null ? {} : { stateId: cells.stateId }),
    ...(cells.label === null || cells.stateId === null ? {} : { label: cells.label }),
    ...(cells.returnMotive === null ? {} : { returnMotive: returnMotiveOf(cells.returnMotive) }),
  })
  if (cells.stateId !== null && position.stateId !== null && cells.stateId !== position.stateId)
    row.warnCell('position.stateId', 'key.other-held', { held: position.stateId })
  set(engine, row, 'position', position.id, values)
  engine.posts.relabelled(engine.world.get('position', position.id))
  if (cells.coordinator !== null) {
    const kind = cells.coordinator ? 'coordinator' : 'adviser'
    const changes = engine.world.update('position', position.id, { kind })
    row.changed('position', position.id, changes, () => 'position.coordinator')
  }
  sayReturned(row, cells, engine.world.get('position', position.id))
}

function sayReturned(row: RowReader, cells: PositionCells, position: Position): void {
  if (cells.state === 'returned' && position.returnedOn === null)
    row.warnCell('position.state', 'position.returned-without-day')
}

function nameOf(position: Position): string {
  return position.stateId === null ? position.label : `${position.stateId} ${position.label}`
}
