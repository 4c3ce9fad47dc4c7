/**
 * What may follow a contract: not renewing, until the aid ends, twelve months, the longest the law allows, one step too far
 * (shown refused, with the arithmetic), a permanent contract. For the one chosen: limits, notice days, what the aid covers,
 * what the employer pays. Nothing is written here.
 */
import { addDays, type Day } from '../../../domain/day.ts'
import type { Id } from '../../../domain/facts.ts'
import { vacancyLimit } from '../../aid/vacancy-limit.ts'
import { endAfterMonths, lengthOf } from '../../calendar/contract-end.ts'
import type { Finding } from '../../explanation.ts'
import { notice } from '../../law/notice.ts'
import { basisOf } from '../../texts.ts'
import type { Derived } from '../derive.ts'
import { type ContractView, termsAt } from '../states/contract-state.ts'
import type { ContractDraft } from './contract-draft.ts'
import { type ContractLimit, limitOf } from './contract-limit.ts'
import { contractNotice, dayToAct, noticeInput } from './contract-notice.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { checkDraft } from './findings.ts'
import { employerOfContract, limitedKindOf, type Regime, regimeOfContract } from './regime.ts'
import type { NoticeDay, OptionCode, Renewal, RenewalChoice, RenewalOption, Wanted } from './renewal.ts'
import { publicService } from './service.ts'

export type * from './renewal.ts'

const USUAL_MONTHS = 12

/** Null where the contract has no term, or is renewed already. */
export function proposeRenewals(contractId: Id, derived: Derived, wanted: Wanted | null): Renewal | null {
  const view = derived.contracts.get(contractId)
  if (view === undefined || view.endsOn === null || view.renewal !== null || view.contract.endedOn !== null)
    return null
  const startsOn = addDays(view.endsOn, 1)
  const c: Case = {
    view,
    term: view.endsOn,
    startsOn,
    regime: regimeOfContract(view.contract, derived),
    limit: limitOf(view, regimeOfContract(view.contract, derived), derived),
    derived,
  }
  return {
    contractId,
    startsOn,
    notice: noticeDay(contractNotice(view, derived)?.rule ?? null),
    options: optionsOf(c),
    choice: wanted === null ? null : choiceOf(c, wanted),
  }
}

interface Case {
  readonly view: ContractView
  readonly term: Day
  readonly startsOn: Day
  readonly regime: Regime
  readonly limit: ContractLimit | null
  readonly derived: Derived
}

function optionsOf(c: Case): readonly RenewalOption[] {
  const { startsOn, derived, view, limit } = c
  const options: RenewalOption[] = [doNotRenew(c)]
  const add = (code: OptionCode, endsOn: Day | null) => {
    if (code !== 'permanent' && options.some((o) => o.endsOn === endsOn && o.startsOn !== null)) return
    options.push(optionOf(c, code, endsOn))
  }
  const fundedTo = lastFundedDay(view.contract.positionId, derived)
  if (fundedTo !== null && fundedTo >= startsOn) add('until-aid-ends', fundedTo)
  add('twelve-months', endAfterMonths(startsOn, USUAL_MONTHS))
  const maxEndsOn = limit?.maxEndsOn ?? null
  if (maxEndsOn !== null && maxEndsOn >= startsOn) {
    add('maximum', maxEndsOn)
    const months = lengthOf(startsOn, maxEndsOn).months
    add('beyond-maximum', endAfterMonths(startsOn, (Math.floor(months / USUAL_MONTHS) + 1) * USUAL_MONTHS))
  }
  add('permanent', null)
  return options
}

function doNotRenew({ term, derived }: Case): RenewalOption {
  return {
    code: 'do-not-renew',
    startsOn: null,
    endsOn: null,
    months: null,
    days: null,
    fundedMonths: 0,
    totalMonths: null,
    maximumMonths: null,
    replaceBefore: vacancyLimit(term, derived.figures).limitOn,
    refusals: [],
  }
}

function optionOf(c: Case, code: OptionCode, endsOn: Day | null): RenewalOption {
  const { startsOn, limit, derived } = c
  const isPermanent = code === 'permanent'
  const length = endsOn === null ? null : lengthOf(startsOn, endsOn)
  const findings = checkDraft(
    draftOf(c, { endsOn, permanent: isPermanent, monthlyGrossCents: null }),
    derived,
  )
  const refusals = [...findings, ...permanentFindings(c, isPermanent)].filter((f) => f.severity === 'refused')
  return {
    code,
    startsOn,
    endsOn,
    months: length?.months ?? null,
    days: length?.days ?? null,
    fundedMonths:
      endsOn === null
        ? 0
        : coverageOf(draftOf(c, { endsOn, permanent: false, monthlyGrossCents: null }), derived).funded
            .months,
    totalMonths: length === null || limit === null ? null : limit.servedMonths + length.months,
    maximumMonths: isPermanent ? null : (limit?.maximumMonths ?? null),
    replaceBefore: null,
    refusals,
  }
}

function choiceOf(c: Case, wanted: Wanted): RenewalChoice {
  const { startsOn, derived } = c
  const draft = draftOf(c, wanted)
  const coverage = coverageOf(draft, derived)
  const said = checkDraft(draft, derived).filter((f) => f.code !== 'contract.beyond-funding')
  const findings = [
    ...said,
    ...permanentFindings(c, wanted.permanent),
    ...renewalFindings(c, coverage, wanted),
  ]
  const order = { refused: 0, warning: 1, respected: 2 }
  return {
    startsOn,
    endsOn: draft.endsOn,
    monthlyGrossCents: draft.monthlyGrossCents,
    findings: findings.sort((a, b) => order[a.severity] - order[b.severity]),
    notice: draft.endsOn === null ? null : noticeOfDraft(c, draft.endsOn),
    coverage,
  }
}

function noticeOfDraft({ view, regime, startsOn, derived }: Case, endsOn: Day): NoticeDay | null {
  if ((regime !== 'project' && regime !== 'public') || endsOn < startsOn) return null
  const { contract } = view
  const kind = limitedKindOf(contract.kind, regime)
  const proposed = { startsOn, endsOn, ...(kind === null ? {} : { kind }) }
  const periods = [...publicService(contract, derived, { until: startsOn }), proposed]
  return noticeDay(notice(noticeInput(contract, endsOn, periods, derived), derived.figures))
}

/** The permanent contract: never by a contrat de projet; required after six years of L332-8. */
function permanentFindings({ regime, limit, startsOn }: Case, isPermanent: boolean): readonly Finding[] {
  if (regime === 'project' && isPermanent)
    return [finding('refused', 'renewal.permanent-not-open', 'kind', {}, basisOf('L332-24', startsOn))]
  if (regime === 'public' && isPermanent && limit?.mustBePermanent === true)
    return [finding('respected', 'renewal.permanent-required', 'kind', {}, basisOf('L332-10', startsOn))]
  return []
}

function renewalFindings(c: Case, coverage: Coverage, wanted: Wanted): readonly Finding[] {
  const { view, derived, regime, startsOn, limit } = c
  const findings: Finding[] = []
  const current = contractNotice(view, derived)
  if (current !== null) {
    const { rule } = current
    findings.push(
      finding(
        'warning',
        rule.legalOn < derived.today ? 'renewal.notice-passed' : 'renewal.notice',
        null,
        { on: dayToAct(rule.prudentOn, rule.legalOn, derived.today), legalOn: rule.legalOn },
        rule.basis,
      ),
    )
  }
  const { unfunded, total } = coverage
  if (wanted.permanent || unfunded.months > 0 || unfunded.days > 0)
    findings.push(
      finding(
        'warning',
        wanted.permanent ? 'renewal.unfunded-permanent' : 'renewal.unfunded-months',
        'endsOn',
        {
          months: unfunded.months,
          days: unfunded.days,
          total: total.months,
          fundedTo: coverage.fundedTo,
        },
      ),
    )
  const employer = employerOfContract(view.contract, derived)
  if (employer?.sector === 'public' && regime !== 'permanent')
    findings.push(finding('warning', 'renewal.transmission', null, {}, basisOf('transmission', startsOn)))
  if (regime === 'private')
    findings.push(
      finding('warning', 'renewal.sign-before', null, { before: c.term }, basisOf('L1243-13-1', startsOn)),
    )
  if (!wanted.permanent && limit?.reached === true && limit.mustBePermanent)
    findings.push(finding('refused', 'renewal.permanent-only', 'endsOn', {}, basisOf('L332-10', startsOn)))
  return findings
}

function finding(
  severity: Finding['severity'],
  code: string,
  field: string | null,
  values: Finding['values'],
  basis: Finding['basis'] = [],
): Finding {
  return { severity, code, field, values, basis }
}

/** The renewal as a contract that does not exist yet: same person, same post, same hours, pay unless it changes. */
function draftOf({ view, startsOn, derived }: Case, wanted: Wanted): ContractDraft {
  const { contract } = view
  const terms = termsAt(contract, derived.index, startsOn)
  return {
    id: 0,
    positionId: contract.positionId,
    personId: contract.personId,
    kind: wanted.permanent ? 'CDI' : contract.kind,
    startsOn,
    endsOn: wanted.permanent ? null : wanted.endsOn,
    weeklyMinutes: terms.weeklyMinutes,
    monthlyGrossCents: wanted.monthlyGrossCents ?? terms.monthlyGrossCents,
    renewsId: contract.id,
    ground: contract.ground,
  }
}

function noticeDay(
  rule: {
    readonly legalOn: Day
    readonly prudentOn: Day
    readonly months?: number
    readonly days?: number
  } | null,
): NoticeDay | null {
  if (rule === null) return null
  const { legalOn, prudentOn, months = null, days = null } = rule
  return { legalOn, prudentOn, months, days }
}

function lastFundedDay(positionId: Id, derived: Derived): Day | null {
  let last: Day | null = null
  for (const { agreement } of derived.sharesByPosition.get(positionId) ?? [])
    if (agreement.state !== 'settled' && (last === null || agreement.fundedTo > last))
      last = agreement.fundedTo
  return last
}
