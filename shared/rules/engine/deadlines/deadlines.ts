/** Every deadline of a file at a day, answered ones included, most urgent first. One pass over the derived values. */
import type { Day } from '../../../domain/day.ts'
import type { FreeDeadline, Id } from '../../../domain/facts.ts'
import type { Derived } from '../derive.ts'
import { freeIdOf, isOnIsland, type Place, placeOfKey } from '../island.ts'
import type { Rederived } from '../rederive.ts'
import { agreementDeadlines } from './agreement-deadlines.ts'
import { contractDeadlines } from './contract-deadlines.ts'
import { type Deadline, type DerivedDeadline, NO_SUBJECT, type Subject } from './deadline.ts'
import { employerDeadlines } from './employer-deadlines.ts'
import { addOfferRefusal, OFFER_KEY } from './hiring-deadlines.ts'
import { instalmentDeadlines } from './instalment-deadlines.ts'
import { LEAD_SETTING, leadDaysOf } from './kinds.ts'
import { positionDeadlines } from './position-deadlines.ts'
import { prudentDay } from './prudent-day.ts'
import { standing } from './standing.ts'
import { employerOf, positionSubject } from './subjects.ts'

export interface DeadlineOptions {
  /** Day of the last visit: what crossed a reminder step since then is new. */
  readonly lastVisitOn: Day | null
}

export function deadlinesOf(
  derived: Derived,
  { lastVisitOn }: DeadlineOptions = { lastVisitOn: null },
): readonly Deadline[] {
  const { index, today } = derived
  const input = {
    today,
    lastVisitOn,
    answers: index.answers,
    leadDays: leadDaysOf(index.settings.get(LEAD_SETTING)),
    prudentDay: (day: Day, employerId: Id | null) => prudentDay(day, employerId, derived),
  }
  const deadlines: Deadline[] = []
  for (const each of derivedDeadlines(derived)) {
    const deadline = derived.containment.attemptOf(
      () => placeOf(each),
      () => standing(each, input),
    )
    if (deadline !== undefined && deadline !== null) deadlines.push(deadline)
  }
  return deadlines.sort(byUrgency)
}

const kept = new WeakMap<Derived, readonly DerivedDeadline[]>()

/** Before today's standing and the answers: what explanations look up. */
export function derivedDeadlines(derived: Derived): readonly DerivedDeadline[] {
  const known = kept.get(derived)
  if (known !== undefined) return known
  const found: DerivedDeadline[] = []
  const { containment } = derived
  for (const [id, view] of derived.contracts)
    containment.attempt('contract', id, () => contractDeadlines(view, derived, found))
  for (const [id, view] of derived.positions)
    containment.attempt('position', id, () => positionDeadlines(view, derived, found))
  for (const [id, view] of derived.instalments)
    containment.attempt('instalment', id, () => instalmentDeadlines(view, derived, found))
  for (const [id, view] of derived.agreements)
    containment.attempt('agreement', id, () => agreementDeadlines(view, derived, found))
  for (const employer of derived.index.facts.employers)
    containment.attempt('employer', employer.id, () => employerDeadlines(employer, derived, found))
  for (const [key, answer] of derived.index.answers) {
    const id = OFFER_KEY.exec(key)?.[1]
    if (id !== undefined && answer.answer === 'done')
      containment.attempt('contract', Number(id), () =>
        addOfferRefusal(derived.contracts.get(Number(id)), answer.answeredOn, derived, found),
      )
  }
  for (const free of derived.index.facts.freeDeadlines)
    containment.attempt('free', free.id, () => addFreeDeadline(free, derived, found))
  kept.set(derived, found)
  return found
}

/**
 * The same answer as `deadlinesOf` after a change, from the deadlines before it: those of the island again, the others as they
 * were. Same day and same options on both sides.
 */
export function redeadlines(
  before: readonly Deadline[],
  formerly: Derived,
  { derived, part, island }: Rederived,
  options: DeadlineOptions,
): readonly Deadline[] {
  const isKept = (subject: Subject, key: string) => {
    const free = freeIdOf(key)
    return free === null ? !isOnIsland(island, subject) : !island.free.has(free)
  }
  const former = kept.get(formerly)
  if (former !== undefined)
    kept.set(derived, [...former.filter((d) => isKept(d.subject, d.key)), ...derivedDeadlines(part)])
  const fresh = deadlinesOf(part, options)
  derived.containment.absorb(part.containment)
  return merged(
    before.filter((d) => isKept(d, d.key)),
    fresh,
  )
}

/** Both most urgent first. */
function merged(a: readonly Deadline[], b: readonly Deadline[]): readonly Deadline[] {
  const all: Deadline[] = []
  let next = 0
  for (const one of a) {
    for (let other = b[next]; other !== undefined && byUrgency(other, one) < 0; other = b[next]) {
      all.push(other)
      next += 1
    }
    all.push(one)
  }
  return [...all, ...b.slice(next)]
}

function addFreeDeadline(free: FreeDeadline, derived: Derived, out: DerivedDeadline[]): void {
  const post = free.positionId === null ? NO_SUBJECT : positionSubject(free.positionId, derived)
  out.push({
    key: `free:${free.id}`,
    kind: 'free',
    prudentOn: free.dueOn,
    legalOn: null,
    title: { code: 'deadline.free', values: { title: free.title } },
    why: { code: 'why.free', values: { note: free.note } },
    basis: [],
    amountCents: null,
    subject: { ...post, ...employerOf(free.employerId ?? post.employerId, derived) },
  })
}

/** The object a deadline comes from: each key names it. */
function placeOf({ key, subject }: DerivedDeadline): Place {
  return placeOfKey(key) ?? { kind: 'employer', id: subject.employerId ?? 0 }
}

const NATURE_RANK = { legal: 0, scheme: 1, term: 2, internal: 3 } as const

/** Late first, and among them a missed legal day before money that waits; then by day; equal ones by nature, then key. */
export function byUrgency(a: Deadline, b: Deadline): number {
  const lateFirst = Number(b.daysLeft < 0) - Number(a.daysLeft < 0)
  if (lateFirst !== 0) return lateFirst
  if (a.daysLeft < 0) {
    const legalFirst = Number(b.nature === 'legal') - Number(a.nature === 'legal')
    if (legalFirst !== 0) return legalFirst
  }
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  return NATURE_RANK[a.nature] - NATURE_RANK[b.nature] || (a.key < b.key ? -1 : 1)
}
