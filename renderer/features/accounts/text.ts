/** Words of the two tables the accountant fills by fiscal year: dedicated funds, budget. */
import { type Day, yearOf } from '#shared/domain/day.ts'
import { frDay, frInteger } from '#shared/text/format.ts'
import { frenchAll } from '#shared/text/french.ts'

/** "2026"; "2025-2026" where the year straddles two. */
export function fiscalYearName(from: Day, to: Day): string {
  return yearOf(from) === yearOf(to) ? `${yearOf(from)}` : `${yearOf(from)}-${yearOf(to)}`
}

export const FUNDS_WORDS = frenchAll({
  title: 'Fonds dédiés de la convention',
  action: 'Enregistrer les fonds dédiés',
  agreement: 'Convention',
  chooseAgreement: 'Choisir une convention',
  lead: 'La partie non employée d’un projet défini est portée en fonds dédiés à la clôture (6894, compte 194), puis reprise quand elle est employée (7894). Jalon ne saisit rien à votre place : les montants sont ceux de votre comptable.',
  year: 'Exercice',
  span: (from: Day, to: Day) => `du ${frDay(from)} au ${frDay(to)}`,
  opening: 'Ouverture 194 (€)',
  carried: 'Portés 6894 (€)',
  used: 'Repris 7894 (€)',
  closing: 'Clôture 194 (€)',
  note: 'Note',
  carriedOf: (year: string) => `Portés en fonds dédiés (6894), exercice ${year}`,
  usedOf: (year: string) => `Repris sur fonds dédiés (7894), exercice ${year}`,
  noteOf: (year: string) => `Note, exercice ${year}`,
  addBefore: 'Exercice précédent',
  addAfter: 'Exercice suivant',
  none: 'Cette convention ne touche aucun exercice : ses dates manquent.',
  arithmetic: (a: { income: string; cost: string; other: string | null; result: string; excess: boolean }) =>
    `Selon Jalon : produit ${a.income} − coût salarial ${a.cost}${a.other === null ? '' : ` + autres aides ${a.other}`} = ${a.excess ? `${a.result} non employés` : `coût supérieur de ${a.result}`}.`,
  toUse: (amount: string) => `Disponible pour le couvrir : ${amount}.`,
  unknown: (income: string) =>
    `Selon Jalon : produit ${income} ; le coût n’est pas connu en entier (brut non saisi), rien n’est calculé.`,
  belowZero: (years: readonly string[]) =>
    `Exercice ${years.join(', ')} : les montants repris dépassent ceux qui avaient été portés. Vérifier les montants ou les exercices précédents.`,
})

export const BUDGET_WORDS = frenchAll({
  title: 'Budget prévisionnel',
  action: 'Enregistrer le budget',
  lead: 'Colonne « Prévision » du compte rendu financier. Le budget de la structure et ceux de ses conventions s’ajoutent. Collez ici deux colonnes d’un tableur (compte ou libellé, montant), ou une colonne de montants à partir d’une ligne.',
  employer: 'Structure',
  fiscalYear: 'Exercice commençant en',
  span: (from: Day, to: Day) => `du ${frDay(from)} au ${frDay(to)}`,
  of: 'Budget de',
  itself: 'la structure (hors conventions)',
  withBudget: 'a un budget cet exercice',
  account: 'Compte',
  label: 'Libellé',
  planned: 'Prévu (€)',
  plannedOf: (label: string) => `Prévu, ${label}`,
  charges: 'Charges',
  products: 'Produits',
  totalCharges: 'Total des charges',
  totalProducts: 'Total des produits',
  computed: 'calculé : ce qui rend les totaux égaux',
  pasted: (count: number) =>
    `${frInteger(count)} ${count < 2 ? 'montant collé' : 'montants collés'}. Rien n’est encore écrit.`,
  notPasted: (lines: readonly string[]) =>
    `Lignes non reprises (compte ou montant non reconnu) : ${lines.map((line) => `« ${line} »`).join(', ')}.`,
  otherDrafts: (count: number) =>
    count === 1
      ? 'Un autre budget modifié sera enregistré avec celui-ci.'
      : `${frInteger(count)} autres budgets modifiés seront enregistrés avec celui-ci.`,
  noEmployer: 'Aucune structure dans ce dossier.',
})
