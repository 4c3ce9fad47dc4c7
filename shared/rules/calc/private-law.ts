/** Calculators of private-law contracts, and the two that both regimes share (trial period, end allowance). */
import { z } from 'zod'
import { CONTRACT_KINDS, type ContractKind } from '../../domain/words.ts'
import type { Period } from '../calendar/periods.ts'
import { endAllowance, OUTCOMES } from '../law/end-allowance.ts'
import { contractHandOver } from '../law/hand-over.ts'
import { privateLimits } from '../law/private-limits.ts'
import { trialPeriod } from '../law/trial-period.ts'
import { waitingPeriod } from '../law/waiting-period.ts'
import { type Calculator, calculator, refused } from './calculator.ts'
import {
  centsValue,
  checkPeriod,
  choice,
  dayOrNull,
  dayValue,
  fields,
  flag,
  list,
  maybe,
  monthsValue,
  periodList,
  whole,
  zoneValue,
} from './values.ts'

const MAX_RENEWALS = 100
/** Kinds that a regime may hold; PEC and permanent contracts exist in both kinds of employers. */
const PRIVATE_KINDS: readonly ContractKind[] = ['CDD', 'CDI', 'PEC']
const PUBLIC_KINDS: readonly ContractKind[] = CONTRACT_KINDS.filter((kind) => kind !== 'CDD')

export const PRIVATE_CALCULATORS: Readonly<Record<string, Calculator>> = {
  'cdd-private-limits': calculator(
    fields({
      periods: periodList,
      maxMonths: maybe(monthsValue),
      maxRenewals: maybe(whole(0, MAX_RENEWALS)),
    }),
    ({ periods, ...limits }, { figures }) =>
      isNotEmpty(periods) ? privateLimits({ periods, ...limits }, figures) : refused('list.empty', 'periods'),
  ),

  'cdd-waiting-period': calculator(
    fields({
      startsOn: dayValue,
      endsOn: dayValue,
      zone: zoneValue,
      openWeekdays: list(whole(1, 7), 1),
      kind: choice(['CDD', 'PEC']),
    }).superRefine((input, context) => {
      checkPeriod(context, input.startsOn, input.endsOn, 'endsOn')
    }),
    (input, { figures }) => waitingPeriod(input, figures),
  ),

  'trial-period': calculator(
    z
      .discriminatedUnion(
        'regime',
        [
          fields({ regime: z.literal('private-cdd'), startsOn: dayValue, endsOn: dayValue }),
          fields({
            regime: z.literal('public'),
            startsOn: dayValue,
            endsOn: dayOrNull,
            sameFunctions: flag,
          }),
        ],
        { error: (issue) => (isObject(issue.input) ? 'choice.unknown' : 'type.object') },
      )
      .superRefine((input, context) => {
        checkPeriod(context, input.startsOn, input.endsOn, 'endsOn')
      }),
    (input, { figures }) => trialPeriod(input, figures),
  ),

  'contract-hand-over': calculator(
    fields({ hiredOn: dayValue, zone: zoneValue }),
    ({ hiredOn, zone }, { figures }) => contractHandOver(hiredOn, zone, figures),
  ),

  'end-allowance': calculator(
    fields({
      regime: choice(['private', 'public']),
      kind: choice(CONTRACT_KINDS),
      grossTotalCents: centsValue,
      startsOn: maybe(dayValue),
      endsOn: dayValue,
      monthlyGrossCents: maybe(centsValue),
      outcome: choice(OUTCOMES),
    }).superRefine((input, context) => {
      const kinds = input.regime === 'private' ? PRIVATE_KINDS : PUBLIC_KINDS
      if (!kinds.includes(input.kind))
        context.addIssue({ code: 'custom', message: 'kind.other-regime', path: ['kind'] })
      if (input.startsOn !== undefined) checkPeriod(context, input.startsOn, input.endsOn, 'endsOn')
    }),
    (input, { figures }) => {
      const answer = endAllowance(input, figures)
      if (!('missing' in answer)) return answer
      return answer.missing === 'minimum-wage'
        ? refused('minimum-wage.unknown', 'endsOn')
        : refused('field.missing', answer.missing)
    },
  ),
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNotEmpty(periods: readonly Period[]): periods is readonly [Period, ...Period[]] {
  return periods.length > 0
}
