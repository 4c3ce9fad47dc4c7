/** The closed vocabularies of the trade. Codes in English, stored as they stand; French labels live in the text catalogue. */

export const SECTORS = ['public', 'private'] as const
export type Sector = (typeof SECTORS)[number]

export const LEGAL_FORMS = [
  'association',
  'commune',
  'epci',
  'ccas',
  'departement',
  'region',
  'syndicat',
  'gip',
  'company',
  'other',
] as const
export type LegalForm = (typeof LEGAL_FORMS)[number]

export const ZONES = [
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-barthelemy',
  'saint-martin',
] as const
export type Zone = (typeof ZONES)[number]

export const CHARTS = ['association', 'm57'] as const
export type Chart = (typeof CHARTS)[number]

export const POSITION_KINDS = ['adviser', 'coordinator'] as const
export type PositionKind = (typeof POSITION_KINDS)[number]

export const RETURN_MOTIVES = [
  'need-not-justified',
  'recruitment-difficulties',
  'financial-capacity',
  'lack-of-visibility',
  'end-of-subsidy',
  'other',
] as const
export type ReturnMotive = (typeof RETURN_MOTIVES)[number]

/** CDD, CDI and PEC are private law (a CDI may also be public); the others are public law (CGFP). `cdd-public`: article not stated. */
export const CONTRACT_KINDS = [
  'CDD',
  'CDI',
  'PEC',
  'contrat-de-projet',
  'L332-8',
  'L332-13',
  'L332-14',
  'L332-23-1',
  'cdd-public',
  'titulaire',
] as const
export type ContractKind = (typeof CONTRACT_KINDS)[number]

export const END_MOTIVES = [
  'dismissal',
  'fixed-term-not-renewed',
  'resignation',
  'permanent-contract',
  'end-of-subsidy',
  'mutual-termination',
  'other',
] as const
export type EndMotive = (typeof END_MOTIVES)[number]

/** Legal ground of a private fixed-term contract (L1242-2, L1242-3); a State grant is not by itself a ground. */
export const GROUNDS = [
  'replacement',
  'temporary-increase',
  'employment-policy',
  'defined-object',
  'other',
] as const
export type Ground = (typeof GROUNDS)[number]

export const FUNDER_KINDS = [
  'state',
  'region',
  'departement',
  'epci',
  'commune',
  'europe',
  'foundation',
  'employment-aid',
  'other',
] as const
export type FunderKind = (typeof FUNDER_KINDS)[number]

export const SCHEMES = ['v1', 'v2', 'other'] as const
export type Scheme = (typeof SCHEMES)[number]

/** How a grant is earned or spread in time. `schedule` spreads each convention year over its own months. */
export const ACCOUNTING_METHODS = ['schedule', 'months', 'days'] as const
export type AccountingMethod = (typeof ACCOUNTING_METHODS)[number]
export const EARNING_METHODS = ['months', 'days'] as const
export type EarningMethod = (typeof EARNING_METHODS)[number]

/** Accounts of a budget, those of the financial report (Cerfa 15059*02): what balances it is computed, never planned. */
export const BUDGET_CHARGES = ['60', '61', '62', '63', '641', '645', '65', '66', '67', '68'] as const
export const BUDGET_PRODUCTS = [
  '70',
  '74-state',
  '74-region',
  '74-departement',
  '74-epci',
  '74-commune',
  '74-europe',
  '74-employment-aid',
  '74-foundation',
  '74-other',
  '75',
  '76',
  '77',
  '78',
] as const
export const BUDGET_ACCOUNTS = [...BUDGET_CHARGES, ...BUDGET_PRODUCTS] as const
export type BudgetAccount = (typeof BUDGET_ACCOUNTS)[number]

export const ANSWERS = ['done', 'postponed', 'ignored'] as const
export type Answer = (typeof ANSWERS)[number]

/** Named on screen and never mixed: délai légal, règle du dispositif, terme, repère interne. */
const DEADLINE_NATURES = ['legal', 'scheme', 'term', 'internal'] as const
export type DeadlineNature = (typeof DEADLINE_NATURES)[number]

const POSITION_STATES = ['occupied', 'vacant', 'returned'] as const
export type PositionState = (typeof POSITION_STATES)[number]

const CONTRACT_STATES = ['upcoming', 'current', 'expired-open', 'ended', 'broken'] as const
export type ContractState = (typeof CONTRACT_STATES)[number]

const AGREEMENT_STATES = ['upcoming', 'current', 'expired', 'settled'] as const
export type AgreementState = (typeof AGREEMENT_STATES)[number]

/** Prévue / Suspendue / À demander / Demandée / En retard / Reçue en partie / Reçue / Annulée. */
const INSTALMENT_STATES = [
  'planned',
  'suspended',
  'claimable',
  'claimed',
  'late',
  'partly-received',
  'received',
  'cancelled',
] as const
export type InstalmentState = (typeof INSTALMENT_STATES)[number]

export const CONFIDENCES = ['primary', 'secondary', 'to-check'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const OWNER_KINDS = [
  'employer',
  'position',
  'person',
  'contract',
  'agreement',
  'instalment',
  'payment',
] as const
export type OwnerKind = (typeof OWNER_KINDS)[number]
