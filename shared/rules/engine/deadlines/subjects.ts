/** Whom a deadline is about, from the object it comes from. */
import type { Agreement, Contract, Id, Instalment } from '../../../domain/facts.ts'
import { peek } from '../containment.ts'
import type { Derived } from '../derive.ts'
import { rowById } from '../index-facts.ts'
import { employerName, personName, positionName } from '../names.ts'
import { NO_SUBJECT, type Subject } from './deadline.ts'

type EmployerOf = Pick<Subject, 'employerId' | 'employerName'>

export function employerOf(employerId: Id | null, derived: Derived): EmployerOf {
  const employer = employerId === null ? undefined : derived.index.employers.get(employerId)
  return { employerId, employerName: employer === undefined ? null : employerName(employer) }
}

export function positionSubject(positionId: Id, derived: Derived): Subject {
  const view = derived.positions.get(positionId)
  return {
    ...NO_SUBJECT,
    ...employerOf(view?.employerId ?? null, derived),
    positionId,
    positionLabel: positionName(view?.position),
  }
}

export function contractSubject(contract: Contract, derived: Derived): Subject {
  return {
    ...positionSubject(contract.positionId, derived),
    contractId: contract.id,
    personName: personName(derived.index.persons.get(contract.personId)),
  }
}

/** The post where the agreement has only one; else the agreement speaks for all of them. */
export function agreementSubject(agreement: Agreement, derived: Derived): Subject {
  // Whatever its aid, what it is called does not depend on it.
  const shares = peek(derived.sharesByAgreement, agreement.id) ?? []
  const positionId = shares.length === 1 ? (shares[0]?.positionId ?? null) : null
  const position = positionId === null ? undefined : derived.index.positions.get(positionId)
  return {
    ...NO_SUBJECT,
    ...employerOf(agreement.employerId, derived),
    positionId,
    positionLabel: position === undefined ? null : positionName(position),
    agreementId: agreement.id,
  }
}

export function instalmentSubject(instalment: Instalment, derived: Derived): Subject {
  const agreement = rowById(derived.index.agreements, instalment.agreementId)
  const subject = agreementSubject(agreement, derived)
  if (instalment.positionId === null) return { ...subject, instalmentId: instalment.id }
  return {
    ...subject,
    positionId: instalment.positionId,
    positionLabel: positionName(derived.index.positions.get(instalment.positionId)),
    instalmentId: instalment.id,
  }
}
