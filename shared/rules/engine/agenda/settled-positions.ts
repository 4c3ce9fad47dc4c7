/** A post filled again, or given back: its limit to recruit is over. */
import { addDays, type Day } from '../../../domain/day.ts'
import { vacancyLimit } from '../../aid/vacancy-limit.ts'
import { positionSubject } from '../deadlines/subjects.ts'
import type { Derived } from '../derive.ts'
import type { PositionView } from '../states/position-state.ts'
import type { Settle } from './settled-matter.ts'

export function settledPosition(view: PositionView, derived: Derived, settle: Settle): void {
  const { position, occupied, state } = view
  const over = (leftOn: Day, code: 'filled' | 'returned', since: Day) =>
    settle({
      key: `vacancy-limit:position:${position.id}`,
      kind: 'vacancy-limit',
      on: vacancyLimit(leftOn, derived.figures).limitOn,
      since,
      title: { code: 'deadline.vacancy-limit', values: {} },
      why: { code: `why.settled.${code}`, values: { on: since } },
      subject: positionSubject(position.id, derived),
    })
  // Periods held are apart: between two of them, somebody left and the next one came, or is hired.
  const [before, next] = occupied.slice(-2)
  if (next !== undefined && before !== undefined && before.to !== null && before.to < addDays(next.from, -1))
    over(before.to, 'filled', next.from)
  const left = occupied.at(-1)?.to ?? null
  const { returnedOn } = position
  if (state === 'returned' && returnedOn !== null && left !== null && left < returnedOn)
    over(left, 'returned', returnedOn)
}
