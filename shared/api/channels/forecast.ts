/** Forecasts and scenarios: hypotheses beside the facts, compared; nothing is written before « Appliquer ». */
import { z } from 'zod'
import type { Forecast } from '../../rules/forecast/forecast.ts'
import { hypothesisSchema } from '../../schemas/scenario.ts'
import { idField } from '../../schemas/values.ts'
import { channel } from '../channel.ts'

export interface ForecastComparison {
  readonly base: Forecast
  readonly scenarios: readonly {
    readonly id: number | null
    readonly name: string
    readonly forecast: Forecast
  }[]
}

export const forecastChannels = {
  /** The dossier as it stands, beside saved scenarios and (optionally) one being written. */
  'forecast.compare': channel<ForecastComparison>()(
    z.strictObject({
      employerId: idField.nullable(),
      months: z.int().min(1).max(60),
      scenarioIds: z.array(idField).max(8),
      draft: z.array(hypothesisSchema).max(500).nullable(),
    }),
  ),
  'forecast.scenarios': channel<
    readonly {
      readonly id: number
      readonly name: string
      readonly createdOn: string
      readonly hypotheses: readonly z.output<typeof hypothesisSchema>[]
    }[]
  >()(z.strictObject({})),
  /** Writes what can be a fact (renewals, ends, hires) in one undoable step; says what was left as a hypothesis. */
  'forecast.apply': channel<{ readonly applied: number; readonly left: number }>()(
    z.strictObject({ scenarioId: idField }),
  ),
} as const
