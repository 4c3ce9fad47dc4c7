/** French messages for input that does not fit its schema: the field by its name on screen, then what to type. */
import { FIRST_YEAR, LAST_YEAR } from '../../domain/day.ts'
import type { EntityName } from '../../domain/facts.ts'
import { fieldLabel } from '../fields.ts'
import { CALENDAR } from '../format.ts'

/** What zod says of one problem, as far as it is used here. */
export interface InputIssue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

export interface FieldMessage {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** Codes our own schemas give as their message. */
const BY_CODE: Readonly<Record<string, string>> = {
  'day.invalid': 'saisir une date qui existe, par exemple 30/11/2026.',
  'day.out-of-range': `saisir une date entre ${CALENDAR}.`,
  'cents.invalid': 'saisir un montant en euros et centimes, par exemple 12 500,00.',
  'cents.negative': 'le montant ne peut pas être négatif.',
  'text.empty': 'ce champ est obligatoire.',
  'text.too-long': 'texte trop long.',
  'year.invalid': `saisir une année entre ${FIRST_YEAR} et ${LAST_YEAR}.`,
  'month-day.invalid': 'saisir un jour et un mois, par exemple 01/01.',
  'month.invalid': 'saisir un mois, par exemple 11/2026.',
  'month.out-of-range': `saisir un mois entre ${FIRST_YEAR} et ${LAST_YEAR}.`,
  'weekly.range': 'saisir une durée entre 1 h et 48 h par semaine.',
  'siret.shape': 'un SIRET compte 14 chiffres.',
  'ridet.shape': 'un RIDET compte de 7 à 10 chiffres.',
  'rna.shape': 'un numéro RNA commence par W suivi de 9 caractères.',
  'ape.shape': 'un code APE compte 4 chiffres et une lettre, par exemple 9499Z.',
  'idcc.shape': 'un IDCC compte 4 chiffres, par exemple 1518.',
}

const BY_KIND: Readonly<Record<string, string>> = {
  invalid_type: 'valeur manquante ou d’un autre type que celui attendu.',
  invalid_value: 'choisir une des valeurs proposées.',
  invalid_union: 'valeur non reconnue.',
  too_small: 'valeur trop petite.',
  too_big: 'valeur trop grande.',
  invalid_format: 'forme non reconnue.',
  unrecognized_keys: 'champ inconnu.',
}

/** The sentence after the field's name; a plain one where the problem has no words of its own. */
export function issueReason(issue: InputIssue): string {
  return BY_CODE[issue.message] ?? BY_KIND[issue.code] ?? 'valeur non valable.'
}

/** A problem of an object's form: « Fin prévue : saisir une date qui existe… » */
export function describeIssue(entity: EntityName, issue: InputIssue): FieldMessage {
  const field = String(issue.path[0] ?? issue.keys?.[0] ?? '')
  const code = BY_CODE[issue.message] === undefined ? issue.code : issue.message
  return { field, code, message: `${fieldLabel(entity, field)} : ${issueReason(issue)}` }
}
