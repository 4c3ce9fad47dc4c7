/** The pay of a contract against the minimum wage of a day, and the days on which that wage changes. */
import { expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { wageFloor, wageRises } from '#shared/rules/engine/contracts/wage-floor.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'

function paid(kind: 'CDD' | 'titulaire') {
  const f = new FactsBuilder()
  const id = f.contract(f.position(f.employer()), '2025-01-01', kind === 'CDD' ? '2027-12-31' : null, {
    kind,
    monthlyGrossCents: cents(180_180),
  })
  f.contractAmendment({ contractId: id, effectiveOn: '2026-03-01', newMonthlyGrossCents: cents(190_000) })
  const derived = derive(f.facts(), day('2026-07-01'))
  const contract = f.facts().contracts[0]
  if (contract === undefined) throw new Error('a contract')
  return { contract, derived }
}

it('takes the pay and the wage of the day looked at, and says since when the wage holds', () => {
  const { contract, derived } = paid('CDD')
  expect(wageFloor(contract, day('2025-06-15'), derived)).toMatchObject({
    grossCents: 180_180,
    floorCents: 180_180,
    since: '2024-11-01',
  })
  expect(wageFloor(contract, day('2026-07-01'), derived)).toMatchObject({
    grossCents: 190_000,
    floorCents: 186_702,
    since: '2026-06-01',
  })
})

it('has no floor for a civil servant, whose pay follows a grid', () => {
  const { contract, derived } = paid('titulaire')
  expect(wageFloor(contract, day('2026-07-01'), derived)).toBeNull()
})

it('changes on the days of a new wage only, in order, never on those of another figure', () => {
  const { derived } = paid('CDD')
  const rises = wageRises(derived.figures)
  expect(rises.slice(-3)).toEqual(['2024-11-01', '2026-01-01', '2026-06-01'])
  expect([...rises].sort()).toEqual(rises)
  for (const on of rises) expect(wageFloor(paid('CDD').contract, on, derived)?.since).toBe(on)
})
