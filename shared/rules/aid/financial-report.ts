/** Deadline of the financial report of a private body: six months after the close of its year. */
import type { Day } from '../../domain/day.ts'
import type { Zone } from '../../domain/words.ts'
import { addMonthsKeepingEnd } from '../calendar/contract-end.ts'
import { rollDay, rollSteps } from '../calendar/working-day.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'

export interface FinancialReportDeadline {
  readonly dueOn: Day
  readonly prudentOn: Day
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

export function financialReportDeadline(
  fiscalYearEnd: Day,
  zone: Zone = 'metropole',
  figures: Figures = BUILT_IN_FIGURES,
): FinancialReportDeadline {
  const months = figures.value('financial-report.months', fiscalYearEnd)
  const dueOn = addMonthsKeepingEnd(fiscalYearEnd, months)
  const prudentOn = rollDay(dueOn, zone, 'previous', figures)
  return {
    dueOn,
    prudentOn,
    steps: [
      { code: 'financial-report.due', values: { fiscalYearEnd, months, dueOn } },
      ...rollSteps(dueOn, prudentOn, zone, 'previous', figures),
    ],
    basis: basisOf('financial-report', fiscalYearEnd),
  }
}
