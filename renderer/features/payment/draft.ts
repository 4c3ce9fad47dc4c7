/**
 * The payment being entered, before anything is written: which tranches it may go to, how it is split, what remains.
 * Pure; the same rule (shared/rules/payment) refuses on the other side of the door.
 */
import type { InstalmentRow, PaymentRow } from '#shared/api/views/grid-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { type Cents, cents, sumCents, ZERO } from '#shared/domain/money.ts'
import type { Finding } from '#shared/rules/explanation.ts'
import {
  checkPayment,
  type DraftAllocation,
  type OpenInstalment,
  outstandingOf,
  proposeAllocation,
  remainderOf,
  repaidOf,
  roomOf,
} from '#shared/rules/payment/allocation.ts'

export interface AllocationLine {
  readonly row: InstalmentRow
  readonly open: OpenInstalment
  readonly outstandingCents: Cents
}

/** The tranches of this employer a payment may go to, oldest due day first; those of the payer before the others. */
export function allocationLines(
  rows: readonly InstalmentRow[],
  employerId: Id | null,
  funder: string,
  repayment: boolean,
): AllocationLine[] {
  return rows
    .filter((row) => row.employerId === employerId && row.instalment.cancelledOn === null)
    .map((row) => {
      const open = openInstalment(row)
      return { row, open, outstandingCents: outstandingOf(open) }
    })
    .filter((line) => (repayment ? line.row.receivedCents > 0 : roomOf(line.open) > 0))
    .sort(
      (a, b) =>
        Number(a.row.funder !== funder) - Number(b.row.funder !== funder) ||
        compareDue(a.row.instalment.dueOn, b.row.instalment.dueOn) ||
        a.row.id - b.row.id,
    )
}

export function openInstalment(row: InstalmentRow): OpenInstalment {
  return {
    id: row.id,
    label: instalmentName(row),
    employerId: row.employerId,
    funder: row.funder,
    amountCents: row.instalment.amountCents,
    receivedCents: row.receivedCents,
    repaidCents: repaidOf(row.payments),
    dueOn: row.instalment.dueOn,
    cancelledOn: row.instalment.cancelledOn,
  }
}

/** "2101 Tranche 3", "2024-P-0412 Tranche 1" where the tranche concerns the whole agreement. */
export function instalmentName(row: InstalmentRow): string {
  return `${row.positionStateId ?? row.agreementReference} ${row.instalment.label}`
}

function compareDue(a: Day | null, b: Day | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

export type Shares = ReadonlyMap<Id, Cents>

/** Oldest first over the chosen lines (all of the payer's where none is chosen). */
export function splitAutomatically(
  amount: Cents | null,
  lines: readonly AllocationLine[],
  funder: string,
  chosen: ReadonlySet<Id> | null,
): Map<Id, Cents> {
  if (amount === null || amount === 0) return new Map()
  const eligible = lines.filter((line) =>
    chosen === null ? line.row.funder === funder : chosen.has(line.row.id),
  )
  return new Map(
    proposeAllocation(
      amount,
      eligible.map((line) => line.open),
    ).map((a) => [a.instalmentId, a.amountCents]),
  )
}

/** Checking a line gives it what the payment still has, at most what the tranche still waits for. */
export function shareFor(line: AllocationLine, amount: Cents, shares: Shares): Cents {
  const others = sumCents([...shares].filter(([id]) => id !== line.row.id).map(([, c]) => c))
  const left = amount - others
  const room = line.outstandingCents > 0 ? line.outstandingCents : roomOf(line.open)
  return amount >= 0
    ? cents(Math.max(0, Math.min(left, room)))
    : cents(Math.min(0, Math.max(left, -line.row.receivedCents)))
}

/** The tranches the opener asked for; those of the post where it named one; else none in particular. */
export function wantedIds(
  ids: readonly Id[] | undefined,
  positionId: Id | undefined,
  rows: readonly InstalmentRow[],
): ReadonlySet<Id> | null {
  if (ids !== undefined) return new Set(ids)
  if (positionId === undefined) return null
  const own = rows.filter((row) => row.positionId === positionId && row.outstandingCents > ZERO)
  return own.length === 0 ? null : new Set(own.map((row) => row.id))
}

/** Credits taken out of the payment, by the tranche overpaid; null until an amount is typed. */
export type Credits = ReadonlyMap<Id, Cents | null>

export function creditCents(credits: Credits): Cents {
  return sumCents([...credits.values()].map((amount) => amount ?? ZERO))
}

/** What the tranches still lack once the payment is given out: what the funder most likely took back. */
export function likelyCredit(
  line: AllocationLine,
  lines: readonly AllocationLine[],
  shares: Shares,
): Cents | null {
  const lacking = sumCents(
    lines.map(({ row, outstandingCents }) => {
      const share = shares.get(row.id)
      return share === undefined ? ZERO : cents(Math.max(0, outstandingCents - share))
    }),
  )
  return lacking === 0 ? null : cents(Math.min(lacking, line.row.receivedCents))
}

/** The shares, then the credits as negative ones. */
export function toAllocations(shares: Shares, credits: Credits = NO_CREDITS): DraftAllocation[] {
  const given = [...shares].map(([instalmentId, amountCents]) => ({ instalmentId, amountCents }))
  const taken = [...credits].flatMap(([instalmentId, amount]) =>
    amount === null ? [] : [{ instalmentId, amountCents: cents(-amount) }],
  )
  return [...given, ...taken]
}

export const NO_CREDITS: Credits = new Map()

export interface DraftValues {
  readonly employerId: Id
  readonly funder: string
  readonly receivedOn: Day
  readonly amountCents: Cents
  readonly bankReference: string | null
}

/** A payment already recorded, whose rest is given to tranches now. */
export type Recorded = Pick<PaymentRow, 'id' | 'allocatedCents' | 'unallocatedCents'>

export interface DraftReview {
  readonly remainderCents: Cents
  readonly allocatedCents: Cents
  /** Tranches fully received thanks to this payment. */
  readonly settled: number
  readonly findings: readonly Finding[]
  readonly refused: boolean
  /** The first open tranche that could take the remainder: "Affecter à 2103". */
  readonly nextLine: AllocationLine | null
}

export function reviewDraft(
  values: DraftValues,
  shares: Shares,
  lines: readonly AllocationLine[],
  payments: readonly PaymentRow[],
  today: Day,
  recorded: Recorded | null = null,
  credits: Credits = NO_CREDITS,
): DraftReview {
  const allocations = toAllocations(shares, credits)
  const draft = { ...values, alreadyCents: recorded?.allocatedCents ?? ZERO, allocations }
  const findings = checkPayment(
    draft,
    new Map(lines.map((line) => [line.row.id, line.open])),
    payments.filter((p) => p.id !== recorded?.id).map((p) => p.payment),
    today,
  )
  const remainderCents = remainderOf(draft)
  return {
    remainderCents,
    allocatedCents: sumCents(shares.values()),
    settled: lines.filter(
      (line) => (shares.get(line.row.id) ?? ZERO) === line.outstandingCents && line.outstandingCents > 0,
    ).length,
    findings,
    refused: findings.some((f) => f.severity === 'refused'),
    nextLine:
      remainderCents === 0
        ? null
        : (lines.find((line) => !shares.has(line.row.id) && line.outstandingCents > 0) ?? null),
  }
}
