/**
 * What one object may say beside the others: impossible is refused, unusual is only said. Called before every write,
 * on the object as it would be after it. Legal limits are not here: they are findings of the contract engine.
 */
import { addDays } from '../../domain/day.ts'
import type {
  Attachment,
  BudgetLine,
  Contract,
  ContractAmendment,
  Employer,
  Entities,
  EntityName,
  Facts,
  Instalment,
  Payment,
  Position,
  RuleFigure,
} from '../../domain/facts.ts'
import { sumCents } from '../../domain/money.ts'
import { type FactsIndex, indexFacts, rowsOf } from '../engine/index-facts.ts'
import { personName } from '../engine/names.ts'
import type { Period } from '../engine/periods.ts'
import { isPermanent, lastDayOf, termOf, workedPeriod } from '../engine/states/contract-state.ts'
import type { Finding } from '../explanation.ts'
import { isPossibleValue, unitOf } from '../figures/figures.ts'
import { checkIdentifier, departmentExists } from '../identifiers.ts'
import { checkRepayment } from '../payment/repayment.ts'

type Say = (
  severity: Finding['severity'],
  code: string,
  field: string | null,
  values?: Finding['values'],
) => void
type Check<N extends EntityName> = (row: Entities[N], index: FactsIndex, say: Say) => void

/** Said where the rules could not judge what is being written. */
export const CHECK_FAILED: Finding = {
  severity: 'warning',
  code: 'check.failed',
  field: null,
  values: {},
  basis: [],
}

/** Findings on `row` (id 0 where it does not exist yet), refusals first. */
export function checkEntity<N extends EntityName>(entity: N, row: Entities[N], facts: Facts): Finding[] {
  const findings: Finding[] = []
  const say: Say = (severity, code, field, values = {}) => {
    findings.push({ severity, code, field, values, basis: [] })
  }
  const index = indexFacts(facts)
  checkReferences(row, index, say)
  try {
    const check = CHECKS[entity] as Check<N> | undefined
    check?.(row, index, say)
  } catch {
    // A check that fails must not keep anybody from correcting what made it fail; the database refuses the impossible.
    findings.push(CHECK_FAILED)
  }
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
} as const satisfies Record<string, keyof FactsIndex>

function checkReferences(row: object, index: FactsIndex, say: Say): void {
  for (const [field, table] of Object.entries(REFERENCES)) {
    const id = (row as Record<string, unknown>)[field]
    if (typeof id === 'number' && !index[table].has(id))
      say('refused', 'row.reference', field, { label: field })
  }
}

const CHECKS: { readonly [N in EntityName]?: Check<N> } = {
  employer: checkEmployer,
  person: (row, _, say) => checkEmail(row.email, say),
  position: checkPosition,
  attachment: checkAttachment,
  contract: checkContract,
  contractAmendment: checkContractAmendment,
  agreement: (row, _, say) => checkPeriod(row.startsOn, row.endsOn, say),
  instalment: checkInstalment,
  payment: checkPaymentAmount,
  ruleFigure: checkFigure,
  budgetLine: checkBudgetLine,
}

/** A figure no rule would read, or could not compute with, is refused: it would be passed over in silence. */
function checkFigure({ code, value }: RuleFigure, _: FactsIndex, say: Say): void {
  const unit = unitOf(code)
  if (unit === null) say('refused', 'figure.unknown-code', 'code', { code })
  else if (!isPossibleValue(unit, value)) say('refused', 'figure.impossible-value', 'value', { code, value })
}

/** A budget of an agreement belongs to the structure that signed it. */
function checkBudgetLine(row: BudgetLine, index: FactsIndex, say: Say): void {
  const agreement = row.agreementId === null ? undefined : index.agreements.get(row.agreementId)
  if (agreement !== undefined && agreement.employerId !== row.employerId)
    say('refused', 'budget.other-employer', 'agreementId', { reference: agreement.reference })
}

function checkPeriod(startsOn: string, endsOn: string | null, say: Say): void {
  if (endsOn !== null && endsOn < startsOn)
    say('refused', 'period.end-before-start', 'endsOn', { startsOn, endsOn })
}

/** What no letter could reach: a name, an @ and a domain with a dot. Said only: the files people have hold anything. */
function checkEmail(email: string | null, say: Say): void {
  if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) say('warning', 'email.unusual', 'email')
}

function checkEmployer(row: Employer, index: FactsIndex, say: Say): void {
  checkEmail(row.email, say)
  if (row.siret === null && row.ridet === null) say('warning', 'employer.without-identifier', 'siret')
  if (row.communeCode !== null && !checkIdentifier('cog', row.communeCode).valid)
    say('warning', 'employer.commune-unknown', 'communeCode', { code: row.communeCode })
  if (row.departmentCode !== null && !departmentExists(row.departmentCode))
    say('warning', 'employer.department-unknown', 'departmentCode', { code: row.departmentCode })
  if (row.siret === null) return
  const siret = row.siret
  const twin = index.facts.employers.find((e) => e.siret === siret && e.id !== row.id)
  if (twin) say('refused', 'employer.siret-taken', 'siret', { siret, name: twin.name })
  if (!checkIdentifier('siret', siret).valid) say('warning', 'employer.siret-key', 'siret', { siret })
}

function checkPosition(row: Position, index: FactsIndex, say: Say): void {
  if (row.returnedOn !== null && row.returnMotive === null)
    say('warning', 'position.returned-without-motive', 'returnMotive')
  if (row.stateId === null) return
  const stateId = row.stateId
  const twin = index.facts.positions.find((p) => p.stateId === stateId && p.id !== row.id)
  if (twin) say('refused', 'position.state-id-taken', 'stateId', { stateId, label: twin.label })
}

function checkAttachment(row: Attachment, index: FactsIndex, say: Say): void {
  checkPeriod(row.startsOn, row.endsOn, say)
  const other = rowsOf(index.attachmentsByPosition, row.positionId).find(
    (a) => a.id !== row.id && overlaps(attached(a), attached(row)),
  )
  if (other)
    say('refused', 'attachment.overlap', 'startsOn', {
      name: index.employers.get(other.employerId)?.name ?? '',
    })
}

function checkContract(row: Contract, index: FactsIndex, say: Say): void {
  checkPeriod(row.startsOn, row.endsOn, say)
  const permanent = isPermanent(row.kind)
  if (permanent && row.endsOn !== null) say('refused', 'contract.permanent-with-end', 'endsOn')
  if (!permanent && row.endsOn === null) say('refused', 'contract.fixed-without-end', 'endsOn')
  checkEarlyEnd(row, index, say)
  checkRenewal(row, index, say)
  for (const other of rowsOf(index.contractsByPosition, row.positionId)) {
    const { from, to } = workedPeriod(other, index)
    if (other.id === row.id || !overlaps({ from, to }, workedPeriod(row, index))) continue
    const name = personName(index.persons.get(other.personId))
    say('warning', 'contract.overlap', 'startsOn', { name, startsOn: from, endsOn: to })
  }
}

/** A new end is judged as a term is: it may be moved by an amendment, not made impossible by one. */
function checkContractAmendment(row: ContractAmendment, index: FactsIndex, say: Say): void {
  const contract = index.contracts.get(row.contractId)
  if (contract === undefined || row.newEndsOn === null) return
  if (isPermanent(contract.kind)) say('refused', 'contract.permanent-with-end', 'newEndsOn')
  if (row.newEndsOn < contract.startsOn)
    say('refused', 'period.end-before-start', 'newEndsOn', {
      startsOn: contract.startsOn,
      endsOn: row.newEndsOn,
    })
}

function checkEarlyEnd(row: Contract, index: FactsIndex, say: Say): void {
  const { endedOn, startsOn } = row
  if (endedOn === null) return
  if (endedOn < startsOn) say('refused', 'contract.ended-before-start', 'endedOn', { endedOn, startsOn })
  const endsOn = termOf(row, index)
  if (endsOn !== null && endedOn > endsOn)
    say('refused', 'contract.ended-after-term', 'endedOn', { endedOn, endsOn })
  if (row.endMotive === null) say('warning', 'contract.end-without-motive', 'endMotive')
}

function checkRenewal(row: Contract, index: FactsIndex, say: Say): void {
  if (row.renewsId === null) return
  if (row.renewsId === row.id) {
    say('refused', 'contract.renews-itself', 'renewsId')
    return
  }
  const former = index.contracts.get(row.renewsId)
  if (!former) return
  if (former.personId !== row.personId) say('refused', 'contract.renews-other-person', 'renewsId')
  const end = lastDayOf(former, index)
  if (end === null || row.startsOn < addDays(end, 1))
    say('refused', 'contract.renews-overlap', 'startsOn', { endsOn: end ?? '' })
  if (index.facts.contracts.some((c) => c.renewsId === row.renewsId && c.id !== row.id))
    say('refused', 'contract.renews-taken', 'renewsId')
}

function checkInstalment(row: Instalment, index: FactsIndex, say: Say): void {
  const receivedCents = sumCents(rowsOf(index.allocationsByInstalment, row.id).map((a) => a.amountCents))
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

function checkPaymentAmount(row: Payment, index: FactsIndex, say: Say): void {
  if (row.amountCents === 0) say('refused', 'payment.amount-zero', 'amountCents')
  const allocatedCents = sumCents(rowsOf(index.allocationsByPayment, row.id).map((a) => a.amountCents))
  const fits =
    row.amountCents >= 0
      ? allocatedCents >= 0 && allocatedCents <= row.amountCents
      : allocatedCents <= 0 && allocatedCents >= row.amountCents
  if (!fits)
    say('refused', 'payment.below-allocated', 'amountCents', { allocatedCents, amountCents: row.amountCents })
  const others = rowsOf(index.paymentsByEmployer, row.employerId).filter((each) => each.id !== row.id)
  // Only said here: a repayment recorded before the money it gives back must stay open to correction.
  for (const { code, field, values } of checkRepayment(row, others)) say('warning', code, field, values)
}

function attached(row: Attachment): Period {
  return { from: row.startsOn, to: row.endsOn }
}

function overlaps(a: Period, b: Period): boolean {
  return (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from)
}
