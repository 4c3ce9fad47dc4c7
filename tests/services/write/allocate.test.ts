/** What of a payment no tranche has yet is given later, by the same rule; money is given back only where it was received. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { writeServices } from '../../../electron/services/write/index.ts'
import { codeOf } from '../../support/refusal-code.ts'
import { passerelles } from './given.ts'

type Given = ReturnType<typeof passerelles>

function pay({ context, employer }: Given, amount: number, given: number | null, more: object = {}) {
  return writeServices['write.recordPayment'](context, {
    employerId: employer,
    funder: 'Caisse des Dépôts',
    receivedOn: day('2026-10-01'),
    amountCents: cents(amount),
    bankReference: 'CDC-26-3318',
    titleNumber: null,
    titleIssuedOn: null,
    bordereau: null,
    p503: null,
    note: null,
    allocations:
      given === null
        ? []
        : [{ instalmentId: context.dossier.readFacts().instalments[0]?.id ?? 0, amountCents: cents(given) }],
    ...more,
  })
}

describe('The rest of a payment', () => {
  it('goes to tranches later, in one step, added to what each already has of it', () => {
    const given = passerelles()
    const { context, first, second } = given
    const { id } = pay(given, 2_500_000, 500_000)
    const allocations = [
      { instalmentId: first, amountCents: cents(1_500_000) },
      { instalmentId: second, amountCents: cents(300_000) },
    ]
    const { warnings } = writeServices['write.allocatePayment'](context, { paymentId: id, allocations })
    expect(warnings.find((each) => each.code === 'payment.unallocated')?.values).toMatchObject({
      remainderCents: 200_000,
      amountCents: 2_500_000,
    })
    expect(context.dossier.readFacts().allocations.map((each) => each.amountCents)).toEqual([
      2_000_000, 300_000,
    ])
    expect(context.dossier.undoLabel).toBe('affectation du versement CDC-26-3318')
    writeServices['write.undo'](context, {})
    expect(context.dossier.readFacts().allocations.map((each) => each.amountCents)).toEqual([500_000])
  })

  it('is never exceeded, nor what the tranche still waits for', () => {
    const given = passerelles()
    const { context, first, second } = given
    const { id } = pay(given, 2_000_000, 500_000)
    const give = (instalmentId: number, amount: number) =>
      codeOf(() =>
        writeServices['write.allocatePayment'](context, {
          paymentId: id,
          allocations: [{ instalmentId, amountCents: cents(amount) }],
        }),
      )
    expect(give(second, 1_500_001)).toBe('allocation.too-much')
    expect(give(first, 1_500_001)).toBe('allocation.too-much')
    pay(given, 100, null)
    expect(give(second, 1_400_000)).toBe('accepted')
    expect(give(first, 200_000)).toBe('allocation.exceeds-payment')
    expect(give(first, 100_000)).toBe('accepted')
  })
})

describe('A credit', () => {
  it('is written with the tranche it was taken out of, and never on a tranche the same payment pays', () => {
    const given = passerelles()
    const { context, first, second } = given
    pay(given, 1_000_000, 1_000_000)
    const { id } = pay(given, 800_000, null, {
      bankReference: 'CDC-26-3319',
      allocations: [
        { instalmentId: second, amountCents: cents(900_000) },
        { instalmentId: first, amountCents: cents(-200_000) },
      ],
    })
    expect(context.dossier.readFacts().allocations.map((each) => each.amountCents)).toEqual([
      1_000_000, 900_000, -200_000,
    ])
    const rest = (instalmentId: number, amount: number) => () =>
      writeServices['write.allocatePayment'](context, {
        paymentId: id,
        allocations: [{ instalmentId, amountCents: cents(amount) }],
      })
    expect(codeOf(rest(first, 100_000))).toBe('allocation.paid-and-credited')
    expect(codeOf(rest(second, -100_000))).toBe('allocation.paid-and-credited')
    expect(codeOf(rest(second, 100_000))).toBe('accepted')
  })
})

describe('A repayment', () => {
  it('is refused where the structure has not received as much by that day', () => {
    const given = passerelles()
    expect(codeOf(() => pay(given, -100_000, null))).toBe('repayment.not-received')
    pay(given, 100_000, 100_000)
    expect(codeOf(() => pay(given, -100_001, null))).toBe('repayment.not-received')
    expect(codeOf(() => pay(given, -100_000, null, { receivedOn: day('2026-09-30') }))).toBe(
      'repayment.not-received',
    )
    expect(codeOf(() => pay(given, -60_000, -60_000))).toBe('accepted')
    expect(codeOf(() => pay(given, -60_000, null))).toBe('repayment.not-received')
  })

  it('is only questioned where another payer gave the money', () => {
    const given = passerelles()
    pay(given, 100_000, 100_000)
    const { warnings } = pay(given, -50_000, null, { funder: 'Région' })
    expect(warnings.map((each) => each.code)).toContain('repayment.other-payer')
  })
})

describe('A scale and its years', () => {
  it('are one step to undo, whether created or changed', () => {
    const { context } = passerelles()
    const values = {
      name: 'Barème essai',
      scheme: 'v2',
      sector: 'private',
      bonus: false,
      territory: null,
      source: 'Convention',
      confidence: 'to-check',
    }
    const years = (...amounts: number[]) =>
      amounts.map((amount) => ({ baseCents: cents(amount), bonusCents: cents(0) }))
    const amounts = () => context.dossier.readFacts().aidScaleYears.map((each) => each.baseCents)
    const { id } = writeServices['write.aidScale'](context, { id: null, values, years: years(3, 2, 1) })
    writeServices['write.aidScale'](context, {
      id,
      values: { ...values, name: 'Barème corrigé' },
      years: years(30, 20),
    })
    expect(amounts()).toEqual([30, 20])
    expect(context.dossier.undoLabel).toBe('modification : barème « Barème corrigé »')
    writeServices['write.undo'](context, {})
    expect(amounts()).toEqual([3, 2, 1])
    expect(context.dossier.readFacts().aidScales[0]?.name).toBe('Barème essai')
    writeServices['write.undo'](context, {})
    expect(context.dossier.readFacts().aidScales).toEqual([])
    expect(amounts()).toEqual([])
  })
})
