/**
 * The posts laid on a calendar: conventions, who holds the post with or without aid, vacancies, what is funded but not
 * filled, tranches and the notice day. Everything is cut to the window asked for.
 */
import { addDays, type Day, maxDay } from '../../domain/day.ts'
import type { Contract, Id } from '../../domain/facts.ts'
import type { Cents } from '../../domain/money.ts'
import type { InstalmentState, PositionState } from '../../domain/words.ts'
import { type NoticeState, noticeStanding } from './contracts/contract-notice.ts'
import type { Derived } from './derive.ts'
import { rowsOf } from './index-facts.ts'
import { personName } from './names.ts'
import { clip, gaps, intersection, type Period, union } from './periods.ts'
import { workedPeriod } from './states/contract-state.ts'
import type { InstalmentView } from './states/instalment-state.ts'
import type { PositionView } from './states/position-state.ts'
import { vacancyLimitOf } from './states/vacancy-limit.ts'

/** `funded`, `unfunded`: a contract with or without aid. `vacancy`: empty. `unfilled`: funded, nobody yet. */
export type PlanningBarKind = 'funded' | 'unfunded' | 'vacancy' | 'unfilled'

export interface PlanningBar {
  readonly kind: PlanningBarKind
  readonly from: Day
  readonly to: Day
  /** Goes on beyond the window. */
  readonly open: boolean
  readonly contractId: Id | null
  readonly personName: string | null
}

export interface PlanningMark {
  readonly instalmentId: Id
  readonly on: Day
  readonly label: string
  readonly amountCents: Cents
  readonly state: InstalmentState
  readonly late: boolean
}

export interface PlanningRow {
  readonly positionId: Id
  readonly stateId: string | null
  readonly label: string
  readonly employerId: Id | null
  readonly employerName: string
  readonly state: PositionState
  readonly holderName: string | null
  readonly contractKind: Contract['kind'] | null
  readonly vacantSince: Day | null
  readonly vacancyLimitOn: Day | null
  readonly returnedOn: Day | null
  readonly agreements: readonly { readonly from: Day; readonly to: Day; readonly endsInside: boolean }[]
  readonly bars: readonly PlanningBar[]
  readonly marks: readonly PlanningMark[]
  readonly notice: { readonly on: Day; readonly state: NoticeState } | null
}

export function planningOf(
  derived: Derived,
  from: Day,
  to: Day,
  employerId: Id | null,
): readonly PlanningRow[] {
  const rows: PlanningRow[] = []
  for (const [id, view] of derived.positions) {
    if (employerId !== null && view.employerId !== employerId) continue
    const row = derived.containment.attempt('position', id, () => rowOf(view, derived, from, to))
    if (row !== undefined) rows.push(row)
  }
  return rows.sort((a, b) => compare(a.employerName, b.employerName) || compare(nameOf(a), nameOf(b)))
}

function rowOf(view: PositionView, derived: Derived, from: Day, to: Day): PlanningRow {
  const { index } = derived
  const { position, holder } = view
  const employer = view.employerId === null ? undefined : index.employers.get(view.employerId)
  const agreements = fundedPeriods(view, derived)
  const limit = vacancyLimitOf(view, derived)?.limitOn ?? null
  const standing = noticeStanding(holder === null ? undefined : derived.contracts.get(holder.id), derived)
  return {
    positionId: position.id,
    stateId: position.stateId,
    label: position.label,
    employerId: view.employerId,
    employerName: employer?.name ?? '',
    state: view.state,
    holderName: holder === null ? null : personName(index.persons.get(holder.personId)),
    contractKind: holder?.kind ?? null,
    vacantSince: view.vacantSince,
    vacancyLimitOn: limit,
    returnedOn: position.returnedOn,
    agreements: clip(agreements, from, to).map((p) => ({
      from: p.from,
      to: p.to ?? to,
      endsInside: agreements.some((a) => a.to === p.to && p.to !== null && p.to < to),
    })),
    bars: [
      ...contractBars(view, agreements, derived, from, to),
      ...emptyBars(view, agreements, derived, limit, from, to),
    ],
    marks: marksOf(view, derived, from, to),
    notice:
      standing.noticeOn === null || standing.noticeOn < from || standing.noticeOn > to
        ? null
        : { on: standing.noticeOn, state: standing.noticeState },
  }
}

/** Days some convention finances the post, until it was given back. */
function fundedPeriods(view: PositionView, derived: Derived): readonly Period[] {
  const shares = derived.sharesByPosition.get(view.position.id) ?? []
  const funded = union(
    shares.map(({ agreement }) => ({ from: agreement.fundedFrom, to: agreement.fundedTo })),
  )
  return view.position.returnedOn === null ? funded : clip(funded, null, view.position.returnedOn)
}

function contractBars(
  view: PositionView,
  agreements: readonly Period[],
  derived: Derived,
  from: Day,
  to: Day,
): PlanningBar[] {
  return rowsOf(derived.index.contractsByPosition, view.position.id).flatMap((contract) => {
    const worked = [workedPeriod(contract, derived.index)]
    const name = personName(derived.index.persons.get(contract.personId))
    const bars = (kind: PlanningBarKind, periods: readonly Period[]) =>
      cut(kind, periods, from, to, contract.id, name)
    const first = worked[0]?.from ?? from
    const without = gaps(agreements, first, worked[0]?.to ?? null)
    return [
      ...bars('funded', intersection(worked, agreements)),
      ...bars('unfunded', intersection(worked, without)),
    ]
  })
}

/**
 * Days that are funded but not held. A gap that has begun is a vacancy until the limit to fill it (or until today); what
 * follows, and every gap to come, is only "not filled yet".
 */
function emptyBars(
  view: PositionView,
  agreements: readonly Period[],
  derived: Derived,
  limit: Day | null,
  from: Day,
  to: Day,
): PlanningBar[] {
  return agreements.flatMap((period) =>
    gaps(view.occupied, period.from, period.to).flatMap((gap) => {
      if (gap.from > derived.today) return cut('unfilled', [gap], from, to, null, null)
      const isPresent = gap.to === null || gap.to >= derived.today
      const until = isPresent ? maxDay(derived.today, limit ?? derived.today) : (gap.to ?? derived.today)
      return [
        ...cut('vacancy', clip([gap], null, until), from, to, null, null),
        ...cut('unfilled', clip([gap], addDays(until, 1), null), from, to, null, null),
      ]
    }),
  )
}

function cut(
  kind: PlanningBarKind,
  periods: readonly Period[],
  from: Day,
  to: Day,
  contractId: Id | null,
  name: string | null,
): PlanningBar[] {
  return clip(periods, from, to).map((part) => ({
    kind,
    from: part.from,
    to: part.to ?? to,
    open: periods.some((p) => (p.to === null || p.to > to) && (part.to === null || part.to >= to)),
    contractId,
    personName: name,
  }))
}

function marksOf(view: PositionView, derived: Derived, from: Day, to: Day): PlanningMark[] {
  const shares = derived.sharesByPosition.get(view.position.id) ?? []
  return shares
    .flatMap(({ agreement }) => rowsOf(derived.index.instalmentsByAgreement, agreement.agreement.id))
    .filter((i) => i.positionId === null || i.positionId === view.position.id)
    .flatMap((i) => trancheMarks(derived.instalments.get(i.id)))
    .filter((mark) => mark.on >= from && mark.on <= to)
}

/** A tranche on the day it came; else on the day it is expected, and what already came of it on its own day. */
function trancheMarks(view: InstalmentView | undefined): PlanningMark[] {
  if (view === undefined || view.state === 'cancelled') return []
  const { instalment, state, lastReceivedOn, receivedCents, outstandingCents } = view
  const { id: instalmentId, label, dueOn } = instalment
  const marks: PlanningMark[] = []
  if (receivedCents > 0 && lastReceivedOn !== null)
    marks.push({ instalmentId, on: lastReceivedOn, label, amountCents: receivedCents, state, late: false })
  if (outstandingCents > 0 && dueOn !== null) {
    const late = view.outstandingAs === 'late'
    const waiting = view.outstandingAs ?? state
    marks.push({ instalmentId, on: dueOn, label, amountCents: outstandingCents, state: waiting, late })
  }
  return marks
}

function nameOf(row: PlanningRow): string {
  return row.stateId ?? row.label
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
