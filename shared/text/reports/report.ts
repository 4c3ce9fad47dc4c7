/** Words of the reports, whatever the format: workbook, CSV, PDF and screen say the same ones. */

import { frInteger } from '../format.ts'
import { frenchAll } from '../french.ts'

export const CHECK_WORDS = { right: 'juste', wrong: 'à vérifier' } as const

export const PAGE_OF = (page: string | number, pages: string | number): string => `Page ${page} sur ${pages}`

export const SITUATION_ON = (day: string): string => `situation au ${day}`

export const TOTAL = 'Total'
export const SUBTOTAL_OF = (label: string): string => `Sous-total ${label}`
export const EMPTY_TABLE = 'Rien à montrer pour ce périmètre.'

export const CHECK_SHEET = frenchAll({
  name: 'Contrôles',
  title: 'Contrôles',
  label: 'Contrôle',
  explanation: 'Ce qui est comparé',
  value: 'Valeur',
  expected: 'Attendu',
  gap: 'Écart',
  result: 'Résultat',
} as const)

export const NOTICE_SHEET = frenchAll({
  name: 'Notice',
  title: 'Notice : méthode, paramètres et sources',
  label: 'Objet',
  text: 'Explication',
} as const)

export const CREATOR = 'Jalon'
export const KEYWORDS = 'conseiller numérique, convention, tranche, versement'

const plural = (n: number, one: string, many: string): string => `${frInteger(n)}\u00a0${n > 1 ? many : one}`

export const SCOPE = frenchAll({
  all: 'Toutes les structures',
  inEuros: 'montants en euros',
  agreement: (reference: string) => `convention ${reference}`,
  counts: (positions: number, employers: number, agreements: number) =>
    [
      plural(positions, 'poste', 'postes'),
      plural(employers, 'structure', 'structures'),
      plural(agreements, 'convention', 'conventions'),
    ].join(', '),
} as const)
