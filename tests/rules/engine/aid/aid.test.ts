/** The aid engine on told cases: shared tranches, transfers, a V1, amendments, returned posts, funders side by side. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { aidOfAgreement, aidOfPosition, derive } from '#shared/rules/engine/derive.ts'
import { agreementLabelCode, mainShare } from '#shared/rules/engine/states/agreement-label.ts'
import { agreementLabel } from '#shared/text/rules/labels.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

describe('an agreement on several posts', () => {
  it('shares a common payment by what each post is notified, to the cent', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const posts = [f.position(employer), f.position(employer), f.position(employer)]
    const agreement = f.agreement(employer, '2026-01-01', '2026-12-31')
    for (const post of posts) f.grants(agreement, post, [10_000])
    const tranche = f.instalment(agreement, 30_000, { dueOn: '2026-03-31' })
    f.payment(employer, '2026-04-15', 10_000, [[tranche, 10_000]])
    const derived = derive(f.facts(), day('2026-06-30'))
    expect(posts.map((p) => aidOfPosition(derived, p).receivedCents)).toEqual([3_333_33, 3_333_34, 3_333_33])
    expect(posts.map((p) => aidOfPosition(derived, p).lateCents)).toEqual([6_666_67, 6_666_66, 6_666_67])
    expect(aidOfAgreement(derived, agreement)).toMatchObject({
      receivedCents: 10_000_00,
      lateCents: 20_000_00,
    })
  })

  it('splits what is still to come of each post by what it waits for, to the cent', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const posts = [17_500, 20_000, 25_833.33].map((euros) => {
      const post = f.position(employer)
      f.contract(post, '2025-01-01', null)
      return [post, euros] as const
    })
    const agreement = f.agreement(employer, '2025-01-01', '2027-12-31')
    for (const [post, euros] of posts) f.grants(agreement, post, [euros])
    const received = f.instalment(agreement, 21_111.11, { dueOn: '2025-03-31' })
    f.payment(employer, '2025-04-15', 10_000.01, [[received, 10_000.01]])
    f.instalment(agreement, 21_111.11, { dueOn: '2026-06-30', conditions: 'Bilan' })
    f.instalment(agreement, 21_111.11, { dueOn: '2027-06-30' })
    const derived = derive(f.facts(), day('2026-09-01'))
    for (const [post] of posts) {
      const { amounts } = derived.sharesByPosition.get(post)?.[0] ?? {}
      const { lateCents = 0, suspendedCents = 0, plannedCents = 0 } = amounts ?? {}
      expect(Math.min(lateCents, suspendedCents, plannedCents)).toBeGreaterThan(0)
      expect(lateCents + suspendedCents + plannedCents).toBe(amounts?.outstandingCents)
    }
  })

  it('gives the tranches of one post to it, and shares the others by what is left to each', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const [a, b] = [f.position(employer), f.position(employer)]
    const agreement = f.agreement(employer, '2026-01-01', '2026-12-31')
    f.grants(agreement, a, [34_000])
    f.grants(agreement, b, [44_000])
    const common = f.instalment(agreement, 68_000, { dueOn: '2026-03-31' })
    f.instalment(agreement, 10_000, { positionId: b, dueOn: '2026-09-30' })
    f.payment(employer, '2026-03-31', 68_000, [[common, 68_000]])
    const derived = derive(f.facts(), day('2026-06-30'))
    expect(aidOfPosition(derived, a)).toMatchObject({ receivedCents: 34_000_00, outstandingCents: 0 })
    expect(aidOfPosition(derived, b)).toMatchObject({ receivedCents: 34_000_00, outstandingCents: 10_000_00 })
  })

  it('without any post nor yearly amount counts its tranches, earned as time goes', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const agreement = f.agreement(employer, '2026-01-01', '2026-12-31', {
      scheme: 'other',
      funderKind: 'region',
    })
    f.instalment(agreement, 12_000, { dueOn: '2026-03-31' })
    const derived = derive(f.facts(), day('2026-06-30'))
    expect(aidOfAgreement(derived, agreement)).toMatchObject({
      notifiedCents: 12_000_00,
      earnedCents: 6_000_00,
    })
  })
})

describe('earning', () => {
  it('stops for the employer the post leaves and starts with the agreement of the next one', () => {
    const f = new FactsBuilder()
    const [a, b] = [f.employer(), f.employer()]
    const post = f.position(null)
    f.attachment({ positionId: post, employerId: a, startsOn: '2026-01-01', endsOn: '2026-06-30' })
    f.attachment({ positionId: post, employerId: b, startsOn: '2026-07-01' })
    f.contract(post, '2025-09-01', null)
    const former = f.agreement(a, '2026-01-01', '2026-12-31')
    const next = f.agreement(b, '2026-01-01', '2026-12-31')
    for (const agreement of [former, next]) f.grants(agreement, post, [12_000])
    const derived = derive(f.facts(), day('2026-12-31'))
    expect(aidOfAgreement(derived, former).earnedCents).toBe(6_000_00)
    expect(aidOfAgreement(derived, next).earnedCents).toBe(6_000_00)
  })

  it('does not begin later because the post was entered in the file later', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer, { startsOn: '2026-10-15' })
    f.contract(post, '2025-09-01', null)
    const agreement = f.agreement(employer, '2026-01-01', '2026-12-31')
    f.grants(agreement, post, [12_000])
    expect(aidOfAgreement(derive(f.facts(), day('2026-12-31')), agreement).earnedCents).toBe(12_000_00)
  })

  it('counts the days of two contracts at a hand-over once, and an early end to its last day', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer)
    f.contract(post, '2026-01-01', null, { endedOn: '2026-03-31', endMotive: 'resignation' })
    f.contract(post, '2026-03-01', '2026-12-31', { endedOn: '2026-09-30', endMotive: 'resignation' })
    const agreement = f.agreement(employer, '2026-01-01', '2026-12-31', { earningMethod: 'days' })
    f.grants(agreement, post, [36_500])
    expect(aidOfAgreement(derive(f.facts(), day('2026-12-31')), agreement).earnedCents).toBe(273 * 100_00)
  })

  it('stops when the post is given back, and with the end an amendment moved to the past', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer, { returnedOn: '2026-06-30' })
    f.contract(post, '2025-09-01', null)
    const agreement = f.agreement(employer, '2026-01-01', '2026-12-31')
    f.grants(agreement, post, [12_000])
    expect(aidOfAgreement(derive(f.facts(), day('2026-12-31')), agreement).earnedCents).toBe(6_000_00)

    const g = new FactsBuilder()
    const other = g.employer()
    const held = g.position(other)
    g.contract(held, '2025-01-01', null)
    const shortened = g.agreement(other, '2025-01-01', '2027-12-31')
    g.grants(shortened, held, [12_000, 12_000, 12_000])
    g.agreementAmendment({ agreementId: shortened, effectiveOn: '2026-10-01', newEndsOn: '2026-06-30' })
    // Two years reached, the second one cut: its whole amount is earned over the months left of it.
    expect(aidOfAgreement(derive(g.facts(), day('2026-11-23')), shortened)).toMatchObject({
      notifiedCents: 36_000_00,
      earnedCents: 24_000_00,
    })
  })

  it('spreads the single amount of a V1 over its whole length', () => {
    const f = new FactsBuilder()
    const employer = f.employer({ sector: 'public' })
    const post = f.position(employer)
    f.contract(post, '2022-07-01', null)
    const agreement = f.agreement(employer, '2022-07-01', '2024-06-30', { scheme: 'v1' })
    f.grants(agreement, post, [50_000])
    const earned = (d: string) => aidOfAgreement(derive(f.facts(), day(d)), agreement).earnedCents
    expect([earned('2023-06-30'), earned('2024-06-30'), earned('2026-01-01')]).toEqual([
      25_000_00, 50_000_00, 50_000_00,
    ])
  })
})

describe('what is at risk', () => {
  it('is what was received beyond what is earned, and nothing once the agreement is settled', () => {
    const build = (settledOn: string | null) => {
      const f = new FactsBuilder()
      const employer = f.employer()
      const post = f.position(employer)
      f.contract(post, '2026-01-01', '2026-03-31', { endedOn: '2026-03-31' })
      const agreement = f.agreement(employer, '2026-01-01', '2026-12-31', { settledOn })
      f.grants(agreement, post, [12_000])
      const tranche = f.instalment(agreement, 12_000, { positionId: post, dueOn: '2026-02-28' })
      f.payment(employer, '2026-02-15', 12_000, [[tranche, 12_000]])
      return aidOfAgreement(derive(f.facts(), day('2027-03-31')), agreement).overpaidCents
    }
    expect(build(null)).toBe(9_000_00)
    expect(build('2027-03-01')).toBe(0)
  })

  it('counts money received beyond the notified amount', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer)
    f.contract(post, '2026-01-01', null)
    const agreement = f.agreement(employer, '2026-01-01', '2026-12-31')
    f.grants(agreement, post, [12_000])
    const tranche = f.instalment(agreement, 12_000, { positionId: post })
    f.payment(employer, '2026-12-15', 12_500, [[tranche, 12_500]])
    expect(aidOfAgreement(derive(f.facts(), day('2026-12-31')), agreement)).toMatchObject({
      receivedCents: 12_000_00,
      excessCents: 500_00,
      outstandingCents: 0,
      overpaidCents: 500_00,
    })
  })
})

describe('cancelled tranches', () => {
  it('already taken out of the grants are not cancelled twice', () => {
    const build = (yearly: readonly number[]) => {
      const f = new FactsBuilder()
      const employer = f.employer()
      const post = f.position(employer)
      const agreement = f.agreement(employer, '2024-04-01', '2027-03-31')
      f.grants(agreement, post, yearly)
      const first = f.instalment(agreement, 20_000, { positionId: post })
      f.instalment(agreement, 14_000, { positionId: post, dueOn: '2026-05-31' })
      f.instalment(agreement, 10_000, { positionId: post, cancelledOn: '2026-04-30' })
      f.payment(employer, '2024-05-28', 20_000, [[first, 20_000]])
      return aidOfAgreement(derive(f.facts(), day('2026-11-23')), agreement)
    }
    expect(build([20_000, 14_000, 10_000])).toMatchObject({
      cancelledCents: 10_000_00,
      outstandingCents: 14_000_00,
    })
    expect(build([20_000, 14_000])).toMatchObject({ cancelledCents: 0, outstandingCents: 14_000_00 })
  })
})

describe('several funders of one post', () => {
  it('add up side by side and are named together', () => {
    const f = new FactsBuilder()
    const employer = f.employer({ sector: 'public' })
    const post = f.position(employer)
    const v2 = f.agreement(employer, '2026-01-01', '2028-12-31')
    f.grants(v2, post, [17_500, 12_500, 12_500], [2_500, 5_000, 0])
    const region = f.agreement(employer, '2026-01-01', '2026-12-31', {
      scheme: 'other',
      funderKind: 'region',
    })
    f.grants(region, post, [5_000])
    const derived = derive(f.facts(), day('2026-06-30'))
    expect(aidOfPosition(derived, post).notifiedCents).toBe(55_000_00)
    const code = agreementLabelCode(derived.sharesByPosition.get(post) ?? [])
    expect(code).toBe('v2-bonus+region')
    expect(agreementLabel(code)).toBe('V2 bonifiée + Région')
    expect(agreementLabel(null)).toBe('—')
  })
  it('show the post under the State’s aid that runs, the one that ends last first', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer)
    const agreements = [
      f.agreement(employer, '2021-01-01', '2024-12-31', { scheme: 'v1' }),
      f.agreement(employer, '2025-01-01', '2026-12-31'),
      f.agreement(employer, '2025-06-01', '2027-05-31'),
      f.agreement(employer, '2026-01-01', '2029-12-31', { scheme: 'other', funderKind: 'region' }),
    ]
    for (const agreement of agreements) f.grants(agreement, post, [10_000])
    const main = (on: string) =>
      mainShare(derive(f.facts(), day(on)).sharesByPosition.get(post) ?? [])?.agreement.agreement.id
    expect(['2024-06-30', '2025-03-31', '2026-06-30', '2028-06-30'].map(main)).toEqual(agreements)
  })
})
