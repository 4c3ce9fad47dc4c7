/**
 * The calculators as people see them: what each answers, its fields and its results. A screen builds its form and shows its
 * answer from this alone; the names are those of the rules.
 */
import { LEGAL_CALCULATORS } from './calculators-law.ts'
import { MONEY_CALCULATORS } from './calculators-money.ts'

export type CalcFieldKind =
  | 'day'
  /** A day, or "still" / "without term". */
  | 'day-or-none'
  | 'int'
  | 'cents'
  | 'yes-no'
  | 'choice'
  | 'text'
  | 'month-day'
  /** List of open weekdays, 1 = Monday. */
  | 'weekdays'
  /** List of {startsOn, endsOn}. */
  | 'periods'
  /** List of {startsOn, endsOn, kind?}. */
  | 'periods-with-kind'
  /** List of {from, to}, `to` empty: still. */
  | 'occupations'
  /** List of amounts, one per convention year. */
  | 'cents-list'

export interface CalcChoice {
  readonly value: string
  readonly label: string
}

export interface CalcField {
  readonly name: string
  readonly label: string
  readonly kind: CalcFieldKind
  readonly optional?: boolean
  readonly choices?: readonly CalcChoice[]
  /** Shown only where the other field has one of these values. */
  readonly onlyWhen?: { readonly field: string; readonly is: readonly string[] }
}

export type CalcResultKind =
  | 'day'
  | 'days'
  | 'int'
  | 'cents'
  | 'yes-no'
  | 'text'
  | 'refusals'
  | 'reason'
  | 'cents-list'
  | 'accrual-years'
  | 'scheme-years'

export interface CalcResult {
  readonly name: string
  readonly label: string
  readonly kind: CalcResultKind
  /** Said where the value is null or absent; absent values without these words are not shown. */
  readonly none?: string
}

export interface CalculatorText {
  readonly name: string
  readonly label: string
  readonly description: string
  readonly group: 'dates' | 'private' | 'public' | 'money' | 'identifiers'
  readonly fields: readonly CalcField[]
  readonly results: readonly CalcResult[]
  /** An input that works: what the form opens with. */
  readonly example: Readonly<Record<string, unknown>>
}

export const CALCULATOR_GROUPS: Readonly<Record<CalculatorText['group'], string>> = {
  dates: 'Dates et délais',
  private: 'Contrats de droit privé',
  public: 'Contrats de droit public',
  money: 'Aide et comptabilité',
  identifiers: 'Identifiants',
}

export const CALCULATORS: readonly CalculatorText[] = [...LEGAL_CALCULATORS, ...MONEY_CALCULATORS]

export function calculatorText(name: string): CalculatorText | undefined {
  return CALCULATORS.find((c) => c.name === name)
}

/** Words of refusals and reasons that calculators answer. */
const ANSWER_CODES: Readonly<Record<string, string>> = {
  gap: 'Un renouvellement ne suit pas immédiatement la période précédente',
  overlap: 'Deux périodes se chevauchent',
  'too-long': 'Durée maximale dépassée',
  'too-short': 'Durée minimale non atteinte',
  'too-many-renewals': 'Trop de renouvellements',
  'permanent-contract-required': 'Contrat à durée indéterminée obligatoire',
  due: 'Indemnité due',
  pec: 'PEC : pas d’indemnité',
  'not-fixed-term': 'Le contrat n’est pas un CDD',
  'kind-not-covered': 'Contrat sans indemnité de fin',
  'permanent-contract': 'La relation se poursuit en CDI',
  'permanent-contract-refused': 'CDI refusé par la personne',
  renewed: 'Contrat renouvelé',
  'employee-left': 'Départ à l’initiative de la personne',
  misconduct: 'Faute grave ou licenciement',
  'longer-than-maximum': 'Durée totale supérieure au maximum',
  'wage-at-or-above-limit': 'Rémunération égale ou supérieure à la limite',
  empty: 'Aucune valeur',
  shape: 'La forme n’est pas celle attendue',
  length: 'Le nombre de chiffres n’est pas celui attendu',
  checksum: 'La clé de contrôle est fausse',
  department: 'Le département n’existe pas',
}

export function answerCodeLabel(code: string): string {
  return ANSWER_CODES[code] ?? code
}

export const ANSWER_CODE_LIST: readonly string[] = Object.keys(ANSWER_CODES)
