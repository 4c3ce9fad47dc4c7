import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { Facts, Id } from '#shared/domain/facts.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { checkIdentifier } from '#shared/rules/identifiers.ts'
import { DEMO_TODAY, generateDemo } from '../../../electron/services/demo/generate-demo.ts'
import { Random } from '../../../electron/services/demo/national/random.ts'

const facts = generateDemo({ positions: 5139, seed: 1 })
const share = (part: number, whole: number) => part / whole

describe('a national file', () => {
  it('has the posts asked for, and about as many employers as the scheme', () => {
    expect(facts.positions).toHaveLength(5139)
    expect(facts.employers.length).toBeGreaterThan(3000)
    expect(facts.employers.length).toBeLessThan(3900)
    for (const positions of [1, 2, 50, 333])
      expect(generateDemo({ positions, seed: 3 }).positions).toHaveLength(positions)
  })

  it('is the same for a seed and a day, and another for another seed', () => {
    const print = (f: Facts) => createHash('sha256').update(JSON.stringify(f)).digest('hex')
    expect(print(generateDemo({ positions: 5139, seed: 1, today: DEMO_TODAY }))).toBe(print(facts))
    expect(print(generateDemo({ positions: 5139, seed: 2 }))).not.toBe(print(facts))
  })

  it('knows nothing after its day', () => {
    const today = day('2024-06-30')
    const earlier = generateDemo({ positions: 400, seed: 5, today })
    expect(earlier.payments.every((p) => p.receivedOn <= today)).toBe(true)
    expect(earlier.contracts.every((c) => c.endedOn === null || c.endedOn <= today)).toBe(true)
    expect(earlier.positions.every((p) => p.returnedOn === null || p.returnedOn <= today)).toBe(true)
    expect(earlier.instalments.every((i) => i.claimedOn === null || i.claimedOn <= today)).toBe(true)
  })

  it('spreads over sectors, zones, kinds of contracts and both waves', () => {
    const associations = facts.employers.filter((e) => e.legalForm === 'association').length
    expect(share(associations, facts.employers.length)).toBeGreaterThan(0.4)
    expect(new Set(facts.employers.map((e) => e.zone)).size).toBe(9)
    expect(new Set(facts.contracts.map((c) => c.kind)).size).toBe(10)
    expect(new Set(facts.agreements.map((a) => a.scheme))).toEqual(new Set(['v1', 'v2', 'other']))
    expect(facts.attachments.length).toBeGreaterThan(facts.positions.length)
    expect(facts.grants.some((g) => g.bonusCents > 0)).toBe(true)
    expect(facts.instalments.some((i) => i.positionId === null)).toBe(true)
    expect(facts.contractAmendments.length).toBeGreaterThan(100)
    expect(facts.agreementAmendments.length).toBeGreaterThan(20)
  })

  it('has every state a person meets', () => {
    const derived = derive(facts, DEMO_TODAY)
    const states = <T extends { readonly state: string }>(views: Iterable<T>) =>
      new Set([...views].map((v) => v.state))
    expect(states(derived.positions.values())).toEqual(new Set(['occupied', 'vacant', 'returned']))
    expect(states(derived.contracts.values())).toEqual(
      new Set(['upcoming', 'current', 'expired-open', 'ended', 'broken']),
    )
    expect(states(derived.agreements.values())).toEqual(new Set(['current', 'expired', 'settled']))
    expect(states(derived.instalments.values())).toEqual(
      new Set([
        'planned',
        'suspended',
        'claimable',
        'claimed',
        'late',
        'partly-received',
        'received',
        'cancelled',
      ]),
    )
  })

  it('has hand-overs where two people share a few days', () => {
    const byPosition = Map.groupBy(facts.contracts, (c) => c.positionId)
    const overlapping = [...byPosition.values()].filter((contracts) =>
      contracts.some((c, i) => {
        const next = contracts[i + 1]
        const last = c.endedOn ?? c.endsOn
        return next !== undefined && last !== null && next.personId !== c.personId && next.startsOn <= last
      }),
    )
    expect(overlapping.length).toBeGreaterThan(50)
  })

  it('refers only to rows that exist, and pays no more than was received', () => {
    const ids = (rows: readonly { readonly id: Id }[]) => new Set(rows.map((r) => r.id))
    const [employers, positions, persons, contracts, agreements, instalments, payments] = [
      facts.employers,
      facts.positions,
      facts.persons,
      facts.contracts,
      facts.agreements,
      facts.instalments,
      facts.payments,
    ].map(ids)
    expect(facts.attachments.every((a) => employers?.has(a.employerId) && positions?.has(a.positionId))).toBe(
      true,
    )
    expect(facts.contracts.every((c) => positions?.has(c.positionId) && persons?.has(c.personId))).toBe(true)
    expect(facts.contracts.every((c) => c.renewsId === null || contracts?.has(c.renewsId))).toBe(true)
    expect(facts.grants.every((g) => agreements?.has(g.agreementId) && positions?.has(g.positionId))).toBe(
      true,
    )
    expect(
      facts.allocations.every((a) => payments?.has(a.paymentId) && instalments?.has(a.instalmentId)),
    ).toBe(true)
    const allocated = new Map<Id, number>()
    for (const a of facts.allocations)
      allocated.set(a.paymentId, (allocated.get(a.paymentId) ?? 0) + a.amountCents)
    expect(facts.payments.every((p) => allocated.get(p.id) === p.amountCents)).toBe(true)
  })

  it('names nobody: one SIRET each, under 000, its key right', () => {
    const sirets = facts.employers.map((e) => e.siret ?? '')
    expect(new Set(sirets).size).toBe(sirets.length)
    const real = (siret: string) => !siret.startsWith('000') || !checkIdentifier('siret', siret).valid
    expect(sirets.filter(real)).toEqual([])
    const communes = facts.employers.map((e) => e.communeCode ?? '')
    expect(communes.filter((code) => !checkIdentifier('cog', code).valid)).toEqual([])
  })
})

describe('the draw', () => {
  it('is even enough, within its bounds, and the same on every machine', () => {
    const random = new Random(7)
    const drawn = Array.from({ length: 20_000 }, () => random.int(1, 6))
    for (let face = 1; face <= 6; face++) expect(drawn.filter((n) => n === face).length).toBeGreaterThan(3000)
    expect(Math.min(...drawn)).toBe(1)
    expect(Math.max(...drawn)).toBe(6)
    expect([new Random(1).int(0, 999_999), new Random(2).int(0, 999_999)]).toEqual([627_073, 734_250])
  })
})
