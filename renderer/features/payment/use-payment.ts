/** State of the payment dialog: the values typed, the split, and what the rule says of both at each change. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { InstalmentRow, PaymentRow } from '#shared/api/rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { type Cents, ZERO } from '#shared/domain/money.ts'
import {
  type AllocationLine,
  allocationLines,
  type DraftReview,
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
  readonly review: DraftReview | null
  set(next: Partial<PaymentValues>): void
  toggle(line: AllocationLine, chosen: boolean): void
  setShare(line: AllocationLine, amount: Cents | null): void
  split(): void
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
  /** Until a line is touched, the split follows the amount typed. */
  const byHand = useRef(false)
  const repayment = (values.amountCents ?? 0) < 0
  /** What may go to tranches: the amount typed, or what of a recorded payment none has yet. */
  const toGive = recorded?.unallocatedCents ?? values.amountCents
  const lines = useMemo(
    () => allocationLines(rows, values.employerId, values.funder, repayment),
    [rows, values.employerId, values.funder, repayment],
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
      lines,
      payments,
      today,
      recorded,
    )
  }, [values, shares, lines, payments, today, recorded])

  const change = (line: AllocationLine, amount: Cents | null) => {
    byHand.current = true
    setShares((now) => {
      const next = new Map(now)
      if (amount === null) next.delete(line.row.id)
      else next.set(line.row.id, amount)
      return next
    })
  }
  return {
    values,
    lines,
    shares,
    review,
    set(next) {
      const moved = next.employerId !== undefined && next.employerId !== values.employerId
      if (moved) {
        byHand.current = false
        setShares(new Map())
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
  }
}

/** Who pays this employer: the funder of its oldest open tranche, else of any of its tranches. */
export function usualFunder(rows: readonly InstalmentRow[], employerId: Id | null): string {
  const own = rows.filter((row) => row.employerId === employerId)
  const open = allocationLines(own, employerId, '', false)[0]?.row
  return (open ?? own[0])?.funder ?? ''
}
