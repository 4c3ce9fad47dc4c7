/**
 * A scenario is a list of hypotheses. Each one is a pure change of the facts, so that every rule (states, aid, deadlines,
 * costs) answers for a scenario exactly as it does for the dossier. Nothing here is ever written to the dossier.
 */
import { BLANK } from '../../domain/blank-rows.ts'
import { addDays, addMonths, type Day, maxDay } from '../../domain/day.ts'
import type { Contract, ContractAmendment, Facts, Id, Instalment } from '../../domain/facts.ts'
import { type Cents, proportion, sumCents } from '../../domain/money.ts'
import type { Hypothesis } from '../../schemas/scenario.ts'
import { contractEnd } from '../calendar/contract-end.ts'
import { indexFacts, rowsOf } from '../engine/index-facts.ts'
import { termOf, termsAt } from '../engine/states/contract-state.ts'
import { stopAid } from './stopped-aid.ts'

/** The facts as they would be. Objects of a hypothesis that no longer exist are passed over; ids of new rows are negative. */
export function supposed(facts: Facts, hypotheses: readonly Hypothesis[], today: Day): Facts {
  return hypotheses.reduce((known, hypothesis, index) => suppose(known, hypothesis, today, -1 - index), facts)
}

function suppose(facts: Facts, hypothesis: Hypothesis, today: Day, newId: Id): Facts {
  switch (hypothesis.kind) {
    case 'renew':
      return renew(facts, hypothesis, newId)
    case 'end':
      return changeContract(facts, hypothesis.contractId, (c) => ({
        ...c,
        endedOn: hypothesis.on,
        endMotive: c.endMotive ?? 'other',
      }))
    case 'replace':
      return { ...facts, contracts: [...facts.contracts, replacement(hypothesis, newId)] }
    case 'keep-permanent':
      return keepPermanent(facts, hypothesis.contractId, newId)
    case 'late-aid':
      return changeInstalments(
        facts,
        (i) => isToCome(i, facts),
        (i) => ({
          ...i,
          dueOn: addMonths(i.dueOn !== null && i.dueOn > today ? i.dueOn : today, hypothesis.months),
        }),
      )
    case 'aid-stops':
      return stopAid(facts, hypothesis.on)
    case 'pay-rise':
      return raisePay(facts, hypothesis.from, hypothesis.rate)
  }
}

function changeContract(facts: Facts, id: Id, change: (contract: Contract) => Contract): Facts {
  return { ...facts, contracts: facts.contracts.map((c) => (c.id === id ? change(c) : c)) }
}

function changeInstalments(
  facts: Facts,
  which: (i: Instalment) => boolean,
  change: (i: Instalment) => Instalment,
): Facts {
  return { ...facts, instalments: facts.instalments.map((i) => (which(i) ? change(i) : i)) }
}

function renew(facts: Facts, h: Extract<Hypothesis, { kind: 'renew' }>, newId: Id): Facts {
  const former = facts.contracts.find((c) => c.id === h.contractId)
  const term = former && termOf(former, indexFacts(facts))
  if (!former || !term) return facts
  const startsOn = addDays(term, 1)
  const next: Contract = {
    ...former,
    id: newId,
    startsOn,
    endsOn: contractEnd(startsOn, h.months).endsOn,
    endedOn: null,
    endMotive: null,
    trialEndsOn: null,
    renewsId: former.id,
    signedOn: null,
    stateId: null,
    monthlyGrossCents: h.monthlyGrossCents ?? former.monthlyGrossCents,
  }
  return { ...facts, contracts: [...facts.contracts, next] }
}

function keepPermanent(facts: Facts, contractId: Id, newId: Id): Facts {
  const former = facts.contracts.find((c) => c.id === contractId)
  const term = former && termOf(former, indexFacts(facts))
  if (!former || !term) return facts
  const permanent: Contract = {
    ...former,
    id: newId,
    kind: 'CDI',
    startsOn: addDays(term, 1),
    endsOn: null,
    endedOn: null,
    endMotive: null,
    trialEndsOn: null,
    renewsId: former.id,
    stateId: null,
  }
  return { ...facts, contracts: [...facts.contracts, permanent] }
}

function replacement(h: Extract<Hypothesis, { kind: 'replace' }>, newId: Id): Contract {
  return {
    ...BLANK.contract,
    id: newId,
    positionId: h.positionId,
    personId: 0,
    kind: h.contractKind,
    startsOn: h.startsOn,
    endsOn: h.months === null ? null : contractEnd(h.startsOn, h.months).endsOn,
    monthlyGrossCents: h.monthlyGrossCents,
  }
}

function isToCome(instalment: Instalment, facts: Facts): boolean {
  if (instalment.cancelledOn !== null) return false
  const allocations = rowsOf(indexFacts(facts).allocationsByInstalment, instalment.id)
  return sumCents(allocations.map((a) => a.amountCents)) < instalment.amountCents
}

/** The pay in force from that day, and every later one already agreed, rises by the rate. */
function raisePay(facts: Facts, from: Day, rate: number): Facts {
  const index = indexFacts(facts)
  const raise = (pay: Cents) => proportion(pay, 10_000 + rate, 10_000)
  const since = new Map<Id, Day>()
  const raised: ContractAmendment[] = []
  for (const contract of facts.contracts) {
    const term = termOf(contract, index)
    const effectiveOn = maxDay(contract.startsOn, from)
    const { monthlyGrossCents } = termsAt(contract, index, effectiveOn)
    if (monthlyGrossCents === null || (term !== null && term < from)) continue
    since.set(contract.id, effectiveOn)
    raised.push({
      ...BLANK.contractAmendment,
      id: RAISED_ID - raised.length,
      contractId: contract.id,
      effectiveOn,
      newMonthlyGrossCents: raise(monthlyGrossCents),
    })
  }
  const agreed = facts.contractAmendments.map((amendment) => {
    const pay = amendment.newMonthlyGrossCents
    const day = since.get(amendment.contractId)
    if (pay === null || day === undefined || amendment.effectiveOn < day) return amendment
    return { ...amendment, newMonthlyGrossCents: raise(pay) }
  })
  return { ...facts, contractAmendments: [...agreed, ...raised] }
}

/** First id of the amendments supposed, far below those of the new contracts. */
const RAISED_ID = -1_000_000
