/** Shape of the tables of "passerelles.jalon": amounts in euros, days as in a dossier. */

export const PASSERELLES_TODAY = '2026-11-23'

export type EmployerKey = 'rpn' | 'valombre'

export interface TrancheRow {
  readonly euros: number
  readonly claimableOn: string
  readonly claimedOn: string | null
  readonly dueOn: string
  readonly conditions: string
  readonly conditionsMetOn: string | null
  readonly payments: readonly (readonly [receivedOn: string, euros: number, reference: string])[]
}

export interface ContractRow {
  readonly firstName: string
  readonly lastName: string
  readonly kind: 'CDD' | 'CDI' | 'contrat-de-projet' | 'cdd-public'
  readonly startsOn: string
  readonly endsOn: string | null
  readonly grossEuros: number
  readonly signedOn: string
  readonly endedOn?: string
  readonly endMotive?: 'resignation' | 'fixed-term-not-renewed' | 'mutual-termination'
  readonly ground?: 'defined-object'
}

export interface PostRow {
  readonly employer: EmployerKey
  readonly stateId: string
  readonly label: string
  readonly workplace: string
  readonly coordinator?: true
  readonly inQpv?: true
  readonly returned?: { readonly on: string; readonly amendedOn: string }
  readonly note?: string
  readonly agreement: {
    readonly reference: string
    readonly ds: string
    readonly ej: string
    readonly signedOn: string
    readonly startsOn: string
    readonly endsOn: string
  }
  readonly base: readonly number[]
  readonly bonus: readonly number[]
  readonly tranches: readonly TrancheRow[]
  readonly contracts: readonly ContractRow[]
}

export const PRIVATE = [20_000, 14_000, 10_000]
export const PUBLIC = [17_500, 12_500, 12_500]
export const BONUS = [2_500, 5_000, 0]
export const NO_BONUS = [0, 0, 0]

const CONDITIONS = [
  'Contrat de travail déposé, recrutement validé',
  'Compte rendu d’activité de la 1re année, tranche 1 justifiée',
  'Compte rendu d’activité de la 2e année, tranche 2 justifiée',
]

/** Rank 1, 2, 3: the conditions are met on the day the tranche is asked for, or on the day given. */
export function tranche(
  rank: 1 | 2 | 3,
  euros: number,
  claimableOn: string,
  claimedOn: string | null,
  dueOn: string,
  payments: TrancheRow['payments'] = [],
  conditionsMetOn: string | null = claimedOn,
): TrancheRow {
  const conditions = CONDITIONS[rank - 1] ?? ''
  return { euros, claimableOn, claimedOn, dueOn, conditions, conditionsMetOn, payments }
}
