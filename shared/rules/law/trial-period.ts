/** Last day of the trial period: private fixed-term contract (L1242-10), public contract (R332-20 to R332-22 CGFP). */
import { addDays, type Day, inclusiveDays, minDay } from '../../domain/day.ts'
import { endAfterMonths } from '../calendar/contract-end.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'

export type TrialPeriodInput =
  | { readonly regime: 'private-cdd'; readonly startsOn: Day; readonly endsOn: Day }
  | {
      readonly regime: 'public'
      readonly startsOn: Day
      /** Null: permanent contract. */
      readonly endsOn: Day | null
      /** The same employer keeps the person in the same functions: no trial again. */
      readonly sameFunctions: boolean
    }

export interface TrialPeriod {
  /** Null where there is no trial period. */
  readonly endsOn: Day | null
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

const DAYS_PER_WEEK = 7

export function trialPeriod(input: TrialPeriodInput, figures: Figures = BUILT_IN_FIGURES): TrialPeriod {
  return input.regime === 'public' ? publicTrial(input, figures) : privateTrial(input, figures)
}

function privateTrial(
  { startsOn, endsOn }: Extract<TrialPeriodInput, { regime: 'private-cdd' }>,
  figures: Figures,
): TrialPeriod {
  const basis = basisOf('L1242-10', startsOn)
  const shortMonths = figures.value('trial.private.short-contract-months', startsOn)
  const shortUntil = endAfterMonths(startsOn, shortMonths)
  const measured: Step = {
    code: 'trial.private-length',
    values: { startsOn, endsOn, shortMonths, shortUntil, long: endsOn > shortUntil },
  }
  if (endsOn > shortUntil) {
    const months = figures.value('trial.private.long-months', startsOn)
    const trialEndsOn = minDay(endAfterMonths(startsOn, months), endsOn)
    return {
      endsOn: trialEndsOn,
      steps: [measured, { code: 'trial.months', values: { months, endsOn: trialEndsOn } }],
      basis,
    }
  }
  const weeks = Math.floor(inclusiveDays(startsOn, endsOn) / DAYS_PER_WEEK)
  const perWeek = figures.value('trial.private.days-per-week', startsOn)
  const maximum = figures.value('trial.private.short-max-days', startsOn)
  const days = Math.min(weeks * perWeek, maximum)
  const counted: Step = { code: 'trial.weeks', values: { weeks, perWeek, maximum, days } }
  if (days === 0)
    return { endsOn: null, steps: [measured, counted, { code: 'trial.none', values: {} }], basis }
  const trialEndsOn = minDay(addDays(startsOn, days - 1), endsOn)
  return {
    endsOn: trialEndsOn,
    steps: [measured, counted, { code: 'trial.days', values: { days, endsOn: trialEndsOn } }],
    basis,
  }
}

function publicTrial(
  { startsOn, endsOn, sameFunctions }: Extract<TrialPeriodInput, { regime: 'public' }>,
  figures: Figures,
): TrialPeriod {
  const basis = basisOf('public-trial', startsOn)
  if (sameFunctions) return { endsOn: null, steps: [{ code: 'trial.same-functions', values: {} }], basis }
  const tier = publicTier(startsOn, endsOn, figures)
  const { step, endsOn: tierEndsOn } = tier
  const trialEndsOn = endsOn === null ? tierEndsOn : minDay(tierEndsOn, endsOn)
  return {
    endsOn: trialEndsOn,
    steps: [
      step,
      ...(trialEndsOn < tierEndsOn ? [{ code: 'trial.cut-at-end', values: { endsOn: trialEndsOn } }] : []),
    ],
    basis,
  }
}

function publicTier(startsOn: Day, endsOn: Day | null, figures: Figures): { step: Step; endsOn: Day } {
  const under = (tier: 1 | 2 | 3): boolean =>
    endsOn !== null &&
    endsOn < endAfterMonths(startsOn, figures.value(`trial.public.tier${tier}-under-months`, startsOn))
  if (under(1)) {
    const weeks = figures.value('trial.public.tier1-weeks', startsOn)
    const trialEndsOn = addDays(startsOn, weeks * DAYS_PER_WEEK - 1)
    const underMonths = figures.value('trial.public.tier1-under-months', startsOn)
    return {
      step: {
        code: 'trial.public-weeks',
        values: { startsOn, contractEndsOn: endsOn, underMonths, weeks, endsOn: trialEndsOn },
      },
      endsOn: trialEndsOn,
    }
  }
  const tier = under(2) ? 2 : under(3) ? 3 : 4
  const months = figures.value(`trial.public.tier${tier}-months`, startsOn)
  const fromMonths = figures.value(`trial.public.tier${tier - 1}-under-months`, startsOn)
  const trialEndsOn = endAfterMonths(startsOn, months)
  return {
    step: {
      code: 'trial.public-months',
      values: { startsOn, contractEndsOn: endsOn, fromMonths, months, endsOn: trialEndsOn },
    },
    endsOn: trialEndsOn,
  }
}
