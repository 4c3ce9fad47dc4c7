/**
 * An invented file of any size, the same for a seed and a day: employers of every sector and zone, posts of the first wave (V1),
 * of the second, or of both, their holders, vacancies, returned posts, transfers, late and partial tranches.
 */
import { addDays, addMonths, type Day, day, minDay } from '#shared/domain/day.ts'
import type { Employer, Facts, Position } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import type { ReturnMotive } from '#shared/domain/words.ts'
import { endAfterMonths } from '#shared/rules/calendar/contract-end.ts'
import { addMonthlyCosts } from '../costs.ts'
import { FactsDraft } from '../facts-draft.ts'
import { addV1, addV2, v1End, v2Start } from './aid.ts'
import { addEmployers } from './employers.ts'
import { addHolders } from './holders.ts'
import { workplaceName } from './invented-names.ts'
import { Random, type Weighted } from './random.ts'

export interface NationalOptions {
  readonly positions: number
  readonly seed: number
  readonly today: Day
}

type Story = 'v1' | 'v1-v2' | 'v2'

const STORIES: Weighted<Story> = [
  ['v1', 22],
  ['v1-v2', 58],
  ['v2', 20],
]
const RETURN_MOTIVES: Weighted<ReturnMotive> = [
  ['recruitment-difficulties', 40],
  ['financial-capacity', 25],
  ['end-of-subsidy', 20],
  ['need-not-justified', 10],
  ['lack-of-visibility', 5],
]
/** One employer in so many has its monthly costs entered for the year of the day. */
const COSTS_EVERY = 25
const FIRST_WAVE = day('2021-04-01')
const SECOND_WAVE = day('2024-01-01')

interface Plan {
  readonly employer: Employer
  readonly story: Story
  readonly v1StartsOn: Day
  readonly v2StartsOn: Day
}

export function national({ positions, seed, today }: NationalOptions): Facts {
  const draft = new FactsDraft()
  const random = new Random(seed)
  let previous: Employer | null = null
  let number = 0
  for (const { employer, posts } of addEmployers(draft, random, positions)) {
    const plan = planOf(random, employer)
    const held: Position[] = []
    for (let i = 0; i < posts; i++) {
      number += 1
      held.push(addPosition(draft, random, plan, number, today))
    }
    const wave = { employer, positions: held, today }
    if (plan.story !== 'v2' && plan.v1StartsOn <= today) addV1(draft, random, wave, plan.v1StartsOn)
    if (plan.story !== 'v1' && plan.v2StartsOn <= today) addV2(draft, random, wave, plan.v2StartsOn)
    for (const position of held) populate(draft, random, plan, position, previous, today)
    previous = employer
  }
  return draft.facts()
}

function planOf(random: Random, employer: Employer): Plan {
  const story = random.weighted(STORIES)
  const v1StartsOn = addMonths(FIRST_WAVE, random.int(0, 20))
  const v2StartsOn =
    story === 'v2'
      ? addMonths(SECOND_WAVE, random.int(0, 16))
      : v2Start(random, addDays(v1End(employer, v1StartsOn), 1))
  return { employer, story, v1StartsOn, v2StartsOn }
}

function addPosition(draft: FactsDraft, random: Random, plan: Plan, number: number, today: Day): Position {
  const { employer, story, v1StartsOn, v2StartsOn } = plan
  const startsOn = story === 'v2' ? v2StartsOn : v1StartsOn
  const workplace = workplaceName(random)
  const inQpv = employer.inQpv && random.chance(0.8)
  const returnedOn = returnDay(random, plan, today)
  return draft.position({
    stateId: String(100_000 + number),
    label: `${workplace} ${employer.communeName ?? ''}`.trim(),
    kind: random.chance(0.04) ? 'coordinator' : 'adviser',
    workplace: `${workplace}, ${employer.communeName ?? ''}`,
    inQpv,
    inFrr: !inQpv && employer.inFrr && random.chance(0.8),
    grantedOn: addDays(startsOn, -random.int(30, 120)),
    returnedOn,
    returnMotive: returnedOn === null ? null : random.weighted(RETURN_MOTIVES),
  })
}

/** A post of the first wave that did not go on is mostly returned at its end; one in nine of the others before theirs. */
function returnDay(
  random: Random,
  { employer, story, v1StartsOn, v2StartsOn }: Plan,
  today: Day,
): Day | null {
  if (story === 'v1') {
    const end = v1End(employer, v1StartsOn)
    const returned = addDays(end, random.int(0, 60))
    return returned <= today && random.chance(0.95) ? returned : null
  }
  if (!random.chance(0.11)) return null
  const returned = addDays(v2StartsOn, random.int(200, 900))
  return returned <= today ? returned : null
}

function populate(
  draft: FactsDraft,
  random: Random,
  plan: Plan,
  position: Position,
  neighbour: Employer | null,
  today: Day,
): void {
  const { employer, story, v1StartsOn, v2StartsOn } = plan
  const from = story === 'v2' ? v2StartsOn : v1StartsOn
  const attachedFrom = position.grantedOn ?? from
  const transfer = story === 'v1-v2' && random.chance(0.006) && neighbour?.sector === employer.sector
  if (transfer && neighbour !== null) {
    draft.attachment(position.id, neighbour.id, attachedFrom, addDays(v2StartsOn, -1))
    draft.attachment(position.id, employer.id, v2StartsOn)
  } else draft.attachment(position.id, employer.id, attachedFrom)

  const until =
    position.returnedOn ?? (story === 'v1' ? addMonths(v1End(employer, v1StartsOn), random.int(0, 8)) : null)
  const contracts = addHolders(draft, random, { position, employer, from, until }, today)
  if (employer.id % COSTS_EVERY === 0)
    for (const contract of contracts)
      addMonthlyCosts(
        draft,
        contract,
        employer,
        day(`${today.slice(0, 4)}-01-01`),
        addDays(day(`${today.slice(0, 7)}-01`), -1),
      )
  if (position.returnedOn === null && story !== 'v1' && random.chance(0.04))
    addRegionalAid(draft, random, employer, position, today)
}

/** A second funder beside the State: one year, one tranche. */
function addRegionalAid(
  draft: FactsDraft,
  random: Random,
  employer: Employer,
  position: Position,
  today: Day,
): void {
  const startsOn = day(`${today.slice(0, 4)}-01-01`)
  const amountCents = cents(random.int(8, 20) * 50_000)
  const agreement = draft.agreement({
    employerId: employer.id,
    funder: 'Région',
    funderKind: 'region',
    scheme: 'other',
    reference: `REG-${today.slice(0, 4)}-${String(position.id).padStart(5, '0')}`,
    signedOn: addDays(startsOn, 20),
    startsOn,
    endsOn: endAfterMonths(startsOn, 12),
  })
  draft.grant({
    agreementId: agreement.id,
    positionId: position.id,
    year: 1,
    baseCents: amountCents,
    bonusCents: cents(0),
  })
  const instalment = draft.instalment({
    agreementId: agreement.id,
    positionId: position.id,
    rank: 1,
    label: 'Subvention annuelle',
    amountCents,
    dueOn: addDays(startsOn, 180),
    claimableOn: addDays(startsOn, 60),
    claimedOn: minDay(addDays(startsOn, 75), today),
  })
  const receivedOn = addDays(startsOn, random.int(150, 400))
  if (receivedOn > today) return
  const payment = draft.payment({
    employerId: employer.id,
    funder: 'Région',
    receivedOn,
    amountCents,
    bankReference: `REG-${position.id}`,
  })
  draft.allocation({ paymentId: payment.id, instalmentId: instalment.id, amountCents })
}
