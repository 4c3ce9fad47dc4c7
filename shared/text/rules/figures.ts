/** French names of the legal figures and how their values are written, for the screen that lists and corrects them. */
import { type Day, dayOf } from '../../domain/day.ts'
import type { Cents } from '../../domain/money.ts'
import type { Zone } from '../../domain/words.ts'
import { type Figure, NO_HOLIDAY } from '../../rules/figures/figure.ts'
import { holidayName, plural } from '../fill.ts'
import { frEuros, frInteger, frLongDay, frRate } from '../format.ts'
import { ZONE_WORDS } from '../words.ts'

const LABELS: Readonly<Record<string, string>> = {
  'cdd.max-months': 'CDD privé : durée maximale, renouvellements compris',
  'cdd.max-renewals': 'CDD privé : nombre de renouvellements',
  'waiting.long-from-days': 'Carence : contrat long à partir de',
  'waiting.long-divisor': 'Carence : contrat long divisé par',
  'waiting.short-divisor': 'Carence : contrat court divisé par',
  'trial.private.short-contract-months': 'Essai CDD privé : contrat court jusqu’à',
  'trial.private.days-per-week': 'Essai CDD privé : par semaine complète',
  'trial.private.short-max-days': 'Essai CDD privé : maximum d’un contrat court',
  'trial.private.long-months': 'Essai CDD privé : contrat long',
  'hand-over.days': 'Remise du contrat : jours ouvrables',
  'end-allowance.private.rate': 'Indemnité de fin de contrat privé',
  'permanent-offer-refusal.report-months': 'Refus de CDI : délai pour informer France Travail',
  'pec.min-months': 'PEC : durée minimale',
  'pec.max-months': 'PEC : durée maximale du premier contrat',
  'pec.total-months': 'PEC : durée maximale en tout',
  'trial.public.tier1-under-months': 'Essai public : premier palier, moins de',
  'trial.public.tier1-weeks': 'Essai public : premier palier',
  'trial.public.tier2-under-months': 'Essai public : deuxième palier, moins de',
  'trial.public.tier2-months': 'Essai public : deuxième palier',
  'trial.public.tier3-under-months': 'Essai public : troisième palier, moins de',
  'trial.public.tier3-months': 'Essai public : troisième palier',
  'trial.public.tier4-months': 'Essai public : dernier palier ou sans terme',
  'service.gap-months': 'Services publics : interruption admise',
  'notice.project.short-max-months': 'Prévenance, contrat de projet : court jusqu’à',
  'notice.project.short-months': 'Prévenance, contrat de projet court',
  'notice.project.long-months': 'Prévenance, contrat de projet long',
  'notice.public.tier1-under-months': 'Prévenance, CDD public : premier palier, moins de',
  'notice.public.tier1-days': 'Prévenance, CDD public : premier palier',
  'notice.public.tier2-under-months': 'Prévenance, CDD public : deuxième palier, moins de',
  'notice.public.tier2-months': 'Prévenance, CDD public : deuxième palier',
  'notice.public.tier3-months': 'Prévenance, CDD public : dernier palier',
  'notice.public.permanent-months': 'Prévenance : contrat suivant pouvant être un CDI',
  'notice.doubled-factor': 'Prévenance doublée : multiplicateur',
  'notice.doubled-max-months': 'Prévenance doublée : maximum',
  'notice.interview-from-months': 'Entretien préalable : à partir de',
  'notice.answer-days': 'Réponse de l’agent',
  'project.min-months': 'Contrat de projet : durée minimale',
  'project.max-months': 'Contrat de projet : durée maximale',
  'l332-14.each-months': 'L332-14 : durée de chaque contrat',
  'l332-14.total-months': 'L332-14 : durée en tout',
  'l332-23-1.max-months': 'L332-23 1° : durée maximale',
  'l332-23-1.window-months': 'L332-23 1° : période de référence',
  'l332-8.each-months': 'L332-8 : durée de chaque contrat',
  'l332-8.total-months': 'L332-8 : durée avant CDI',
  'end-allowance.public.rate': 'Indemnité de fin de contrat public',
  'end-allowance.public.max-months': 'Indemnité publique : durée totale maximale',
  'end-allowance.public.wage-factor': 'Indemnité publique : multiple du SMIC',
  'end-allowance.public.pay-months': 'Indemnité publique : délai de versement',
  'privacy.archive-months': 'Données personnelles : archivage après le départ',
  'vacancy.months': 'Vacance : délai de remplacement',
  'vacancy.first-warning-days': 'Vacance : premier rappel',
  'vacancy.second-warning-days': 'Vacance : second rappel',
  'label.months': 'Label : durée de validité',
  'aid.v2-overseas-bonus': 'Bonification V2 outre-mer (montant vu une fois)',
  'financial-report.months': 'Compte rendu financier : délai après la clôture',
  'threshold.agreement': 'Seuil de la convention obligatoire',
  'threshold.auditor': 'Seuil du commissaire aux comptes',
  'minimum-wage.monthly': 'SMIC mensuel brut (35 h)',
  'minimum-wage.hourly': 'SMIC horaire brut',
}

export const FIGURE_LABEL_CODES: readonly string[] = Object.keys(LABELS)

/** "CDD privé : durée maximale…", "Jour férié, La Réunion : abolition de l’esclavage". */
export function figureLabel(code: string): string {
  const [family, scope = ''] = code.split('.')
  if (family === 'holiday') {
    const zone = scope === 'national' ? 'toutes les zones' : (ZONE_WORDS[scope as Zone] ?? scope)
    return `Jour férié, ${zone}\u00a0: ${holidayName(code)}`
  }
  return (LABELS[code] ?? code).replace(/ :/g, '\u00a0:')
}

export function figureValueText({ unit, value }: Pick<Figure, 'unit' | 'value'>): string {
  switch (unit) {
    case 'months':
      return `${frInteger(value)} mois`
    case 'days':
      return plural(value, 'jour')
    case 'weeks':
      return plural(value, 'semaine')
    case 'cents':
      return frEuros(value as Cents)
    case 'rate':
      return frRate(value)
    case 'factor':
      return `× ${frInteger(value)}`
    case 'count':
    case 'divisor':
      return frInteger(value)
    case 'month-day':
      return value === 0 ? 'supprimé' : dayOfYear(value)
    case 'easter-offset':
      return value === NO_HOLIDAY ? 'supprimé' : easterText(value)
  }
}

/** "25 décembre" from 1225. */
function dayOfYear(monthDay: number): string {
  const on: Day = dayOf(2024, Math.trunc(monthDay / 100), monthDay % 100)
  return frLongDay(on).replace(/ \d{4}$/, '')
}

function easterText(offset: number): string {
  if (offset === 0) return 'dimanche de Pâques'
  return `Pâques ${offset > 0 ? '+' : '\u2212'} ${plural(Math.abs(offset), 'jour')}`
}
