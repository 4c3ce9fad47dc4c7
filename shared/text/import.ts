/** French sentences of an import: why a cell or a line is refused, what was passed over or repaired, how the import is called. */
import type { Day } from '../domain/day.ts'
import type { Cents } from '../domain/money.ts'
import { frDay, frEuros, frInteger } from './format.ts'
import { french } from './french.ts'

type Values = Readonly<Record<string, string | number>>
type Sentences = Readonly<Record<string, (v: Values) => string>>

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const
const text = (v: Values, key = 'text') => `« ${String(v[key] ?? '')} »`
const count = (v: Values, key: string) => Number(v[key] ?? 0)
const posts = (n: number) => (n > 1 ? `${frInteger(n)} postes` : `${frInteger(n)} poste`)

/** At the cell: what is wrong, then what to write. */
const CELLS: Sentences = {
  'cell.error': (v) =>
    v.text === '=?'
      ? 'Formule jamais calculée : ouvrir le fichier dans le tableur, l’enregistrer, puis recommencer.'
      : `${text(v)} est une erreur du tableur : la valeur est inconnue. Corriger la cellule.`,
  'text.too-long': (v) => `Texte de plus de ${frInteger(count(v, 'max'))} caractères : le raccourcir.`,
  'flag.unknown': (v) => `${text(v)} n’est ni oui ni non. Écrire oui ou non.`,
  'count.not-whole': (v) => `${text(v)} n’est pas un nombre entier.`,
  'count.missing': () => 'Nombre de postes manquant : vide n’est pas zéro. Saisir le nombre.',
  'count.too-many': (v) =>
    `${frInteger(count(v, 'count'))} postes pour une structure : au-delà de ${frInteger(count(v, 'max'))}, vérifier la ligne.`,
  'day.unreadable': (v) => `${text(v)} n’est pas une date reconnue. Écrire par exemple 31/12/2026.`,
  'day.month': (v) =>
    `${text(v)} : le mois ${v.month} n’existe pas. Le jour s’écrit avant le mois, par exemple 31/12/2026.`,
  'day.does-not-exist': (v) =>
    `${text(v)} n’existe pas (${MONTHS[count(v, 'month') - 1] ?? ''} ${v.year} a ${v.days} jours).`,
  'day.out-of-range': (v) => `${text(v)} est hors de la période admise (1950 à 2100).`,
  'day.missing': () => 'Date manquante : la saisir, par exemple 19/05/2021.',
  'amount.unreadable': (v) => `${text(v)} n’est pas un montant reconnu. Écrire par exemple 12 500,00.`,
  'amount.ambiguous': (v) =>
    `${text(v)} peut se lire de deux façons (milliers ou centimes). Écrire par exemple 12 500,00.`,
  'amount.rounded': (v) => `${text(v)} a plus de deux décimales : arrondi au centime.`,
  'siret.missing': () =>
    'SIRET manquant : sans lui la structure ne peut pas être reconnue. Saisir ses 14 chiffres.',
  'siret.scientific': (v) =>
    `${text(v)} : le tableur a abrégé le SIRET et perdu des chiffres. Mettre la colonne au format Texte et ressaisir.`,
  'siret.letters': (v) => `${text(v)} n’est pas un SIRET : 14 chiffres attendus.`,
  'siret.length': (v) => `SIRET de ${v.length} chiffres au lieu de 14 : ${v.text}.`,
  'siret.thirteen': (v) =>
    `SIRET de 13 chiffres au lieu de 14 : ${v.text}. S’il a perdu un zéro de tête, ce serait ${v.completed} : à confirmer.`,
  'siret.key': (v) => `Le SIRET ${v.text} n’a pas la bonne clé de contrôle : un chiffre est faux.`,
  'department.unknown': (v) => `${text(v)} n’est pas un code de département.`,
  'commune.shape': (v) => `${text(v)} n’est pas un code commune INSEE (5 caractères).`,
  'commune.department': (v) => `Le code commune ${v.text} n’est pas dans le département ${v.department}.`,
  'postcode.shape': (v) => `${text(v)} n’est pas un code postal (5 chiffres).`,
  'contract-kind.unknown': (v) =>
    `Type de contrat ${text(v)} non reconnu. Écrire par exemple CDD, CDI, PEC ou Contrat de projet.`,
  'sector.unknown': (v) => `${text(v)} n’est ni publique ni privée.`,
  'sector.guessed': (v) =>
    `Type vide : structure ${v.sector === 'public' ? 'publique' : 'privée'} d’après son SIRET, à vérifier.`,
  'sector.association': (v) =>
    `« ${v.name} » a le nom d’une association mais la liste la dit publique : gardée publique, à vérifier.`,
}

/** Of a line as a whole. */
const MESSAGES: Sentences = {
  ...CELLS,
  'cell.left-aside': (v) => `${v.column} : la cellule n’a pas été reprise, le reste de la ligne l’est.`,
  'employer.repeated': (v) =>
    `SIRET ${v.id} déjà en ligne ${v.line} : même structure (${v.name}), ${posts(count(v, 'count'))} de plus.`,
  'employer.unnamed': (v) => `Structure sans nom : créée sous son numéro ${v.id}, à compléter.`,
  'zone.unknown': (v) =>
    `Département ${v.department} : Jalon n’a pas son calendrier de jours fériés, celui de la métropole est proposé.`,
  'count.zero': () => 'Aucun poste accordé : la structure seule est reprise.',
}

/** Of the file. */
const NOTICES: Sentences = {
  ...MESSAGES,
  'row.left-out': () => 'Ligne laissée de côté à votre demande.',
  'row.repeated-header': () => 'Ligne d’en-têtes répétée : passée.',
  'row.totals': () => 'Ligne de totaux : passée, elle n’est pas une structure.',
  'macros-ignored': () => 'Le classeur contient des macros : elles n’ont pas été ouvertes.',
  'external-links-ignored': () =>
    'Le classeur est lié à d’autres fichiers : ils n’ont pas été ouverts, seules les valeurs enregistrées sont lues.',
  'hidden-sheet': (v) => `Feuille masquée « ${v.sheet} » : lue seulement si vous la choisissez.`,
}

/** Why a file cannot be read: what it is, and how to bring its rows in all the same. */
const FILES: Sentences = {
  empty: () => 'Le fichier est vide.',
  gone: () => 'Le fichier choisi n’est plus là ou ne peut pas être lu. Le choisir de nouveau.',
  'too-big': (v) => `Le fichier dépasse ${v.megabytes} Mo. Le partager en plusieurs fichiers.`,
  'not-text': () => 'Ce fichier n’est ni un texte ni un classeur. Choisir un fichier .csv ou .xlsx.',
  xls: () => 'Ancien format Excel (.xls). L’ouvrir dans le tableur et l’enregistrer au format .xlsx.',
  xlsb: () => 'Classeur binaire (.xlsb). L’ouvrir dans le tableur et l’enregistrer au format .xlsx.',
  ods: () =>
    'Classeur OpenDocument (.ods). L’ouvrir dans LibreOffice et l’enregistrer au format .xlsx ou .csv.',
  word: () => 'C’est un document Word. Copier son tableau dans un classeur .xlsx.',
  pdf: () =>
    'C’est un PDF : il ne contient pas de tableau lisible. Demander le fichier .xlsx ou .csv d’origine.',
  password: () =>
    'Classeur protégé par un mot de passe. L’ouvrir dans le tableur, retirer le mot de passe, l’enregistrer.',
  encrypted: () => 'Archive chiffrée : elle ne peut pas être lue. Enregistrer le classeur sans mot de passe.',
  'jalon-file': () => 'C’est un dossier Jalon : l’ouvrir par « Ouvrir un dossier », il ne s’importe pas.',
  'web-page': () =>
    'Ce fichier est une page web nommée comme un classeur. L’ouvrir dans le tableur et l’enregistrer au format .xlsx.',
  json: () => 'Fichier JSON : seul un échange exporté par Jalon peut être importé sous cette forme.',
  'not-a-workbook': () => 'Cette archive n’est pas un classeur. Choisir un fichier .csv ou .xlsx.',
  'archive-damaged': () =>
    'Le classeur est abîmé ou incomplet. Le rouvrir dans le tableur et l’enregistrer de nouveau.',
  'archive-too-big': () =>
    'Le classeur annonce un contenu démesuré pour sa taille : il n’a pas été ouvert. Vérifier d’où il vient.',
  'too-many-rows': (v) => `Plus de ${frInteger(count(v, 'max'))} lignes. Partager le fichier en plusieurs.`,
  'too-many-columns': (v) =>
    `Ligne ${v.line} : plus de ${frInteger(count(v, 'max'))} colonnes. Garder les colonnes utiles.`,
  'too-many-cells': (v) =>
    `Plus de ${frInteger(count(v, 'max'))} cellules. Partager le fichier en plusieurs.`,
  'quote-not-closed': (v) =>
    `Un guillemet ouvert en ligne ${v.line} n’est jamais refermé : les lignes suivantes seraient mêlées. Corriger cette ligne.`,
  'record-too-long': () => 'Une ligne est démesurée : un guillemet n’est sans doute pas refermé.',
  'headers-not-found': () =>
    'Aucune ligne d’en-têtes reconnue. Indiquer la feuille, la ligne des en-têtes et la correspondance des colonnes.',
  'sheet-unknown': (v) => `La feuille « ${v.sheet} » n’existe pas dans ce classeur.`,
  'profile-unknown': (v) => `Profil d’import inconnu : « ${v.profile} ».`,
  'profile-missing-columns': (v) =>
    `Ce fichier n’a pas les colonnes attendues par « ${v.profile} » : ${v.columns}.`,
  'mapping-unreadable': (v) => `La correspondance de colonnes n’a pas pu être lue : ${v.reason}`,
}

export function cellSentence(code: string, values: Values): string {
  return french(CELLS[code]?.(values) ?? code)
}

export function messageSentence(code: string, values: Values): string {
  return french(MESSAGES[code]?.(values) ?? code)
}

export function noticeSentence(code: string, values: Values): string {
  return french(NOTICES[code]?.(values) ?? code)
}

/** Complete: what happened, what was kept. */
export function fileSentence(code: string, values: Values): string {
  return french(`${FILES[code]?.(values) ?? code} Rien n’a été modifié dans le dossier.`)
}

/** Under "Annuler". */
export function importLabel(fileName: string): string {
  return `import de ${fileName}`
}

/** "Oyonnax, poste 2": the list knows no workplace, only the commune of the employer. */
export function positionLabel(communeName: string | null, rank: number): string {
  return communeName === null ? `Poste ${rank}` : `${communeName}, poste ${rank}`
}

/** A line of the employer's note. Kept word for word: a second import recognises it. */
export function noteOfEstimate(grantedOn: Day, postCount: number, estimate: Cents): string {
  return french(
    `Liste publique, comité du ${frDay(grantedOn)} (${posts(postCount)}) : investissement estimatif de l’État ${frEuros(estimate)}.`,
  )
}
