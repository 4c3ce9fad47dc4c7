/**
 * State of a tranche at a day, with its reason and its amounts. Order of the tests: cancelled, received, suspended (never
 * once it was asked for: late money is never hidden), late, received in part, asked for, to ask for, planned.
 */
import { addDays, type Day, daysBetween, inclusiveDays } from '../../../domain/day.ts'
import type { Id, Instalment, Payment } from '../../../domain/facts.ts'
import { type Cents, cents } from '../../../domain/money.ts'
import type { InstalmentState } from '../../../domain/words.ts'
import type { Step } from '../../explanation.ts'
import { type FactsIndex, rowById, rowsOf } from '../index-facts.ts'
import { includes } from '../periods.ts'
import type { PositionView } from './position-state.ts'

export interface InstalmentPayment {
  readonly payment: Payment
  readonly amountCents: Cents
}

/** What the rest of a tranche is waiting for: exactly one of these while something is outstanding. */
export type OutstandingKind = 'late' | 'claimable' | 'claimed' | 'suspended' | 'planned'

export interface InstalmentView {
  readonly instalment: Instalment
  readonly state: InstalmentState
  readonly reason: Step
  /** Net of repayments. */
  readonly receivedCents: Cents
  readonly outstandingCents: Cents
  /** Will never come: cancelled before it was received, or given back. */
  readonly cancelledCents: Cents
  readonly repaidCents: Cents
  readonly outstandingAs: OutstandingKind | null
  /** 0 where it is not late. */
  readonly daysLate: number
  readonly lastReceivedOn: Day | null
  readonly payments: readonly InstalmentPayment[]
}

export function instalmentView(
  instalment: Instalment,
  positions: ReadonlyMap<Id, PositionView>,
  index: FactsIndex,
  today: Day,
): InstalmentView {
  const payments: InstalmentPayment[] = []
  let gross = 0
  let repaid = 0
  let lastReceivedOn: Day | null = null
  for (const allocation of rowsOf(index.allocationsByInstalment, instalment.id)) {
    const payment = rowById(index.payments, allocation.paymentId)
    if (payment.receivedOn > today) continue
    payments.push({ payment, amountCents: allocation.amountCents })
    if (allocation.amountCents < 0) {
      repaid -= allocation.amountCents
      continue
    }
    gross += allocation.amountCents
    if (lastReceivedOn === null || payment.receivedOn > lastReceivedOn) lastReceivedOn = payment.receivedOn
  }
  if (payments.length > 1) payments.sort(byReceipt)
  const received = gross - repaid
  const isCancelled = instalment.cancelledOn !== null && instalment.cancelledOn <= today
  // What was given back is not expected again: it counts as cancelled, never as outstanding.
  const outstanding = isCancelled ? 0 : Math.max(0, instalment.amountCents - gross)
  const found = stateOf(instalment, gross, outstanding, isCancelled, positions, index, today)
  return {
    instalment,
    ...found,
    receivedCents: cents(received),
    outstandingCents: cents(outstanding),
    cancelledCents: cents(Math.max(0, instalment.amountCents - received - outstanding)),
    repaidCents: cents(repaid),
    daysLate:
      found.outstandingAs === 'late' && instalment.dueOn !== null ? daysBetween(instalment.dueOn, today) : 0,
    lastReceivedOn,
    payments,
  }
}

type Found = Pick<InstalmentView, 'state' | 'reason' | 'outstandingAs'>

function stateOf(
  instalment: Instalment,
  gross: number,
  outstanding: number,
  isCancelled: boolean,
  positions: ReadonlyMap<Id, PositionView>,
  index: FactsIndex,
  today: Day,
): Found {
  const { dueOn, claimableOn, claimedOn, amountCents } = instalment
  if (isCancelled)
    return found('cancelled', null, 'instalment.cancelled', {
      cancelledOn: instalment.cancelledOn,
      reason: instalment.cancelReason,
    })
  if (outstanding === 0 && amountCents > 0)
    return found('received', null, 'instalment.received', { receivedCents: gross })
  const isPartly = gross > 0
  const claimed = claimedOn !== null && claimedOn <= today
  const open = reached(claimableOn, today) || reached(dueOn, today)
  const suspension = claimed || !open ? null : suspensionOf(instalment, positions, index, today)
  if (suspension !== null) return { state: 'suspended', outstandingAs: 'suspended', reason: suspension }
  if (dueOn !== null && dueOn < today && outstanding > 0) {
    const values = { dueOn, days: daysBetween(dueOn, today), claimedOn, claimableOn, receivedCents: gross }
    return isPartly
      ? found('partly-received', 'late', 'instalment.partly-late', values)
      : found('late', 'late', claimed ? 'instalment.late-claimed' : 'instalment.late-not-claimed', values)
  }
  const ready = reached(claimableOn, today) || (claimableOn === null && conditionsMet(instalment, today))
  const kind: OutstandingKind = claimed ? 'claimed' : ready ? 'claimable' : 'planned'
  if (isPartly) return found('partly-received', kind, 'instalment.partly', { receivedCents: gross, dueOn })
  return found(kind, kind, `instalment.${kind}`, { claimedOn, claimableOn, dueOn })
}

function found(
  state: InstalmentState,
  outstandingAs: OutstandingKind | null,
  code: string,
  values: Step['values'],
): Found {
  return { state, outstandingAs, reason: { code, values } }
}

/**
 * Why a tranche that should be asked for cannot be: a condition is missing, or nobody held its post any more when the money
 * became late. What was late before the post emptied stays late.
 */
function suspensionOf(
  instalment: Instalment,
  positions: ReadonlyMap<Id, PositionView>,
  index: FactsIndex,
  today: Day,
): Step | null {
  if (instalment.conditions !== null && !conditionsMet(instalment, today))
    return { code: 'instalment.condition-missing', values: { conditions: instalment.conditions } }
  const views = positionsOf(instalment, positions, index)
  const first = views[0]
  if (first === undefined || views.some((view) => !isEmptied(view))) return null
  const { dueOn } = instalment
  if (dueOn !== null && views.some((view) => heldOn(view, addDays(dueOn, 1)))) return null
  if (first.state === 'returned')
    return { code: 'instalment.position-returned', values: { on: first.position.returnedOn } }
  const since = first.vacantSince
  return {
    code: 'instalment.position-vacant',
    values: { since, days: since === null ? null : inclusiveDays(since, today) },
  }
}

/** Given back, or left empty by someone. A post nobody ever held suspends nothing: its contract may simply not be entered yet. */
function isEmptied(view: PositionView): boolean {
  return view.state === 'returned' || (view.state === 'vacant' && view.lastDayOccupied !== null)
}

function heldOn(view: PositionView, day: Day): boolean {
  const { returnedOn } = view.position
  return (returnedOn === null || day <= returnedOn) && view.occupied.some((period) => includes(period, day))
}

function positionsOf(
  instalment: Instalment,
  positions: ReadonlyMap<Id, PositionView>,
  index: FactsIndex,
): PositionView[] {
  const ids =
    instalment.positionId !== null
      ? [instalment.positionId]
      : new Set(rowsOf(index.grantsByAgreement, instalment.agreementId).map((g) => g.positionId))
  const views: PositionView[] = []
  for (const id of ids) {
    const view = positions.get(id)
    if (view !== undefined) views.push(view)
  }
  return views
}

function conditionsMet(instalment: Instalment, today: Day): boolean {
  return instalment.conditionsMetOn !== null && instalment.conditionsMetOn <= today
}

function reached(day: Day | null, today: Day): boolean {
  return day !== null && day <= today
}

function byReceipt(a: InstalmentPayment, b: InstalmentPayment): number {
  if (a.payment.receivedOn === b.payment.receivedOn) return a.payment.id - b.payment.id
  return a.payment.receivedOn < b.payment.receivedOn ? -1 : 1
}
