/** What is said when the dossier itself refuses a value that no form stopped. Codes are those of the input schemas where they exist. */
import type { DoorError } from '../../api/envelope.ts'
import { french } from '../french.ts'

/** Rule of the constraint (last part of its name) → code and sentence. */
const rules: Readonly<Record<string, { readonly code: string; readonly text: string }>> = {
  day: { code: 'day.invalid', text: `La date n'existe pas au calendrier.` },
  order: { code: 'period.order', text: 'La fin est avant le début.' },
  cents: { code: 'cents.invalid', text: `Le montant n'est pas accepté (négatif, nul ou trop grand).` },
  word: { code: 'word.unknown', text: `La valeur ne fait pas partie de la liste.` },
  flag: { code: 'flag.invalid', text: 'La valeur attendue est oui ou non.' },
  empty: { code: 'text.empty', text: 'La valeur est obligatoire.' },
  digits: { code: 'identifier.invalid', text: `L'identifiant n'a pas le bon nombre de chiffres.` },
  month_day: { code: 'month-day.invalid', text: `Le jour de début d'exercice n'existe pas.` },
  month: { code: 'month.invalid', text: `Le mois n'existe pas.` },
  range: { code: 'number.range', text: 'Le nombre est hors des limites.' },
  json: { code: 'text.invalid', text: `La valeur n'est pas lisible.` },
  itself: { code: 'reference.itself', text: 'Un contrat ne se renouvelle pas lui-même.' },
  missing: { code: 'text.empty', text: 'Une valeur nécessaire manque.' },
}

const KEPT = `Rien n'a été enregistré ; ce qui l'était avant est gardé.`

export function checkError(field: string, rule: string): DoorError {
  const found = rules[rule] ?? { code: 'value.invalid', text: `La valeur n'est pas acceptée.` }
  return { code: found.code, field, message: french(`${found.text} ${KEPT} Corrigez la valeur.`) }
}

export function missingError(field: string): DoorError {
  return {
    code: 'text.empty',
    field,
    message: french(`Une valeur obligatoire manque. ${KEPT} Complétez-la.`),
  }
}

export function duplicateError(field: string): DoorError {
  return {
    code: 'row.duplicate',
    field,
    message: french(
      `Cette valeur existe déjà dans le dossier. ${KEPT} Ouvrez la fiche existante ou changez la valeur.`,
    ),
  }
}

export function stillUsedError(): DoorError {
  return {
    code: 'row.still-used',
    message: french(
      `Suppression refusée : d'autres éléments en dépendent (contrats, conventions, versements, documents…). Rien n'a été supprimé. Supprimez-les d'abord, ou gardez la fiche.`,
    ),
  }
}

export function missingReferenceError(): DoorError {
  return {
    code: 'row.reference-missing',
    message: french(
      `Un élément auquel celui-ci se rattache n'existe pas ou plus. ${KEPT} Rechargez la page.`,
    ),
  }
}

export function overAllocatedError(): DoorError {
  return {
    code: 'payment.over-allocated',
    field: 'allocations',
    message: french(
      `La répartition ne tient pas dans le montant du versement : la somme des parts, avoirs déduits, va de zéro à ce montant. ${KEPT} Corrigez une part.`,
    ),
  }
}

export function overlappingAttachmentError(): DoorError {
  return {
    code: 'attachment.overlap',
    field: 'startsOn',
    message: french(
      `Deux structures portent ce poste le même jour. ${KEPT} Terminez le premier rattachement avant de commencer le suivant.`,
    ),
  }
}
