import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import type { ServiceContext } from '../../../electron/services/service.ts'
import { settingsServices } from '../../../electron/services/settings/index.ts'
import { dossierWith, TEST_NOW } from '../../support/memory-dossier.ts'
import { passerelles } from '../../support/passerelles.ts'

const { facts } = passerelles()
const context = (dossier: ReturnType<typeof dossierWith>): ServiceContext => ({
  dossier,
  today: day('2026-11-23'),
  now: TEST_NOW,
  who: 'Test',
})

describe('what the settings screen reads', () => {
  it('lists the built-in figures with their source, the user’s beside them', () => {
    const dossier = dossierWith({
      ...facts,
      ruleFigures: [
        {
          id: 900,
          code: 'cdd.max-months',
          validFrom: day('2026-01-01'),
          value: 24,
          source: 'Accord de branche',
          confidence: 'secondary',
        },
      ],
    })
    const view = settingsServices['read.figures'](context(dossier), {})
    const months = view.all.filter((figure) => figure.code === 'cdd.max-months')
    expect(months.map((figure) => [figure.value, figure.builtIn])).toEqual([
      [18, true],
      [24, false],
    ])
    expect(view.own.map((row) => row.id)).toEqual([900])
  })

  it('answers the settings kept in the dossier', () => {
    const dossier = dossierWith({ ...facts, settings: [{ key: 'deadlines.lead', value: '{}' }] })
    expect(settingsServices['read.settings'](context(dossier), {})).toEqual([
      { key: 'deadlines.lead', value: '{}' },
    ])
  })
})

describe('a change checked before it is written', () => {
  const dossier = dossierWith(facts)
  const check = (values: Record<string, string | number | null>) =>
    settingsServices['read.check'](context(dossier), { entity: 'contract', id: null, values })
  const position = facts.positions[0]?.id ?? 0
  const person = facts.persons[0]?.id ?? 0

  it('says what would be refused, at its field, and writes nothing', () => {
    const before = dossier.revision
    const { refusals } = check({
      positionId: position,
      personId: person,
      kind: 'CDI',
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
    })
    expect(refusals.map((r) => [r.field, r.code])).toEqual([['endsOn', 'contract.permanent-with-end']])
    expect(dossier.revision).toBe(before)
  })

  it('says what would only be warned of', () => {
    const { refusals, warnings } = check({
      positionId: position,
      personId: person,
      kind: 'CDD',
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
    })
    expect(refusals).toEqual([])
    expect(warnings.map((w) => w.code)).toContain('contract.overlap')
  })
})

describe('a contract being typed', () => {
  const dossier = dossierWith(facts)
  const vacant = facts.positions.find((position) => position.stateId === '2104')?.id ?? 0
  const check = (more: Partial<Parameters<(typeof settingsServices)['read.contractCheck']>[1]>) =>
    settingsServices['read.contractCheck'](context(dossier), {
      id: null,
      positionId: vacant,
      personId: null,
      kind: 'CDD',
      startsOn: day('2027-01-04'),
      endsOn: day('2027-05-31'),
      weeklyMinutes: 2100,
      monthlyGrossCents: cents(210_000),
      renewsId: null,
      ground: 'employment-policy',
      ...more,
    })

  it('has nothing to say of a funded CDD with its ground, above the minimum wage', () => {
    expect(check({}).map((finding) => finding.code)).toEqual([])
  })

  it('says that a ground is missing, that the pay is under the minimum wage, that the aid ends before', () => {
    const codes = check({
      ground: null,
      monthlyGrossCents: cents(150_000),
      endsOn: day('2027-12-31'),
    }).map((finding) => finding.code)
    expect(codes).toEqual(
      expect.arrayContaining(['contract.ground-missing', 'contract.wage-below', 'contract.beyond-funding']),
    )
  })

  it('says that it is longer than the law allows', () => {
    const findings = check({ endsOn: day('2029-01-03') })
    expect(
      findings.filter((finding) => finding.severity === 'refused').map((finding) => finding.code),
    ).toContain('cdd.too-long')
  })
})
