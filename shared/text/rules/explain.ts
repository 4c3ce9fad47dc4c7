/**
 * Explanations in French: the sentence of every step of a rule, whoever emitted it (a calculator, a state, a deadline, an
 * amount). Screens, reports and the command line say the same words.
 */
import type { Explanation, Step } from '../../rules/explanation.ts'
import { STEP_CODES as CALC_CODES, stepSentence as calcSentence } from '../calculators/steps.ts'
import { frEuros, frWeekday } from '../format.ts'
import {
  capital,
  DEADLINE_SENTENCES,
  deadlineSentence,
  kindInText,
  of,
  type Sentence,
  sentenceIn,
} from './deadlines.ts'
import { STATE_CODES, stateSentence } from './states.ts'

const EXPLAIN_SENTENCES: Readonly<Record<string, Sentence>> = {
  'subject.notice': (v) => `Préavis au plus tard${v.person === '' ? '' : ' · {person}'}`,
  'subject.vacancy-limit': 'Limite de remplacement · {position}',
  'subject.position-state': 'État du poste · {position}',
  'subject.notifiedCents': 'Aide notifiée · {subject}',
  'subject.earnedCents': 'Aide acquise au {on|day} · {subject}',
  'subject.receivedCents': 'Aide reçue au {on|day} · {subject}',
  'subject.outstandingCents': 'Reste à recevoir · {subject}',
  'subject.claimableCents': 'À demander · {subject}',
  'subject.lateCents': 'En retard au {on|day} · {subject}',
  'subject.cancelledCents': 'Annulé · {subject}',
  'subject.overpaidCents': 'Trop-perçu si tout s’arrêtait le {on|day} · {subject}',

  'explain.contract': (v) =>
    v.endsOn === null
      ? `${capital(kindInText(v.kind))}${of(v.person)}, depuis le {startsOn|day}, sans terme. Saisi sur le contrat.`
      : `${capital(kindInText(v.kind))}${of(v.person)}, du {startsOn|day} au {endsOn|day}. Saisi sur le contrat.`,
  'explain.amended-end': 'Terme du {from|day} déplacé au {to|day} par avenant.',
  'explain.occupied': 'Ce contrat court le {today|day} : le poste est occupé.',
  'explain.vacant': (v) =>
    v.since === null
      ? 'Aucun contrat ne court le {today|day} : le poste est vacant.'
      : 'Aucun contrat ne court le {today|day} : le poste est vacant depuis le {since|day}, soit {days|length}.',
  'explain.returned': 'Poste rendu le {since|day} : plus d’aide ni de titulaire à partir de cette date.',
  'explain.agreement': 'Convention {reference}, du {startsOn|day} au {endsOn|day} ({funder}).',
  'explain.agreement-amended': 'Fin du {from|day} déplacée au {to|day} par avenant.',
  'explain.grant-year': (v) =>
    v.bonusCents === 0
      ? '{reference}, année {year|n} : {baseCents|eur}.'
      : '{reference}, année {year|n} : {baseCents|eur} + bonification {bonusCents|eur} = {cents|eur}.',
  'explain.planned-tranches': '{reference}, sans montant par année : somme des tranches, {cents|eur}.',
  'explain.single-amount': '{reference} : {cents|eur} pour toute la durée, répartis sur ses années.',
  'explain.payment': '{label} ({reference}) : {cents|eur} reçus le {receivedOn|day}.',
  'explain.credit':
    '{label} ({reference}) : {cents|eur} d’avoir, déduits par le financeur de son versement de {paidCents|eur} du {receivedOn|day}.',
  'explain.repayment': '{label} ({reference}) : {cents|eur} reversés le {receivedOn|day}.',
  'explain.payment-shared':
    'dont {cents|eur} pour ce poste, au prorata des montants notifiés de {reference}.',
  'explain.instalment': '{label} ({reference}), attendue le {dueOn|day} : {cents|eur}.',
  'explain.instalment-undated': '{label} ({reference}), sans date attendue : {cents|eur}.',
  'explain.instalment-late':
    '{label} ({reference}), attendue le {dueOn|day}, {days|length} de retard : {cents|eur}.',
  'explain.cancelled': '{label} ({reference}) : {cents|eur} annulés ou reversés.',
  'explain.cancelled-in-grants': 'Déjà retirés du montant notifié : {cents|eur} de tranches au-delà.',
  'explain.outstanding':
    '{notifiedCents|eur} notifiés − {receivedCents|eur} reçus − {cancelledCents|eur} annulés = {cents|eur}.',
  'explain.overpaid': '{reference} : {receivedCents|eur} reçus − {earnedCents|eur} acquis = {cents|eur}.',
  'explain.overpaid-none':
    '{reference} : {receivedCents|eur} reçus, {earnedCents|eur} acquis : rien à reverser.',
  'explain.overpaid-settled': '{reference} est soldée : plus rien à reverser.',
  'explain.total': 'Total : {cents|eur}.',
  'explain.none': 'Rien de tel à ce jour.',
  'explain.no-paid-days': '{reference} : aucun jour occupé dans la période financée.',
  'explain.deadline-day': 'Jour retenu : {day|weekday}.',
  'explain.legal-and-prudent': 'Jour légal : {legalOn|weekday}. Jour prudent : {prudentOn|weekday}.',

  'note.notice':
    'Notifier par lettre recommandée ou remise en main propre contre signature. La personne a {days|length} pour répondre ; son silence vaut renonciation.',
  'note.interview': 'Un entretien précède la notification.',
  'note.no-move': 'Une échéance légale n’est jamais déplacée vers plus tard.',
  'note.vacancy':
    'Après cette date, le poste est à rendre au financeur, par lettre recommandée, puis avenant.',
  'note.overpaid': 'Montant au jour affiché : il baisse chaque mois occupé, et monte à chaque versement.',
  'note.substitute':
    'Un remplacement pendant une absence ne change rien à l’aide : deux contrats en même temps comptent une fois.',

  'what-if.project-long': 'Recrutement de plus de {months|months}',
  'what-if.project-short': 'Recrutement de {months|months} au plus',
  'what-if.public': 'CDD public de même durée',
  'what-if.permanent-next': 'Si le contrat suivant peut être un CDI',
  'what-if.doubled': 'Délai de prévenance doublé',
  'what-if.not-doubled': 'Délai de prévenance non doublé',
  'what-if.longer-service': 'Services de {months|months} ou plus',
  'what-if.shorter-service': 'Services de moins de {months|months}',
  'what-if.left-before': 'Départ avant le {day|day}',
  'what-if.in-months': 'Au {day|day}, poste toujours occupé',
  'what-if.empty-until': 'Au {day|day}, poste vide dès demain',
}

/** Every code that has a sentence, for the test that no step stays without one. */
export const EXPLAINED_CODES: ReadonlySet<string> = new Set([
  ...CALC_CODES,
  ...STATE_CODES,
  ...Object.keys(DEADLINE_SENTENCES),
  ...Object.keys(EXPLAIN_SENTENCES),
])

/** The sentence of a step, in French; the code alone where it has none (a test keeps that from happening). */
export function stepSentence(step: Step): string {
  return (
    sentenceIn(EXPLAIN_SENTENCES, step) ?? deadlineSentence(step) ?? stateSentence(step) ?? calcSentence(step)
  )
}

/** A whole explanation in plain lines, for the command line, a report or the clipboard. */
export function explanationLines(explanation: Explanation): readonly string[] {
  const { result } = explanation
  const value = result.kind === 'day' ? frWeekday(result.day) : frEuros(result.cents)
  return [
    `${stepSentence(explanation.subject)} : ${value}`,
    ...explanation.steps.map((step, i) => `${i + 1}. ${stepSentence(step)}`),
    ...explanation.notes.map(stepSentence),
    ...explanation.basis.map((b) =>
      b.formerly === undefined ? b.text : `${b.text} (avant : ${b.formerly})`,
    ),
  ]
}
