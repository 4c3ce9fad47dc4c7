/** Amounts of public grants above which a written agreement, or an auditor, is compulsory. */
import type { Day } from '../../domain/day.ts'
import type { Cents } from '../../domain/money.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'

export const THRESHOLD_KINDS = ['agreement', 'auditor'] as const
export type ThresholdKind = (typeof THRESHOLD_KINDS)[number]

export interface Threshold {
  readonly required: boolean
  readonly thresholdCents: Cents
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

/** After every built-in figure: a calculator without a day answers with the latest one. */
const LATEST = '9999-12-31' as Day

export function threshold(
  kind: ThresholdKind,
  amount: Cents,
  on: Day = LATEST,
  figures: Figures = BUILT_IN_FIGURES,
): Threshold {
  const figure = figures.at(`threshold.${kind}`, on)
  const required = amount > figure.value
  return {
    required,
    thresholdCents: figure.value as Cents,
    steps: [
      {
        code: required ? 'threshold.above' : 'threshold.not-above',
        values: { kind, cents: amount, thresholdCents: figure.value },
      },
    ],
    basis: basisOf(`${kind}-threshold`),
  }
}
