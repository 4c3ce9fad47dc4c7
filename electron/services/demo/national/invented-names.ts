/** Names of people and places put together from syllables, and SIRETs under 000 00x: nobody and nothing real. */
import type { Random } from './random.ts'

const FIRST_NAMES = [
  'Adèle',
  'Aïcha',
  'Alban',
  'Amandine',
  'Anaïs',
  'Antoine',
  'Bastien',
  'Benoît',
  'Camille',
  'Cédric',
  'Chloé',
  'Clémence',
  'Damien',
  'Diane',
  'Djibril',
  'Éléonore',
  'Élise',
  'Emma',
  'Fatou',
  'Florian',
  'Gaëlle',
  'Gabriel',
  'Hélène',
  'Hugo',
  'Idriss',
  'Inès',
  'Jeanne',
  'Joachim',
  'Karim',
  'Laure',
  'Léa',
  'Lény',
  'Loïc',
  'Lucie',
  'Maëlle',
  'Malik',
  'Margaux',
  'Mathis',
  'Mélanie',
  'Nadia',
  'Noé',
  'Nolwenn',
  'Océane',
  'Olivier',
  'Paul',
  'Perrine',
  'Quentin',
  'Rachid',
  'Romane',
  'Sacha',
  'Samira',
  'Solène',
  'Sofia',
  'Tanguy',
  'Théo',
  'Ugo',
  'Valentine',
  'Violette',
  'Yanis',
  'Zoé',
] as const
const NAME_STARTS = [
  'Aubr',
  'Barb',
  'Bell',
  'Berth',
  'Brun',
  'Castagn',
  'Chabr',
  'Charv',
  'Cord',
  'Delm',
  'Dess',
  'Escal',
  'Fauv',
  'Ferr',
  'Font',
  'Gard',
  'Gir',
  'Grang',
  'Guil',
  'Jol',
  'Lacr',
  'Lamb',
  'Loub',
  'Marv',
  'Maur',
  'Mont',
  'Nogar',
  'Orc',
  'Pell',
  'Pér',
  'Queyr',
  'Ram',
  'Riv',
  'Roch',
  'Sauv',
  'Sér',
  'Tess',
  'Thév',
  'Vall',
  'Verd',
] as const
const NAME_ENDS = [
  'ac',
  'ade',
  'aint',
  'ande',
  'ard',
  'at',
  'audin',
  'eau',
  'el',
  'elin',
  'ère',
  'et',
  'ier',
  'ival',
  'oire',
  'on',
  'ot',
  'oux',
] as const
const PLACE_STARTS = [
  'Val',
  'Mont',
  'Roche',
  'Bois',
  'Claire',
  'Font',
  'Haute',
  'Belle',
  'Franche',
  'Grand',
  'Petit',
  'Saint-Ader',
  'Ville',
  'Champ',
  'Aigue',
] as const
const PLACE_ENDS = [
  'ombre',
  'orbelle',
  'mire',
  'vieux',
  'lande',
  'sec',
  'aure',
  'ville',
  'rive',
  'court',
  'brune',
  'noire',
  'ance',
  'ivière',
  'épine',
  'ormes',
] as const
const PLACE_TAILS = [
  '',
  '',
  '',
  '-sur-Orbe',
  '-en-Plaine',
  '-les-Bains',
  '-le-Vieux',
  '-la-Forêt',
  '-sous-Bois',
] as const
const WORKPLACES = [
  'Médiathèque',
  'Maison des services',
  'Espace France services',
  'Centre social',
  'Mairie',
  'Tiers-lieu',
  'Bibliothèque',
  'Maison de quartier',
  'Bus itinérant',
  'Espace public numérique',
  'Siège',
] as const

export interface PersonName {
  readonly firstName: string
  readonly lastName: string
}

export function personName(random: Random): PersonName {
  return {
    firstName: random.pick(FIRST_NAMES),
    lastName: `${random.pick(NAME_STARTS)}${random.pick(NAME_ENDS)}`,
  }
}

export function placeName(random: Random): string {
  return `${random.pick(PLACE_STARTS)}${random.pick(PLACE_ENDS)}${random.pick(PLACE_TAILS)}`
}

export function workplaceName(random: Random): string {
  return random.pick(WORKPLACES)
}

/** SIRET of the n-th invented employer: SIREN 000 0xx xxx, both keys right, so that nothing warns about it. */
export function inventedSiret(n: number): string {
  const siren = withKey(String(1000 + n).padStart(8, '0'))
  return withKey(`${siren}0001`)
}

function withKey(digits: string): string {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return `${digits}${(10 - (sum % 10)) % 10}`
}
