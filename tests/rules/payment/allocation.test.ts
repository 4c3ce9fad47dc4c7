import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents, sumCents } from '#shared/domain/money.ts'
import {
  checkPayment,
  type OpenInstalment,
  outstandingOf,
  type PaymentDraft,
  proposeAllocation,
  remainderOf,
} from '#shared/rules/payment/allocation.ts'

const today = day('2026-11-23')

function tranche(id: number, over: Partial<OpenInstalment> = {}): OpenInstalment {
  return {
    id,
    label: `210${id} Tranche 3`,
    employerId: 1,
    funder: 'Caisse des Dépôts',
    amountCents: cents(1_000_000),
    receivedCents: cents(0),
    repaidCents: cents(0),
    dueOn: day('2026-10-31'),
    cancelledOn: null,
    ...over,
  }
}

function versement(over: Partial<PaymentDraft> = {}): PaymentDraft {
  return {
    employerId: 1,
    funder: 'Caisse des Dépôts',
    receivedOn: day('2026-11-20'),
    amountCents: cents(1_500_000),
    bankReference: 'CDC-26-3318',
    allocations: [],
    ...over,
  }
}

function codes(draft: PaymentDraft, tranches: OpenInstalment[], severity: 'refused' | 'warning'): string[] {
  const byId = new Map(tranches.map((t) => [t.id, t]))
  return checkPayment(draft, byId, [], today)
    .filter((f) => f.severity === severity)
    .map((f) => f.code)
}

describe('A payment is proposed to the oldest tranches first', () => {
  it('settles the partly received tranche, then the next, and keeps the rest unallocated', () => {
    const tranches = [
      tranche(2, { dueOn: day('2026-04-30') }),
      tranche(1, { dueOn: day('2026-03-31'), receivedCents: cents(600_000) }),
    ]
    const allocations = proposeAllocation(cents(1_500_000), tranches)
    expect(allocations).toEqual([
      { instalmentId: 1, amountCents: 400_000 },
      { instalmentId: 2, amountCents: 1_000_000 },
    ])
    expect(remainderOf(versement({ allocations }))).toBe(100_000)
  })

  it('leaves a tranche without a due day for last, and never touches a cancelled one', () => {
    const tranches = [tranche(1, { dueOn: null }), tranche(2, { cancelledOn: today }), tranche(3)]
    expect(proposeAllocation(cents(1_500_000), tranches).map((a) => a.instalmentId)).toEqual([3, 1])
  })

  it('takes a repayment back from the latest tranche received', () => {
    const tranches = [
      tranche(1, { receivedCents: cents(1_000_000), dueOn: day('2025-01-31') }),
      tranche(2, { receivedCents: cents(300_000), dueOn: day('2026-01-31') }),
    ]
    expect(proposeAllocation(cents(-500_000), tranches)).toEqual([
      { instalmentId: 2, amountCents: -300_000 },
      { instalmentId: 1, amountCents: -200_000 },
    ])
  })

  it('never proposes more than the payment nor more than a tranche waits for', () => {
    const anyTranche = fc.record({ amount: fc.nat(2_000_000), received: fc.nat(2_000_000) })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.array(anyTranche, { maxLength: 8 }),
        (amount, list) => {
          const tranches = list.map((t, i) =>
            tranche(i + 1, { amountCents: cents(t.amount), receivedCents: cents(t.received) }),
          )
          const allocations = proposeAllocation(cents(amount), tranches)
          const draft = versement({ amountCents: cents(amount), allocations })
          expect(codes(draft, tranches, 'refused')).toEqual([])
          const waited = sumCents(tranches.map(outstandingOf))
          expect(sumCents(allocations.map((a) => a.amountCents))).toBe(Math.min(amount, waited))
        },
      ),
    )
  })
})

describe('A payment is refused where it cannot be', () => {
  it.each([
    ['payment.amount-zero', versement({ amountCents: cents(0) }), tranche(1)],
    ['payment.future', versement({ receivedOn: day('2026-11-24') }), tranche(1)],
    ['allocation.unknown-instalment', allocated(9, 100), tranche(1)],
    ['allocation.other-employer', allocated(1, 100), tranche(1, { employerId: 2 })],
    ['allocation.cancelled', allocated(1, 100), tranche(1, { cancelledOn: today })],
    ['allocation.nothing-left', allocated(1, 100), tranche(1, { receivedCents: cents(1_000_000) })],
    ['allocation.too-much', allocated(1, 1_000_001), tranche(1)],
    ['allocation.credit-too-large', allocated(1, -100), tranche(1, { receivedCents: cents(100) })],
    ['allocation.credit-too-large', allocated(1, 100, -100), tranche(1)],
    ['allocation.amount-zero', allocated(1, 0), tranche(1)],
    ['allocation.exceeds-payment', allocated(1, 200, 100), tranche(1)],
    ['allocation.repays-too-much', allocated(1, -200, -300), tranche(1, { receivedCents: cents(100) })],
  ] as const)('%s', (code, draft, open) => {
    expect(codes(draft, [open], 'refused')).toContain(code)
  })

  it('says a tranche ticked twice', () => {
    const part = { instalmentId: 1, amountCents: cents(100) }
    expect(codes(versement({ allocations: [part, part] }), [tranche(1)], 'refused')).toEqual([
      'allocation.twice',
    ])
  })
})

describe('A payment that is only unusual is accepted and said', () => {
  it('late, partial, from another payer, not wholly allocated', () => {
    const open = tranche(1, { funder: 'Département', dueOn: day('2026-10-31') })
    expect(codes(allocated(1, 400_000), [open], 'warning').sort()).toEqual([
      'allocation.other-funder',
      'allocation.partial',
      'payment.late',
      'payment.unallocated',
    ])
  })

  it('recognises money typed twice', () => {
    const draft = versement()
    const found = checkPayment(draft, new Map(), [versement()], today).map((f) => f.code)
    expect(found).toContain('payment.duplicate')
  })
})

describe('A credit the funder takes out of a payment', () => {
  const overpaid = tranche(1, { receivedCents: cents(1_000_000) })
  const due = tranche(2, { dueOn: day('2026-10-31') })
  const credited = (share: number, credit: number, amount: number) =>
    versement({
      amountCents: cents(amount),
      allocations: [
        { instalmentId: 2, amountCents: cents(share) },
        { instalmentId: 1, amountCents: cents(-credit) },
      ],
    })

  it('leaves the bank line as it is: 10 000 on the tranche, 2 000 less on the overpaid one, 8 000 in the bank', () => {
    const draft = credited(1_000_000, 200_000, 800_000)
    expect(codes(draft, [overpaid, due], 'refused')).toEqual([])
    expect(remainderOf(draft)).toBe(0)
    // The money is late on the tranche paid, not on the one it was taken from.
    const late = checkPayment(
      draft,
      new Map([
        [1, overpaid],
        [2, due],
      ]),
      [],
      today,
    )
    expect(late.filter((f) => f.code === 'payment.late').map((f) => f.values.label)).toEqual([
      '2102 Tranche 3',
    ])
  })

  it('is never more than the overpaid tranche received, nor more than the payment brings', () => {
    const poor = tranche(1, { receivedCents: cents(199_999) })
    expect(codes(credited(1_000_000, 200_000, 800_000), [poor, due], 'refused')).toEqual([
      'allocation.repays-too-much',
    ])
    expect(codes(credited(100_000, 200_000, 800_000), [overpaid, due], 'refused')).toEqual([
      'allocation.credit-too-large',
    ])
    expect(codes(credited(1_000_000, 199_999, 800_000), [overpaid, due], 'refused')).toEqual([
      'allocation.exceeds-payment',
    ])
  })

  it('is not waited for again by its tranche, which may all the same be paid again by hand', () => {
    const back = tranche(1, { receivedCents: cents(800_000), repaidCents: cents(200_000) })
    expect(outstandingOf(back)).toBe(0)
    expect(proposeAllocation(cents(500_000), [back])).toEqual([])
    expect(codes(allocated(1, 200_000, 200_000), [back], 'refused')).toEqual([])
    expect(codes(allocated(1, 200_001, 300_000), [back], 'refused')).toEqual(['allocation.too-much'])
  })

  it('is accepted where the shares add up within the payment, and only there', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 1_000_000 }),
        (a, b, bank) => {
          fc.pre(a > 0 && b > 0)
          const isIn = a - b >= 0 && a - b <= bank
          expect(codes(credited(a, b, bank), [overpaid, due], 'refused').length === 0).toBe(isIn)
        },
      ),
    )
  })
})

function allocated(instalmentId: number, amount: number, total = 1_500_000): PaymentDraft {
  return versement({
    amountCents: cents(total),
    allocations: [{ instalmentId, amountCents: cents(amount) }],
  })
}
