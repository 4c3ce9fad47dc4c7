/** State of the payment dialog: the values typed, the split, and what the rule says of both at each change. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { InstalmentRow, PaymentRow } from '#shared/api/views/grid-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { type Cents, cents, ZERO } from '#shared/domain/money.ts'
import {
  type AllocationLine,
  allocationLines,
  type Credits,
  creditCents,
  type DraftReview,
  likelyCredit,
  NO_CREDITS,
  type Recorded,
  reviewDraft,
  type Shares,
  shareFor,
  splitAutomatically,
} from './draft.ts'

export interface PaymentValues {
  readonly employerId: Id | null
  readonly funder: string
  readonly amountCents: Cents | null
  readonly receivedOn: Day | null
  readonly bankReference: string
  readonly titleNumber: string
  readonly titleIssuedOn: Day | null
  readonly bordereau: string
  readonly p503: string
  readonly note: string
}

export interface PaymentState {
  readonly values: PaymentValues
  readonly lines: readonly AllocationLine[]
  readonly shares: Shares
  /** Tranches a credit may be taken from: those that received money, and are not paid by this payment. */
  readonly creditLines: readonly AllocationLine[]
  readonly credits: Credits
  /** The bank line, or what of it no tranche has yet. */
  readonly arrivedCents: Cents | null
  readonly review: DraftReview | null
  set(next: Partial<PaymentValues>): void
  toggle(line: AllocationLine, chosen: boolean): void
  setShare(line: AllocationLine, amount: Cents | null): void
  split(): void
  /** The amount of a credit; null is not typed yet. */
  setCredit(id: Id, amount: Cents | null): void
  addCredit(line: AllocationLine): void
  removeCredit(id: Id): void
}

export function usePayment(
  first: PaymentValues,
  rows: readonly InstalmentRow[],
  payments: readonly PaymentRow[],
  wanted: ReadonlySet<Id> | null,
  today: Day,
  recorded: Recorded | null = null,
): PaymentState {
  const [values, setValues] = useState(first)
  const [shares, setShares] = useState<Shares>(new Map())
  const [typedCredits, setCredits] = useState<Credits>(NO_CREDITS)
  /** Until a line is touched, the split follows the amount typed. */
  const byHand = useRef(false)
  const repayment = (values.amountCents ?? 0) < 0
  // Money given back has no credit to take out of it.
  const credits = repayment ? NO_CREDITS : typedCredits
  /** What may go to tranches: the amount typed, or what of a recorded payment none has yet; credits come on top. */
  const arrived = recorded?.unallocatedCents ?? values.amountCents
  const toGive = arrived === null ? null : cents(arrived + creditCents(credits))
  const received = useMemo(
    () => allocationLines(rows, values.employerId, values.funder, true),
    [rows, values.employerId, values.funder],
  )
  const lines = useMemo(
    () =>
      repayment
        ? received
        : allocationLines(rows, values.employerId, values.funder, false).filter(
            (l) => !credits.has(l.row.id),
          ),
    [rows, values.employerId, values.funder, repayment, received, credits],
  )

  useEffect(() => {
    if (byHand.current) return
    setShares(splitAutomatically(toGive, lines, values.funder, wanted))
  }, [toGive, values.funder, lines, wanted])

  const review = useMemo(() => {
    const { employerId, amountCents, receivedOn, funder } = values
    if (employerId === null || amountCents === null || receivedOn === null || funder.trim() === '')
      return null
    const bankReference = values.bankReference.trim() === '' ? null : values.bankReference.trim()
    return reviewDraft(
      { employerId, amountCents, receivedOn, funder: funder.trim(), bankReference },
      shares,
      repayment ? lines : [...lines, ...received.filter((line) => credits.has(line.row.id))],
      payments,
      today,
      recorded,
      credits,
    )
  }, [values, shares, lines, payments, today, recorded, repayment, received, credits])

  const change = (line: AllocationLine, amount: Cents | null) => {
    byHand.current = true
    setShares((now) => {
      const next = new Map(now)
      if (amount === null) next.delete(line.row.id)
      else next.set(line.row.id, amount)
      return next
    })
  }
  const setCredit = (id: Id, amount: Cents | null) => setCredits((now) => new Map(now).set(id, amount))
  return {
    values,
    lines,
    shares,
    creditLines: repayment ? [] : received.filter((l) => credits.has(l.row.id) || !shares.has(l.row.id)),
    credits,
    arrivedCents: arrived,
    review,
    set(next) {
      const moved = next.employerId !== undefined && next.employerId !== values.employerId
      if (moved) {
        byHand.current = false
        setShares(new Map())
        setCredits(NO_CREDITS)
      }
      const funder = moved ? { funder: usualFunder(rows, next.employerId ?? null) } : {}
      setValues((now) => ({ ...now, ...funder, ...next }))
    },
    toggle(line, chosen) {
      change(line, chosen ? shareFor(line, toGive ?? ZERO, shares) : null)
    },
    setShare: change,
    split() {
      byHand.current = false
      setShares(splitAutomatically(toGive, lines, values.funder, null))
    },
    setCredit,
    addCredit: (line) => setCredit(line.row.id, likelyCredit(line, lines, shares)),
    removeCredit: (id) => setCredits((now) => new Map([...now].filter(([each]) => each !== id))),
  }
}

/** Who pays this employer: the funder of its oldest open tranche, else of any of its tranches. */
export function usualFunder(rows: readonly InstalmentRow[], employerId: Id | null): string {
  const own = rows.filter((row) => row.employerId === employerId)
  const open = allocationLines(own, employerId, '', false)[0]?.row
  return (open ?? own[0])?.funder ?? ''
}
