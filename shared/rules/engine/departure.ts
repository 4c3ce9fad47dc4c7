/**
 * What follows when somebody leaves a post on a day, before anything is written: from when it is empty, until when it must be
 * filled, what the aid loses if nobody comes, what was received beyond what is earned, which tranches would wait.
 */
import { addDays, type Day, maxDay } from '../../domain/day.ts'
import type { Contract, Facts, Id } from '../../domain/facts.ts'
import { type Cents, cents } from '../../domain/money.ts'
import { aidOfPosition, type Derived, derive } from './derive.ts'
import { rowsOf } from './index-facts.ts'
import { changedIsland, factsOf } from './island.ts'
import { vacancyLimitOf } from './states/vacancy-limit.ts'

export interface Departure {
  /** Null where another contract follows at once, or where the post is given back. */
  readonly vacantFrom: Day | null
  readonly limit: { readonly limitOn: Day; readonly months: number } | null
  /** Day of the amounts below: the departure, or today where it is past. */
  readonly at: Day
  readonly earnedCents: Cents
  readonly receivedCents: Cents
  readonly overpaidCents: Cents
  /** Aid the contract would have earned until the limit (or its own end), had nobody left. */
  readonly unearnedCents: Cents
  readonly suspended: readonly { readonly label: string; readonly amountCents: Cents }[]
}

/** Null where the contract is not there. */
export function departureOf(facts: Facts, contractId: Id, endedOn: Day, today: Day): Departure | null {
  const contract = facts.contracts.find((each) => each.id === contractId)
  if (contract === undefined) return null
  const { positionId } = contract
  const [stays, leaves] = besides(facts, { ...contract, endedOn: null }, { ...contract, endedOn })
  const dayAfter = addDays(endedOn, 1)
  const then = derive(leaves, dayAfter)
  const view = then.positions.get(positionId)
  const isVacant = view !== undefined && view.state === 'vacant'
  const limit = isVacant ? vacancyLimitOf(view, then) : null
  const at = maxDay(endedOn, today)
  const aid = aidOfPosition(derive(leaves, at), positionId)
  const until = limit?.limitOn ?? at
  const earned = (known: Facts) => aidOfPosition(derive(known, until), positionId).earnedCents
  return {
    vacantFrom: isVacant ? dayAfter : null,
    limit: limit === null ? null : { limitOn: limit.limitOn, months: limit.months },
    at,
    earnedCents: aid.earnedCents,
    receivedCents: aid.receivedCents,
    overpaidCents: aid.overpaidCents,
    unearnedCents: cents(Math.max(0, earned(stays) - earned(leaves))),
    suspended: newlySuspended(
      derive(stays, maxDay(dayAfter, today)),
      derive(leaves, maxDay(dayAfter, today)),
      positionId,
    ),
  }
}

/** The facts with the contract one way and the other, cut down to what they are linked to. */
function besides(facts: Facts, stays: Contract, leaves: Contract): readonly [Facts, Facts] {
  const withContract = (contract: Contract): Facts => ({
    ...facts,
    contracts: facts.contracts.map((each) => (each.id === contract.id ? contract : each)),
  })
  const [before, after] = [withContract(stays), withContract(leaves)]
  const island = changedIsland(before, after)
  return island === null ? [before, after] : [factsOf(island, before), factsOf(island, after)]
}

function newlySuspended(stays: Derived, leaves: Derived, positionId: Id): Departure['suspended'] {
  const agreements = new Set(
    (leaves.sharesByPosition.get(positionId) ?? []).map((share) => share.agreement.agreement.id),
  )
  return [...agreements]
    .flatMap((id) => rowsOf(leaves.index.instalmentsByAgreement, id))
    .filter(
      ({ id }) =>
        leaves.instalments.get(id)?.state === 'suspended' && stays.instalments.get(id)?.state !== 'suspended',
    )
    .map(({ label, amountCents }) => ({ label, amountCents }))
}
