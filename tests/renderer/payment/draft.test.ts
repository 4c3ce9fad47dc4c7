import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents, sumCents } from '#shared/domain/money.ts'
import {
  allocationLines,
  creditCents,
  likelyCredit,
  reviewDraft,
  shareFor,
  splitAutomatically,
  toAllocations,
} from '../../../renderer/features/payment/draft.ts'
import { anInstalment, TODAY } from '../support/rows.ts'

const CDC = 'Caisse des Dépôts'
/** The four open tranches of the design's dialog. */
const ROWS = [
  anInstalment(5, '2026-12-31', 10_000),
  anInstalment(3, '2026-10-31', 10_000),
  anInstalment(1, '2026-03-31', 10_000, { receivedCents: cents(600_000) }),
  anInstalment(2, '2026-04-30', 10_000),
  anInstalment(6, '2025-01-01', 9_000, { receivedCents: cents(900_000) }),
  anInstalment(7, '2025-06-01', 9_000, { employerId: 2 }),
]
const lines = allocationLines(ROWS, 1, CDC, false)
const values = {
  employerId: 1,
  funder: CDC,
  receivedOn: day('2026-11-20'),
  amountCents: cents(1_500_000),
  bankReference: 'CDC-26-3318',
}

describe('a payment being entered', () => {
  it('offers the open tranches of its structure, oldest first', () => {
    expect(lines.map((line) => line.row.id)).toEqual([1, 2, 3, 5])
    expect(lines[0]?.outstandingCents).toBe(400_000)
  })

  it('settles the oldest first and says what remains', () => {
    const shares = splitAutomatically(cents(1_400_000), lines, CDC, null)
    expect([...shares]).toEqual([
      [1, 400_000],
      [2, 1_000_000],
    ])
    const review = reviewDraft(values, shares, lines, [], TODAY)
    expect(review.remainderCents).toBe(100_000)
    expect(review.settled).toBe(2)
    expect(review.nextLine?.row.id).toBe(3)
    expect(review.refused).toBe(false)
    expect(review.findings.map((f) => f.code)).toContain('payment.unallocated')
  })

  it('gives a checked line what the payment still has, at most what it waits for', () => {
    const third = lines[2]
    if (third === undefined) throw new Error('no third line')
    expect(shareFor(third, cents(1_500_000), new Map([[1, cents(400_000)]]))).toBe(1_000_000)
    expect(shareFor(third, cents(500_000), new Map([[1, cents(400_000)]]))).toBe(100_000)
    expect(shareFor(third, cents(400_000), new Map([[1, cents(400_000)]]))).toBe(0)
  })

  it('refuses a day in the future and more than the payment', () => {
    const review = reviewDraft(
      { ...values, receivedOn: day('2026-11-24'), amountCents: cents(100) },
      new Map([[1, cents(400_000)]]),
      lines,
      [],
      TODAY,
    )
    expect(review.refused).toBe(true)
    expect(review.findings.filter((f) => f.severity === 'refused').map((f) => f.code)).toEqual([
      'payment.future',
      'allocation.exceeds-payment',
    ])
  })

  it('offers what was received where money goes back to the funder', () => {
    expect(allocationLines(ROWS, 1, CDC, true).map((line) => line.row.id)).toEqual([6, 1])
  })

  it('takes a credit out of the payment: the tranche paid in full, the overpaid one less, the bank line between', () => {
    const received = allocationLines(ROWS, 1, CDC, true)
    const overpaid = received.find((line) => line.row.id === 6)
    if (overpaid === undefined) throw new Error('no tranche received')
    const bank = { ...values, amountCents: cents(800_000) }
    const chosen = new Set([2])
    const partly = splitAutomatically(bank.amountCents, lines, CDC, chosen)
    expect(likelyCredit(overpaid, lines, partly)).toBe(200_000)
    const credits = new Map([[6, cents(200_000)]])
    const shares = splitAutomatically(cents(800_000 + creditCents(credits)), lines, CDC, chosen)
    const review = reviewDraft(bank, shares, [...lines, overpaid], [], TODAY, null, credits)
    expect([...shares]).toEqual([[2, 1_000_000]])
    expect(review).toMatchObject({ remainderCents: 0, refused: false, settled: 1, allocatedCents: 1_000_000 })
    expect(toAllocations(shares, credits)).toEqual([
      { instalmentId: 2, amountCents: 1_000_000 },
      { instalmentId: 6, amountCents: -200_000 },
    ])
  })

  it('has no credit until its amount is typed', () => {
    expect(toAllocations(new Map(), new Map([[6, null]]))).toEqual([])
    expect(likelyCredit(lines[0] ?? never(), lines, new Map())).toBeNull()
  })

  it('pays a tranche again that gave its money back only where it is chosen', () => {
    const back = anInstalment(8, '2025-01-01', 9_000, {
      receivedCents: cents(700_000),
      outstandingCents: cents(0),
      payments: [
        { paymentId: 1, receivedOn: day('2025-02-01'), reference: null, amountCents: cents(900_000) },
        { paymentId: 2, receivedOn: day('2026-02-01'), reference: null, amountCents: cents(-200_000) },
      ],
    })
    const [line] = allocationLines([back], 1, CDC, false)
    expect(splitAutomatically(cents(500_000), line === undefined ? [] : [line], CDC, null).size).toBe(0)
    expect(shareFor(line ?? never(), cents(500_000), new Map())).toBe(200_000)
  })

  it('never allocates above the payment nor above a tranche, whatever is chosen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6_000_000 }), fc.subarray([1, 2, 3, 5]), (amount, chosen) => {
        const shares = splitAutomatically(cents(amount), lines, CDC, new Set(chosen))
        expect(sumCents(shares.values())).toBeLessThanOrEqual(amount)
        for (const line of lines)
          expect(shares.get(line.row.id) ?? 0).toBeLessThanOrEqual(line.outstandingCents)
        for (const id of shares.keys()) expect(chosen).toContain(id)
      }),
    )
  })
})

function never(): never {
  throw new Error('the line is there')
}
