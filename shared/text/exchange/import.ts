/** French sentences of an import: why a cell or a line is refused, what was passed over or repaired, how the import is called. */
import type { Day } from '../../domain/day.ts'
import type { Cents } from '../../domain/money.ts'
import type { Recognised } from '../../domain/recognition.ts'
import type { Scheme } from '../../domain/words.ts'
import type { ComparedField } from '../../rules/reconciliation/compare.ts'
import { frDay, frEuros, frInteger, frMonth, MONTHS } from '../format.ts'
import { french } from '../french.ts'
import { keyLabel, RECOGNITION_WORDS } from './recognition.ts'
import { COMPARED_LABELS } from './reconciliation.ts'

type Values = Readonly<Record<string, string | number>>
type Sentences = Readonly<Record<string, (v: Values) => string>>

const text = (v: Values, key = 'text') => `« ${String(v[key] ?? '')} »`
const count = (v: Values, key: string) => Number(v[key] ?? 0)
const dayOf = (v: Values, key: string) => frDay(String(v[key]) as Day)
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
  'amount.negative': (v) => `${text(v)} est négatif : montant positif attendu.`,
  'object.invalid': (v) => String(v.message),
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

/** Cells of posts, advisors, contracts and agreements. */
const ROW_CELLS: Sentences = {
  'key.missing': (v) =>
    `Cellule vide ou illisible : c’est par elle que l’import reconnaît ${RECOGNITION_WORDS[v.object as Recognised].those}. La remplir, ou choisir une autre clé.`,
  'key.other-held': (v) =>
    `Le dossier dit ${v.held} : identifiant gardé. Le changer dans la fiche si le fichier a raison.`,
  'key.taken': (v) =>
    `Cet identifiant est déjà celui de ${v.name} dans le dossier, que la clé choisie ne désigne pas. Corriger la cellule, ou choisir une autre clé.`,
  'months.unreadable': (v) => `${text(v)} n’est pas une durée en mois. Écrire par exemple 18 mois.`,
  'weekly.unreadable': (v) =>
    `${text(v)} n’est pas une durée hebdomadaire. Écrire par exemple 35 h ou 17h30.`,
  'scheme.unknown': (v) => `${text(v)} n’est ni Initiale (V1) ni Renouvellement (V2).`,
  'month.unreadable': (v) => `${text(v)} n’est pas un mois. Écrire par exemple 01/2026 ou janvier 2026.`,
  'month.missing': () => 'Mois manquant : le saisir, par exemple 01/2026.',
  'cost.part-unknown': (v) =>
    `${text(v)} n’est ni un brut, ni des charges, ni des taxes. Un coût total ne se partage pas : donner ses parts.`,
  'cost.no-contract': (v) =>
    `Aucun contrat de cette personne ne couvre ${frMonth(String(v.month))}. Saisir le contrat, ou corriger le mois.`,
  'position-state.unknown': (v) => `${text(v)} n’est ni Occupé, ni Vacant, ni Rendu.`,
  'position.unknown': (v) =>
    `Poste ${String(v.text ?? '')} absent du dossier. Créer le poste, ou corriger le numéro.`,
  'position.returned-without-day': () =>
    'Poste dit rendu sans date de restitution : l’état n’est pas repris. Saisir la date dans la fiche du poste.',
  'person.one-word': (v) => `${text(v)} : nom et prénom attendus.`,
  'person.half-name': () =>
    'Nom ou prénom manquant : les deux sont nécessaires pour reconnaître la personne.',
  'contract.permanent-end-ignored': () => 'Un CDI ou un titulaire n’a pas de terme : cette date est ignorée.',
  'contract.start-missing': () => 'Date de début manquante : la saisir pour créer le contrat.',
  'contract.kind-missing': () => 'Type de contrat manquant : le saisir pour créer le contrat.',
  'contract.end-missing': () =>
    'Ce type de contrat a un terme : saisir la fin prévue, ou la durée dans le type (« CDD 18 mois »).',
  'contract.end-before-start': (v) => `Cette date est avant le début du contrat (${dayOf(v, 'startsOn')}).`,
  'contract.ended-after-term': (v) =>
    `La fin réelle est après le terme (${dayOf(v, 'endsOn')}). Corriger l’une des deux dates.`,
  'contract.same-person-overlap': (v) =>
    `${v.name} a déjà un contrat commencé le ${dayOf(v, 'startsOn')} qui couvre cette période. Corriger le début, ou clore l’autre contrat.`,
  'agreement.end-before-start': (v) =>
    `La fin est avant le début de la convention (${dayOf(v, 'startsOn')}).`,
  'employer.ambiguous': (v) =>
    `Plusieurs structures s’appellent « ${v.name} » dans le dossier : ajouter leur SIRET ou leur numéro.`,
  'agreement.unknown': (v) =>
    `Convention ${text(v)} absente du dossier : importer la feuille des conventions avec celle-ci, ou la saisir.`,
  'payment.cover-unknown': (v) =>
    `${text(v)} : tranche introuvable ou déjà reçue. Cette part du versement reste à affecter.`,
  'grant.differs': (v) =>
    `Le dossier dit ${frEuros(Number(v.heldCents) as Cents)} pour ce poste : montant gardé. Corriger la convention si le fichier a raison.`,
  'payment.day-missing': () => 'Montant reçu sans date : saisir le jour où l’argent est arrivé.',
  'payment.future': () => 'Date dans le futur : un versement s’enregistre quand l’argent est arrivé.',
  'payment.too-much': (v) =>
    `${v.label} est de ${frEuros(Number(v.amountCents) as Cents)} et a déjà reçu ${frEuros(Number(v.receivedCents) as Cents)} : ce montant la dépasserait.`,
}

/** Of a line as a whole. */
const MESSAGES: Sentences = {
  ...CELLS,
  ...ROW_CELLS,
  'employer.missing': () =>
    'Aucune structure sur la ligne, et le dossier n’en a pas une seule : ajouter une colonne Structure ou SIRET.',
  'employer.sector-guessed': (v) =>
    `${v.name} : ${v.sector === 'public' ? 'publique' : 'privée'} d’après son nom ou ses contrats, à vérifier.`,
  'position.id-missing': () => 'ID poste manquant : sans lui le poste ne peut pas être reconnu.',
  difference: (v) =>
    `${COMPARED_LABELS[v.field as ComparedField]} : l’État dit ${v.state}, le dossier ${v.own}.`,
  'difference.one-day': (v) =>
    `${COMPARED_LABELS[v.field as ComparedField]} : l’État dit ${v.state}, le dossier ${v.own}. Un jour d’écart : souvent l’heure d’été de ses exports.`,
  'position.not-computed': (v) =>
    `Le poste ${v.label} ne peut pas être calculé : ses valeurs ne sont pas comparées à celles de l’État.`,
  'position.free-taken': (v) => `Placé sur le poste ${v.label}, libre à ces dates : à vérifier.`,
  'position.created': (v) =>
    `Aucun poste libre à ces dates dans la structure : « ${v.label} » est créé, à vérifier.`,
  'position.identified': (v) =>
    `Le numéro ${v.stateId} est donné au poste ${v.label}, qui n’en avait pas : à vérifier.`,
  'position.attached-since': (v) =>
    `Le fichier ne dit pas depuis quand la structure a ce poste : rattaché au ${dayOf(v, 'day')}, début du dispositif, à corriger.`,
  'position.other-employer': (v) =>
    `Le poste ${v.label} est rattaché à ${v.held} dans le dossier, le fichier dit ${v.name} : rattachement gardé. Un transfert se saisit avec sa date.`,
  'person.ambiguous': (v) =>
    `${v.count} personnes s’appellent ${v.name} dans le dossier : ajouter leur adresse électronique ou leur numéro.`,
  'cost.nobody': () => 'Ni agent ni poste sur la ligne : ajouter un nom et un prénom, ou le numéro du poste.',
  'cost.person-unknown': () =>
    'Agent absent du dossier : importer d’abord les contrats, ou corriger le nom et le prénom.',
  'person.unknown': () => 'Personne absente du dossier, et la ligne ne donne pas son nom et son prénom.',
  'contract.overlap': (v) =>
    `Chevauche sur ce poste le contrat de ${v.name} commencé le ${dayOf(v, 'startsOn')} : admis pour un tuilage, à vérifier.`,
  'contract.end-computed': (v) =>
    `Fin calculée d’après la durée de ${v.months} mois : ${dayOf(v, 'endsOn')}.`,
  'contract.renewal-deduced': (v) =>
    `Suit sans interruption le contrat commencé le ${dayOf(v, 'startsOn')} : noté comme son renouvellement.`,
  'contract.without-person': () =>
    'Contrat sans titulaire : il n’est pas repris. Ajouter le nom et le prénom.',
  'agreement.incomplete': () =>
    'Convention inconnue du dossier, et son début ou sa fin manque : elle n’est pas créée. La saisir, puis recommencer.',
  'agreement.without-employer': () => 'Convention sans structure : elle n’est pas reprise.',
  'grant.bonus-unspread': (v) =>
    `Bonification de ${frEuros(Number(v.bonusCents) as Cents)} reprise dans les montants annuels : la feuille ne dit pas son partage entre les années, à compléter dans la convention.`,
  'grant.single': () =>
    'Montant repris en une fois pour toute la convention : saisir les montants annuels s’ils sont connus.',
  'grant.by-scale': (v) =>
    `Montants annuels proposés d’après le barème ${v.scale}, à vérifier dans la convention.`,
  'instalment.without-amount': (v) => `${v.label} : montant inconnu, la tranche n’est pas créée.`,
  'payment.amount-assumed': (v) => `${v.label} : montant reçu absent, celui de la tranche est pris.`,
  'cell.left-aside': (v) => `${v.column} : la cellule n’a pas été reprise, le reste de la ligne l’est.`,
  'row.realigned': (v) =>
    `La ligne avait trop de cellules (séparateur dans un nom sans guillemets) : « ${v.column} » a été recollée, à vérifier.`,
  'row.too-many-cells': (v) =>
    `${v.cells} cellules pour ${v.columns} colonnes : un séparateur se trouve dans une cellule sans guillemets. Corriger la ligne.`,
  'employer.repeated': (v) =>
    `SIRET ${v.id} déjà en ligne ${v.line} : même structure (${v.name}), ${posts(count(v, 'count'))} de plus.`,
  'employer.unnamed': (v) => `Structure sans nom : créée sous son numéro ${v.id}, à compléter.`,
  'zone.unknown': (v) =>
    `Département ${v.department} : Jalon n’a pas son calendrier de jours fériés, celui de la métropole est proposé.`,
  'count.zero': () => 'Aucun poste accordé : la structure seule est reprise.',
}

/** Of the file. */
const NOTICES: Sentences = {
  'key.no-column': (v) =>
    `${RECOGNITION_WORDS[v.object as Recognised].plural} : aucune colonne « ${keyLabel(v.object as Recognised, String(v.key))} » dans cette feuille, l’ordre habituel s’applique.`,
  ...MESSAGES,
  'dossier.demo': () =>
    'Ce dossier est une démonstration, avec des personnes et des montants inventés. Pour vos propres données, créez un dossier : elles ne s’y mêleront à rien.',
  'row.left-out': () => 'Ligne laissée de côté à votre demande.',
  'row.repeated-header': () => 'Ligne d’en-têtes répétée : passée.',
  'row.totals': () => 'Ligne de totaux : passée.',
  'row.single-cell': (v) => `Une seule cellule remplie, ${text(v)} : titre ou note, passée.`,
  'row.nothing': () => 'Ligne sans rien à reprendre : passée.',
  'other-sheet': (v) =>
    `Feuille « ${v.sheet} » non lue (${frInteger(count(v, 'rows'))} lignes) : la cocher, ou l’ajouter à la correspondance, pour la lire avec celle-ci.`,
  'other-sheet-unknown': (v) =>
    `Feuille « ${v.sheet} » non lue (${frInteger(count(v, 'rows'))} lignes) : aucun de ses en-têtes n’est reconnu.`,
  'cost.without-charges': (v) =>
    `${count(v, 'count')} mois repris avec un brut sans charges patronales : leur coût est incomplet, ajouter la colonne des charges.`,
  'columns-unread': (v) => `Colonnes non reprises : ${v.columns}.`,
  'columns-kept': (v) => `Colonnes gardées en note : ${v.columns}.`,
  'macros-ignored': () => 'Le classeur contient des macros : elles n’ont pas été ouvertes.',
  'external-links-ignored': () =>
    'Le classeur est lié à d’autres fichiers : ils n’ont pas été ouverts, seules les valeurs enregistrées sont lues.',
  'hidden-sheet': (v) => `Feuille masquée « ${v.sheet} » : lue seulement si vous la choisissez.`,
}

/** Why a file cannot be read: what it is, and how to bring its rows in all the same. */
const FILES: Sentences = {
  empty: () => 'Le fichier est vide.',
  gone: () => 'Le fichier choisi n’est plus là ou ne peut pas être lu. Le choisir de nouveau.',
  denied: () =>
    'Jalon n’a pas le droit de lire ce fichier. Demander ce droit à qui l’a déposé, ou en choisir une copie.',
  'too-long': () =>
    'Le nom ou le chemin de ce fichier est trop long pour ce disque. Le renommer, ou le déplacer.',
  unread: (v) =>
    `Le fichier n’a pas pu être lu (${v.detail}). Vérifier le disque ou le réseau, puis recommencer.`,
  'json-too-deep': () =>
    'Ce fichier JSON est imbriqué au-delà de toute mesure : il n’a pas été ouvert. Vérifier d’où il vient.',
  'json-too-many': () =>
    'Ce fichier JSON contient plus de valeurs qu’aucun dossier : il n’a pas été ouvert. Vérifier d’où il vient.',
  'json-number': () =>
    'Ce fichier JSON contient un nombre de plus de 16 chiffres, qui serait arrondi et pris pour un autre : il n’a pas été lu. Vérifier d’où il vient.',
  folder: () => 'C’est un répertoire, pas un fichier. Choisir le fichier .csv ou .xlsx qu’il contient.',
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
  'too-much-text': (v) =>
    `Plus de ${frInteger(count(v, 'max'))} caractères dans les cellules. Partager le fichier en plusieurs.`,
  'too-many-strings': (v) =>
    `Le classeur tient plus de ${frInteger(count(v, 'max'))} textes : il n’a pas été lu. Garder les feuilles utiles.`,
  'quote-not-closed': (v) =>
    `Un guillemet ouvert en ligne ${v.line} n’est jamais refermé : les lignes suivantes seraient mêlées. Corriger cette ligne.`,
  'record-too-long': () => 'Une ligne est démesurée : un guillemet n’est sans doute pas refermé.',
  'headers-not-found': () =>
    'Aucune ligne d’en-têtes reconnue. Indiquer la feuille, la ligne des en-têtes et la correspondance des colonnes.',
  'sheet-unknown': (v) => `La feuille « ${v.sheet} » n’existe pas dans ce classeur.`,
  'profile-unknown': (v) => `Profil d’import inconnu : « ${v.profile} ».`,
  'profile-missing-columns': (v) =>
    `Ce fichier n’a pas les colonnes attendues par « ${v.profile} » : ${v.columns}.`,
  'mapping-unreadable': (v) =>
    v.reason === ''
      ? 'La correspondance de colonnes n’est pas du JSON lisible.'
      : `La correspondance de colonnes n’a pas la forme attendue : « ${v.reason} » est inconnu ou mal rempli.`,
}

export function cellSentence(code: string, values: Values): string {
  return french((CELLS[code] ?? ROW_CELLS[code])?.(values) ?? code)
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

/** Of one sheet among several read together. */
export function onSheet(sheet: string, message: string): string {
  return french(`Feuille « ${sheet} » : ${message}`)
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

/** A post's agreement whose reference the file does not give. */
export function agreementReference(scheme: Scheme, startsOn: Day): string {
  const name = scheme === 'other' ? 'Convention' : `Convention ${scheme.toUpperCase()}`
  return `${name} du ${frDay(startsOn)}`
}

export function instalmentLabel(rank: number): string {
  return `Tranche ${rank}`
}
