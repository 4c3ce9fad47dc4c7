/** A pasted payment: whose it is by its agreement, or by structure and payer; given to one tranche where the line names one. */
import type { Written } from '#shared/api/channels/write.ts'
import { writeChannels } from '#shared/api/channels/write.ts'
import type { Agreement, Facts, Id, Instalment } from '#shared/domain/facts.ts'
import { indexFacts, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { describeIssue } from '#shared/text/errors/input-errors.ts'
import { Refusal } from '../../service.ts'
import { finding, refusalOf, type Values } from '../change.ts'
import { planPayment, writePayment } from '../payment.ts'
import type { RowFinder } from './finder.ts'
import { type RowWriter, wordsIn } from './row-writer.ts'

/** Columns a line may leave out. */
const EMPTY = {
  bankReference: null,
  titleNumber: null,
  titleIssuedOn: null,
  bordereau: null,
  p503: null,
  note: null,
} as const

export function addPayment({ db, facts, finder, today }: RowWriter, values: Values): Written {
  const { agreement: _, employer: __, instalment: ___, position: ____, allocatedCents, ...own } = values
  const name = wordsIn(values, 'agreement')
  const agreement = name === null ? null : finder.agreement(name)
  const owner = agreement === null ? ownerOf(values, finder) : agreement
  const { employerId, funder } = owner
  const instalment = instalmentOf(values, finder, facts, agreement, owner)
  const given = { ...EMPTY, ...own, employerId, funder }
  const allocations =
    instalment === null
      ? []
      : [{ instalmentId: instalment.id, amountCents: allocatedCents ?? own.amountCents ?? 0 }]
  const parsed = writeChannels['write.recordPayment'].input.safeParse({ ...given, allocations })
  if (!parsed.success) {
    const details = parsed.error.issues.map((issue) => describeIssue('payment', issue))
    throw new Refusal({
      code: 'input.invalid',
      message: details.map((each) => each.message).join(' '),
      field: details[0]?.field,
      details,
    })
  }
  const plan = atCell(allocatedCents === undefined ? 'amountCents' : 'allocatedCents', () =>
    planPayment(db, facts, parsed.data, today),
  )
  return { id: writePayment(db, facts, plan), warnings: plan.findings }
}

/** What is refused of the one allocation is said at the cell that gave its amount. */
function atCell<T>(field: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal && error.error.field?.startsWith('allocations'))
      throw new Refusal({ ...error.error, field })
    throw error
  }
}

interface Owner {
  readonly employerId: Id
  readonly funder: string
}

function ownerOf(values: Values, finder: RowFinder): Owner {
  const employer = wordsIn(values, 'employer')
  const { employerId, funder } = values
  if ((employer === null && typeof employerId !== 'number') || typeof funder !== 'string' || funder === '')
    throw refusalOf([finding('row.agreement-missing', 'agreement')])
  return { employerId: employer === null ? Number(employerId) : finder.employer(employer).id, funder }
}

/** The tranche named, of the agreement or of any of the structure's with that payer; a post narrows it. */
function instalmentOf(
  values: Values,
  finder: RowFinder,
  facts: Facts,
  agreement: Agreement | null,
  { employerId, funder }: Owner,
): Instalment | null {
  const name = wordsIn(values, 'instalment')
  const position = wordsIn(values, 'position')
  if (name === null) {
    if (position !== null)
      throw refusalOf([finding('row.instalment-missing', 'instalment', { name: position })])
    return null
  }
  const index = indexFacts(facts)
  const agreements =
    agreement === null
      ? rowsOf(index.agreementsByEmployer, employerId).filter((each) => each.funder === funder)
      : [agreement]
  const positionId = position === null ? null : finder.position(position).id
  const among = agreements
    .flatMap((each) => rowsOf(index.instalmentsByAgreement, each.id))
    .filter((each) => positionId === null || each.positionId === null || each.positionId === positionId)
  return finder.instalment(name, among)
}
