/** Why this amount: what it is made of, agreement by agreement and tranche by tranche, then the sum. */
import { addMonths, type Day } from '../../../domain/day.ts'
import type { Id, Instalment } from '../../../domain/facts.ts'
import { type Cents, cents, sumCents } from '../../../domain/money.ts'
import type { Basis, Explanation, Step, WhatIf } from '../../explanation.ts'
import { basisOf } from '../../texts.ts'
import type { AidShare } from '../aid/aid-share.ts'
import { type AidAmounts, sumAid } from '../aid/amounts.ts'
import { earnedDetail } from '../aid/earned.ts'
import type { Derived } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'
import { clip, type Period } from '../periods.ts'
import type { InstalmentView } from '../states/instalment-state.ts'

export type AmountName =
  | 'notifiedCents'
  | 'earnedCents'
  | 'receivedCents'
  | 'outstandingCents'
  | 'claimableCents'
  | 'lateCents'
  | 'cancelledCents'
  | 'overpaidCents'

export function explainAmount(
  amount: AmountName,
  subject: string,
  shares: readonly AidShare[],
  derived: Derived,
): Explanation {
  const total = sumAid(shares.map((s) => s.amounts))
  const steps = shares.flatMap((share) => STEPS[amount](share, derived))
  const whole: Step =
    amount === 'outstandingCents'
      ? {
          code: 'explain.outstanding',
          values: {
            notifiedCents: total.notifiedCents,
            receivedCents: total.receivedCents,
            cancelledCents: total.cancelledCents,
            cents: total.outstandingCents,
          },
        }
      : steps.length === 0
        ? { code: 'explain.none', values: {} }
        : { code: 'explain.total', values: { cents: total[amount] } }
  return {
    subject: { code: `subject.${amount}`, values: { subject, on: derived.today } },
    result: { kind: 'cents', cents: total[amount] },
    nature: null,
    steps: [...steps, whole],
    basis: basesOf(shares, amount),
    whatIf: amount === 'earnedCents' || amount === 'overpaidCents' ? forecasts(amount, shares, derived) : [],
    notes:
      amount === 'overpaidCents'
        ? [{ code: 'note.overpaid', values: {} }]
        : amount === 'earnedCents'
          ? [{ code: 'note.substitute', values: {} }]
          : [],
  }
}

type Steps = (share: AidShare, derived: Derived) => readonly Step[]

const STEPS: Readonly<Record<AmountName, Steps>> = {
  notifiedCents: notifiedSteps,
  earnedCents: earnedSteps,
  receivedCents: receivedSteps,
  outstandingCents: (share, derived) => [
    ...openSteps(share, derived, (v) => v.outstandingAs !== null && v.outstandingAs !== 'late'),
    ...openSteps(share, derived, (v) => v.outstandingAs === 'late'),
  ],
  claimableCents: (share, derived) => openSteps(share, derived, (v) => v.outstandingAs === 'claimable'),
  lateCents: (share, derived) => openSteps(share, derived, (v) => v.outstandingAs === 'late'),
  cancelledCents: cancelledSteps,
  overpaidCents: overpaidSteps,
}

function notifiedSteps(share: AidShare, derived: Derived): readonly Step[] {
  const { id, reference } = share.agreement.agreement
  const grants = rowsOf(derived.index.grantsByAgreement, id).filter((g) => g.positionId === share.positionId)
  if (grants.length === 0)
    return [{ code: 'explain.planned-tranches', values: { reference, cents: share.amounts.notifiedCents } }]
  return grants.map((g) => ({
    code: 'explain.grant-year',
    values: {
      reference,
      year: g.year,
      baseCents: g.baseCents,
      bonusCents: g.bonusCents,
      cents: g.baseCents + g.bonusCents,
    },
  }))
}

function earnedSteps(share: AidShare, derived: Derived): readonly Step[] {
  const { agreement, yearlyCents, paidDays } = share
  const { reference, startsOn, endsOn, funder, id } = agreement.agreement
  const steps: Step[] = [
    { code: 'explain.agreement', values: { reference, startsOn, endsOn: agreement.endsOn, funder } },
  ]
  if (agreement.endsOn !== endsOn)
    steps.push({ code: 'explain.agreement-amended', values: { from: endsOn, to: agreement.endsOn } })
  const granted = rowsOf(derived.index.grantsByAgreement, id).filter((g) => g.positionId === share.positionId)
  if (yearlyCents.length > 1 && granted.every((g) => g.year === 1))
    steps.push({ code: 'explain.single-amount', values: { reference, cents: sumCents(yearlyCents) } })
  const detail = earnedDetail(agreement, yearlyCents, paidDays, derived.today)
  if (detail === null || paidDays.length === 0)
    return [...steps, { code: 'explain.no-paid-days', values: { reference } }]
  return [...steps, ...detail.steps]
}

function receivedSteps(share: AidShare, derived: Derived): readonly Step[] {
  const steps: Step[] = []
  let hasShared = false
  for (const view of viewsOf(share, derived)) {
    if (view.instalment.positionId === null) hasShared = true
    for (const { payment, amountCents } of view.payments)
      steps.push({
        code:
          amountCents > 0
            ? 'explain.payment'
            : payment.amountCents > 0
              ? 'explain.credit'
              : 'explain.repayment',
        values: {
          label: view.instalment.label,
          reference: share.agreement.agreement.reference,
          cents: Math.abs(amountCents),
          receivedOn: payment.receivedOn,
          paidCents: payment.amountCents,
        },
      })
  }
  return steps.length > 0 && hasShared
    ? [...steps, ...sharedStep(share, derived, share.amounts.receivedCents)]
    : steps
}

function openSteps(
  share: AidShare,
  derived: Derived,
  isConcerned: (view: InstalmentView) => boolean,
): readonly Step[] {
  const { reference } = share.agreement.agreement
  const views = viewsOf(share, derived).filter(isConcerned)
  const steps = views.map(({ instalment, daysLate, outstandingCents }) => ({
    code:
      daysLate > 0
        ? 'explain.instalment-late'
        : instalment.dueOn === null
          ? 'explain.instalment-undated'
          : 'explain.instalment',
    values: {
      label: instalment.label,
      reference,
      dueOn: instalment.dueOn,
      days: daysLate,
      cents: outstandingCents,
    },
  }))
  const isShared = views.some((v) => v.instalment.positionId === null)
  const late = views.every((v) => v.outstandingAs === 'late')
  return isShared && late ? [...steps, ...sharedStep(share, derived, share.amounts.lateCents)] : steps
}

function cancelledSteps(share: AidShare, derived: Derived): readonly Step[] {
  const { reference } = share.agreement.agreement
  const views = viewsOf(share, derived).filter((v) => v.cancelledCents > 0)
  const steps: Step[] = views.map((v) => ({
    code: 'explain.cancelled',
    values: { label: v.instalment.label, reference, cents: v.cancelledCents },
  }))
  const listed = sumCents(views.map((v) => v.cancelledCents))
  const beyond = listed - share.amounts.cancelledCents
  if (beyond > 0 && onlyShare(share, derived))
    steps.push({ code: 'explain.cancelled-in-grants', values: { cents: beyond } })
  return steps
}

function overpaidSteps(share: AidShare): readonly Step[] {
  const { reference } = share.agreement.agreement
  const { receivedCents, excessCents, earnedCents, overpaidCents } = share.amounts
  if (share.agreement.state === 'settled')
    return [{ code: 'explain.overpaid-settled', values: { reference } }]
  const values = { reference, receivedCents: receivedCents + excessCents, earnedCents, cents: overpaidCents }
  return [{ code: overpaidCents > 0 ? 'explain.overpaid' : 'explain.overpaid-none', values }]
}

/** Tranches that speak of the share: its own, and those common to all the posts of the agreement. */
function viewsOf(share: AidShare, derived: Derived): readonly InstalmentView[] {
  const concerns = (i: Instalment) =>
    i.positionId === null || i.positionId === share.positionId || onlyShare(share, derived)
  return rowsOf(derived.index.instalmentsByAgreement, share.agreement.agreement.id)
    .filter(concerns)
    .flatMap((i) => derived.instalments.get(i.id) ?? [])
}

function onlyShare(share: AidShare, derived: Derived): boolean {
  return (derived.sharesByAgreement.get(share.agreement.agreement.id) ?? []).length === 1
}

function sharedStep(share: AidShare, derived: Derived, amount: Cents): readonly Step[] {
  if (onlyShare(share, derived)) return []
  return [
    {
      code: 'explain.payment-shared',
      values: { cents: amount, reference: share.agreement.agreement.reference },
    },
  ]
}

function basesOf(shares: readonly AidShare[], amount: AmountName): readonly Basis[] {
  const schemes = new Set(shares.map((s) => s.agreement.agreement.scheme))
  return [
    ...(schemes.has('v2') ? basisOf('aid-v2') : []),
    ...(schemes.has('v1') ? basisOf('aid-v1') : []),
    ...(amount === 'earnedCents' || amount === 'overpaidCents' ? basisOf('aid-use') : []),
  ]
}

const FORECAST_MONTHS = [3, 6] as const

/** The same amount later: the post held all along, or empty from tomorrow. */
function forecasts(
  amount: 'earnedCents' | 'overpaidCents',
  shares: readonly AidShare[],
  derived: Derived,
): readonly WhatIf[] {
  const at = (day: Day, days: (share: AidShare) => readonly Period[]): Cents => {
    let sum = 0
    for (const share of shares) {
      const earned = earnedDetail(share.agreement, share.yearlyCents, days(share), day)?.earnedCents ?? 0
      sum += amount === 'earnedCents' ? earned : overpaidAt(share.amounts, earned, share)
    }
    return cents(sum)
  }
  const now = sumAid(shares.map((s) => s.amounts))[amount]
  return FORECAST_MONTHS.flatMap((months): WhatIf[] => {
    const day = addMonths(derived.today, months)
    const held = (share: AidShare): readonly Period[] => [
      ...clip(share.paidDays, null, derived.today),
      { from: derived.today, to: null },
    ]
    const later = at(day, held)
    // Nothing can be earned any more (aid over, post given back): the question does not arise.
    if (later === now) return []
    const empty = at(day, (share) => clip(share.paidDays, null, derived.today))
    return [
      { code: 'what-if.in-months', values: { day }, result: later },
      { code: 'what-if.empty-until', values: { day }, result: empty },
    ]
  })
}

function overpaidAt(amounts: AidAmounts, earned: number, share: AidShare): number {
  if (share.agreement.state === 'settled') return 0
  return Math.max(0, amounts.receivedCents + amounts.excessCents - earned)
}

export function sharesOfTarget(
  target: { readonly positionId: Id } | { readonly agreementId: Id },
  derived: Derived,
): readonly AidShare[] {
  return (
    ('positionId' in target
      ? derived.sharesByPosition.get(target.positionId)
      : derived.sharesByAgreement.get(target.agreementId)) ?? []
  )
}
