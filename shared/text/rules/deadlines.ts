/** The sentences of deadlines: their titles, read alone in a list or an agenda, and why each one is there. */
import { FULL_TIME_MINUTES } from '../../domain/full-time.ts'
import type { Step, StepValue } from '../../rules/explanation.ts'
import { fill } from '../fill.ts'
import { CONTRACT_KIND_WORDS, END_MOTIVE_WORDS } from '../words.ts'

type Values = Readonly<Record<string, StepValue>>
export type Sentence = string | ((values: Values) => string)

export const DEADLINE_SENTENCES: Readonly<Record<string, Sentence>> = {
  'deadline.notice': (v) => (v.person === null ? 'Préavis à notifier' : 'Préavis à notifier à {person}'),
  'deadline.interview': (v) => `Entretien avant le préavis${of(v.person)}`,
  'deadline.agent-answer': (v) => `Réponse attendue${of(v.person)}`,
  'deadline.trial-end': (v) => `Fin de la période d’essai${of(v.person)}`,
  'deadline.contract-hand-over': (v) =>
    v.person === null ? 'Contrat à remettre' : 'Contrat à remettre à {person}',
  'deadline.transmission': (v) => `Contrat${of(v.person)} à transmettre au contrôle de légalité`,
  'deadline.contract-end': (v) => `Fin du ${kindInText(v.kind)}${of(v.person)}`,
  'deadline.renewal-signature': (v) => `Renouvellement${of(v.person)} à signer avant le terme`,
  'deadline.permanent-offer': (v) =>
    v.person === null ? 'Offre de CDI à écrire' : 'Offre de CDI à écrire à {person}',
  'deadline.permanent-refusal': (v) => `Refus de CDI${of(v.person)} à signaler à France Travail`,
  'deadline.maximum-duration': (v) => `Durée maximale atteinte pour le contrat${of(v.person)}`,
  'deadline.permanent-required': (v) => `CDI obligatoire après le contrat${of(v.person)}`,
  'deadline.unfunded-contract': (v) => `Contrat${of(v.person)} au-delà de l’aide`,
  'deadline.minimum-wage': (v) => `Salaire${of(v.person)} sous le SMIC`,
  'deadline.vacancy-limit': 'Limite de remplacement du poste vacant',
  'deadline.instalment-condition': 'Condition manquante pour {label|lower}',
  'deadline.instalment-claim': '{label} à demander',
  'deadline.instalment-claimable': '{label} bientôt à demander',
  'deadline.instalment-due': '{label} attendue',
  'deadline.instalment-balance': 'Solde de la {label|lower} attendu',
  'deadline.instalment-late': '{label} non reçue',
  'deadline.instalment-not-claimed-late': '{label} à demander, déjà en retard',
  'deadline.instalment-balance-late': 'Solde de la {label|lower}',
  'deadline.agreement-end': 'Fin de la convention {reference}',
  'deadline.closing-file': 'Dossier de clôture de la convention {reference}',
  'deadline.closing-file.returned': 'Dossier de clôture du poste rendu',
  'deadline.financial-report': 'Compte rendu financier de l’exercice clos le {to|day}',
  'deadline.auditor': 'Commissaire aux comptes à nommer',
  'deadline.agreement-threshold': 'Convention à signer avec {funder}',
  'deadline.label': 'Label conseiller numérique à renouveler',
  'deadline.free': '{title}',

  'why.notice': (v) =>
    `${capital(kindInText(v.kind))} jusqu’au {endsOn|day}, services de ${'{serviceMonths|months}'} : prévenance de {months|noticeLength}${v.doubled === true ? ' (délai doublé)' : ''}.`,
  'why.interview':
    'Un entretien précède le préavis, à donner le {noticeOn|day} au plus tard. Une semaine avant laisse le temps de le tenir.',
  'why.agent-answer':
    'Préavis donné le {noticedOn|day} : {days|length} pour répondre. Le silence vaut refus du renouvellement.',
  'why.trial-end.entered': 'Date saisie sur le contrat commencé le {startsOn|day}.',
  'why.trial-end.computed': 'Contrat commencé le {startsOn|day} : essai jusqu’au {endsOn|day} au plus tard.',
  'why.contract-hand-over':
    'Embauche le {hiredOn|day} : deux jours ouvrables pour remettre le contrat signé.',
  'why.transmission':
    'Le contrat commencé le {startsOn|day} n’est exécutoire qu’une fois transmis au représentant de l’État.',
  'why.contract-end.private': (v) =>
    v.kind === 'PEC'
      ? 'Terme du contrat. Sans suite, poste vacant le {vacantFrom|day}.'
      : 'Terme sans préavis légal (droit privé). Sans suite, poste vacant le {vacantFrom|day}.',
  'why.contract-end.public': (v) =>
    v.reached === true
      ? '{served|months} sur {maximum|n} possibles : plus de renouvellement à durée déterminée.'
      : '{served|months} sur {maximum|n} possibles. Renouvellement possible.',
  'why.contract-end.open':
    'Le terme du {endsOn|day} est passé et rien n’est enregistré ensuite : clore le contrat ou saisir le renouvellement.',
  'why.contract-end.early': (v) =>
    `Fin anticipée enregistrée${v.motive === null ? '' : ` (${motive(v.motive)})`}. Sans suite, poste vacant le {vacantFrom|day}.`,
  'why.renewal-signature': (v) =>
    v.endsOn === null
      ? 'Rien de signé encore : un renouvellement se signe avant le terme du {before|day}.'
      : 'Prolongé jusqu’au {endsOn|day} sans date de signature : un renouvellement se signe avant le terme du {before|day}.',
  'why.permanent-offer.months':
    'CDD au plafond de {maximum|months} : plus de renouvellement. Offre écrite avant le terme.',
  'why.permanent-offer.renewals':
    'CDD déjà renouvelé {renewals|n} fois : plus de renouvellement. Offre écrite avant le terme.',
  'why.permanent-refusal':
    'Offre faite le {offeredOn|day} et aucun CDI enregistré : un refus se signale dans le délai de {months|months} après le terme du {endsOn|day}.',
  'why.maximum-duration':
    '{served|months} au {endsOn|day}, pour {maximum|months} au plus : aucun renouvellement à durée déterminée.',
  'why.permanent-required':
    '{served|months} de services au {endsOn|day} : au-delà de {maximum|months}, le contrat suivant ne peut être qu’un CDI.',
  'why.unfunded-contract':
    'L’aide du poste s’arrête le {fundedTo|day}, le contrat court jusqu’au {endsOn|day} : coût sans aide dès le {from|day}.',
  'why.minimum-wage': (v) =>
    v.weeklyMinutes === FULL_TIME_MINUTES
      ? 'Brut mensuel de {grossCents|eur}, sous le SMIC de {floorCents|eur} en vigueur depuis le {since|day}.'
      : 'Brut mensuel de {grossCents|eur}, sous le SMIC proratisé de {floorCents|eur} ({weeklyMinutes|hours} par semaine) en vigueur depuis le {since|day}.',
  'why.vacancy-limit': (v) =>
    v.nextOn === null
      ? 'Départ le {lastDayOccupied|day} : {months|months} pour recruter, sinon le poste doit être rendu.'
      : 'Départ le {lastDayOccupied|day} : {months|months} pour recruter. L’embauche prévue le {nextOn|day} vient après la limite.',
  'why.instalment-condition': 'À réunir avant la demande : {conditions}. Convention {reference}.',
  'why.instalment-claim': (v) =>
    `${v.claimableOn === null ? 'Conditions réunies.' : 'Appelable depuis le {claimableOn|day}.'}${v.dueOn === null ? '' : ' Attendue le {dueOn|day}.'} Convention {reference}.`,
  'why.instalment-claimable': 'Appelable à partir du {claimableOn|day}. Convention {reference}.',
  'why.instalment-due': (v) =>
    `${v.claimedOn === null ? '' : 'Demandée le {claimedOn|day}. '}Attendue le {dueOn|day}. Convention {reference}.`,
  'why.instalment-balance':
    '{receivedCents|eur} reçus le {receivedOn|day} sur {amountCents|eur}. Convention {reference}.',

  'why.settled.received': 'Réglé : tranche reçue le {on|day}.',
  'why.settled.cancelled': 'Sans objet : tranche annulée le {on|day}.',
  'why.settled.claimed': 'Réglé : tranche demandée le {on|day}.',
  'why.settled.ready': 'Réglé le {on|day} : condition réunie, ou tranche demandée.',
  'why.settled.late': 'Attendue depuis le {on|day} : la tranche est rappelée comme non reçue.',
  'why.settled.renewed': 'Réglé : contrat renouvelé, {on|day}.',
  'why.settled.ended': 'Sans objet : contrat terminé le {on|day}.',
  'why.settled.amended': 'Sans objet : le terme du contrat a changé par avenant, {on|day}.',
  'why.settled.signed': 'Réglé : signé le {on|day}.',
  'why.settled.filled': 'Réglé : poste pourvu au {on|day}.',
  'why.settled.returned': 'Sans objet : poste rendu le {on|day}.',
  'why.settled.closed': 'Réglé : convention soldée le {on|day}.',
  'why.instalment-late': 'Demandée le {claimedOn|day}, attendue le {dueOn|day}. Convention {reference}.',
  'why.instalment-not-claimed-late': (v) =>
    v.claimableOn === null
      ? 'Attendue le {dueOn|day}, aucune demande enregistrée. Convention {reference}.'
      : 'Appelable depuis le {claimableOn|day}, aucune demande enregistrée. Convention {reference}.',
  'why.instalment-balance-late':
    '{receivedCents|eur} reçus le {receivedOn|day} sur {amountCents|eur}. Convention {reference}.',
  'why.agreement-end': (v) =>
    `${lengthWords(v)} depuis le {startsOn|day}${v.moved === true ? ', fin déplacée par avenant' : ''}. Plus d’aide dès le {unfundedFrom|day}.`,
  'why.agreement-end.permanent': (v) =>
    `${lengthWords(v)} depuis le {startsOn|day}${v.moved === true ? ', fin déplacée par avenant' : ''}. {person} est en CDI : coût sans aide dès le {unfundedFrom|day}.`,
  'why.closing-file': (v) =>
    typeof v.overpaidCents === 'number' && v.overpaidCents > 0
      ? 'Convention finie le {endsOn|day} : justifier toute la période. Reçu supérieur à l’acquis de {overpaidCents|eur} : reversement à prévoir.'
      : 'Convention finie le {endsOn|day} : justifier toute la période pour solder et clore.',
  'why.financial-report':
    'Exercice du {from|day} au {to|day} : six mois après sa clôture pour rendre compte de l’emploi de la subvention.',
  'why.auditor':
    '{cents|eur} d’aides publiques reçues sur l’exercice du {from|day} au {to|day}, au-dessus de {thresholdCents|eur}.',
  'why.agreement-threshold':
    '{cents|eur} reçus de {funder} sur l’exercice du {from|day} au {to|day}, au-dessus de {thresholdCents|eur}, sans convention enregistrée.',
  'why.label': 'Attestation du {attestedOn|day}, valable {months|months} : jusqu’au {endsOn|day}.',
  'why.free': (v) => (v.note === null ? 'Échéance saisie par vous.' : '{note}'),
}

/** Title or why of a deadline; undefined where the code belongs to another catalogue. */
export function deadlineSentence(step: Step): string | undefined {
  return sentenceIn(DEADLINE_SENTENCES, step)
}

export function sentenceIn(catalogue: Readonly<Record<string, Sentence>>, step: Step): string | undefined {
  const sentence = catalogue[step.code]
  if (sentence === undefined) return undefined
  return fill(typeof sentence === 'string' ? sentence : sentence(step.values), step.values)
}

/** " de Théo Maurel", " d’Amel Rivoire"; nothing where nobody is named. */
export function of(name: StepValue | undefined): string {
  if (typeof name !== 'string' || name === '') return ''
  return /^[aeiouyhàâéèêëîïôùûü]/i.test(name) ? ` d’${name}` : ` de ${name}`
}

/** The kind of a contract inside a sentence: "contrat de projet", "CDD". */
export function kindInText(kind: StepValue | undefined): string {
  const words = CONTRACT_KIND_WORDS[kind as keyof typeof CONTRACT_KIND_WORDS] ?? String(kind ?? 'contrat')
  return words.startsWith('C') && words[1] === 'o' ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

export function motive(code: StepValue | undefined): string {
  const words = END_MOTIVE_WORDS[code as keyof typeof END_MOTIVE_WORDS]
  return words === undefined
    ? ''
    : /^[A-Z]{2}/.test(words)
      ? words
      : words.charAt(0).toLowerCase() + words.slice(1)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lengthWords(v: Values): string {
  return typeof v.days === 'number' && v.days > 0 ? '{months|months} et {days|length}' : '{months|months}'
}
