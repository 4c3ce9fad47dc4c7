/** What a scenario may suppose, as saved in the dossier and as the page sends it. */
import { z } from 'zod'
import { CONTRACT_KINDS } from '../domain/words.ts'
import { dayField, idField, positiveCents } from './values.ts'

export const hypothesisSchema = z.discriminatedUnion('kind', [
  /** The contract goes on for so many months after its term, at this gross (null: unchanged). */
  z.strictObject({
    kind: z.literal('renew'),
    contractId: idField,
    months: z.int().min(1).max(72),
    monthlyGrossCents: positiveCents.nullable(),
  }),
  /** The contract stops on that day (last day worked). */
  z.strictObject({ kind: z.literal('end'), contractId: idField, on: dayField }),
  /** Somebody is hired on the post, from a day, for so many months (null: without term). */
  z.strictObject({
    kind: z.literal('replace'),
    positionId: idField,
    startsOn: dayField,
    months: z.int().min(1).max(72).nullable(),
    contractKind: z.enum(CONTRACT_KINDS),
    monthlyGrossCents: positiveCents,
  }),
  /** The contract becomes permanent at its term. */
  z.strictObject({ kind: z.literal('keep-permanent'), contractId: idField }),
  /** Every tranche still to come arrives so many months later than expected. */
  z.strictObject({ kind: z.literal('late-aid'), months: z.int().min(1).max(36) }),
  /** No aid is paid nor earned after that day. */
  z.strictObject({ kind: z.literal('aid-stops'), on: dayField }),
  /** Pay of every contract rises by a rate (1/10 000) from a day. */
  z.strictObject({ kind: z.literal('pay-rise'), from: dayField, rate: z.int().min(-5_000).max(10_000) }),
])
export type Hypothesis = z.infer<typeof hypothesisSchema>

const scenarioSchema = z.strictObject({ hypotheses: z.array(hypothesisSchema).max(500) })

/** Hypotheses of a saved scenario. One written by a later version may hold kinds this one does not know: it is read as having none. */
export function hypothesesIn(definition: string): readonly Hypothesis[] {
  try {
    const parsed = scenarioSchema.safeParse(JSON.parse(definition))
    return parsed.success ? parsed.data.hypotheses : []
  } catch {
    return []
  }
}
