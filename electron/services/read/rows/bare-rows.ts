/**
 * Lines of the grids from facts alone, for objects the rules cannot compute: what was recorded is shown and can be corrected.
 * Everything a rule would say is blank here; a line that says why it is so (`uncomputed`) is never read for it.
 */
import type {
  AgreementRow,
  ContractRow,
  EmployerRow,
  InstalmentRow,
  PaymentRow,
  PersonRow,
  PositionRow,
} from '#shared/api/views/grid-rows.ts'
import type {
  Agreement,
  Contract,
  Employer,
  Id,
  Instalment,
  Payment,
  Person,
  Position,
} from '#shared/domain/facts.ts'
import { ZERO } from '#shared/domain/money.ts'
import { NO_AID } from '#shared/rules/engine/aid/amounts.ts'
import { type FactsIndex, rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerLabel, personName, positionName } from '#shared/rules/engine/names.ts'
import { aidFigures } from './aid-figures.ts'

const BLANK_AID = aidFigures(NO_AID)
const BLANK_REASON = { code: 'uncomputed', values: {} } as const

export function barePosition(position: Position, index: FactsIndex): PositionRow {
  const employerId = lastEmployer(position.id, index)
  return {
    id: position.id,
    position,
    employerId,
    employerName: shortNameOf(employerId, index),
    state: 'vacant',
    stateReason: BLANK_REASON,
    holderName: null,
    holderId: null,
    contractId: null,
    contractKind: null,
    contractEndsOn: null,
    contractEnd: null,
    noticeOn: null,
    noticeState: 'not-applicable',
    agreementId: null,
    agreementLabel: null,
    agreementEndsOn: null,
    vacantSince: null,
    vacancyLimitOn: null,
    aid: BLANK_AID,
    grants: null,
    nextDeadline: null,
  }
}

export function bareContract(contract: Contract, index: FactsIndex): ContractRow {
  const position = index.positions.get(contract.positionId)
  const employerId = lastEmployer(contract.positionId, index)
  return {
    id: contract.id,
    contract,
    personName: personName(index.persons.get(contract.personId)),
    positionLabel: position?.label ?? '',
    positionStateId: position?.stateId ?? null,
    employerId,
    employerName: shortNameOf(employerId, index),
    state: 'upcoming',
    effectiveEndsOn: contract.endsOn,
    endAmendmentId: null,
    currentGrossCents: contract.monthlyGrossCents,
    currentWeeklyMinutes: contract.weeklyMinutes,
    months: null,
    noticeOn: null,
    noticeState: 'not-applicable',
    findings: [],
  }
}

export function bareInstalment(instalment: Instalment, index: FactsIndex): InstalmentRow {
  const agreement = rowById(index.agreements, instalment.agreementId)
  const position = instalment.positionId === null ? undefined : index.positions.get(instalment.positionId)
  return {
    id: instalment.id,
    instalment,
    agreementReference: agreement.reference,
    positionId: instalment.positionId,
    positionLabel: position?.label ?? '',
    positionStateId: position?.stateId ?? null,
    employerId: agreement.employerId,
    employerName: shortNameOf(agreement.employerId, index),
    funder: agreement.funder,
    state: 'planned',
    stateReason: BLANK_REASON,
    receivedCents: ZERO,
    outstandingCents: ZERO,
    lastReceivedOn: null,
    daysLate: 0,
    payments: [],
  }
}

export function barePayment(payment: Payment, index: FactsIndex): PaymentRow {
  return {
    id: payment.id,
    payment,
    employerName: shortNameOf(payment.employerId, index),
    allocatedCents: ZERO,
    unallocatedCents: ZERO,
    allocations: [],
  }
}

export function bareAgreement(agreement: Agreement, index: FactsIndex): AgreementRow {
  const positionIds = [
    ...new Set(rowsOf(index.grantsByAgreement, agreement.id).map((grant) => grant.positionId)),
  ]
  return {
    id: agreement.id,
    agreement,
    employerName: shortNameOf(agreement.employerId, index),
    positionIds,
    positionLabels: positionIds.map((id) => positionName(index.positions.get(id))).join(', '),
    state: 'upcoming',
    endsOn: agreement.endsOn,
    aid: BLANK_AID,
  }
}

export function bareEmployer(employer: Employer): EmployerRow {
  return { id: employer.id, employer, positions: 0, occupied: 0, vacant: 0, returned: 0, aid: BLANK_AID }
}

export function barePerson(person: Person, contracts: readonly Contract[]): PersonRow {
  return { id: person.id, person, positionLabel: null, contracts: contracts.length, currentContractId: null }
}

/** The latest structure the post was attached to: which one holds it today is what a rule would say. */
export function lastEmployer(positionId: Id, index: FactsIndex): Id | null {
  return rowsOf(index.attachmentsByPosition, positionId).at(-1)?.employerId ?? null
}

function shortNameOf(employerId: Id | null, index: FactsIndex): string {
  return employerLabel(employerId === null ? undefined : index.employers.get(employerId))
}
