/** Words of the "Notice" sheets: how the figures are made, from which parameters and sources. */

import type { Day } from '../../domain/day.ts'
import { frDay, frInteger } from '../format.ts'
import { frenchAll } from '../french.ts'

export const NOTICE = frenchAll({
  file: 'Le fichier',
  report: 'Rapport',
  scope: 'Périmètre',
  employers: 'Structures',
  agreement: 'Convention',
  every: 'Toutes celles du périmètre',
  situation: 'Situation au',
  situationText: (at: Day, today: Day) =>
    at === today
      ? `${frDay(at)}, jour de l’édition.`
      : `${frDay(at)}. Édité le ${frDay(today)} : versements, demandes et annulations postérieurs au ${frDay(at)} ne comptent pas ; les fins de contrat et de convention sont celles connues à l’édition.`,
  names: 'Données nominatives',
  withNames: 'Le fichier contient les noms des titulaires : à ne transmettre qu’aux personnes habilitées.',
  withoutNames: 'Le fichier ne contient pas les noms des titulaires.',
  application: 'Application',
  applicationText: (version: string) => `Jalon ${version}, hors ligne. Rien n’a été transmis.`,
  reading: 'Lire le classeur',
  formulas: 'Totaux et sous-totaux',
  formulasText:
    'Formules vives SOUS.TOTAL : elles suivent le filtre posé sur la feuille. Les contrôles, eux, portent toujours sur toutes les lignes.',
  formats: 'Formats',
  formatsText:
    'Les dates sont de vraies dates, les montants de vrais nombres en euros, les identifiants (SIRET, ID poste, références) du texte.',
  empty: 'Cellule vide',
  emptyText: 'Donnée absente du dossier. Un zéro est un montant nul connu.',
  amounts: 'Les montants',
  notified: 'Notifié',
  notifiedText:
    'Ce que la convention accorde, bonification comprise. Où aucun montant annuel n’est saisi, la somme des tranches.',
  earned: 'Acquis',
  earnedText:
    'Part du notifié gagnée au jour de la situation : le montant de chaque année de convention, en proportion du temps où le poste a été occupé.',
  received: 'Reçu',
  receivedText: 'Versements affectés à des tranches jusqu’au jour de la situation, reversements déduits.',
  outstanding: 'Reste à recevoir',
  outstandingText: 'Notifié moins reçu moins annulé.',
  cancelled: 'Annulé',
  cancelledText: 'Tranches annulées, et sommes rendues au financeur.',
  late: 'En retard, à demander',
  lateText:
    'En retard : date attendue dépassée. À demander : la tranche peut être demandée et ne l’a pas été.',
  overpaid: 'Trop-perçu',
  overpaidText:
    'Reçu au-delà de l’acquis : ce qui serait à rendre si tout s’arrêtait au jour de la situation. Nul une fois la convention soldée.',
  unallocated: 'Non affecté',
  unallocatedText:
    'Versement reçu qui n’est pas encore rattaché à une tranche : il ne compte pas dans le reçu.',
  method: 'Méthode',
  earning: 'Calcul de l’acquis',
  earningText: (months: number, days: number) =>
    [
      months > 0 ? `au mois pour ${frInteger(months)} convention${months > 1 ? 's' : ''}` : '',
      days > 0 ? `au jour pour ${frInteger(days)} convention${days > 1 ? 's' : ''}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'sans objet',
  scales: 'Barèmes du dossier',
  figures: 'Chiffres de droit utilisés',
  source: (source: string, confidence: string) => `Source : ${source} (${confidence.toLowerCase()}).`,
  validate: 'À valider par le comptable',
  validateText:
    'Les comptes et les rattachements proposés sont une aide : la méthode retenue et les écritures sont celles de votre comptable.',
} as const)
