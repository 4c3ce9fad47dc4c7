/**
 * The facts without anybody's name, for a support copy: days, amounts and links stay, so that every figure comes out the
 * same; names, contacts, identifiers, references and free texts go.
 */
import type { Employer, Facts, Person } from '../../domain/facts.ts'

export function pseudonymised(facts: Facts): Facts {
  return {
    ...facts,
    employers: facts.employers.map(namelessEmployer),
    positions: facts.positions.map((p) => ({
      ...p,
      stateId: null,
      label: `Poste ${p.id}`,
      workplace: null,
      note: null,
    })),
    persons: facts.persons.map(namelessPerson),
    contracts: facts.contracts.map((c) => ({ ...c, stateId: null, note: null })),
    contractAmendments: facts.contractAmendments.map((a) => ({ ...a, reason: null })),
    agreements: facts.agreements.map((a) => ({
      ...a,
      reference: `Convention ${a.id}`,
      dsNumber: null,
      ejNumber: null,
      note: null,
    })),
    agreementAmendments: facts.agreementAmendments.map((a) => ({ ...a, reason: null })),
    instalments: facts.instalments.map((i) => ({
      ...i,
      label: `Tranche ${i.rank}`,
      conditions: i.conditions === null ? null : 'Condition',
      cancelReason: null,
      note: null,
    })),
    payments: facts.payments.map((p) => ({
      ...p,
      bankReference: null,
      titleNumber: null,
      bordereau: null,
      p503: null,
      note: null,
    })),
    dedicatedFunds: facts.dedicatedFunds.map((f) => ({ ...f, note: null })),
    deadlineAnswers: facts.deadlineAnswers.map((a) => ({ ...a, reason: null })),
    freeDeadlines: facts.freeDeadlines.map((d) => ({ ...d, title: `Échéance ${d.id}`, note: null })),
  }
}

function namelessEmployer(e: Employer): Employer {
  return {
    ...e,
    name: `Structure ${e.id}`,
    shortName: null,
    siret: null,
    ridet: null,
    rna: null,
    stateId: null,
    address: null,
    postcode: null,
    communeCode: null,
    communeName: null,
    contactName: null,
    email: null,
    phone: null,
    note: null,
  }
}

export function namelessPerson(p: Person): Person {
  return {
    ...p,
    lastName: `Personne ${p.id}`,
    firstName: 'Anonyme',
    email: null,
    phone: null,
    stateId: null,
    note: null,
  }
}
