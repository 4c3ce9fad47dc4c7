/** The contract is handed over within two "jours ouvrables" of the hiring, the hiring day not counted (L1242-13). */
import { addDays, type Day } from '../../domain/day.ts'
import type { Zone } from '../../domain/words.ts'
import { basisOfZone } from '../calendar/holidays.ts'
import { isBusinessDay } from '../calendar/working-day.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'

export interface HandOver {
  readonly by: Day
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

export function contractHandOver(hiredOn: Day, zone: Zone, figures: Figures = BUILT_IN_FIGURES): HandOver {
  const businessDays = figures.value('hand-over.days', hiredOn)
  let by = hiredOn
  const counted: Day[] = []
  while (counted.length < businessDays) {
    by = addDays(by, 1)
    if (isBusinessDay(by, zone, figures)) counted.push(by)
  }
  return {
    by,
    steps: [
      { code: 'hand-over.from', values: { hiredOn, businessDays } },
      { code: 'hand-over.counted', values: { counted, zone, by } },
    ],
    basis: [...basisOf('L1242-13', hiredOn), ...basisOfZone(zone)],
  }
}
