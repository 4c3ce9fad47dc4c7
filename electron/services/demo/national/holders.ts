/** Who held a post, one after the other: contracts, renewals, departures before term, vacancies, hand-overs that overlap. */

import { addDays, addMonths, type Day, daysBetween, minDay } from '#shared/domain/day.ts'
import type { Contract, Employer, Id, Position } from '#shared/domain/facts.ts'
import { FULL_TIME_MINUTES } from '#shared/domain/full-time.ts'
import { cents } from '#shared/domain/money.ts'
import type { ContractKind, EndMotive, Ground } from '#shared/domain/words.ts'
import { endAfterMonths } from '#shared/rules/calendar/contract-end.ts'
import { minimumWage } from '#shared/rules/law/minimum-wage.ts'
import { trialPeriod } from '#shared/rules/law/trial-period.ts'
import type { FactsDraft } from '../facts-draft.ts'
import { personName } from './invented-names.ts'
import type { Random, Weighted } from './random.ts'

interface Pattern {
  readonly kind: ContractKind
  /** Lengths a contract may have; empty: without term. */
  readonly months: readonly number[]
  readonly maxMonths: number
  readonly maxRenewals: number
}

const pattern = (kind: ContractKind, months: readonly number[], maxMonths = 0, maxRenewals = 0): Pattern => ({
  kind,
  months,
  maxMonths,
  maxRenewals,
})

const PRIVATE: Weighted<Pattern> = [
  [pattern('CDD', [6, 9, 12, 18], 18, 2), 62],
  [pattern('CDI', []), 32],
  [pattern('PEC', [9, 12], 24, 1), 6],
]
const PUBLIC: Weighted<Pattern> = [
  [pattern('contrat-de-projet', [12, 24, 24, 36], 72, 3), 55],
  [pattern('L332-8', [12, 24, 36], 72, 3), 14],
  [pattern('L332-14', [12], 24, 1), 8],
  [pattern('L332-23-1', [6, 12], 12, 1), 7],
  [pattern('L332-13', [3, 6], 12, 2), 2],
  [pattern('cdd-public', [12, 24], 72, 2), 8],
  [pattern('CDI', []), 4],
  [pattern('titulaire', []), 4],
]
const EARLY_MOTIVES: Weighted<EndMotive> = [
  ['resignation', 70],
  ['mutual-termination', 15],
  ['dismissal', 5],
  ['other', 10],
]
const GROUNDS: Weighted<Ground | null> = [
  ['defined-object', 60],
  ['temporary-increase', 22],
  [null, 18],
]
/** Days without anybody between two holders; a negative one is a hand-over together. */
const GAPS: Weighted<readonly [number, number]> = [
  [[0, 0], 22],
  [[1, 30], 28],
  [[31, 150], 30],
  [[151, 320], 5],
  [[-12, -3], 4],
]
const UPCOMING_DAYS = 60

export interface HeldPost {
  readonly position: Position
  readonly employer: Employer
  readonly from: Day
  /** Last day anybody may hold it: the day it was returned, or left the scheme. */
  readonly until: Day | null
}

export function addHolders(
  draft: FactsDraft,
  random: Random,
  post: HeldPost,
  today: Day,
): readonly Contract[] {
  const contracts: Contract[] = []
  const horizon = addDays(today, UPCOMING_DAYS)
  let cursor = addDays(post.from, random.int(0, 75))
  while (cursor <= horizon && (post.until === null || cursor < post.until)) {
    if (cursor > today && random.chance(0.6)) break
    const held = addHolder(draft, random, post, cursor, today)
    contracts.push(...held.contracts)
    if (held.lastDay === null || held.lastDay >= today || random.chance(0.03)) break
    const [min, max] = random.weighted(GAPS)
    cursor = addDays(held.lastDay, 1 + Math.max(random.int(min, max), -daysBetween(cursor, held.lastDay)))
  }
  return contracts
}

function addHolder(
  draft: FactsDraft,
  random: Random,
  { position, employer, until }: HeldPost,
  startsOn: Day,
  today: Day,
): { readonly contracts: readonly Contract[]; readonly lastDay: Day | null } {
  const { kind, months, maxMonths, maxRenewals } = random.weighted(
    employer.sector === 'public' ? PUBLIC : PRIVATE,
  )
  const person = draft.person({ ...personName(random), doubledNotice: random.chance(0.01) })
  const leaves = addDays(startsOn, random.int(120, 1000))
  const stayEnd = until === null ? leaves : minDay(leaves, until)
  const limit = endAfterMonths(startsOn, maxMonths)
  const contracts: Contract[] = []
  let from = startsOn
  let renewsId: Id | null = null
  for (;;) {
    const term = months.length === 0 ? null : minDay(endAfterMonths(from, random.pick(months)), limit)
    const isEarly = stayEnd <= today && (term === null || stayEnd < term)
    const isOver = isEarly || (term !== null && term < today)
    const isRenewed =
      !isEarly &&
      term !== null &&
      isOver &&
      stayEnd > addMonths(term, 2) &&
      contracts.length < maxRenewals &&
      term < limit
    // A term reached and not closed by anybody: what real files are full of.
    const isClosed = isOver && !isRenewed && (isEarly || random.chance(0.93))
    const endedOn: Day | null = isEarly ? stayEnd : isClosed ? term : null
    const contract: Contract = draft.contract({
      positionId: position.id,
      personId: person.id,
      kind,
      startsOn: from,
      endsOn: term,
      trialEndsOn: trialEnd(employer, from, term, renewsId !== null),
      monthlyGrossCents: grossAt(random, startsOn),
      weeklyMinutes: random.chance(0.94) ? FULL_TIME_MINUTES : 1680,
      renewsId,
      signedOn: addDays(from, -random.int(0, 12)),
      endedOn,
      endMotive:
        endedOn === null
          ? null
          : isEarly
            ? motiveOfEarlyEnd(random, stayEnd, until)
            : 'fixed-term-not-renewed',
      ground: kind === 'PEC' ? 'employment-policy' : kind === 'CDD' ? random.weighted(GROUNDS) : null,
    })
    contracts.push(contract)
    addRise(draft, random, contract, today)
    if (!isRenewed || term === null) return { contracts, lastDay: endedOn ?? term }
    from = addDays(term, 1)
    renewsId = contract.id
  }
}

function motiveOfEarlyEnd(random: Random, stayEnd: Day, until: Day | null): EndMotive {
  return stayEnd === until ? 'end-of-subsidy' : random.weighted(EARLY_MOTIVES)
}

function trialEnd(employer: Employer, startsOn: Day, endsOn: Day | null, sameFunctions: boolean): Day | null {
  if (sameFunctions) return null
  if (employer.sector === 'public')
    return trialPeriod({ regime: 'public', startsOn, endsOn, sameFunctions }).endsOn
  return endsOn === null ? null : trialPeriod({ regime: 'private-cdd', startsOn, endsOn }).endsOn
}

/** From the wage of the day to about half above it. */
function grossAt(random: Random, on: Day) {
  const floor = minimumWage(on)?.monthlyCents ?? 155_458
  return cents(Math.ceil((floor + random.int(0, 80) * 1000) / 1000) * 1000)
}

function addRise(draft: FactsDraft, random: Random, contract: Contract, today: Day): void {
  if (contract.monthlyGrossCents === null || !random.chance(0.08)) return
  const effectiveOn = addMonths(contract.startsOn, random.int(4, 12))
  const lastDay = contract.endedOn ?? contract.endsOn ?? today
  if (effectiveOn > today || effectiveOn > lastDay) return
  draft.contractAmendment({
    contractId: contract.id,
    signedOn: addDays(effectiveOn, -10),
    effectiveOn,
    newMonthlyGrossCents: cents(contract.monthlyGrossCents + random.int(2, 12) * 1000),
    reason: 'Revalorisation',
  })
}
