/** Calculators of public-law contracts: notice, public-limits. */
import { CONTRACT_KINDS, type ContractKind } from '../../domain/words.ts'
import { notice } from '../law/notice.ts'
import { defaultStart, LIMITED_KINDS, publicLimits } from '../law/public-limits.ts'
import { type Calculator, calculator, refused } from './calculator.ts'
import {
  checkPeriod,
  choice,
  dayValue,
  fields,
  flag,
  list,
  maybe,
  monthsValue,
  periodList,
  zoneValue,
} from './values.ts'

/** Beside the two of the rule, the articles it covers, and the private kinds, answered by the reason there is no notice. */
const NOTICE_KINDS = [
  'contrat-de-projet',
  'cdd-public',
  'L332-8',
  'L332-13',
  'L332-14',
  'L332-23-1',
  'CDD',
  'PEC',
] as const
/** Article L332-23 without its paragraph is read as the temporary increase of activity. */
const PERIOD_KINDS = [...CONTRACT_KINDS, 'L332-23'] as const

const publicPeriod = fields({
  startsOn: dayValue,
  endsOn: dayValue,
  kind: maybe(choice(PERIOD_KINDS)),
})
  .superRefine((p, context) => {
    checkPeriod(context, p.startsOn, p.endsOn, 'endsOn')
  })
  .transform(
    ({
      kind,
      ...period
    }): { startsOn: typeof period.startsOn; endsOn: typeof period.endsOn; kind?: ContractKind } =>
      kind === undefined ? period : { ...period, kind: kind === 'L332-23' ? 'L332-23-1' : kind },
  )

export const PUBLIC_CALCULATORS: Readonly<Record<string, Calculator>> = {
  notice: calculator(
    fields({
      kind: choice(NOTICE_KINDS),
      periods: periodList,
      zone: zoneValue,
      permanentNext: maybe(flag),
      doubled: maybe(flag),
    }),
    ({ kind, periods, ...input }, { figures }) => {
      if (kind === 'CDD' || kind === 'PEC') return refused('notice.private-law', 'kind')
      const ofKind = kind === 'cdd-public' ? periods : periods.map((p) => ({ ...p, kind }))
      const rule = kind === 'contrat-de-projet' ? kind : 'cdd-public'
      return notice({ ...input, kind: rule, periods: ofKind }, figures)
    },
  ),

  'public-limits': calculator(
    fields({
      kind: choice(LIMITED_KINDS),
      periods: list(publicPeriod, 0),
      proposedStartsOn: maybe(dayValue),
      proposedMonths: monthsValue,
    }),
    ({ kind, periods, proposedStartsOn, proposedMonths }, { figures }) => {
      const following = defaultStart(periods)
      const startsOn = proposedStartsOn ?? following
      if (startsOn === null) return refused('field.missing', 'proposedStartsOn')
      if (following !== null && startsOn < following) return refused('period.overlap', 'proposedStartsOn')
      return publicLimits({ kind, periods, proposedStartsOn: startsOn, proposedMonths }, figures)
    },
  ),
}
