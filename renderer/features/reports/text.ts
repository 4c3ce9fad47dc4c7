/** Words of Rapports. */
import { frInteger } from '#shared/text/format.ts'

const NBSP = '\u00a0'

export const REPORT_WORDS = {
  title: 'Rapports',
  list: 'Rapports disponibles',
  fiscalYear: 'Exercice',
  year: (year: number) => `Exercice ${year}`,
  reconciliation: 'Écarts avec la liste de l’État',
  reconciliationDetail: 'Ce que dit l’État de chaque poste, à côté de votre dossier.',
  ownWorkbook: 'Mon propre classeur…',
  ownWorkbookDetail: 'Un classeur à vous (.xlsx), rempli par ses cellules nommées.',
  allYears: 'Tous les exercices',
  employer: 'Structure',
  allEmployers: 'Toutes les structures',
  at: 'Situation au',
  agreement: 'Convention',
  allAgreements: 'Toutes les conventions',
  chooseAgreement: 'Choisir une convention',
  names: 'Noms des titulaires',
  budget: 'Budget…',
  dedicatedFunds: 'Fonds dédiés…',
  checks: (passed: number, total: number) =>
    `${frInteger(passed)}${NBSP}${passed === 1 ? 'contrôle' : 'contrôles'} sur ${frInteger(total)} ${passed === total ? 'justes' : 'justes, à vérifier avant envoi'}`,
  sheets: 'Feuilles du classeur',
  sheetTable: (name: string) => `Feuille « ${name} »`,
  same: 'Aperçu identique au fichier : dates et montants sont de vraies valeurs, les totaux sont des formules.',
  truncated: (count: number) =>
    `Aperçu limité aux ${frInteger(count)} premières lignes de chaque feuille. Le fichier les contient toutes.`,
  empty: 'Aucun rapport n’est disponible dans cette version.',
  position: (index: number, count: number, rows: number) =>
    `Feuille ${index} sur ${count} · ${frInteger(rows)}${NBSP}${rows < 2 ? 'ligne' : 'lignes'}`,
  nominative: 'le fichier contient des données nominatives',
  keys: 'Ctrl+E exporter · Ctrl+PageSuiv feuille suivante',
  export: 'Exporter le rapport en Excel',
  nextSheet: 'Feuille suivante',
  previousSheet: 'Feuille précédente',
  formula: (formula: string) => `=${formula}`,
} as const
