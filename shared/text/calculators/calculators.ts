/**
 * The calculators as people see them: what each answers, its fields and its results. A screen builds its form and shows its
 * answer from this alone; the names are those of the rules.
 */

import type { CalculatorText } from './calculator-text.ts'
import { LEGAL_CALCULATORS } from './law.ts'
import { MONEY_CALCULATORS } from './money.ts'

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
