/** Why an object is in its state, as a sentence that can follow the state's name ("Occupé car…"). */
import type { Step } from '../../rules/explanation.ts'
import { RETURN_MOTIVE_WORDS } from '../words.ts'
import { kindInText, motive, of, type Sentence, sentenceIn } from './deadlines.ts'

const STATE_SENTENCES: Readonly<Record<string, Sentence>> = {
  'position.occupied': (v) =>
    v.endsOn === null
      ? `car le ${kindInText(v.kind)}${of(v.person)} court depuis le {startsOn|day}, sans terme.`
      : `car le ${kindInText(v.kind)}${of(v.person)} court du {startsOn|day} au {endsOn|day}.`,
  'position.vacant': (v) =>
    `depuis le {since|day} ({days|length})${v.lastPerson === null ? '' : `, après le départ${of(v.lastPerson)}`}${v.motive === null ? '' : ` (${motive(v.motive)})`}.${v.nextOn === null ? '' : ' Arrivée prévue le {nextOn|day}.'}`,
  'position.never-filled': (v) =>
    `${v.since === null ? 'car aucun contrat n’est enregistré' : 'car aucun contrat n’est enregistré depuis le {since|day}'}.${v.nextOn === null ? '' : ' Arrivée prévue le {nextOn|day}.'}`,
  'position.returned': (v) => {
    const words = RETURN_MOTIVE_WORDS[v.motive as keyof typeof RETURN_MOTIVE_WORDS]
    return `le {on|day}${words === undefined ? '' : ` : ${words.toLowerCase()}`}.`
  },

  'contract.upcoming': 'Commence le {startsOn|day}.',
  'contract.current': (v) =>
    v.endsOn === null
      ? 'Court depuis le {startsOn|day}, sans terme.'
      : 'Court du {startsOn|day} au {endsOn|day}.',
  'contract.ended': (v) =>
    `Arrivé au terme le {endedOn|day}${v.motive === null ? '' : ` (${motive(v.motive)})`}.`,
  'contract.broken': (v) =>
    `Rompu le {endedOn|day}${v.motive === null ? '' : ` (${motive(v.motive)})`}${v.endsOn === null ? '' : ', avant le terme du {endsOn|day}'}.`,
  'contract.renewed': 'Terme le {endsOn|day}, renouvelé à compter du {renewedOn|day}.',
  'contract.followed': 'Terme le {endsOn|day}, un autre contrat suit sur le poste le {nextOn|day}.',
  'contract.expired-open': 'Le terme du {endsOn|day} est passé et rien n’est enregistré ensuite.',

  'agreement.upcoming': 'Commence le {startsOn|day}.',
  'agreement.current': 'Court du {startsOn|day} au {endsOn|day}.',
  'agreement.expired': 'Finie le {endsOn|day}, pas encore soldée.',
  'agreement.settled': 'Soldée le {settledOn|day}.',

  'instalment.cancelled': (v) => `Annulée le {cancelledOn|day}${v.reason === null ? '' : ' : {reason}'}.`,
  'instalment.received': 'Reçue',
  'instalment.condition-missing': 'Suspendue, condition manquante : {conditions}',
  'instalment.position-vacant': 'Suspendue, poste vacant depuis {days|length}',
  'instalment.position-returned': 'Suspendue, poste rendu le {on|day}',
  'instalment.partly-late': 'Reçue en partie, solde en retard',
  'instalment.late-claimed': 'En retard, demandée',
  'instalment.late-not-claimed': 'En retard, non demandée',
  'instalment.partly': 'Reçue en partie',
  'instalment.claimed': 'Demandée le {claimedOn|day}',
  'instalment.claimable': 'À demander, conditions réunies',
  'instalment.planned': (v) => (v.claimableOn === null ? 'Prévue' : 'Prévue, pas encore appelable'),
}

/** Reason of a state; undefined where the code belongs to another catalogue. */
export function stateSentence(step: Step): string | undefined {
  return sentenceIn(STATE_SENTENCES, step)
}

export const STATE_CODES: readonly string[] = Object.keys(STATE_SENTENCES)
