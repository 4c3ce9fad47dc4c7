/**
 * What one object may say beside the others: impossible is refused, unusual is only said. Called before every write,
 * on the object as it would be after it. Legal limits are not here: they are findings of the contract engine.
 */
import { addDays } from '../../domain/day.ts'
import type {
  Attachment,
  Contract,
  Employer,
  Entities,
  EntityName,
  Facts,
  Id,
  Instalment,
  Payment,
  Position,
} from '../../domain/facts.ts'
import { sumCents } from '../../domain/money.ts'
import type { Finding } from '../explanation.ts'
import { checkIdentifier } from '../identifiers.ts'
import { type Lookup, lookupOf } from './lookup.ts'

type Say = (
  severity: Finding['severity'],
  code: string,
  field: string | null,
  values?: Finding['values'],
) => void
type Check<N extends EntityName> = (row: Entities[N], lookup: Lookup, say: Say) => void

/** Findings on `row` (id 0 where it does not exist yet), refusals first. */
export function checkEntity<N extends EntityName>(entity: N, row: Entities[N], facts: Facts): Finding[] {
  const findings: Finding[] = []
  const say: Say = (severity, code, field, values = {}) => {
    findings.push({ severity, code, field, values, basis: [] })
  }
  const lookup = lookupOf(facts)
  checkReferences(row, lookup, say)
  const check = CHECKS[entity] as Check<N> | undefined
  check?.(row, lookup, say)
  return findings.sort((a, b) => Number(a.severity !== 'refused') - Number(b.severity !== 'refused'))
}

/** Fields that name another object, and the table it must stand in. */
const REFERENCES = {
  employerId: 'employers',
  positionId: 'positions',
  personId: 'persons',
  contractId: 'contracts',
  renewsId: 'contracts',
  agreementId: 'agreements',
  instalmentId: 'instalments',
  paymentId: 'payments',
  scaleId: 'aidScales',
} as const satisfies Record<string, keyof Facts>

function checkReferences(row: object, lookup: Lookup, say: Say): void {
  for (const [field, table] of Object.entries(REFERENCES)) {
    const id = (row as Record<string, unknown>)[field]
    if (typeof id === 'number' && lookup.byId(table, id) === undefined)
      say('refused', 'row.reference', field, { label: field })
  }
}

const CHECKS: { readonly [N in EntityName]?: Check<N> } = {
  employer: checkEmployer,
  position: checkPosition,
  attachment: checkAttachment,
  contract: checkContract,
  agreement: (row, _, say) => checkPeriod(row.startsOn, row.endsOn, say),
  instalment: checkInstalment,
  payment: checkPaymentAmount,
}

function checkPeriod(startsOn: string, endsOn: string | null, say: Say): void {
  if (endsOn !== null && endsOn < startsOn)
    say('refused', 'period.end-before-start', 'endsOn', { startsOn, endsOn })
}

function checkEmployer(row: Employer, lookup: Lookup, say: Say): void {
  if (row.siret === null && row.ridet === null) say('warning', 'employer.without-identifier', 'siret')
  if (row.siret === null) return
  const siret = row.siret
  const twin = lookup.facts.employers.find((e) => e.siret === siret && e.id !== row.id)
  if (twin) say('refused', 'employer.siret-taken', 'siret', { siret, name: twin.name })
  if (!checkIdentifier('siret', siret).valid) say('warning', 'employer.siret-key', 'siret', { siret })
}

function checkPosition(row: Position, lookup: Lookup, say: Say): void {
  if (row.returnedOn !== null && row.returnMotive === null)
    say('warning', 'position.returned-without-motive', 'returnMotive')
  if (row.stateId === null) return
  const stateId = row.stateId
  const twin = lookup.facts.positions.find((p) => p.stateId === stateId && p.id !== row.id)
  if (twin) say('refused', 'position.state-id-taken', 'stateId', { stateId, label: twin.label })
}

function checkAttachment(row: Attachment, lookup: Lookup, say: Say): void {
  checkPeriod(row.startsOn, row.endsOn, say)
  const other = lookup.attachmentsOfPosition(row.positionId).find((a) => a.id !== row.id && overlaps(a, row))
  if (other)
    say('refused', 'attachment.overlap', 'startsOn', { name: employerName(lookup, other.employerId) })
}

function checkContract(row: Contract, lookup: Lookup, say: Say): void {
  checkPeriod(row.startsOn, row.endsOn, say)
  const permanent = row.kind === 'CDI' || row.kind === 'titulaire'
  if (permanent && row.endsOn !== null) say('refused', 'contract.permanent-with-end', 'endsOn')
  if (!permanent && row.endsOn === null) say('refused', 'contract.fixed-without-end', 'endsOn')
  checkEarlyEnd(row, lookup, say)
  checkRenewal(row, lookup, say)
  for (const other of lookup.contractsOfPosition(row.positionId)) {
    if (other.id === row.id || !overlaps(asWorked(other, lookup), asWorked(row, lookup))) continue
    const person = lookup.byId('persons', other.personId)
    say('warning', 'contract.overlap', 'startsOn', {
      name: person ? `${person.firstName} ${person.lastName}` : '',
      startsOn: other.startsOn,
      endsOn: asWorked(other, lookup).endsOn,
    })
  }
}

function checkEarlyEnd(row: Contract, lookup: Lookup, say: Say): void {
  const { endedOn, startsOn } = row
  if (endedOn === null) return
  if (endedOn < startsOn) say('refused', 'contract.ended-before-start', 'endedOn', { endedOn, startsOn })
  const endsOn = termOf(row, lookup)
  if (endsOn !== null && endedOn > endsOn)
    say('refused', 'contract.ended-after-term', 'endedOn', { endedOn, endsOn })
  if (row.endMotive === null) say('warning', 'contract.end-without-motive', 'endMotive')
}

function checkRenewal(row: Contract, lookup: Lookup, say: Say): void {
  if (row.renewsId === null) return
  if (row.renewsId === row.id) {
    say('refused', 'contract.renews-itself', 'renewsId')
    return
  }
  const former = lookup.byId('contracts', row.renewsId)
  if (!former) return
  if (former.personId !== row.personId) say('refused', 'contract.renews-other-person', 'renewsId')
  const end = asWorked(former, lookup).endsOn
  if (end === null || row.startsOn < addDays(end, 1))
    say('refused', 'contract.renews-overlap', 'startsOn', { endsOn: end ?? '' })
  if (lookup.facts.contracts.some((c) => c.renewsId === row.renewsId && c.id !== row.id))
    say('refused', 'contract.renews-taken', 'renewsId')
}

function checkInstalment(row: Instalment, lookup: Lookup, say: Say): void {
  const receivedCents = sumCents(lookup.allocationsOfInstalment(row.id).map((a) => a.amountCents))
  if (receivedCents > row.amountCents)
    say('warning', 'instalment.below-received', 'amountCents', {
      receivedCents,
      amountCents: row.amountCents,
    })
  if (row.cancelledOn !== null && receivedCents > 0)
    say('warning', 'instalment.cancelled-received', 'cancelledOn', { receivedCents })
  if (row.claimedOn !== null && row.claimableOn !== null && row.claimedOn < row.claimableOn)
    say('warning', 'instalment.claimed-early', 'claimedOn', {
      claimedOn: row.claimedOn,
      claimableOn: row.claimableOn,
    })
}

function checkPaymentAmount(row: Payment, lookup: Lookup, say: Say): void {
  if (row.amountCents === 0) say('refused', 'payment.amount-zero', 'amountCents')
  const allocatedCents = sumCents(lookup.allocationsOfPayment(row.id).map((a) => a.amountCents))
  const fits =
    row.amountCents >= 0
      ? allocatedCents >= 0 && allocatedCents <= row.amountCents
      : allocatedCents <= 0 && allocatedCents >= row.amountCents
  if (!fits)
    say('refused', 'payment.below-allocated', 'amountCents', { allocatedCents, amountCents: row.amountCents })
}

interface Period {
  readonly startsOn: string
  readonly endsOn: string | null
}

function overlaps(a: Period, b: Period): boolean {
  return (a.endsOn === null || a.endsOn >= b.startsOn) && (b.endsOn === null || b.endsOn >= a.startsOn)
}

/** Term as moved by amendments: the latest one that gives an end. */
function termOf(contract: Contract, lookup: Lookup): Contract['endsOn'] {
  const moves = lookup
    .amendmentsOfContract(contract.id)
    .filter((a) => a.newEndsOn !== null)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
  return moves.at(-1)?.newEndsOn ?? contract.endsOn
}

function asWorked(contract: Contract, lookup: Lookup) {
  return { startsOn: contract.startsOn, endsOn: contract.endedOn ?? termOf(contract, lookup) }
}

function employerName(lookup: Lookup, id: Id): string {
  return lookup.byId('employers', id)?.name ?? ''
}
