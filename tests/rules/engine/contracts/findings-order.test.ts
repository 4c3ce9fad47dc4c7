/** In which order the rules speak of a contract: what is refused, then what is to watch, then what is respected. */
import { expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { checkDraft } from '#shared/rules/engine/contracts/findings.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

it('refusals come first, what is respected last, whatever found it', () => {
  const f = new FactsBuilder()
  const post = f.position(f.employer())
  const personId = f.person()
  f.contract(post, '2026-01-01', '2026-12-31', { personId })
  const draft = {
    ...{ id: 0, positionId: post, personId, kind: 'CDD' as const, renewsId: null, ground: null },
    ...{ startsOn: day('2026-06-01'), endsOn: day('2029-05-31') },
    ...{ weeklyMinutes: 2100, monthlyGrossCents: cents(2_500_00) },
  }
  const severities = checkDraft(draft, derive(f.facts(), day('2026-05-01'))).map((found) => found.severity)
  expect(new Set(severities)).toEqual(new Set(['refused', 'warning', 'respected']))
  const order = ['refused', 'warning', 'respected']
  expect(severities).toEqual([...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
})
