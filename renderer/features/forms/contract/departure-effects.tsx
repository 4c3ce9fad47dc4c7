/** What follows a departure, before it is written: the vacancy, the day to fill it by, the aid, the tranches that would wait. */
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Departure } from '#shared/rules/engine/departure.ts'
import { frDay, frEuros, frWeekday } from '#shared/text/format.ts'
import { useToday } from '../../../data/today.ts'
import { END_WORDS as E } from '../text.ts'

export function DepartureEffects({
  row,
  endedOn,
  departure: d,
}: {
  readonly row: ContractRow
  readonly endedOn: Day
  readonly departure: Departure
}) {
  const today = useToday()
  const term = row.effectiveEndsOn
  const isEarly = term === null || endedOn < term
  return (
    <section className="form-section" aria-live="polite">
      <h3>{E.after}</h3>
      <ul className="consequences sm">
        <li>{isEarly ? E.broken : E.ended}</li>
        {d.vacantFrom === null ? <li>{E.followed}</li> : <li>{E.vacantFrom(frDay(d.vacantFrom))}</li>}
        {d.limit !== null && (
          <li>
            {d.limit.limitOn < today
              ? E.limitPast(frDay(d.limit.limitOn), d.limit.months)
              : E.replaceBefore(frWeekday(d.limit.limitOn), d.limit.months)}
          </li>
        )}
        {d.unearnedCents > 0 && d.limit !== null && (
          <li>{E.unearned(frEuros(d.unearnedCents), frDay(d.limit.limitOn))}</li>
        )}
        <li>{E.aidAt(frDay(d.at), frEuros(d.earnedCents), frEuros(d.receivedCents))}</li>
        {d.overpaidCents > 0 && <li className="late">{E.overpaid(frEuros(d.overpaidCents))}</li>}
        {d.suspended.map(({ label, amountCents }) => (
          <li key={label}>{E.suspended(label, frEuros(amountCents))}</li>
        ))}
        <li>{E.letter}</li>
      </ul>
    </section>
  )
}
