/** Words of Accueil: the digest, the key figures, the chart, the answers to a deadline. */

import type { Day } from '#shared/domain/day.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import { frDay, frEuros, frInteger, frMonth, frWeekday } from '#shared/text/format.ts'
import { plural } from '../../text/fr.ts'
import type { GroupKey } from './digest.ts'
import type { BarKind } from './month-chart.ts'

const NBSP = '\u00a0'

const PERIOD: Readonly<Record<GroupKey, string>> = {
  late: 'En retard',
  within30: 'Sous 30 jours',
  within60: 'De 31 à 60 jours',
  within90: 'De 61 à 90 jours',
  moved: 'Date changée depuis votre réponse',
}

export const HOME_WORDS = {
  title: 'Depuis votre dernière visite',
  firstVisit: 'Première ouverture de ce dossier sur cette machine',
  /** The day alone where the hour is not kept. */
  lastVisit: (instant: string) =>
    `Dernière ouverture ${frWeekday(instant.slice(0, 10) as Day)}${instant.length > 10 ? ` à ${instant.slice(11, 16)}` : ''}`,
  crossed: (count: number) =>
    count === 0
      ? 'aucune nouvelle échéance'
      : `${plural(count, 'échéance a franchi', 'échéances ont franchi')} un palier de rappel`,
  changed: (count: number) => `${plural(count, 'poste modifié', 'postes modifiés')} (journal)`,
  exportAgenda: 'Exporter l’agenda (.ics)',
  agendaExported: 'Agenda exporté : le fichier remplace le précédent dans votre agenda.',
  groups: PERIOD,
  deadlines: (count: number) => plural(count, 'échéance'),
  whyDate: 'Pourquoi cette date ?',
  done: 'Fait',
  postpone: 'Reporter…',
  ignore: 'Ignorer…',
  isNew: 'nouveau',
  moved: 'date changée depuis votre réponse',
  nothingDue: 'Rien à faire dans les 90 jours.',
  nothingDueMore: (later: number) =>
    later === 0
      ? 'Aucune échéance n’est connue : elles se déduisent des contrats, des conventions et des tranches saisis.'
      : `${plural(later, 'échéance plus lointaine', 'échéances plus lointaines')} dans les fiches des postes.`,
  empty: 'Ce dossier ne contient pas encore de poste.',
  emptyWhere: 'Les structures et les postes viennent d’un import, ou se saisissent un à un.',
  emptyImport: 'Importer un classeur…',
  emptyEmployer: 'Saisir une structure…',
  emptyPosition: 'Nouveau poste…',
  listLabel: 'Échéances, les retards d’abord',
  actionsOn: (title: string) => `${title} : `,
  answered: (title: string) => `Fait : ${title}`,
  figures: {
    label: 'Chiffres clés',
    occupied: (n: number) => (n < 2 ? 'Occupé' : 'Occupés'),
    vacant: (n: number) => (n < 2 ? 'Vacant' : 'Vacants'),
    returned: (n: number) => (n < 2 ? 'Rendu' : 'Rendus'),
    ofPositions: (n: number) => `sur ${plural(n, 'poste')}`,
    vacantHint: 'à pourvoir',
    returnedHint: 'hors financement',
    notified: 'Aide notifiée',
    agreements: (n: number) => plural(n, 'convention'),
    earned: 'Acquise',
    earnedHint: (today: Day) => `mois occupés au ${frDay(today)}`,
    received: 'Reçue',
    receivedHint: (part: string) => `${part} du notifié`,
    outstanding: 'Reste à recevoir',
    outstandingHint: (n: number) => plural(n, 'tranche non soldée', 'tranches non soldées'),
    late: 'dont en retard',
    lateHint: (n: number, oldest: number) =>
      `${plural(n, 'tranche')}, la plus ancienne ${frInteger(oldest)}${NBSP}j`,
    overpaid: 'Trop-perçu possible',
    overpaidHint: 'reçu au-delà de l’acquis',
  },
  chart: {
    title: 'Tranches, 36 mois',
    unit: 'milliers d’euros par mois',
    sentence: (from: string, to: string, expected: Cents, received: Cents) =>
      `Tranches attendues et reçues par mois, de ${frMonth(from)} à ${frMonth(to)} : ${frEuros(expected)} attendus, ${frEuros(received)} reçus. Le tableau équivalent s’ouvre par « Voir en tableau ».`,
    asTable: 'Voir en tableau',
    asChart: 'Voir en graphique',
    month: 'Mois',
    bars: {
      expected: 'Attendu',
      received: 'Reçu',
      late: 'En retard',
      claimable: 'À demander',
      suspended: 'Suspendu',
    } satisfies Readonly<Record<BarKind, string>>,
    barTitle: (month: string, kind: string, value: number) =>
      `${frMonth(month)} : ${kind.toLowerCase()} ${frEuros(cents(value))}`,
    empty: 'Aucune tranche sur ces 36 mois.',
  },
  ageing: {
    title: 'Retards par ancienneté',
    see: 'Voir les tranches',
    band: (from: number, to: number | null) =>
      to === null ? `Plus de ${from - 1} jours` : `${from} à ${to} jours`,
    instalments: (n: number) => plural(n, 'tranche'),
    total: 'Total en retard',
    none: 'Aucune tranche en retard.',
  },
  ends: {
    title: 'Prochaines fins d’aide',
    hint: 'aide mensuelle qui s’arrête',
    none: 'Aucune aide ne se termine dans les mois connus.',
    post: 'Poste',
    on: 'Fin',
    monthly: 'Aide par mois',
  },
  status: {
    within: (count: number) => (count < 2 ? 'échéance sur 90 jours' : 'échéances sur 90 jours'),
    late: 'en retard',
    size: (positions: number, employers: number) =>
      `${plural(positions, 'poste')}, ${plural(employers, 'structure')}`,
    keys: 'Entrée ouvre la fiche · F fait · R reporter · I ignorer',
  },
} as const

export const ANSWER_DIALOG_WORDS = {
  postponeTitle: 'Reporter une échéance',
  ignoreTitle: 'Ignorer une échéance',
  postpone: 'Reporter l’échéance',
  ignore: 'Ignorer l’échéance',
  to: 'Reporter au',
  reason: 'Motif',
  reasonHintPostpone: 'Ce qu’il faut attendre, ou qui doit répondre',
  reasonHintIgnore: 'Pourquoi cette échéance ne vous concerne pas',
  reasonMissing: 'Le motif est obligatoire : il figure au journal.',
  dayMissing: 'Saisir la date du report.',
  dayPast: 'Le report doit être après aujourd’hui.',
  afterLegal: (legal: Day) =>
    `Cette date dépasse le délai légal (${frDay(legal)}). Le report ne repousse pas l’obligation.`,
  inWeek: 'Dans 7 jours',
  inMonth: 'Dans 1 mois',
  undoable: 'Annulable par Ctrl+Z. Elle reviendra si sa date change.',
} as const
