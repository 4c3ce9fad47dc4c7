/** read.home: key figures, what is late and coming, the 36 months of tranches, the next ends of aid. */
import type { Parsed } from '#shared/api/contract.ts'
import type { HomeView } from '#shared/api/views/home.ts'
import { addDays, type Day, dayOf, monthOf, yearOf } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { cents, sumCents, ZERO } from '#shared/domain/money.ts'
import { AGEING_FROM, type AidAmounts, ageClass, NO_AID } from '#shared/rules/engine/aid/amounts.ts'
import { aidOfAll, aidOfEmployer } from '#shared/rules/engine/derive.ts'
import { positionName } from '#shared/rules/engine/names.ts'
import type { InstalmentView } from '#shared/rules/engine/states/instalment-state.ts'
import { uncomputedOf } from '#shared/rules/engine/uncomputed.ts'
import type { ServiceContext } from '../service.ts'
import { available } from './computing.ts'
import { changedPositions } from './journal.ts'
import { aidFigures } from './rows/aid-figures.ts'
import { employerOfPost } from './rows/position-row.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

/** Deadlines beyond this are for their own screen. */
const HOME_DAYS = 90
const MONTHS = 36
const AID_ENDS = 50

export function readHome(context: ServiceContext, { employerId }: Parsed<'read.home'>): HomeView {
  const snapshot = snapshotOf(context)
  const { derived, today, lastVisitOn } = snapshot
  const instalments = instalmentsOf(snapshot, employerId)
  const counted = instalments.filter((v) => !derived.containment.has('agreement', v.instalment.agreementId))
  return {
    today,
    lastVisitOn,
    changedPositions:
      lastVisitOn === null ? 0 : changedPositions(context.dossier, lastVisitOn, derived.index),
    counts: countsOf(snapshot, employerId, counted),
    aid: aidFigures(available(() => scopeAid(snapshot, employerId))),
    uncomputed: uncomputedOf(derived, employerId),
    deadlines: snapshot.deadlines.filter(
      (d) =>
        (employerId === null || d.employerId === employerId) &&
        d.status !== 'answered' &&
        d.daysLeft <= HOME_DAYS,
    ),
    ageing: available(() => ageingOf(instalments)),
    months: monthsOf(instalments, today),
    nextAidEnds: aidEndsOf(snapshot, employerId),
  }
}

function scopeAid(snapshot: Snapshot, employerId: Id | null): AidAmounts {
  if (employerId === null) return aidOfAll(snapshot.derived)
  return snapshot.derived.index.employers.has(employerId)
    ? aidOfEmployer(snapshot.derived, employerId)
    : NO_AID
}

function instalmentsOf({ derived }: Snapshot, employerId: Id | null): readonly InstalmentView[] {
  const views = [...derived.instalments.values()]
  if (employerId === null) return views
  return views.filter(
    (v) => derived.index.agreements.get(v.instalment.agreementId)?.employerId === employerId,
  )
}

/** Of the objects the amounts beside them are made of. */
function countsOf(
  { derived, facts }: Snapshot,
  employerId: Id | null,
  instalments: readonly InstalmentView[],
): HomeView['counts'] {
  const states = { occupied: 0, vacant: 0, returned: 0 }
  for (const view of derived.positions.values()) {
    if (derived.containment.withheldFrom(view.position.id) !== undefined) continue
    if (employerId === null || view.employerId === employerId) states[view.state] += 1
  }
  const late = instalments.filter((v) => v.outstandingAs === 'late')
  return {
    positions: facts.positions.filter(
      ({ id }) => employerId === null || employerOfPost(derived, id) === employerId,
    ).length,
    employers: employerId === null ? facts.employers.length : 1,
    agreements: facts.agreements.filter(
      (a) =>
        (employerId === null || a.employerId === employerId) && !derived.containment.has('agreement', a.id),
    ).length,
    instalments: instalments.length,
    openInstalments: instalments.filter((v) => v.outstandingAs !== null).length,
    lateInstalments: late.length,
    latestDays: late.reduce((most, v) => Math.max(most, v.daysLate), 0),
    ...states,
  }
}

function ageingOf(instalments: readonly InstalmentView[]): HomeView['ageing'] {
  const late = instalments.filter((v) => v.outstandingAs === 'late')
  return AGEING_FROM.map((fromDays, i) => {
    const own = late.filter((v) => ageClass(v.daysLate) === i)
    const next = AGEING_FROM[i + 1]
    return {
      fromDays,
      toDays: next === undefined ? null : next - 1,
      instalments: own.length,
      cents: sumCents(own.map((v) => v.outstandingCents)),
    }
  })
}

type Month = { -readonly [K in keyof HomeView['months'][number]]: HomeView['months'][number][K] }

/** From January of last year: what was expected each month and what became of it. */
function monthsOf(instalments: readonly InstalmentView[], today: Day): HomeView['months'] {
  const first = yearOf(today) - 1
  const months: Month[] = Array.from({ length: MONTHS }, (_, i) => ({
    month: dayOf(first + Math.floor(i / 12), (i % 12) + 1, 1).slice(0, 7),
    expectedCents: ZERO,
    receivedCents: ZERO,
    lateCents: ZERO,
    claimableCents: ZERO,
    suspendedCents: ZERO,
  }))
  const monthAt = (d: Day) => months[(yearOf(d) - first) * 12 + monthOf(d) - 1]
  for (const view of instalments) {
    for (const { payment, amountCents } of view.payments) {
      const month = monthAt(payment.receivedOn)
      if (month) month.receivedCents = cents(month.receivedCents + amountCents)
    }
    const { dueOn, amountCents } = view.instalment
    const month = dueOn === null ? undefined : monthAt(dueOn)
    if (month === undefined || view.state === 'cancelled') continue
    month.expectedCents = cents(month.expectedCents + amountCents)
    const kind = view.outstandingAs
    if (kind === 'late') month.lateCents = cents(month.lateCents + view.outstandingCents)
    else if (kind === 'claimable') month.claimableCents = cents(month.claimableCents + view.outstandingCents)
    else if (kind === 'suspended') month.suspendedCents = cents(month.suspendedCents + view.outstandingCents)
  }
  return months
}

/** Posts whose last running aid ends within a year, with the monthly amount that stops. */
function aidEndsOf({ derived, today }: Snapshot, employerId: Id | null): HomeView['nextAidEnds'] {
  const limit = addDays(today, 365)
  const ends: HomeView['nextAidEnds'][number][] = []
  for (const view of derived.positions.values()) {
    if (view.state === 'returned' || (employerId !== null && view.employerId !== employerId)) continue
    const running = (
      derived.containment.withheldFrom(view.position.id) === undefined
        ? (derived.sharesByPosition.get(view.position.id) ?? [])
        : []
    ).filter((s) => s.agreement.state === 'current')
    const last = running.reduce<(typeof running)[number] | null>(
      (found, s) => (found === null || s.agreement.endsOn > found.agreement.endsOn ? s : found),
      null,
    )
    if (last === null || last.agreement.endsOn > limit) continue
    const finalYear = last.yearlyCents.findLast((amount) => amount > 0) ?? ZERO
    ends.push({
      positionId: view.position.id,
      label: positionName(view.position),
      endsOn: last.agreement.endsOn,
      monthlyCents: cents(Math.round(finalYear / 12)),
    })
  }
  return ends
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : a.positionId - b.positionId))
    .slice(0, AID_ENDS)
}
