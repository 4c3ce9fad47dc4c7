/** Days a post stood empty: where each vacancy begins and ends, past ones included. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

const viewAt = (f: FactsBuilder, post: number, on: string) => derive(f.facts(), day(on)).positions.get(post)

describe('a vacancy', () => {
  it('of the past keeps its last day and its length', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    f.contract(post, '2025-01-01', '2025-03-31')
    f.contract(post, '2025-05-01', null)
    expect(viewAt(f, post, '2026-01-15')?.vacancies).toEqual([
      { from: '2025-04-01', to: '2025-04-30', days: 30 },
    ])
  })

  it('begins on the day after the last one, and counts that day', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    f.contract(post, '2025-01-01', '2025-03-31')
    expect(viewAt(f, post, '2025-03-31')?.vacancies).toEqual([])
    expect(viewAt(f, post, '2025-04-01')?.vacancies).toEqual([{ from: '2025-04-01', to: null, days: 1 }])
  })

  it('ends the day before a holder already announced only once that day has passed', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    f.contract(post, '2025-01-01', '2025-03-31')
    f.contract(post, '2025-05-01', null)
    expect(viewAt(f, post, '2025-04-30')?.vacancies).toEqual([{ from: '2025-04-01', to: null, days: 30 }])
    expect(viewAt(f, post, '2025-05-01')?.vacancies[0]).toMatchObject({ to: '2025-04-30', days: 30 })
  })

  it('is not hidden by an agreement signed after it', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer)
    f.contract(post, '2024-01-01', '2024-06-30')
    f.contract(post, '2024-09-01', null)
    f.grants(f.agreement(employer, '2025-01-01', '2027-12-31'), post, [20_000])
    expect(viewAt(f, post, '2025-02-01')?.vacancies).toEqual([
      { from: '2024-07-01', to: '2024-08-31', days: 62 },
    ])
  })

  it('is none while the absent holder has no term and a replacement has one', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    f.contract(post, '2025-01-01', null)
    f.contract(post, '2026-03-01', '2026-09-30', { ground: 'replacement' })
    expect(viewAt(f, post, '2026-12-01')).toMatchObject({
      occupied: [{ from: '2025-01-01', to: null }],
      vacancies: [],
    })
  })
})
