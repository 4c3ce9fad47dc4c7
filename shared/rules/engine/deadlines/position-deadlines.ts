/** Deadlines of a post: the limit to fill it again, and contracts that run beyond what is financed. */
import { addDays, daysBetween } from '../../../domain/day.ts'
import { basisOf } from '../../texts.ts'
import type { Derived } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'
import { isPermanent } from '../states/contract-state.ts'
import type { PositionView } from '../states/position-state.ts'
import { vacancyLimitOf } from '../states/vacancy-limit.ts'
import type { DerivedDeadline } from './deadline.ts'
import { contractSubject, positionSubject } from './subjects.ts'

export function positionDeadlines(view: PositionView, derived: Derived, out: DerivedDeadline[]): void {
  addVacancy(view, derived, out)
  addUnfunded(view, derived, out)
}

function addVacancy(view: PositionView, derived: Derived, out: DerivedDeadline[]): void {
  const limit = vacancyLimitOf(view, derived)
  const { lastDayOccupied } = view
  if (limit === null || lastDayOccupied === null || !isStillFunded(view, derived)) return
  const next = rowsOf(derived.index.contractsByPosition, view.position.id).find(
    (c) => c.startsOn > derived.today,
  )
  // Somebody is hired in time: the matter is settled.
  if (next !== undefined && next.startsOn <= limit.limitOn) return
  const warning = (code: string) =>
    daysBetween(lastDayOccupied, limit.limitOn) - derived.figures.value(code, lastDayOccupied)
  out.push({
    key: `vacancy-limit:position:${view.position.id}`,
    kind: 'vacancy-limit',
    prudentOn: limit.limitOn,
    legalOn: null,
    title: { code: 'deadline.vacancy-limit', values: {} },
    why: {
      code: 'why.vacancy-limit',
      values: { lastDayOccupied, months: limit.months, nextOn: next?.startsOn ?? null },
    },
    basis: limit.basis,
    amountCents: null,
    subject: positionSubject(view.position.id, derived),
    leadDays: [warning('vacancy.first-warning-days'), warning('vacancy.second-warning-days'), 7].filter(
      (days) => days >= 0,
    ),
  })
}

/** A post whose every aid is over is nobody's to give back: the rule only binds while an aid runs (or none is recorded). */
function isStillFunded(view: PositionView, derived: Derived): boolean {
  const shares = derived.sharesByPosition.get(view.position.id) ?? []
  return (
    shares.length === 0 ||
    shares.some((s) => s.agreement.endsOn >= derived.today && s.agreement.state !== 'settled')
  )
}

/** A fixed-term contract that runs beyond the last aid of its post (a permanent one is told with the end of the agreement). */
function addUnfunded(view: PositionView, derived: Derived, out: DerivedDeadline[]): void {
  const shares = derived.sharesByPosition.get(view.position.id) ?? []
  if (shares.length === 0 || view.state === 'returned') return
  let fundedTo = shares[0]?.agreement.fundedTo ?? derived.today
  for (const share of shares) if (share.agreement.fundedTo > fundedTo) fundedTo = share.agreement.fundedTo
  for (const contract of rowsOf(derived.index.contractsByPosition, view.position.id)) {
    if (isPermanent(contract.kind)) continue
    const { lastDay = null, state } = derived.contracts.get(contract.id) ?? {}
    if (lastDay === null || lastDay <= fundedTo || (state !== 'current' && state !== 'upcoming')) continue
    const from = contract.startsOn > fundedTo ? contract.startsOn : addDays(fundedTo, 1)
    const subject = contractSubject(contract, derived)
    out.push({
      key: `unfunded-contract:contract:${contract.id}`,
      kind: 'unfunded-contract',
      prudentOn: from,
      legalOn: null,
      title: { code: 'deadline.unfunded-contract', values: { person: subject.personName } },
      why: { code: 'why.unfunded-contract', values: { fundedTo, from, endsOn: lastDay } },
      basis: basisOf('aid-use'),
      amountCents: null,
      subject,
    })
  }
}
