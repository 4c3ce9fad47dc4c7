/** Papers and first weeks of a contract: its signature or renewal, trial, hand-over, transmission. */
import { addDays, addMonths, type Day } from '../../../domain/day.ts'
import type { Contract } from '../../../domain/facts.ts'
import { contractHandOver } from '../../law/hand-over.ts'
import { type TrialPeriod, trialPeriod } from '../../law/trial-period.ts'
import { basisOf } from '../../texts.ts'
import { employerOfContract } from '../contracts/regime.ts'
import type { Derived } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'
import { type ContractView, isPermanent } from '../states/contract-state.ts'
import type { ContractCase } from './contract-case.ts'
import type { DerivedDeadline } from './deadline.ts'
import { prudentDay } from './prudent-day.ts'
import { contractSubject } from './subjects.ts'

/** Papers of a hiring are only followed for so long after it. */
const HIRING_DAYS = 60
/** No trial lasts longer than that after its start. */
const TRIAL_MAX_MONTHS = 8

/** What prolongs a contract is signed before its term: a renewal, or an amendment that moves the end. */
export function addRenewalSignatures({ view, regime, subject, derived, add }: ContractCase): void {
  const { contract, renewal } = view
  const basis = regime === 'private' ? basisOf('L1243-13-1', derived.today) : []
  const sign = (key: string, before: Day, endsOn: Day | null) =>
    add({
      key,
      kind: 'renewal-signature',
      prudentOn: prudentDay(before, subject.employerId, derived),
      legalOn: before,
      title: { code: 'deadline.renewal-signature', values: {} },
      why: { code: 'why.renewal-signature', values: { before, endsOn } },
      basis,
    })
  if (renewal !== null && renewal.signedOn === null && view.lastDay !== null)
    sign(`renewal-signature:contract:${renewal.id}`, view.lastDay, renewal.endsOn)
  let term = contract.endsOn
  for (const amendment of rowsOf(derived.index.amendmentsByContract, contract.id)) {
    if (amendment.newEndsOn === null) continue
    if (amendment.signedOn === null && term !== null && amendment.newEndsOn > term)
      sign(`renewal-signature:amendment:${amendment.id}`, term, amendment.newEndsOn)
    term = amendment.newEndsOn
  }
}

export function addTrial(c: ContractCase): void {
  const { view, subject, derived, add } = c
  const { contract } = view
  const { today } = derived
  if (contract.renewsId !== null || addMonths(contract.startsOn, TRIAL_MAX_MONTHS) < today) return
  const rule = trialRule(c)
  const trialEndsOn = contract.trialEndsOn ?? rule?.endsOn ?? null
  if (trialEndsOn === null || trialEndsOn < today) return
  add({
    key: `trial-end:contract:${contract.id}`,
    kind: 'trial-end',
    prudentOn: prudentDay(trialEndsOn, subject.employerId, derived),
    legalOn: trialEndsOn,
    title: { code: 'deadline.trial-end', values: {} },
    why: {
      code: contract.trialEndsOn === null ? 'why.trial-end.computed' : 'why.trial-end.entered',
      values: { startsOn: contract.startsOn, endsOn: trialEndsOn },
    },
    basis: rule?.basis ?? [],
    ...(contract.trialEndsOn === null && rule !== null ? { steps: rule.steps } : {}),
  })
}

/** Null where no rule gives a trial: a PEC, a civil servant, a private CDI (its branch agreement does). */
function trialRule({ view, regime, derived }: ContractCase): TrialPeriod | null {
  const { contract, endsOn } = view
  const { startsOn } = contract
  if (regime === 'private')
    return endsOn === null ? null : trialPeriod({ regime: 'private-cdd', startsOn, endsOn }, derived.figures)
  const isPublic =
    regime === 'public' ||
    regime === 'project' ||
    (contract.kind === 'CDI' && employerOfContract(contract, derived)?.sector === 'public')
  return isPublic
    ? trialPeriod(
        { regime: 'public', startsOn, endsOn, sameFunctions: heldBefore(contract, derived) },
        derived.figures,
      )
    : null
}

/** The person already held this very post: the functions are the same, whether or not the contract names what it renews. */
function heldBefore(contract: Contract, derived: Derived): boolean {
  return rowsOf(derived.index.contractsByPerson, contract.personId).some(
    (c) => c.positionId === contract.positionId && c.startsOn < contract.startsOn,
  )
}

export function addPapers({ view, regime, subject, derived, add }: ContractCase): void {
  const { contract } = view
  const { today, figures } = derived
  if (addDays(contract.startsOn, HIRING_DAYS) < today) return
  const employer = employerOfContract(contract, derived)
  if (regime === 'private' || regime === 'pec') {
    const rule = contractHandOver(contract.startsOn, employer?.zone ?? 'metropole', figures)
    // Signed by both in time: it was handed over with the signature.
    if (contract.signedOn !== null && contract.signedOn <= rule.by) return
    add({
      key: `contract-hand-over:contract:${contract.id}`,
      kind: 'contract-hand-over',
      prudentOn: prudentDay(rule.by, subject.employerId, derived),
      legalOn: rule.by,
      title: { code: 'deadline.contract-hand-over', values: {} },
      why: { code: 'why.contract-hand-over', values: { hiredOn: contract.startsOn } },
      basis: rule.basis,
      steps: rule.steps,
    })
    return
  }
  if (employer?.sector !== 'public' || regime === 'permanent') return
  add({
    key: `transmission:contract:${contract.id}`,
    kind: 'transmission',
    prudentOn: prudentDay(contract.startsOn, subject.employerId, derived),
    legalOn: contract.startsOn,
    title: { code: 'deadline.transmission', values: {} },
    why: { code: 'why.transmission', values: { startsOn: contract.startsOn } },
    basis: basisOf('transmission', contract.startsOn),
  })
}

export const OFFER_KEY = /^permanent-offer:contract:(\d+)$/

/**
 * A CDI was offered (the deadline of the offer is answered "Fait") and none is recorded: a refusal is told to France Travail
 * within a month of the term. Starts from the answers, not from every contract: there are few.
 */
export function addOfferRefusal(
  view: ContractView | undefined,
  offeredOn: Day,
  derived: Derived,
  out: DerivedDeadline[],
): void {
  if (view === undefined || view.endsOn === null) return
  const { contract, endsOn } = view
  const stays = rowsOf(derived.index.contractsByPerson, contract.personId).some(
    (c) => c.startsOn > contract.startsOn && isPermanent(c.kind),
  )
  if (stays) return
  const months = derived.figures.value('permanent-offer-refusal.report-months', endsOn)
  const subject = contractSubject(contract, derived)
  const by = addMonths(endsOn, months)
  out.push({
    key: `permanent-refusal:contract:${contract.id}`,
    kind: 'permanent-refusal',
    prudentOn: prudentDay(by, subject.employerId, derived),
    legalOn: by,
    title: { code: 'deadline.permanent-refusal', values: { person: subject.personName } },
    why: { code: 'why.permanent-refusal', values: { offeredOn, endsOn, months } },
    basis: basisOf('L1243-11-1', endsOn),
    amountCents: null,
    subject,
  })
}
