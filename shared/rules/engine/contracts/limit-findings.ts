/** The longest a contract may last, as findings: private CDD, PEC, contrat de projet, the public articles. */
import { inclusiveDays } from '../../../domain/day.ts'
import { compareToMonths, endAfterMonths, lengthOf } from '../../calendar/contract-end.ts'
import { mergePeriods, totalLength } from '../../calendar/periods.ts'
import { privateLimits } from '../../law/private-limits.ts'
import { publicLimits } from '../../law/public-limits.ts'
import { rowsOf } from '../index-facts.ts'
import type { DraftCase } from './contract-draft.ts'
import { renewalPeriods, TOTAL_FIGURE } from './contract-limit.ts'
import { limitedKindOf } from './regime.ts'
import { publicService } from './service.ts'

export function limitFindings(c: DraftCase): void {
  const { draft, regime } = c
  if (draft.endsOn === null || draft.endsOn < draft.startsOn) return
  if (regime === 'private') privateFindings(c, draft.endsOn)
  else if (regime === 'pec') pecFindings(c, draft.endsOn)
  else if (regime === 'project' || regime === 'public') publicFindings(c, draft.endsOn)
}

/** Periods before the draft: the chain it renews, or the contract's own earlier periods where it is already entered. */
function earlierPeriods({ draft, derived }: DraftCase) {
  const entered = draft.id === 0 ? undefined : derived.index.contracts.get(draft.id)
  if (entered !== undefined) return renewalPeriods(entered, derived).filter((p) => p.endsOn < draft.startsOn)
  const former = draft.renewsId === null ? undefined : derived.index.contracts.get(draft.renewsId)
  return former === undefined ? [] : renewalPeriods(former, derived)
}

function privateFindings(c: DraftCase, endsOn: string): void {
  const { draft, derived, say } = c
  const own = { startsOn: draft.startsOn, endsOn: endsOn as NonNullable<typeof draft.endsOn> }
  const entered = draft.id === 0 ? undefined : derived.index.contracts.get(draft.id)
  const periods = entered === undefined ? [...earlierPeriods(c), own] : renewalPeriods(entered, derived)
  const [first, ...renewals] = periods
  if (first === undefined) return
  const limits = privateLimits({ periods: [first, ...renewals] }, derived.figures)
  const values = {
    startsOn: first.startsOn,
    endsOn: own.endsOn,
    maxEndsOn: limits.maxEndsOn,
    maximum: derived.figures.value('cdd.max-months', first.startsOn),
    maxRenewals: derived.figures.value('cdd.max-renewals', first.startsOn),
    renewals: renewals.length,
    total: lengthOf(first.startsOn, own.endsOn).months,
  }
  const has = (refusal: (typeof limits.refusals)[number]) => limits.refusals.includes(refusal)
  if (has('too-long')) say('refused', 'cdd.too-long', 'endsOn', values, 'L1242-8-1')
  else say('respected', 'cdd.length', 'endsOn', values, 'L1242-8-1')
  if (has('too-many-renewals')) say('refused', 'cdd.too-many-renewals', 'renewsId', values, 'L1243-13-1')
  else if (renewals.length > 0) say('respected', 'cdd.renewals', 'renewsId', values, 'L1243-13-1')
}

function pecFindings(c: DraftCase, endsOn: string): void {
  const { draft, derived, say } = c
  const { figures } = derived
  const own = { startsOn: draft.startsOn, endsOn: endsOn as NonNullable<typeof draft.endsOn> }
  const minimum = figures.value('pec.min-months', draft.startsOn)
  const maximum = figures.value('pec.max-months', draft.startsOn)
  const total = figures.value('pec.total-months', draft.startsOn)
  const length = lengthOf(own.startsOn, own.endsOn)
  const earlier = earlierPeriods(c)
  const served = totalLength(mergePeriods([...earlier, own]))
  const values = { months: length.months, total: served.months, minimum, maximum, maxTotal: total }
  if (earlier.length === 0 && compareToMonths(length, minimum) < 0)
    say('warning', 'pec.too-short', 'endsOn', values, 'L5134-pec')
  if (compareToMonths(length, maximum) > 0) say('warning', 'pec.too-long', 'endsOn', values, 'L5134-pec')
  if (compareToMonths(served, total) > 0) say('refused', 'pec.total', 'endsOn', values, 'L5134-pec')
  else say('respected', 'pec.total', 'endsOn', values, 'L5134-pec')
}

function publicFindings(c: DraftCase, endsOnText: string): void {
  const { draft, regime, derived, say } = c
  const endsOn = endsOnText as NonNullable<typeof draft.endsOn>
  const kind = limitedKindOf(draft.kind, regime)
  if (kind === null) return
  const contract = rowsOf(derived.index.contractsByPerson, draft.personId)[0]
  const all =
    contract === undefined ? [] : publicService({ ...contract, positionId: draft.positionId }, derived)
  const periods = all.filter((p) => p.startsOn < draft.startsOn)
  const proposedMonths = Math.max(1, lengthOf(draft.startsOn, endsOn).months)
  const limits = publicLimits(
    { kind, periods, proposedStartsOn: draft.startsOn, proposedMonths, proposedEndsOn: endsOn },
    derived.figures,
  )
  const counted = periods.filter(
    (p) => p.kind === kind || (kind === 'L332-8' && p.kind !== 'contrat-de-projet'),
  )
  const total = totalLength(mergePeriods([...counted, { startsOn: draft.startsOn, endsOn }]))
  const maximum = kind === 'L332-13' ? null : derived.figures.value(TOTAL_FIGURE[kind], draft.startsOn)
  const values = {
    kind: draft.kind,
    total: total.months,
    totalDays: total.days,
    maximum,
    maxEndsOn: limits.maxEndsOn ?? null,
    days: inclusiveDays(draft.startsOn, endsOn),
  }
  const text = kind
  const texts = text === 'contrat-de-projet' ? 'L332-24' : text
  for (const refusal of limits.refusals)
    say(
      'refused',
      `public.${refusal}`,
      'endsOn',
      values,
      refusal === 'permanent-contract-required' ? 'L332-10' : texts,
    )
  if (limits.valid)
    say('respected', kind === 'L332-13' ? 'public.replacement' : 'public.length', 'endsOn', values, texts)
  if (draft.kind === 'cdd-public') say('warning', 'public.article-missing', 'kind', {}, 'L332-8')
  if (limits.valid && limits.mustBePermanent === false && maximum !== null) {
    const after = endAfterMonths(endsOn, 1)
    if (limits.maxEndsOn !== undefined && limits.maxEndsOn < after && kind === 'L332-8')
      say('warning', 'public.permanent-next', 'endsOn', values, 'L332-10')
  }
}
