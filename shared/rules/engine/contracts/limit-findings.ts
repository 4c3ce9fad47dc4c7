/** The longest a contract may last, as findings: private CDD, PEC, contrat de projet, the public articles. */
import { type Day, inclusiveDays } from '../../../domain/day.ts'
import { compareToMonths, lengthOf } from '../../calendar/contract-end.ts'
import { mergePeriods, type Period, totalLength } from '../../calendar/periods.ts'
import { privateLimits } from '../../law/private-limits.ts'
import { publicLimits } from '../../law/public-limits.ts'
import { termOf } from '../states/contract-state.ts'
import type { DraftCase } from './contract-draft.ts'
import { renewalPeriods, TOTAL_FIGURE } from './contract-limit.ts'
import { limitedKindOf } from './regime.ts'
import { mustBePermanentNext, publicService } from './service.ts'

export function limitFindings(c: DraftCase): void {
  const { draft, regime } = c
  if (draft.endsOn === null || draft.endsOn < draft.startsOn) return
  if (regime === 'private') privateFindings(c, draft.endsOn)
  else if (regime === 'pec') pecFindings(c, draft.endsOn)
  else if (regime === 'project' || regime === 'public') publicFindings(c, draft.endsOn)
}

/**
 * The initial period and its renewals up to the draft's own. A contract already entered is read with the dates being typed,
 * and with the amendments that prolonged it; its term as it stands is the one these amendments gave.
 */
function chainPeriods({ draft, derived }: DraftCase, endsOn: Day): readonly Period[] {
  const { index } = derived
  const entered = index.contracts.get(draft.id)
  if (entered !== undefined) {
    const signed = endsOn === termOf(entered, index) ? entered.endsOn : endsOn
    const { startsOn, renewsId } = draft
    return renewalPeriods({ ...entered, startsOn, renewsId, endsOn: signed }, derived)
  }
  const former = draft.renewsId === null ? undefined : index.contracts.get(draft.renewsId)
  const own = { startsOn: draft.startsOn, endsOn }
  return former === undefined ? [own] : [...renewalPeriods(former, derived), own]
}

function privateFindings(c: DraftCase, endsOn: Day): void {
  const { derived, say } = c
  const [first, ...renewals] = chainPeriods(c, endsOn)
  if (first === undefined) return
  const limits = privateLimits({ periods: [first, ...renewals] }, derived.figures)
  const values = {
    startsOn: first.startsOn,
    endsOn,
    maxEndsOn: limits.maxEndsOn,
    maximum: derived.figures.value('cdd.max-months', first.startsOn),
    maxRenewals: derived.figures.value('cdd.max-renewals', first.startsOn),
    renewals: renewals.length,
    total: lengthOf(first.startsOn, endsOn).months,
  }
  const has = (refusal: (typeof limits.refusals)[number]) => limits.refusals.includes(refusal)
  if (has('too-long')) say('refused', 'cdd.too-long', 'endsOn', values, 'L1242-8-1')
  else say('respected', 'cdd.length', 'endsOn', values, 'L1242-8-1')
  if (has('too-many-renewals')) say('refused', 'cdd.too-many-renewals', 'renewsId', values, 'L1243-13-1')
  else if (renewals.length > 0) say('respected', 'cdd.renewals', 'renewsId', values, 'L1243-13-1')
}

function pecFindings(c: DraftCase, endsOn: Day): void {
  const { draft, derived, say } = c
  const { figures } = derived
  const minimum = figures.value('pec.min-months', draft.startsOn)
  const maximum = figures.value('pec.max-months', draft.startsOn)
  const total = figures.value('pec.total-months', draft.startsOn)
  const length = lengthOf(draft.startsOn, endsOn)
  const periods = chainPeriods(c, endsOn)
  const isFirst = periods.every((p) => p.startsOn >= draft.startsOn)
  const served = totalLength(mergePeriods(periods))
  const values = { months: length.months, total: served.months, minimum, maximum, maxTotal: total }
  if (isFirst && compareToMonths(length, minimum) < 0)
    say('warning', 'pec.too-short', 'endsOn', values, 'L5134-pec')
  if (compareToMonths(length, maximum) > 0) say('warning', 'pec.too-long', 'endsOn', values, 'L5134-pec')
  if (compareToMonths(served, total) > 0) say('refused', 'pec.total', 'endsOn', values, 'L5134-pec')
  else say('respected', 'pec.total', 'endsOn', values, 'L5134-pec')
}

function publicFindings(c: DraftCase, endsOn: Day): void {
  const { draft, regime, derived, say } = c
  const kind = limitedKindOf(draft.kind, regime)
  if (kind === null) return
  const periods = publicService(draft, derived, { except: draft.id }).filter(
    (p) => p.startsOn < draft.startsOn,
  )
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
  const texts = kind === 'contrat-de-projet' ? 'L332-24' : kind
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
  if (limits.valid && kind === 'L332-8') {
    const services = [...periods, { startsOn: draft.startsOn, endsOn, kind }]
    if (mustBePermanentNext(services, endsOn, derived))
      say('warning', 'public.permanent-next', 'endsOn', values, 'L332-10')
  }
}
