/**
 * State of a post at a day, with its reason: Occupé while a contract runs, Rendu from the day it was given back, else
 * Vacant. Says who holds it, which employer it is attached to, and when it was empty.
 */
import { addDays, type Day, inclusiveDays } from '../../../domain/day.ts'
import type { Attachment, Contract, Id, Position } from '../../../domain/facts.ts'
import type { PositionState } from '../../../domain/words.ts'
import type { Step } from '../../explanation.ts'
import { type FactsIndex, rowsOf } from '../index-facts.ts'
import { personName } from '../names.ts'
import { gaps, includes, type Period, union } from '../periods.ts'
import { workedPeriod } from './contract-state.ts'

export interface Vacancy {
  readonly from: Day
  readonly to: Day | null
  readonly days: number
}

export interface PositionView {
  readonly position: Position
  readonly state: PositionState
  readonly reason: Step
  readonly employerId: Id | null
  readonly holder: Contract | null
  /** Days on which someone held the post: overlapping contracts counted once. */
  readonly occupied: readonly Period[]
  readonly vacancies: readonly Vacancy[]
  /** First day of the present vacancy; null where the post is not vacant, or nothing says since when. */
  readonly vacantSince: Day | null
  /** Last day someone held the post, where it is empty now; null: never held. */
  readonly lastDayOccupied: Day | null
}

export function positionView(position: Position, index: FactsIndex, today: Day): PositionView {
  const contracts = rowsOf(index.contractsByPosition, position.id)
  const periods = contracts.map((c) => workedPeriod(c, index))
  const occupied = union(periods)
  const holder = holderOf(contracts, periods, today)
  const returned = position.returnedOn !== null && position.returnedOn <= today
  const state: PositionState = returned ? 'returned' : holder !== null ? 'occupied' : 'vacant'
  const vacancies = vacanciesOf(position, occupied, firstDayOf(position, contracts, index), today)
  const vacantSince = state === 'vacant' ? (vacancies.find((v) => v.to === null)?.from ?? null) : null
  const lastDayOccupied = state === 'occupied' ? null : lastDayBefore(occupied, today)
  return {
    position,
    state,
    reason: reasonOf(position, state, holder, vacantSince, contracts, lastDayOccupied, index, today),
    employerId: employerOf(rowsOf(index.attachmentsByPosition, position.id), today),
    holder: state === 'occupied' ? holder : null,
    occupied,
    vacancies,
    vacantSince,
    lastDayOccupied,
  }
}

/** The employer the post is attached to that day; outside any attachment, the last one before, else the first to come. */
export function employerOf(attachments: readonly Attachment[], today: Day): Id | null {
  let nearest: Attachment | null = null
  for (const attachment of attachments) {
    if (nearest === null || attachment.startsOn <= today) nearest = attachment
  }
  return nearest?.employerId ?? null
}

/** At a hand-over two contracts run: the holder is the newest one that is not a replacement of the other. */
function holderOf(contracts: readonly Contract[], periods: readonly Period[], today: Day): Contract | null {
  let holder: Contract | null = null
  contracts.forEach((contract, i) => {
    const period = periods[i]
    if (period === undefined || !includes(period, today)) return
    if (holder === null || contract.ground !== 'replacement') holder = contract
  })
  return holder
}

/** From the first day someone could hold the post (agreement or contract, the earlier) to its return. */
function vacanciesOf(
  position: Position,
  occupied: readonly Period[],
  firstDay: Day | null,
  today: Day,
): readonly Vacancy[] {
  if (firstDay === null || firstDay > today) return []
  const returnedOn = position.returnedOn
  const until = returnedOn !== null && returnedOn <= today ? returnedOn : null
  return gaps(occupied, firstDay, until)
    .filter((gap) => gap.from <= today)
    .map((gap) => {
      const over = gap.to !== null && (gap.to < today || gap.to === until)
      const to = over ? gap.to : null
      return { from: gap.from, to, days: inclusiveDays(gap.from, to ?? today) }
    })
}

function firstDayOf(position: Position, contracts: readonly Contract[], index: FactsIndex): Day | null {
  let first: Day | null = contracts[0]?.startsOn ?? null
  for (const grant of rowsOf(index.grantsByPosition, position.id)) {
    const startsOn = index.agreements.get(grant.agreementId)?.startsOn
    if (startsOn !== undefined && (first === null || startsOn < first)) first = startsOn
  }
  return first ?? position.grantedOn
}

function lastDayBefore(occupied: readonly Period[], today: Day): Day | null {
  let last: Day | null = null
  for (const period of occupied) if (period.to !== null && period.to < today) last = period.to
  return last
}

function reasonOf(
  position: Position,
  state: PositionState,
  holder: Contract | null,
  vacantSince: Day | null,
  contracts: readonly Contract[],
  lastDay: Day | null,
  index: FactsIndex,
  today: Day,
): Step {
  if (state === 'returned')
    return {
      code: 'position.returned',
      values: { on: position.returnedOn, motive: position.returnMotive },
    }
  if (state === 'occupied' && holder !== null)
    return {
      code: 'position.occupied',
      values: {
        kind: holder.kind,
        person: personName(index.persons.get(holder.personId)),
        startsOn: holder.startsOn,
        endsOn: workedPeriod(holder, index).to,
      },
    }
  const next = contracts.find((c) => c.startsOn > today)
  const values = {
    since: vacantSince,
    days: vacantSince === null ? null : inclusiveDays(vacantSince, today),
    nextPerson: next === undefined ? null : personName(index.persons.get(next.personId)),
    nextOn: next?.startsOn ?? null,
  }
  if (lastDay === null) return { code: 'position.never-filled', values }
  const last = contracts.findLast((c) => workedPeriod(c, index).to === lastDay)
  return {
    code: 'position.vacant',
    values: {
      ...values,
      since: vacantSince ?? addDays(lastDay, 1),
      lastPerson: last === undefined ? null : personName(index.persons.get(last.personId)),
      motive: last?.endMotive ?? null,
    },
  }
}
