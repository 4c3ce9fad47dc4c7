/**
 * Shape of each object a person may create or change: the door, the forms and the imports check with the same schemas.
 * Messages are codes of shared/text/input-errors; checks that need other rows are rules (shared/rules/checks).
 */

import { z } from 'zod'
import type { EntityName, NewEntity } from '../domain/facts.ts'
import { FULL_TIME_MINUTES } from '../domain/full-time.ts'
import {
  ACCOUNTING_METHODS,
  BUDGET_ACCOUNTS,
  CHARTS,
  CONFIDENCES,
  CONTRACT_KINDS,
  EARNING_METHODS,
  END_MOTIVES,
  FUNDER_KINDS,
  GROUNDS,
  LEGAL_FORMS,
  POSITION_KINDS,
  RETURN_MOTIVES,
  SCHEMES,
  SECTORS,
  ZONES,
} from '../domain/words.ts'
import {
  centsField,
  dayField,
  fiscalYearField,
  idField,
  month,
  monthDay,
  optionalText,
  positiveCents,
  textField,
} from './values.ts'

const optionalDay = dayField.nullable().default(null)
const optionalId = idField.nullable().default(null)
const text = optionalText.default(null)
const flag = z.boolean().default(false)

/** Identifiers are typed with spaces: they are kept as digits and letters only. */
const compact = (shape: RegExp, code: string) =>
  z
    .string()
    .transform((v) => v.replace(/[\s\u00a0\u202f.]/g, '').toUpperCase())
    .pipe(z.union([z.literal(''), z.string().regex(shape, { error: code })]))
    .transform((v) => (v === '' ? null : v))
    .nullable()
    .default(null)

const employer = z.strictObject({
  name: textField,
  shortName: text,
  sector: z.enum(SECTORS),
  legalForm: z.enum(LEGAL_FORMS).default('other'),
  siret: compact(/^\d{14}$/, 'siret.shape'),
  ridet: compact(/^\d{7,10}$/, 'ridet.shape'),
  rna: compact(/^W[0-9][0-9A-Z][0-9]{7}$/, 'rna.shape'),
  ape: compact(/^\d{4}[A-Z]$/, 'ape.shape'),
  stateId: text,
  zone: z.enum(ZONES).default('metropole'),
  fiscalYearStart: monthDay.default('01-01'),
  chart: z.enum(CHARTS).default('association'),
  idcc: compact(/^\d{4}$/, 'idcc.shape'),
  address: text,
  postcode: text,
  communeCode: text,
  communeName: text,
  departmentCode: text,
  inQpv: flag,
  inFrr: flag,
  franceServices: flag,
  contactName: text,
  email: text,
  phone: text,
  chargesRate: z.int().min(0).max(20_000).nullable().default(null),
  note: text,
})

const position = z.strictObject({
  stateId: text,
  label: textField,
  kind: z.enum(POSITION_KINDS).default('adviser'),
  workplace: text,
  inQpv: flag,
  inFrr: flag,
  grantedOn: optionalDay,
  returnedOn: optionalDay,
  returnMotive: z.enum(RETURN_MOTIVES).nullable().default(null),
  note: text,
})

const attachment = z.strictObject({
  positionId: idField,
  employerId: idField,
  startsOn: dayField,
  endsOn: optionalDay,
})

const person = z.strictObject({
  lastName: textField,
  firstName: textField,
  email: text,
  phone: text,
  stateId: text,
  doubledNotice: flag,
  anonymisedOn: optionalDay,
  note: text,
})

const contract = z.strictObject({
  positionId: idField,
  personId: idField,
  kind: z.enum(CONTRACT_KINDS),
  startsOn: dayField,
  endsOn: optionalDay,
  trialEndsOn: optionalDay,
  weeklyMinutes: z
    .int()
    .min(60, { error: 'weekly.range' })
    .max(2880, { error: 'weekly.range' })
    .default(FULL_TIME_MINUTES),
  monthlyGrossCents: positiveCents.nullable().default(null),
  renewsId: optionalId,
  signedOn: optionalDay,
  endedOn: optionalDay,
  endMotive: z.enum(END_MOTIVES).nullable().default(null),
  ground: z.enum(GROUNDS).nullable().default(null),
  stateId: text,
  note: text,
})

const contractAmendment = z.strictObject({
  contractId: idField,
  signedOn: optionalDay,
  effectiveOn: dayField,
  newEndsOn: optionalDay,
  newWeeklyMinutes: z.int().min(60).max(2880).nullable().default(null),
  newMonthlyGrossCents: positiveCents.nullable().default(null),
  reason: text,
})

const agreement = z.strictObject({
  employerId: idField,
  funder: textField,
  funderKind: z.enum(FUNDER_KINDS).default('state'),
  scheme: z.enum(SCHEMES).default('other'),
  reference: textField,
  dsNumber: text,
  ejNumber: text,
  signedOn: optionalDay,
  startsOn: dayField,
  theoreticalEndsOn: optionalDay,
  endsOn: dayField,
  financingStartsOn: optionalDay,
  financingEndsOn: optionalDay,
  earningMethod: z.enum(EARNING_METHODS).default('months'),
  accountingMethod: z.enum(ACCOUNTING_METHODS).default('schedule'),
  incomeAccount: text,
  receivableAccount: text,
  deferredAccount: text,
  settledOn: optionalDay,
  note: text,
})

const agreementAmendment = z.strictObject({
  agreementId: idField,
  signedOn: optionalDay,
  effectiveOn: dayField,
  newEndsOn: optionalDay,
  reason: text,
})

const grant = z.strictObject({
  agreementId: idField,
  positionId: idField,
  year: z.int().min(1).max(10),
  baseCents: positiveCents,
  bonusCents: positiveCents,
})

const instalment = z.strictObject({
  agreementId: idField,
  positionId: optionalId,
  rank: z.int().min(1).max(999),
  label: textField,
  amountCents: positiveCents,
  dueOn: optionalDay,
  claimableOn: optionalDay,
  conditions: text,
  conditionsMetOn: optionalDay,
  claimedOn: optionalDay,
  cancelledOn: optionalDay,
  cancelReason: text,
  note: text,
})

const payment = z.strictObject({
  employerId: idField,
  funder: textField,
  receivedOn: dayField,
  amountCents: centsField,
  bankReference: text,
  titleNumber: text,
  titleIssuedOn: optionalDay,
  bordereau: text,
  p503: text,
  note: text,
})

const allocation = z.strictObject({ paymentId: idField, instalmentId: idField, amountCents: centsField })

const monthlyCost = z.strictObject({
  contractId: idField,
  month,
  grossCents: positiveCents,
  chargesCents: positiveCents,
  taxesCents: positiveCents,
})

const dedicatedFund = z.strictObject({
  agreementId: idField,
  fiscalYear: fiscalYearField,
  carriedCents: positiveCents,
  usedCents: positiveCents,
  note: text,
})

const budgetLine = z.strictObject({
  employerId: idField,
  agreementId: optionalId,
  fiscalYear: fiscalYearField,
  account: z.enum(BUDGET_ACCOUNTS),
  amountCents: positiveCents,
})

const freeDeadline = z.strictObject({
  title: textField,
  dueOn: dayField,
  employerId: optionalId,
  positionId: optionalId,
  note: text,
})

const savedView = z.strictObject({
  grid: textField,
  name: textField,
  rank: z.int().min(0).max(999).default(0),
  definition: z.string().max(50_000),
})

const ruleFigure = z.strictObject({
  code: textField,
  validFrom: dayField,
  // Negative: days before Easter.
  value: z.int().min(-100).max(1e12),
  source: textField,
  confidence: z.enum(CONFIDENCES).default('to-check'),
})

const aidScale = z.strictObject({
  name: textField,
  scheme: z.enum(SCHEMES),
  sector: z.enum(SECTORS),
  bonus: flag,
  territory: text,
  validFrom: optionalDay,
  source: textField,
  confidence: z.enum(CONFIDENCES).default('to-check'),
})

const aidScaleYear = z.strictObject({
  scaleId: idField,
  year: z.int().min(1).max(10),
  baseCents: positiveCents,
  bonusCents: positiveCents,
})

const scenario = z.strictObject({ name: textField, createdOn: dayField, definition: z.string().max(100_000) })

export const entitySchemas = {
  employer,
  position,
  attachment,
  person,
  contract,
  contractAmendment,
  agreement,
  agreementAmendment,
  grant,
  instalment,
  payment,
  allocation,
  monthlyCost,
  dedicatedFund,
  budgetLine,
  freeDeadline,
  savedView,
  ruleFigure,
  aidScale,
  aidScaleYear,
  scenario,
} as const satisfies { [N in EntityName]: z.ZodType<NewEntity<N>> }
