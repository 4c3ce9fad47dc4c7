/** The sentence of every step a calculator may answer: how it got there, with the values it used. */
import type { Step, StepValue } from '../../rules/explanation.ts'
import { fill } from '../fill.ts'

type Values = Readonly<Record<string, StepValue>>
/** A template, or the choice of one by the values. */
type Sentence = string | ((values: Values) => string)

const SENTENCES: Readonly<Record<string, Sentence>> = {
  'input.ignored': 'Champs non reconnus, sans effet sur le résultat : {fields|list}.',

  'length.start': 'Départ le {startsOn|day}, pour {months|months} de date à date.',
  'length.day-before': 'Même quantième {sameDay|day}, moins un jour : la période finit le {endsOn|day}.',
  'length.no-such-day':
    "Le mois d'arrivée n'a pas de {day|n} : la période finit le dernier jour de ce mois, le {endsOn|day}.",
  'length.days': 'Soit {days|length} calendaires, premier et dernier compris.',

  'delay.from': (v) =>
    v.direction === 'before'
      ? 'Départ le {from|day}, jour non compté ; le délai se compte avant ce jour.'
      : 'Départ le {from|day}, jour non compté ; le délai se compte après ce jour.',
  'delay.months': 'Les mois d’abord : {months|months} de quantième à quantième donnent le {day|day}.',
  'delay.days': 'Puis {days|length} : le {day|day}.',
  'working-day.unmoved': 'Aucun report demandé : le {day|weekday} reste tel quel.',
  'working-day.is': 'Le {day|weekday} est un jour ouvré ({zone|zone}).',
  'working-day.next':
    'Le {day|weekday} n’est pas un jour ouvré{why|why} ({zone|zone}) : le jour ouvré suivant est le {rolled|weekday}.',
  'working-day.previous':
    'Le {day|weekday} n’est pas un jour ouvré{why|why} ({zone|zone}) : le jour ouvré précédent est le {rolled|weekday}.',
  'holidays.easter': 'Pâques {year} tombe le {easter|day} : les fêtes mobiles en découlent ({zone|zone}).',
  'holidays.one': '{day|weekday} : {holiday|holiday}{builtIn|own}.',

  'private-limits.maximum':
    'Durée maximale de {maxMonths|months}, renouvellements compris{byAgreement|entered} : du {startsOn|day} au {maxEndsOn|day} au plus ; la dernière fin est le {lastEndsOn|day}.',
  'private-limits.renewals':
    'Renouvellements : {renewals|n} pour {maxRenewals|n} au plus{byAgreement|entered}.',
  'private-limits.overlap':
    'La période qui commence le {startsOn|day} chevauche celle qui finit le {previousEndsOn|day}.',
  'private-limits.gap':
    'Un renouvellement suit sans interruption : il devait commencer le {expected|day}, il commence le {startsOn|day}.',

  'waiting.pec': 'Pas de délai de carence après un PEC qui finit le {endsOn|day}.',
  'waiting.contract-days': 'Contrat du {startsOn|day} au {endsOn|day} : {days|length} calendaires.',
  'waiting.share': (v) =>
    v.divisor === 3
      ? '{days|length} (seuil : {threshold|length}) : un tiers, arrondi au jour supérieur, soit {waitDays|length}.'
      : v.divisor === 2
        ? '{days|length} (seuil : {threshold|length}) : la moitié, arrondie au jour supérieur, soit {waitDays|length}.'
        : '{days|length} (seuil : {threshold|length}), divisés par {divisor|n} et arrondis au jour supérieur, soit {waitDays|length}.',
  'waiting.open-days':
    "Comptés à partir du {from|day}, les jours d'ouverture seulement ({openWeekdays|openDays}), hors jours fériés ({zone|zone}) : le dernier est le {lastWaitDay|weekday}.",

  'trial.private-length': (v) =>
    v.long === true
      ? 'Contrat du {startsOn|day} au {endsOn|day}, plus long que {shortMonths|months} (au {shortUntil|day}).'
      : 'Contrat du {startsOn|day} au {endsOn|day}, de {shortMonths|months} au plus (au {shortUntil|day}).',
  'trial.months': 'Essai de {months|months} : jusqu’au {endsOn|day}.',
  'trial.weeks':
    '{weeks|weeks} complètes, {perWeek|length} par semaine, {maximum|length} au plus : {days|length}.',
  'trial.days': 'Le premier jour travaillé est le jour 1 : l’essai de {days|length} finit le {endsOn|day}.',
  'trial.none': 'Moins d’une semaine complète : pas de période d’essai.',
  'trial.same-functions': 'Mêmes fonctions chez le même employeur : pas de nouvelle période d’essai.',
  'trial.public-weeks':
    'Contrat du {startsOn|day} au {contractEndsOn|day}, de moins de {underMonths|months} : essai de {weeks|weeks} au plus, jusqu’au {endsOn|day}.',
  'trial.public-months': (v) =>
    v.contractEndsOn === null
      ? 'Contrat sans terme à partir du {startsOn|day} : essai de {months|months} au plus, jusqu’au {endsOn|day}.'
      : 'Contrat du {startsOn|day} au {contractEndsOn|day}, de {fromMonths|months} ou plus : essai de {months|months} au plus, jusqu’au {endsOn|day}.',
  'trial.cut-at-end': 'L’essai ne dépasse pas le contrat : il finit avec lui, le {endsOn|day}.',

  'hand-over.from':
    'Embauche le {hiredOn|weekday}, jour non compté ; contrat remis dans les {businessDays|n} jours ouvrables (du lundi au samedi, hors jours fériés).',
  'hand-over.counted':
    'Jours comptés ({zone|zone}) : {counted|days}. Contrat à remettre le {by|day} au plus tard.',

  'minimum-wage.in-force':
    'Le {on|day}, le SMIC en vigueur depuis le {since|day} est de {monthlyCents|eur} par mois, {hourlyCents|eur} de l’heure{builtIn|own}.',

  'end-allowance.length':
    'Durée totale du {startsOn|day} au {endsOn|day} ; l’indemnité suppose {maxMonths|months} au plus, donc une fin le {maxEndsOn|day} au plus tard.',
  'end-allowance.wage':
    'Rémunération de {monthlyGrossCents|eur} par mois ; la limite est {factor|n} fois le SMIC en vigueur à la fin ({wageCents|eur} depuis le {since|day}), soit {limitCents|eur}.',
  'end-allowance.share': '{rate|rate} de {grossTotalCents|eur} : {cents|eur}.',
  'end-allowance.pay-by':
    'À verser dans le délai de {payMonths|months} après la fin du {endsOn|day} : le {payBy|day} au plus tard.',
  'end-allowance.none-pec': 'Pas d’indemnité de fin de contrat pour un PEC.',
  'end-allowance.none-not-fixed-term':
    'Pas d’indemnité de fin de contrat : le contrat ({kind|kind}) n’est pas un CDD.',
  'end-allowance.none-kind-not-covered':
    'Pas d’indemnité : elle n’est prévue que pour les contrats L332-8, L332-13, L332-14 et L332-23 1° (ici : {kind|kind}).',
  'end-allowance.none-permanent-contract': 'Pas d’indemnité : la relation se poursuit en CDI.',
  'end-allowance.none-permanent-contract-refused': 'Pas d’indemnité : la personne a refusé un CDI.',
  'end-allowance.none-renewed': 'Pas d’indemnité maintenant : le contrat est renouvelé.',
  'end-allowance.none-employee-left': 'Pas d’indemnité : la rupture vient de la personne.',
  'end-allowance.none-misconduct': 'Pas d’indemnité : faute grave ou licenciement.',
  'end-allowance.none-longer-than-maximum': 'Pas d’indemnité : la durée totale dépasse le maximum.',
  'end-allowance.none-wage-at-or-above-limit': 'Pas d’indemnité : la rémunération atteint la limite.',

  'notice.service':
    'Services sans interruption de plus de {gapMonths|months}, du {from|day} au {endsOn|day} : {months|service}.',
  'notice.project-short':
    'Contrat de projet de {limit|months} au plus : délai de prévenance de {months|months}.',
  'notice.project-long':
    'Contrat de projet de plus de {limit|months} : délai de prévenance de {months|months}.',
  'notice.permanent-next':
    'Le contrat suivant pourrait être à durée indéterminée : délai de prévenance de {months|months}.',
  'notice.under': 'Moins de {limit|months} de services : délai de prévenance de {months|notice}.',
  'notice.from': '{limit|months} de services ou plus : délai de prévenance de {months|notice}.',
  'notice.doubled': 'Délai de prévenance doublé, {maximum|months} au plus : {months|notice}.',
  'notice.legal-day': 'Fin le {endsOn|day} ; {months|notice} avant : le {legalOn|weekday} au plus tard.',
  'notice.interview-permanent-next':
    'Entretien préalable : le contrat suivant pourrait être à durée indéterminée.',
  'notice.interview-service':
    'Entretien préalable : {months|service} sur emploi permanent ({fromMonths|months} ou plus).',
  'notice.no-interview':
    'Pas d’entretien obligatoire : {months|service} sur emploi permanent, moins de {fromMonths|months}.',

  'public-limits.proposed': '{kind|kind} proposé du {startsOn|day} au {endsOn|day} ({months|months}).',
  'public-limits.served': 'Déjà accompli en {kind|kind} : {months|service}.',
  'public-limits.project':
    'Avec la proposition : {months|service} en tout, pour {minMonths|months} au moins et {maxMonths|months} au plus ; fin le {maxEndsOn|day} au plus tard.',
  'public-limits.each-and-total':
    '{eachMonths|months} au plus à la fois, {totalMonths|months} en tout : fin le {maxEndsOn|day} au plus tard.',
  'public-limits.service':
    'Services pris en compte (L332-8, L332-13, L332-14, L332-23, sans interruption de plus de {gapMonths|months}) : {months|service} sur {totalMonths|months}.',
  'public-limits.permanent':
    '{totalMonths|months} de services accomplis : le contrat suivant ne peut être qu’à durée indéterminée.',
  'public-limits.replacement':
    'Le remplacement (L332-13) dure autant que l’absence : pas de durée maximale propre.',
  'public-limits.window':
    '{maxMonths|months} au plus sur {windowMonths|months} consécutifs : fin le {maxEndsOn|day} au plus tard.',

  'aid-scheme.scale': 'Barème « {scale} »{builtIn|own} : {source}.',
  'aid-scheme.no-bonus': 'Ce barème ne prévoit pas de bonification.',
  'aid-scheme.no-territory-scale': 'Pas de barème propre au territoire {territory} : barème général.',
  'aid-scheme.overseas-bonus-seen':
    'Une bonification outre-mer de {cents|eur} a été vue dans une convention ; sa répartition est inconnue, elle n’est pas ajoutée.',
  'aid-scheme.total': '{positions|posts} : {totalCents|eur} en tout.',

  'aid-earned.period': (v) =>
    v.method === 'days'
      ? 'Convention du {startsOn|day} au {endsOn|day}, acquis au {at|day}, par jours occupés.'
      : 'Convention du {startsOn|day} au {endsOn|day}, acquis au {at|day}, par tranches mensuelles occupées.',
  'aid-earned.occupied': '{periods|occupied}',
  'aid-earned.year-days':
    'Année {year} ({from|day} au {to|day}) : {amountCents|eur} × {days|n} jours occupés ÷ {yearDays|n} = {cents|eur}.',
  'aid-earned.year-months':
    'Année {year} ({from|day} au {to|day}) : {amountCents|eur} en {slices|n} tranches mensuelles égales, chacune au prorata de ses jours occupés ({days|n} sur {yearDays|n} dans l’année) = {cents|eur}.',

  'accrual.days': 'Produit réparti au jour, du {startsOn|day} au {endsOn|day}.',
  'accrual.months': 'Produit réparti en tranches mensuelles égales, du {startsOn|day} au {endsOn|day}.',
  'accrual.schedule':
    'Produit réparti année de convention par année de convention, du {startsOn|day} au {endsOn|day}.',
  'accrual.year':
    'Exercice du {from|day} au {to|day} ({days|n} jours de convention) : produit {incomeCents|eur}, reste {deferredCents|eur} en produits constatés d’avance (487).',
  'accrual.last-year':
    'Dernier exercice, du {from|day} au {to|day} : le reste, {incomeCents|eur} ; 487 à la clôture : {deferredCents|eur}.',

  'vacancy.limit':
    'Poste occupé jusqu’au {lastDayOccupied|day} ; remplacement sous {months|months} (règle en vigueur depuis le {ruleSince|day}) : le {limitOn|day} au plus tard.',
  'financial-report.due':
    'Clôture le {fiscalYearEnd|day} ; {months|months} après : le {dueOn|day} (un dernier jour de mois reste un dernier jour de mois).',
  'threshold.above': '{cents|eur} dépassent le seuil de {thresholdCents|eur}.',
  'threshold.not-above': '{cents|eur} ne dépassent pas le seuil de {thresholdCents|eur}.',

  'identifier.read': 'Lu sans espaces : {normalized}.',
  'identifier.siret-length': '{length|n} chiffres au lieu de {expected|n}.',
  'identifier.luhn': (v) =>
    v.valid === true
      ? 'Clé de contrôle (Luhn) : somme {sum|n}, multiple de 10.'
      : 'Clé de contrôle (Luhn) : somme {sum|n}, qui n’est pas un multiple de 10.',
  'identifier.la-poste': (v) =>
    v.valid === true
      ? 'Établissement de La Poste : somme des chiffres {sum|n}, multiple de 5.'
      : 'Établissement de La Poste : somme des chiffres {sum|n}, qui n’est pas un multiple de 5.',
  'identifier.department': (v) =>
    v.exists === true
      ? 'Département {department} : il existe.'
      : 'Département {department} : il n’existe pas.',
}

/** Codes that have a sentence. */
export const STEP_CODES: readonly string[] = Object.keys(SENTENCES)

/** One step of a calculator, in French. The code itself where it belongs to another catalogue. */
export function stepSentence(step: Step): string {
  const sentence = SENTENCES[step.code]
  if (sentence === undefined) return step.code
  return fill(typeof sentence === 'string' ? sentence : sentence(step.values), step.values)
}
