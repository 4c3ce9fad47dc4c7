/** The demonstration file: the tables of its association and its town made into facts, always the same. */
import { addDays, day, minDay } from '#shared/domain/day.ts'
import type { Employer, Facts, Position } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { trialPeriod } from '#shared/rules/law/trial-period.ts'
import { addMonthlyCosts } from '../costs.ts'
import { FactsDraft } from '../facts-draft.ts'
import { ASSOCIATION_POSTS } from './association.ts'
import { type ContractRow, type EmployerKey, PASSERELLES_TODAY, type PostRow } from './rows.ts'
import { TOWN_POSTS } from './town.ts'

const CENTS = 100
/** Costs are known from the first year of the conventions to the last closed month. */
const COSTS_FROM = day('2024-01-01')
const COSTS_UNTIL = day('2026-10-31')

export function passerelles(): Facts {
  const draft = new FactsDraft()
  const employers: Readonly<Record<EmployerKey, Employer>> = {
    rpn: draft.employer({
      name: 'Réseau Passerelles Numériques',
      shortName: 'RPN',
      sector: 'private',
      legalForm: 'association',
      siret: '00000001800010',
      rna: 'W001000018',
      ape: '9499Z',
      stateId: '9018',
      idcc: '1518',
      address: '4 rue des Passerelles',
      postcode: '00100',
      communeName: 'Orbelle',
      contactName: 'Claire Aubanel',
      email: 'contact@passerelles.example',
      chargesRate: 4200,
      note: 'Structure inventée pour la démonstration.',
    }),
    valombre: draft.employer({
      name: 'Ville de Valombre',
      shortName: 'Valombre',
      sector: 'public',
      legalForm: 'commune',
      siret: '00000002600013',
      ape: '8411Z',
      stateId: '9026',
      address: '1 place de l’Hôtel-de-Ville',
      postcode: '00200',
      communeName: 'Valombre',
      inQpv: true,
      franceServices: true,
      contactName: 'Martin Delorme',
      email: 'rh@valombre.example',
      chargesRate: 3800,
      note: 'Structure inventée pour la démonstration.',
    }),
  }
  for (const post of [...ASSOCIATION_POSTS, ...TOWN_POSTS]) addPost(draft, post, employers[post.employer])
  // Sent in time: what is late in this file is late money and one missed notice.
  draft.deadlineAnswer({
    key: `financial-report:employer:${employers.rpn.id}:2025-12-31`,
    answer: 'done',
    answeredOn: day('2026-06-22'),
    forDay: day('2026-06-30'),
    postponedTo: null,
    reason: null,
  })
  return draft.facts()
}

function addPost(draft: FactsDraft, row: PostRow, employer: Employer): void {
  const granted = addDays(day(row.agreement.signedOn), -40)
  const position = draft.position({
    stateId: row.stateId,
    label: row.label,
    kind: row.coordinator === true ? 'coordinator' : 'adviser',
    workplace: row.workplace,
    inQpv: row.inQpv === true,
    grantedOn: granted,
    ...(row.returned === undefined
      ? {}
      : { returnedOn: day(row.returned.on), returnMotive: 'recruitment-difficulties' as const }),
    note: row.note ?? null,
  })
  const firstContract = row.contracts[0]
  const from = firstContract === undefined ? granted : day(firstContract.startsOn)
  draft.attachment(position.id, employer.id, minDay(from, granted))
  addAgreement(draft, row, position, employer)
  for (const contract of row.contracts) addContract(draft, contract, position, employer)
}

function addAgreement(draft: FactsDraft, row: PostRow, position: Position, employer: Employer): void {
  const { reference, ds, ej, signedOn, startsOn, endsOn } = row.agreement
  const isPublic = employer.sector === 'public'
  const agreement = draft.agreement({
    employerId: employer.id,
    scheme: 'v2',
    reference,
    dsNumber: ds,
    ejNumber: ej,
    signedOn: day(signedOn),
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    // Each convention year over its own months: the amounts of the mock-ups' income sheet.
    accountingMethod: 'schedule',
    incomeAccount: isPublic ? '74718' : '741',
    receivableAccount: isPublic ? '44181' : '441',
    deferredAccount: '487',
  })
  if (row.returned !== undefined)
    draft.agreementAmendment({
      agreementId: agreement.id,
      signedOn: day(row.returned.amendedOn),
      effectiveOn: day(row.returned.on),
      newEndsOn: day(row.returned.on),
      reason: 'Poste rendu : convention réduite',
    })
  for (const [index, base] of row.base.entries())
    draft.grant({
      agreementId: agreement.id,
      positionId: position.id,
      year: index + 1,
      baseCents: cents(base * CENTS),
      bonusCents: cents((row.bonus[index] ?? 0) * CENTS),
    })
  for (const [index, tranche] of row.tranches.entries()) {
    const instalment = draft.instalment({
      agreementId: agreement.id,
      positionId: position.id,
      rank: index + 1,
      label: `Tranche ${index + 1}`,
      amountCents: cents(tranche.euros * CENTS),
      dueOn: day(tranche.dueOn),
      claimableOn: day(tranche.claimableOn),
      conditions: tranche.conditions,
      conditionsMetOn: tranche.conditionsMetOn === null ? null : day(tranche.conditionsMetOn),
      claimedOn: tranche.claimedOn === null ? null : day(tranche.claimedOn),
    })
    for (const [receivedOn, euros, reference] of tranche.payments) {
      const number = reference.slice(-4)
      const payment = draft.payment({
        employerId: employer.id,
        receivedOn: day(receivedOn),
        amountCents: cents(euros * CENTS),
        bankReference: reference,
        ...(isPublic
          ? {
              titleNumber: number,
              titleIssuedOn: addDays(day(receivedOn), 9),
              bordereau: String(Number(number) % 300),
              p503: `P503-${number}`,
            }
          : {}),
      })
      draft.allocation({
        paymentId: payment.id,
        instalmentId: instalment.id,
        amountCents: payment.amountCents,
      })
    }
  }
}

function addContract(draft: FactsDraft, row: ContractRow, position: Position, employer: Employer): void {
  const person = draft.person({
    firstName: row.firstName,
    lastName: row.lastName,
    email: `${plain(row.firstName)}.${plain(row.lastName)}@${employer.sector === 'public' ? 'valombre' : 'passerelles'}.example`,
  })
  const startsOn = day(row.startsOn)
  const endsOn = row.endsOn === null ? null : day(row.endsOn)
  const trial =
    employer.sector === 'public'
      ? trialPeriod({ regime: 'public', startsOn, endsOn, sameFunctions: false })
      : endsOn === null
        ? null
        : trialPeriod({ regime: 'private-cdd', startsOn, endsOn })
  const contract = draft.contract({
    positionId: position.id,
    personId: person.id,
    kind: row.kind,
    startsOn,
    endsOn,
    trialEndsOn: trial?.endsOn ?? null,
    monthlyGrossCents: cents(row.grossEuros * CENTS),
    signedOn: day(row.signedOn),
    endedOn: row.endedOn === undefined ? null : day(row.endedOn),
    endMotive: row.endMotive ?? null,
    ground: row.ground ?? null,
  })
  addMonthlyCosts(draft, contract, employer, COSTS_FROM, COSTS_UNTIL)
}

/** "lény" → "leny": the local part of an address. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()
}

export { PASSERELLES_TODAY }
