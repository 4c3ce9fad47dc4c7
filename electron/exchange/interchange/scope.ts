/**
 * Parts of a dossier: what belongs to some employers (to split a file), or to one person (to give them all that is held about
 * them). A part stands on its own: what its rows name is in it, or the name is taken off and said.
 */
import type { Day } from '#shared/domain/day.ts'
import type { Attachment, Id } from '#shared/domain/facts.ts'
import type { OwnerKind } from '#shared/domain/words.ts'
import { type Lists, NO_ROWS } from './shape.ts'

export function ofEmployers(all: Lists, ids: ReadonlySet<Id>): Lists {
  const employers = all.employers.filter((e) => ids.has(e.id))
  const agreements = all.agreements.filter((a) => ids.has(a.employerId))
  const agreementIds = idsOf(agreements)
  const grants = all.grants.filter((g) => agreementIds.has(g.agreementId))
  const instalments = all.instalments.filter((i) => agreementIds.has(i.agreementId))
  const attachments = all.attachments.filter((a) => ids.has(a.employerId))
  const positionIds = new Set([
    ...attachments.map((a) => a.positionId),
    ...grants.map((g) => g.positionId),
    ...instalments.flatMap((i) => i.positionId ?? []),
  ])
  const heldBy = groupAttachments(all.attachments)
  const contracts = all.contracts.filter(
    (c) =>
      positionIds.has(c.positionId) && ids.has(employerOn(heldBy.get(c.positionId) ?? [], c.startsOn) ?? 0),
  )
  const payments = all.payments.filter((p) => ids.has(p.employerId))
  const personIds = new Set(contracts.map((c) => c.personId))
  return complete(all, {
    ...NO_ROWS,
    employers,
    positions: all.positions.filter((p) => positionIds.has(p.id)),
    attachments,
    persons: all.persons.filter((p) => personIds.has(p.id)),
    contracts,
    agreements,
    grants,
    instalments,
    payments,
    ruleFigures: all.ruleFigures,
    aidScales: all.aidScales,
    aidScaleYears: all.aidScaleYears,
    budgetLines: all.budgetLines.filter((l) => ids.has(l.employerId)),
    settings: all.settings,
    savedViews: all.savedViews,
    importMappings: all.importMappings,
    freeDeadlines: all.freeDeadlines.filter(
      (f) =>
        (f.employerId === null || ids.has(f.employerId)) &&
        (f.positionId === null || positionIds.has(f.positionId)),
    ),
    stateDifferences: all.stateDifferences.filter((d) => positionIds.has(d.positionId)),
  })
}

/** Everything held about one person: themselves, their contracts and pay, the posts and structures they worked for. */
export function ofPerson(all: Lists, personId: Id): Lists {
  const contracts = all.contracts.filter((c) => c.personId === personId)
  const positionIds = new Set(contracts.map((c) => c.positionId))
  const attachments = all.attachments.filter((a) => positionIds.has(a.positionId))
  const employerIds = new Set(attachments.map((a) => a.employerId))
  return complete(all, {
    ...NO_ROWS,
    employers: all.employers.filter((e) => employerIds.has(e.id)),
    positions: all.positions.filter((p) => positionIds.has(p.id)),
    attachments,
    persons: all.persons.filter((p) => p.id === personId),
    contracts,
  })
}

/** What hangs on the rows kept: amendments, costs, allocations, answers, documents. */
function complete(all: Lists, part: Lists): Lists {
  const contractIds = idsOf(part.contracts)
  const agreementIds = idsOf(part.agreements)
  const instalmentIds = idsOf(part.instalments)
  const paymentIds = idsOf(part.payments)
  const kept: Readonly<Record<OwnerKind, ReadonlySet<Id>>> = {
    employer: idsOf(part.employers),
    position: idsOf(part.positions),
    person: idsOf(part.persons),
    contract: contractIds,
    agreement: agreementIds,
    instalment: instalmentIds,
    payment: paymentIds,
  }
  const freeIds = idsOf(part.freeDeadlines)
  return {
    ...part,
    // The contract renewed belongs to another employer: the link would lead outside the part.
    contracts: part.contracts.map((c) =>
      c.renewsId === null || contractIds.has(c.renewsId) ? c : { ...c, renewsId: null },
    ),
    contractAmendments: all.contractAmendments.filter((a) => contractIds.has(a.contractId)),
    agreementAmendments: all.agreementAmendments.filter((a) => agreementIds.has(a.agreementId)),
    allocations: all.allocations.filter(
      (a) => paymentIds.has(a.paymentId) && instalmentIds.has(a.instalmentId),
    ),
    dedicatedFunds: all.dedicatedFunds.filter((f) => agreementIds.has(f.agreementId)),
    monthlyCosts: all.monthlyCosts.filter((m) => contractIds.has(m.contractId)),
    deadlineAnswers: all.deadlineAnswers.filter((a) => {
      const subject = subjectOf(a.key)
      if (subject === null) return false
      return subject.entity === 'freeDeadline'
        ? freeIds.has(subject.id)
        : kept[subject.entity].has(subject.id)
    }),
    documents: all.documents.filter((d) => kept[d.ownerKind].has(d.ownerId)),
  }
}

export interface AnswerSubject {
  readonly entity: OwnerKind | 'freeDeadline'
  readonly id: Id
}

/** Keys of derived deadlines: "notice:contract:12", "financial-report:employer:1:2026-12-31", "free:3". */
export function subjectOf(key: string): AnswerSubject | null {
  const free = /^free:(-?\d+)$/.exec(key)
  if (free !== null) return { entity: 'freeDeadline', id: Number(free[1]) }
  const match =
    /^[a-z0-9-]+:(employer|position|person|contract|agreement|instalment|payment):(-?\d+)(?::|$)/.exec(key)
  return match === null ? null : { entity: match[1] as OwnerKind, id: Number(match[2]) }
}

/** The same key about another id. */
export function withSubject(key: string, id: Id): string {
  return key.replace(/^(free:|[a-z0-9-]+:[a-z]+:)-?\d+/, `$1${id}`)
}

function idsOf(rows: readonly { readonly id: Id }[]): ReadonlySet<Id> {
  return new Set(rows.map((r) => r.id))
}

function groupAttachments(attachments: readonly Attachment[]): ReadonlyMap<Id, readonly Attachment[]> {
  const groups = new Map<Id, Attachment[]>()
  for (const a of attachments) groups.set(a.positionId, [...(groups.get(a.positionId) ?? []), a])
  return groups
}

/** Employer of a post on a day; a contract before the first attachment goes with it, one after the last with the last. */
function employerOn(attachments: readonly Attachment[], on: Day): Id | null {
  const sorted = [...attachments].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const then = sorted.find((a) => a.startsOn <= on && (a.endsOn === null || a.endsOn >= on))
  const before = sorted.filter((a) => a.startsOn <= on).at(-1)
  return (then ?? before ?? sorted[0])?.employerId ?? null
}
