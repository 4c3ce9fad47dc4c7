/** Words of the forms and of the dialogs that create, end, return or delete. */
import { frInteger } from '#shared/text/format.ts'

const NBSP = '\u00a0'

export const FORM_WORDS = {
  none: 'Aucun',
  search: 'Rechercher',
  undoable: 'Annulable par Ctrl+Z, même après fermeture.',
  monthInvalid: 'Mois non compris. Exemple : 11/2026.',
  monthDayInvalid: 'Jour et mois non compris. Exemple : 01/09.',
  decimalInvalid: 'Nombre non compris. Exemple : 12,31.',
  delete: 'Supprimer…',
  fieldsToMend: (count: number) =>
    count === 1
      ? `Un champ est à corriger. Rien n’est encore écrit.`
      : `${frInteger(count)}${NBSP}champs sont à corriger. Rien n’est encore écrit.`,
  savedWithWarnings: (warnings: readonly string[]) => `Enregistré. À vérifier :\n${warnings.join('\n')}`,
  gone: 'Cet objet n’existe plus dans le dossier (supprimé ou annulé).',
  deleteTitle: (what: string) => `Supprimer : ${what}`,
  deleteAction: (what: string) => `Supprimer : ${what}`,
  deleteMessage: 'La suppression est refusée si d’autres données en dépendent. Elle s’annule par Ctrl+Z.',
} as const
