/** The contract of a row: found by number, or by person and first day; its terms checked before anything is written. */
import { type Day, daysBetween } from '#shared/domain/day.ts'
import type { Contract, Id, NewEntity, Person, Position } from '#shared/domain/facts.ts'
import { FULL_TIME_MINUTES } from '#shared/domain/full-time.ts'
import type { Cents } from '#shared/domain/money.ts'
import type { ContractKind, Sector } from '#shared/domain/words.ts'
import { contractEnd } from '#shared/rules/calendar/contract-end.ts'
import { readPositiveAmount } from '../cells/amount-cell.ts'
import { kindForSector, readContractKind, type WrittenKind } from '../cells/contract-kind-cell.ts'
import { readDay } from '../cells/day-cell.ts'
import { readMonths } from '../cells/months-cell.ts'
import { readCode, readLine, readText } from '../cells/text-cell.ts'
import { endMotiveOf, readWeeklyMinutes } from '../cells/words-cell.ts'
import { overlaps, type Period, worked } from '../plan/posts-index.ts'
import type { RowReader } from '../plan/row-reader.ts'
import { type Engine, refuseWithoutKey, set, stated, withLine } from './engine.ts'

export interface ContractCells {
  readonly stateId: string | null
  readonly kind: WrittenKind | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly months: number | null
  readonly endedOn: Day | null
  readonly motive: string | null
  readonly monthlyGrossCents: Cents | null
  readonly weeklyMinutes: number | null
  readonly trialEndsOn: Day | null
  readonly signedOn: Day | null
  readonly note: string | null
}

export function readContract(row: RowReader): ContractCells {
  return {
    stateId: row.read('contract.stateId', readCode),
    kind: row.read('contract.kind', readContractKind),
    startsOn: row.read('contract.startsOn', readDay),
    endsOn: row.read('contract.endsOn', readDay),
    months: row.read('contract.months', readMonths),
    endedOn: row.read('contract.endedOn', readDay),
    motive: row.read('contract.endMotive', readLine),
    monthlyGrossCents: row.read('contract.monthlyGrossCents', readPositiveAmount),
    weeklyMinutes: row.read('contract.weeklyMinutes', readWeeklyMinutes),
    trialEndsOn: row.read('contract.trialEndsOn', readDay),
    signedOn: row.read('contract.signedOn', readDay),
    note: row.read('contract.note', readText),
  }
}

export function speaksOfContract(cells: ContractCells): boolean {
  return (
    cells.kind !== null ||
    cells.startsOn !== null ||
    cells.endsOn !== null ||
    cells.endedOn !== null ||
    cells.monthlyGrossCents !== null
  )
}

export interface Terms {
  readonly kind: ContractKind | null
  readonly endsOn: Day | null
}

/** Kind and end as the law of the employer names them; a stray end of a permanent contract is left out and said. */
export function termsOf(row: RowReader, cells: ContractCells, sector: Sector | null): Terms {
  const kind = cells.kind === null ? null : kindForSector(cells.kind.kind, sector)
  if (kind !== null && isPermanent(kind)) {
    if (cells.endsOn !== null) row.warnCell('contract.endsOn', 'contract.permanent-end-ignored')
    return { kind, endsOn: null }
  }
  const months = cells.months ?? cells.kind?.months ?? null
  if (cells.endsOn !== null || months === null || cells.startsOn === null)
    return { kind, endsOn: cells.endsOn }
  const { endsOn } = contractEnd(cells.startsOn, months)
  row.say('info', 'contract.end-computed', { months, endsOn })
  return { kind, endsOn }
}

export function periodOf(cells: ContractCells, terms: Terms): Period | null {
  if (cells.startsOn === null) return null
  return { startsOn: cells.startsOn, endsOn: cells.endedOn ?? terms.endsOn }
}

/** The contract written, or null with the row refused. */
export function resolveContract(
  engine: Engine,
  row: RowReader,
  cells: ContractCells,
  terms: Terms,
  position: Position,
  person: Person,
): Contract | null {
  const { contract: key } = engine.keys
  if (key !== null && (key === 'start' ? cells.startsOn : cells.stateId) === null) {
    refuseWithoutKey(row, 'contract', key)
    return null
  }
  const known = findContract(engine, cells, position.id, person.id)
  if (known === null) return createContract(engine, row, cells, terms, position, person)
  const kind = terms.kind !== null && isMorePrecise(known.kind, terms.kind) ? null : terms.kind
  const moved = movedTerms(engine, known.id)
  const values: Partial<NewEntity<'contract'>> = {
    ...stated(engine, row, 'contract', {
      endsOn: terms.endsOn === moved.endsOn ? null : terms.endsOn,
      endedOn: cells.endedOn,
      monthlyGrossCents: cells.monthlyGrossCents === moved.grossCents ? null : cells.monthlyGrossCents,
      trialEndsOn: cells.trialEndsOn,
      signedOn: cells.signedOn,
      stateId: cells.stateId,
    }),
    ...(kind === null ? {} : { kind }),
    ...(kind !== null && isPermanent(kind) ? { endsOn: null } : {}),
    ...(cells.startsOn === null ? {} : { startsOn: cells.startsOn }),
    ...(cells.weeklyMinutes === null || cells.weeklyMinutes === moved.weeklyMinutes
      ? {}
      : { weeklyMinutes: cells.weeklyMinutes }),
    ...(cells.motive === null ? {} : { endMotive: endMotiveOf(cells.motive) }),
    note: noteOf(known.note, cells),
  }
  const after = { ...known, ...values }
  if (!checkTerms(row, { ...after, endsOn: moved.endsOn ?? after.endsOn })) return null
  set(engine, row, 'contract', known.id, values)
  return engine.world.get('contract', known.id)
}

function findContract(engine: Engine, cells: ContractCells, positionId: Id, personId: Id): Contract | null {
  const own = engine.posts.contractsOfPerson(personId)
  const { contract: key } = engine.keys
  const byState =
    cells.stateId === null || key === 'start' ? undefined : own.find((c) => c.stateId === cells.stateId)
  if (byState !== undefined || key === 'stateId') return byState ?? null
  const here = own.filter((c) => c.positionId === positionId)
  if (cells.startsOn !== null)
    return (
      here.find((c) => c.startsOn === cells.startsOn) ??
      own.find((c) => c.startsOn === cells.startsOn) ??
      null
    )
  // No first day in the file: it speaks of the person's last contract on that post.
  return [...here].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)).at(-1) ?? null
}

function createContract(
  engine: Engine,
  row: RowReader,
  cells: ContractCells,
  terms: Terms,
  position: Position,
  person: Person,
): Contract | null {
  const { kind, endsOn } = terms
  const { startsOn } = cells
  if (startsOn === null) {
    row.refuseCell('contract.startsOn', 'contract.start-missing')
    return null
  }
  if (kind === null) {
    row.refuseCell('contract.kind', 'contract.kind-missing')
    return null
  }
  if (!checkTerms(row, { kind, startsOn, endsOn, endedOn: cells.endedOn })) return null
  const period = { startsOn, endsOn: cells.endedOn ?? endsOn }
  const others = engine.posts.contractsOf(position.id)
  const own = engine.posts.contractsOfPerson(person.id).find((c) => overlaps(worked(c), period))
  if (own !== undefined) {
    row.refuseCell('contract.startsOn', 'contract.same-person-overlap', {
      startsOn: own.startsOn,
      name: `${person.firstName} ${person.lastName}`,
    })
    return null
  }
  const overlapping = others.find((c) => overlaps(worked(c), period))
  if (overlapping !== undefined) {
    const other = engine.world.get('person', overlapping.personId)
    row.say('warning', 'contract.overlap', {
      name: `${other.firstName} ${other.lastName}`,
      startsOn: overlapping.startsOn,
    })
  }
  const renews = renewedBy(engine, others, person.id, kind, startsOn)
  if (renews !== null) row.say('info', 'contract.renewal-deduced', { startsOn: renews.startsOn })
  const contract = engine.world.create('contract', {
    positionId: position.id,
    personId: person.id,
    kind,
    startsOn,
    endsOn,
    trialEndsOn: cells.trialEndsOn,
    weeklyMinutes: cells.weeklyMinutes ?? FULL_TIME_MINUTES,
    monthlyGrossCents: cells.monthlyGrossCents,
    renewsId: renews?.id ?? null,
    signedOn: cells.signedOn,
    endedOn: cells.endedOn,
    endMotive: cells.motive === null ? null : endMotiveOf(cells.motive),
    stateId: cells.stateId,
    note: noteOf(null, cells),
  })
  engine.posts.addContract(contract)
  row.touch('contract', contract.id, 'created')
  // Files are often written latest first: the contract that follows may be there already.
  const end = contract.endedOn ?? contract.endsOn
  const follower = others.find(
    (c) =>
      c.id < 0 &&
      c.renewsId === null &&
      c.personId === person.id &&
      c.kind === kind &&
      isDayAfter(end, c.startsOn),
  )
  if (follower !== undefined) engine.world.update('contract', follower.id, { renewsId: contract.id })
  return contract
}

/** The same rules as the forms: a permanent contract has no end, a fixed-term one has; days are in order. */
function checkTerms(row: RowReader, c: Pick<Contract, 'kind' | 'startsOn' | 'endsOn' | 'endedOn'>): boolean {
  if (!isPermanent(c.kind) && c.endsOn === null) row.refuseCell('contract.endsOn', 'contract.end-missing')
  if (c.endsOn !== null && c.endsOn < c.startsOn)
    row.refuseCell('contract.endsOn', 'contract.end-before-start', { startsOn: c.startsOn })
  if (c.endedOn !== null && c.endedOn < c.startsOn)
    row.refuseCell('contract.endedOn', 'contract.end-before-start', { startsOn: c.startsOn })
  if (c.endedOn !== null && c.endsOn !== null && c.endedOn > c.endsOn)
    row.refuseCell('contract.endedOn', 'contract.ended-after-term', { endsOn: c.endsOn })
  return !row.isRefused
}

/** Same person, same post, same kind, from the day after the end: that is what a renewal is. */
function renewedBy(
  engine: Engine,
  others: readonly Contract[],
  personId: Id,
  kind: ContractKind,
  startsOn: Day,
): Contract | null {
  if (isPermanent(kind)) return null
  const former = others.find((c) => {
    const end = c.endedOn ?? movedTerms(engine, c.id).endsOn ?? c.endsOn
    return c.personId === personId && c.kind === kind && isDayAfter(end, startsOn)
  })
  if (former === undefined || others.some((c) => c.renewsId === former.id)) return null
  return former
}

function isDayAfter(end: Day | null, startsOn: Day): boolean {
  return end !== null && daysBetween(end, startsOn) === 1
}

/** Terms the dossier's amendments moved: a file that gives them agrees with the dossier. */
function movedTerms(
  engine: Engine,
  contractId: Id,
): { readonly endsOn: Day | null; readonly grossCents: Cents | null; readonly weeklyMinutes: number | null } {
  const amendments = engine.amendmentsOfContract(contractId)
  return {
    endsOn: amendments.filter((a) => a.newEndsOn !== null).at(-1)?.newEndsOn ?? null,
    grossCents:
      amendments.filter((a) => a.newMonthlyGrossCents !== null).at(-1)?.newMonthlyGrossCents ?? null,
    weeklyMinutes: amendments.filter((a) => a.newWeeklyMinutes !== null).at(-1)?.newWeeklyMinutes ?? null,
  }
}

/** "CDD public" says less than the article the dossier holds. */
function isMorePrecise(held: ContractKind, written: ContractKind): boolean {
  return written === 'cdd-public' && held.startsWith('L332')
}

/** Words that no field holds are kept: the comment, a motive outside the list, a spelling that says more than its kind. */
function noteOf(held: string | null, cells: ContractCells): string | null {
  let note = held
  if (cells.note !== null) for (const line of cells.note.split('\n')) note = withLine(note, line)
  if (cells.motive !== null && endMotiveOf(cells.motive) === 'other' && !/^autre/i.test(cells.motive))
    note = withLine(note, `Motif de fin : ${cells.motive}`)
  if (cells.kind !== null && /\d\s*\+\s*\d/.test(cells.kind.text))
    note = withLine(note, `Type de contrat : ${cells.kind.text}`)
  return note
}

function isPermanent(kind: ContractKind): boolean {
  return kind === 'CDI' || kind === 'titulaire'
}
