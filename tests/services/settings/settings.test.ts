import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
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
