/** Words of the command line: usages, refusals of arguments, results told to a person. */
import type { Day } from '../../domain/day.ts'
import { CALENDAR, frDay, frInteger } from '../format.ts'
import { french } from '../french.ts'

export const CLI_HEADER = french(
  `Jalon : postes, contrats, aides et échéances des conseillers numériques.\n\nUsage : jalon COMMANDE … [--today AAAA-MM-JJ]\n`,
)
export const CLI_FOOTER = french(
  `--today fixe le jour regardé partout ; les actes, les copies et les verrous gardent l’heure de l’ordinateur. « jalon COMMANDE --help » décrit chaque commande.\nCodes de sortie : 0 fait, 1 refusé (le message dit pourquoi et que faire), 2 usage incorrect.`,
)

const usages = {
  demo: `Usage : jalon demo FICHIER [--positions N] [--seed S] [--today AAAA-MM-JJ] [--json]

Crée un dossier de démonstration entièrement inventé, toujours le même pour un jour et une graine donnés.
  --positions N   nombre de postes (par défaut 9 ; 5139 pour une taille nationale)
  --seed S        graine du tirage (par défaut 1)
FICHIER ne doit pas exister : rien n'est jamais remplacé.`,
  import: `Usage : jalon import SOURCE --into FICHIER [--profile PROFIL] [--mapping M.json] [--dry-run] [--json]

Importe un tableau (.csv, .xlsx) ou un échange (.json) dans un dossier, créé s'il n'existe pas.
  --into FICHIER    le dossier .jalon
  --profile PROFIL  forme du tableau (reconnue d'elle-même si l'option est absente) :
                    structures, postes-etat, conseillers-etat ou classeur
  --mapping M.json  correspondance des colonnes (docs/import-mapping.md)
  --dry-run         dit ce qui serait fait, sans rien écrire`,
  deadlines: `Usage : jalon deadlines FICHIER [--within JOURS] [--json | --ics SORTIE [--no-names] [--force]] [--today AAAA-MM-JJ]

Liste les échéances en retard et à venir.
  --within JOURS  seulement celles des JOURS prochains jours ; les retards sont toujours donnés
  --ics SORTIE    écrit un agenda (.ics) ; jamais sur un dossier, une copie ou leur verrou
  --force         remplace SORTIE si ce fichier existe déjà
  --no-names      agenda sans nom de personne`,
  aid: `Usage : jalon aid FICHIER [--at AAAA-MM-JJ] [--json [--fiscal-years]]

Donne par poste et par convention : notifié, acquis, reçu, reste à recevoir, en retard, trop-perçu.
Le trop-perçu est la somme exposée à reversement si tout s'arrêtait ce jour-là (exposure) : reçu au-delà de l'acquis.
En JSON, en centimes : notifiedCents, earnedCents, receivedCents, outstandingCents, lateCents (lateByAge par ancienneté),
claimableCents, cancelledCents, overpaidCents (exposition), repaidCents (reversements et avoirs).
  --at JOUR       situation à ce jour (par défaut aujourd'hui)
  --fiscal-years  ajoute au JSON les exercices : produit, 487, 441, reçu`,
  report: `Usage : jalon report ÉTAT FICHIER --out SORTIE [--fiscal-year AAAA] [--employer ID] [--agreement ID] [--at AAAA-MM-JJ] [--format F] [--sheet FEUILLE] [--no-names] [--force] [--json]

Écrit un état à partir d'un dossier. ÉTAT : aid (aides), fiscal-year (dossier comptable), renewals (renouvellements), contracts (registre des contrats), situation, forecast (prévisions), closing (clôture d'une convention).
  --out SORTIE      fichier à écrire ; son extension choisit le format (.xlsx, .csv, .pdf) ; jamais sur un dossier ou une copie
  --force           remplace SORTIE si ce fichier existe déjà
  --fiscal-year A   exercice qui commence en A
  --employer ID     une seule structure (son numéro dans le dossier, son SIRET ou son numéro de l'État)
  --agreement ID    une seule convention
  --at JOUR         situation à ce jour
  --format F        xlsx, csv, csv-state (virgules, euros entiers), pdf
  --sheet FEUILLE   feuille écrite dans un fichier .csv (par défaut la principale)
  --no-names        sans les noms des personnes`,
  calc: `Usage : jalon calc NOM JSON
        jalon calc --batch < demandes.jsonl

Applique une règle de calcul à des données, sans dossier, et montre ses étapes et ses textes.
  --batch  lit une demande {"id","calc","input"} par ligne et répond {"id","output"} ou {"id","error"} par ligne, dans l'ordre`,
  export: `Usage : jalon export FICHIER --out DOSSIER.json [--employer ID | --person ID] [--no-documents] [--force] [--json]

Écrit le dossier en JSON documenté (docs/interchange.md), sans perte ; « jalon import » le relit.
  --employer ID   la part d'une seule structure
  --person ID     tout ce que le dossier sait d'une personne
  --no-documents  sans les fichiers joints
  --force         remplace DOSSIER.json s'il existe déjà ; un dossier Jalon ou une copie ne l'est jamais`,
  check: `Usage : jalon check FICHIER [--json]

Vérifie un dossier sans le modifier : intégrité du fichier, structure, liens entre les objets.`,
  backup: `Usage : jalon backup FICHIER [--json]

Fait une copie de sauvegarde vérifiée du dossier.`,
  serve: `Usage : jalon serve [FICHIER] [--port N] [--no-open] [--data DOSSIER] [--today AAAA-MM-JJ]

Ouvre Jalon dans le navigateur de cet ordinateur. L'adresse affichée ne sert qu'une fois ; Ctrl+C arrête Jalon.
  --port N         port fixe (par défaut un port libre)
  --no-open        affiche l'adresse sans lancer le navigateur
  --data DOSSIER   où Jalon garde ses dossiers et sa liste des récents`,
} as const satisfies Readonly<Record<string, string>>

export type CommandName = keyof typeof usages

export function commandUsage(name: CommandName): string {
  return french(usages[name])
}

export const COMMAND_SUMMARIES: Readonly<Record<CommandName, string>> = {
  demo: french(`crée un dossier de démonstration`),
  import: french(`importe un tableau dans un dossier`),
  deadlines: french(`liste les échéances`),
  aid: french(`donne les montants d'aide par poste et par convention`),
  report: french(`écrit un état pour le comptable`),
  calc: french(`applique une règle de calcul`),
  export: french(`écrit tout le dossier en JSON`),
  check: french(`vérifie un dossier`),
  backup: french(`fait une copie de sauvegarde vérifiée`),
  serve: french(`ouvre Jalon dans le navigateur`),
}

export const cliText = {
  unknownCommand: (name: string) => french(`Commande inconnue : « ${name} ».`),
  noCommand: french(`Il manque une commande.`),
  unknownOption: (option: string) => french(`Option inconnue : ${option}.`),
  optionNeedsValue: (option: string) => french(`L'option ${option} attend une valeur.`),
  optionTakesNoValue: (option: string) => french(`L'option ${option} n'attend pas de valeur.`),
  optionTwice: (option: string) => french(`L'option ${option} est donnée deux fois.`),
  missingOption: (option: string) => french(`Il manque l'option ${option}.`),
  missingArgument: (name: string) => french(`Il manque ${name}.`),
  unknownCalculator: (name: string, known: readonly string[]) =>
    french(`Aucun calcul ne s'appelle « ${name} ». Calculs connus : ${known.join(', ')}.`),
  notJson: french(`Le second argument n'est pas du JSON lisible. Mettez-le entre apostrophes.`),
  tooManyArguments: (extra: string) => french(`Argument en trop : « ${extra} ».`),
  notADay: (option: string) => french(`${option} attend une date AAAA-MM-JJ qui existe.`),
  dayOutOfCalendar: (option: string) => french(`${option} attend une date entre ${CALENDAR}.`),
  notAnInteger: (option: string, min: number, max: number) =>
    french(`${option} attend un nombre entier entre ${min} et ${max}.`),
  notAFormat: (choices: string) => french(`Format non reconnu : choisir ${choices}.`),
  otherExtension: (name: string, extensions: readonly string[]) =>
    french(
      `Format non reconnu : « ${name} » doit finir par ${extensions.join(', ')}, selon ce qui y est écrit.`,
    ),
  onlyWith: (option: string, other: string) =>
    french(`${option} ne s'emploie qu'avec ${other} : sans lui, elle ne changerait rien.`),
  exclusive: (a: string, b: string) => french(`${a} et ${b} ne vont pas ensemble.`),
  serving: (address: string) =>
    `${french(`Jalon est ouvert à cette adresse, qui ne sert qu'une fois :`)}\n${address}`,
  stopHint: french(`Ctrl+C pour arrêter.`),
  stopped: french(`Jalon est arrêté ; tout ce qui était enregistré est gardé.`),
  unknownProfile: (name: string, known: readonly string[]) =>
    french(`Profil inconnu : « ${name} ». Profils : ${known.join(', ')}.`),
  portTaken: (port: number) =>
    french(
      `Le port ${port} est déjà pris par un autre programme. Choisissez-en un autre avec --port, ou laissez Jalon choisir.`,
    ),
  amounts: {
    notifiedCents: 'Notifié',
    earnedCents: 'Acquis',
    receivedCents: 'Reçu',
    outstandingCents: 'Reste à recevoir',
    claimableCents: 'À demander',
    lateCents: 'En retard',
    cancelledCents: 'Annulé',
    overpaidCents: 'Trop-perçu',
  },
  noDeadline: french(`Aucune échéance en retard ni à venir.`),
  demoMade: (name: string, positions: number, today: Day) =>
    french(`« ${name} » est prêt : dossier inventé, ${frInteger(positions)} postes, vu le ${frDay(today)}.`),
  checked: (name: string, positions: number) =>
    french(`« ${name} » est en bon état : fichier, structure et liens vérifiés (${positions} postes).`),
  backedUp: (path: string) => `${french(`Copie de sauvegarde vérifiée :`)} ${path}`,
  exported: (path: string) => `${french(`Dossier écrit :`)} ${path}`,
  unreadableFile: (option: string, name: string) => french(`${option} : « ${name} » ne peut pas être lu.`),
  hugeFile: (option: string, name: string, kilobytes: number) =>
    french(`${option} : « ${name} » dépasse ${frInteger(kilobytes)} ko, il n'a pas été lu.`),
  outOfMemory: french(
    `Cette opération demande plus de mémoire que Jalon ne s'en accorde : elle a été arrêtée, rien n'a été écrit à moitié. Partagez le fichier en plusieurs, ou réduisez ce qui est demandé.`,
  ),
  progress: (done: string, total: string | null) => (total === null ? `… ${done}` : `… ${done} sur ${total}`),
} as const

export const reportUsage = {
  unknownKind: (kind: string, kinds: readonly string[]) =>
    french(`État inconnu : « ${kind} ». États disponibles : ${kinds.join(', ')}.`),
  written: (out: string) => french(`Écrit : ${out}`),
} as const
