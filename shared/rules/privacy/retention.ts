/**
 * Who need no longer be kept under their name: people gone for longer than the archive lasts. A list that is proposed to a
 * person, never acted on by itself (public bodies need the visa of their archives).
 */
import { addMonths, type Day } from '../../domain/day.ts'
import type { Facts, Id } from '../../domain/facts.ts'
import { indexFacts, rowsOf } from '../engine/index-facts.ts'
import { personName } from '../engine/names.ts'
import { lastDayOf } from '../engine/states/contract-state.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'

export interface RetentionRow {
  readonly personId: Id
  readonly name: string
  readonly contracts: number
  /** Last day of the last contract; null: nobody ever had a contract with this person. */
  readonly lastDay: Day | null
  /** From that day on, the name need not be kept. Null: it may go at once. */
  readonly until: Day | null
  readonly due: boolean
}

/** Every person who is gone and not yet anonymised, soonest first. */
export function retention(facts: Facts, today: Day, figures: Figures = BUILT_IN_FIGURES): RetentionRow[] {
  const index = indexFacts(facts)
  const months = figures.value('privacy.archive-months', today)
  const rows: RetentionRow[] = []
  for (const person of facts.persons) {
    if (person.anonymisedOn !== null) continue
    const contracts = rowsOf(index.contractsByPerson, person.id)
    const lastDays = contracts.map((c) => lastDayOf(c, index))
    if (lastDays.some((day) => day === null || day >= today)) continue
    const lastDay = lastDays.reduce<Day | null>((a, b) => (a === null || (b !== null && b > a) ? b : a), null)
    const until = lastDay === null ? null : addMonths(lastDay, months)
    const due = until === null || until <= today
    rows.push({
      personId: person.id,
      name: personName(person),
      contracts: contracts.length,
      lastDay,
      until,
      due,
    })
  }
  return rows.sort((a, b) => compare(a.until ?? '', b.until ?? '') || a.personId - b.personId)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
