/** What the State says beside what we say: names of the compared values and their words. */
import { type Day, isDay } from '../../domain/day.ts'
import { type Cents, isCents } from '../../domain/money.ts'
import type { ComparedField } from '../../rules/reconciliation/compare.ts'
import { frDay, frEuros } from '../format.ts'
import { french } from '../french.ts'
import { POSITION_KIND_WORDS, POSITION_STATE_WORDS, SCHEME_WORDS } from '../words.ts'

export const COMPARED_LABELS: Readonly<Record<ComparedField, string>> = {
  state: 'État du poste',
  kind: 'Nature du poste',
  scheme: 'Convention',
  agreementEndsOn: 'Fin de convention',
  contractEndsOn: 'Fin de contrat',
  bonus: 'Bonification',
  notifiedCents: 'Total conventionné',
  receivedCents: 'Total versé',
}

const WORDS: Readonly<Record<string, string>> = {
  ...POSITION_STATE_WORDS,
  ...POSITION_KIND_WORDS,
  ...SCHEME_WORDS,
  yes: 'oui',
  no: 'non',
}

export const OPEN_ENDED = 'sans terme'

/** A compared value as a French reader expects it; "non connu" where one side says nothing. */
export function comparedValue(field: ComparedField, value: string | null): string {
  if (value === null) return 'non connu'
  if (field === 'notifiedCents' || field === 'receivedCents') {
    const amount = Number(value)
    return isCents(amount) ? frEuros(amount as Cents) : value
  }
  return isDay(value) ? frDay(value) : (WORDS[value] ?? value)
}

/** Added to the note of a difference the State changed. */
export function stateSaid(seenOn: Day, shown: string): string {
  return french(`Le ${frDay(seenOn)}, l’État disait : ${shown}.`)
}

/** Whether the State said something else before: the note keeps each former word of its list. */
export function stateChangedSince(note: string | null): boolean {
  return note !== null && /^Le \d{2}\/\d{2}\/\d{4}, l’État disait/mu.test(note)
}

/** Why a difference cannot be settled by taking the State's value, and what to do instead. */
export const RECONCILIATION_REFUSALS: Readonly<Record<string, string>> = {
  'difference.gone':
    'Cet écart n’existe plus : le dossier et la liste de l’État concordent. Actualiser l’affichage.',
  'difference.by-hand':
    'Cette valeur se déduit de plusieurs saisies : la corriger dans la fiche (contrat, convention ou versement), l’écart disparaîtra au prochain import de la liste.',
  'difference.amended':
    'Cette fin a été déplacée par un avenant du dossier : corriger l’avenant plutôt que le terme d’origine.',
  'difference.no-owner': 'Le dossier n’a pas encore cette convention ou ce contrat : le saisir d’abord.',
  'difference.note-missing':
    'Dire en quelques mots pourquoi la valeur du dossier est gardée ou l’écart contesté.',
}

/** Under "Annuler". */
export function differenceLabel(
  decision: 'open' | 'accepted' | 'kept' | 'contested',
  field: ComparedField,
): string {
  const name = COMPARED_LABELS[field].toLowerCase()
  switch (decision) {
    case 'accepted':
      return `valeur de l’État acceptée (${name})`
    case 'kept':
      return `valeur du dossier gardée (${name})`
    case 'contested':
      return `écart contesté (${name})`
    case 'open':
      return `écart rouvert (${name})`
  }
}
