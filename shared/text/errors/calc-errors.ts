/** What is wrong with the input of a calculator: the field by its name, then what to type. */
import { FIRST_YEAR, LAST_YEAR } from '../../domain/day.ts'
import type { CalcError } from '../../rules/calc/calculator.ts'
import { calculatorText } from '../calculators/calculators.ts'
import { french } from '../french.ts'

const REASONS: Readonly<Record<string, string>> = {
  'calc.unknown': 'ce calcul n’existe pas. Vérifiez son nom.',
  'json.invalid': 'le texte reçu n’est pas du JSON lisible.',
  'request.invalid': 'une demande porte « calc » (un nom) et « input » (un objet).',
  'request.too-long': 'la ligne est trop longue pour être une demande.',
  'field.missing': 'valeur manquante.',
  'type.object': 'un objet JSON est attendu, avec les champs du calcul.',
  'type.day': 'une date entre guillemets est attendue, par exemple "2026-11-30".',
  'type.number': 'un nombre est attendu.',
  'type.cents': 'un montant en centimes (nombre entier) est attendu.',
  'type.yes-no': 'la réponse attendue est oui ou non (true ou false).',
  'type.choice': 'choisir une des valeurs proposées.',
  'type.text': 'un texte est attendu.',
  'type.list': 'une liste est attendue.',
  'type.month-day': 'un jour et un mois entre guillemets sont attendus, par exemple "01-01".',
  'day.invalid': 'cette date n’existe pas ou n’est pas écrite AAAA-MM-JJ.',
  'day.out-of-range': `date hors du calendrier de Jalon (de ${FIRST_YEAR} à ${LAST_YEAR}).`,
  'month-day.invalid': 'ce jour de l’année n’existe pas (MM-JJ, par exemple 01-01).',
  'number.not-whole': 'un nombre entier est attendu.',
  'number.out-of-range': 'nombre hors des limites raisonnables.',
  'cents.not-whole': 'un montant s’écrit en centimes entiers, sans décimale.',
  'cents.negative': 'le montant ne peut pas être négatif.',
  'cents.out-of-range': 'montant hors des limites raisonnables.',
  'choice.unknown': 'valeur inconnue : choisir une des valeurs proposées.',
  'text.too-long': 'texte trop long.',
  'list.empty': 'la liste est vide : au moins un élément est nécessaire.',
  'list.too-long': 'liste trop longue (500 éléments au plus).',
  'period.end-before-start': 'la fin est avant le début.',
  'period.too-long': 'période trop longue (50 ans au plus).',
  'period.overlap': 'la proposition commence avant la fin du dernier contrat.',
  'delay.no-length': 'indiquer un nombre de mois, de jours, ou les deux.',
  'kind.other-regime': 'ce contrat n’existe pas dans ce régime (privé ou public).',
  'notice.private-law':
    'il n’y a pas de délai de prévenance en droit privé. Un rappel d’organisation reste possible, nommé « repère interne ».',
  'minimum-wage.unknown': 'aucun SMIC connu à cette date (le premier est celui du 01/01/2021).',
  'years.count': 'il faut un montant par année de convention, ni plus ni moins.',
  'years.sum': 'la somme des années doit être égale au montant.',
  'territory.unknown': 'territoire inconnu : donner un code de département (971, 974…).',
  'scale.none': 'aucun barème pour ce dispositif et ce secteur.',
}

/** Codes that have words. */
export const CALC_ERROR_CODES: readonly string[] = Object.keys(REASONS)

/** "Début : cette date n’existe pas…"; the path of the field where the calculator has no name for it. */
export function calcErrorMessage(error: CalcError, calculatorName?: string): string {
  const reason = REASONS[error.code] ?? 'valeur non valable.'
  const label = fieldName(error.field, calculatorName)
  return french(label === null ? capital(reason) : `${label} : ${reason}`)
}

/** "Périodes, élément 2, fin" from "periods.1.endsOn". */
function fieldName(path: string, calculatorName: string | undefined): string | null {
  if (path === 'input' || path === 'calc') return null
  const fields = calculatorName === undefined ? undefined : calculatorText(calculatorName)?.fields
  const [first = '', ...rest] = path.split('.')
  const field = fields?.find((f) => f.name === first)
  const parts = [field?.label ?? first]
  for (const part of rest)
    parts.push(/^\d+$/.test(part) ? `élément ${Number(part) + 1}` : (PARTS[part] ?? part))
  return parts.join(', ')
}

const PARTS: Readonly<Record<string, string>> = {
  startsOn: 'début',
  endsOn: 'fin',
  from: 'début',
  to: 'fin',
  kind: 'nature',
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
