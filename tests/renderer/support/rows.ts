/** Rows of the door as a test needs them: everything plain, the test says only what matters. All names invented. */

import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import type { AgreementRow, ContractRow, InstalmentRow, PositionRow } from '#shared/api/views/grid-rows.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import { BLANK } from '#shared/domain/blank-rows.ts'
import { day, inclusiveDays } from '#shared/domain/day.ts'
import { cents, ZERO } from '#shared/domain/money.ts'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'

export const TODAY = day('2026-11-23')

const NO_AID: AidFigures = {
  notifiedCents: ZERO,
  earnedCents: ZERO,
  receivedCents: ZERO,
  outstandingCents: ZERO,
  claimableCents: ZERO,
  lateCents: ZERO,
  cancelledCents: ZERO,
  overpaidCents: ZERO,
}

export function aContract(from: string, to: string | null, more: Partial<ContractRow> = {}): ContractRow {
  const id = more.id ?? 1
  return {
    id,
    contract: {
      ...BLANK.contract,
      id,
      positionId: 1,
      personId: 1,
      kind: to === null ? 'CDI' : 'contrat-de-projet',
      startsOn: day(from),
      endsOn: to === null ? null : day(to),
      monthlyGrossCents: cents(218_000),
    },
    personName: 'Lucie Charvin',
    positionLabel: 'Maison des services',
    positionStateId: '3310',
    employerId: 1,
    employerName: 'Ville de Valombre',
    state: 'current',
    effectiveEndsOn: to === null ? null : day(to),
    endAmendmentId: null,
    currentGrossCents: cents(218_000),
    currentWeeklyMinutes: 2100,
    months: to === null ? null : 36,
    noticeOn: null,
    noticeState: 'not-applicable',
    findings: [],
    ...more,
  }
}

export function anAgreement(from: string, to: string, more: Partial<AgreementRow> = {}): AgreementRow {
  const id = more.id ?? 1
  return {
    id,
    agreement: {
      ...BLANK.agreement,
      id,
      employerId: 1,
      funder: 'Caisse des Dépôts',
      scheme: 'v2',
      reference: '2024-P-0412',
      startsOn: day(from),
      endsOn: day(to),
    },
    employerName: 'Ville de Valombre',
    positionIds: [1],
    positionLabels: '3310',
    state: 'current',
    endsOn: day(to),
    aid: { ...NO_AID, notifiedCents: cents(5_000_000) },
    ...more,
  }
}

export function anInstalment(
  id: number,
  dueOn: string | null,
  euros: number,
  more: Partial<InstalmentRow> = {},
): InstalmentRow {
  const amountCents = cents(euros * 100)
  const receivedCents = more.receivedCents ?? ZERO
  return {
    id,
    instalment: {
      ...BLANK.instalment,
      id,
      agreementId: 1,
      positionId: 1,
      rank: id,
      label: `Tranche ${id}`,
      amountCents,
      dueOn: dueOn === null ? null : day(dueOn),
    },
    agreementReference: '2024-P-0412',
    positionId: 1,
    positionLabel: 'Maison des services',
    positionStateId: '3310',
    employerId: 1,
    employerName: 'Ville de Valombre',
    funder: 'Caisse des Dépôts',
    state: 'planned',
    stateReason: { code: 'instalment.planned', values: { claimableOn: null } },
    receivedCents,
    outstandingCents: cents(Math.max(0, amountCents - receivedCents)),
    lastReceivedOn: null,
    daysLate: 0,
    payments: [],
    ...more,
  }
}

export function aPosition(more: Partial<PositionRow> = {}): PositionRow {
  return {
    id: 1,
    position: {
      ...BLANK.position,
      id: 1,
      stateId: '3310',
      label: 'Maison des services',
      inQpv: true,
    },
    employerId: 1,
    employerName: 'Ville de Valombre',
    state: 'occupied',
    stateReason: { code: 'position.occupied', values: {} },
    holderName: 'Lucie Charvin',
    holderId: 1,
    contractId: 1,
    contractKind: 'contrat-de-projet',
    contractEnd: null,
    grants: [],
    contractEndsOn: day('2027-01-31'),
    noticeOn: null,
    noticeState: 'none',
    agreementId: 1,
    agreementLabel: 'V2',
    agreementEndsOn: day('2027-06-30'),
    vacantSince: null,
    vacancyLimitOn: null,
    aid: NO_AID,
    nextDeadline: null,
    ...more,
  }
}

export function aSheet(more: Partial<PositionSheet> = {}): PositionSheet {
  return {
    row: aPosition(),
    uncomputed: [],
    previousId: null,
    nextId: null,
    rank: 1,
    siblings: 1,
    contracts: [],
    contractAmendments: [],
    vacancies: [],
    agreements: [],
    instalments: [],
    deadlines: [],
    attachments: [],
    freeDeadlines: [],
    documents: 0,
    pieces: [],
    ...more,
  }
}

export function aVacancy(from: string, to: string | null) {
  return {
    from: day(from),
    to: to === null ? null : day(to),
    days: inclusiveDays(day(from), day(to ?? TODAY)),
  }
}

export function aDeadline(key: string, daysLeft: number, more: Partial<Deadline> = {}): Deadline {
  const dueOn = day(new Date(Date.UTC(2026, 10, 23 + daysLeft)).toISOString().slice(0, 10))
  return {
    key,
    kind: 'contract-end',
    nature: 'term',
    dueOn,
    legalOn: null,
    prudentOn: dueOn,
    daysLeft,
    status: daysLeft < 0 ? 'late' : 'coming',
    title: { code: 'deadline.contract-end', values: {} },
    why: { code: 'deadline.contract-end.why', values: {} },
    basis: [],
    amountCents: null,
    employerId: 1,
    employerName: null,
    positionId: 1,
    positionLabel: '3310 Maison des services',
    contractId: null,
    instalmentId: null,
    agreementId: null,
    personName: null,
    answer: null,
    moved: false,
    isNew: false,
    step: null,
    leadDays: [30, 7],
    ...more,
  }
}
