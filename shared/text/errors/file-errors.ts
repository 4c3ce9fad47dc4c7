/** What is said when a dossier cannot be opened, written or copied: what happened, what was kept, what to do. */
import type { DoorError } from '../../api/envelope.ts'
import type { Day } from '../../domain/day.ts'
import type { EntityName } from '../../domain/facts.ts'
import { seenOnOneLine } from '../../domain/seen-text.ts'
import { ENTITY_LABELS, fieldLabel } from '../fields.ts'
import { CALENDAR, frDay, frInteger } from '../format.ts'
import { french } from '../french.ts'

export interface FileErrorValues {
  /** Name of the file without its folder. */
  readonly name: string
  readonly who?: string | undefined
  readonly machine?: string | undefined
  readonly since?: string
  readonly copy?: string
  readonly detail?: string
  /** What was being done: the same fault has other consequences. Left out: a change. */
  readonly deed?: 'open' | 'change' | 'create' | 'any'
  /** Of a name too long. */
  readonly length?: { readonly bytes: number; readonly most: number }
  /** What is out of all measure: the file, one value in it, or the number of its rows. */
  readonly size?: {
    readonly fileMegabytes?: number
    readonly valueMegabytes?: number
    readonly rows?: number
    /** Ids no dossier gives. */
    readonly ids?: boolean
  }
}

const sentences = {
  'file.none': () => `Aucun dossier n'est ouvert. Ouvrez-en un ou créez-en un nouveau.`,
  'file.not-found': (v) =>
    `Le fichier « ${v.name} » est introuvable : il a été déplacé, renommé, ou le disque qui le contient n'est pas branché. Rien n'a été modifié. Vérifiez l'emplacement, ou ouvrez une copie de sauvegarde.`,
  'file.is-folder': (v) =>
    `« ${v.name} » est un répertoire, pas un dossier Jalon (un fichier .jalon). Rien n'a été modifié. Choisissez le fichier qu'il contient.`,
  'file.exists': (v) =>
    `Un fichier « ${v.name} » existe déjà à cet endroit. Il n'a pas été remplacé. Choisissez un autre nom.`,
  'file.not-jalon': (v) =>
    `« ${v.name} » n'est pas un dossier Jalon, ou son début est abîmé. Il n'a pas été modifié. S'il s'agit d'un tableau (.csv, .xlsx), passez par « Importer » ; si c'était bien un dossier Jalon, restaurez une copie de sauvegarde.`,
  'file.newer': (v) =>
    `« ${v.name} » a été enregistré par une version plus récente de Jalon. Il n'a pas été modifié. Mettez Jalon à jour sur ce poste, ou ouvrez-le en lecture seule.`,
  'file.newer-unreadable': (v) =>
    `« ${v.name} » a été enregistré par une version plus récente de Jalon, trop différente pour être lue ici. Il n'a pas été modifié. Mettez Jalon à jour sur ce poste.`,
  'file.damaged': (v) =>
    `« ${v.name} » est endommagé. Jalon ne l'a ni modifié ni remplacé. Restaurez une copie de sauvegarde, ou récupérez dans un nouveau fichier ce qui reste lisible.`,
  'file.hostile': (v) =>
    `« ${v.name} » contient des éléments que Jalon n'y met jamais (${v.detail ?? 'structure inattendue'}). Par prudence il n'est pas ouvert ; il n'a pas été modifié. S'il vous a été envoyé, demandez à son auteur d'où il vient ; s'il est à vous, restaurez une copie de sauvegarde.`,
  'file.oversized': (v) =>
    `« ${v.name} » est démesuré (${sizeSaid(v.size)}) : un dossier Jalon ne l'est jamais. Par prudence il n'est pas ouvert ; il n'a pas été modifié. S'il vous a été envoyé, demandez à son auteur d'où il vient ; s'il est à vous, restaurez une copie de sauvegarde.`,
  'file.lock-lost': (v) =>
    `La modification n'a pas été enregistrée : « ${v.name} » a été repris par ${v.who ?? 'une autre personne'} sur ${v.machine ?? 'un autre poste'}. Tout ce qui était enregistré avant est gardé. Fermez le dossier puis rouvrez-le.`,
  'file.read-only': (v) =>
    `La modification n'a pas été enregistrée : « ${v.name} » est ouvert en lecture seule${v.detail === undefined ? '' : ` (${v.detail})`}. Tout ce qui était enregistré est gardé.`,
  'file.read-only-folder': (v) =>
    v.deed === 'create'
      ? `Jalon n'a pas le droit d'écrire à cet endroit : « ${v.name} » n'a pas été créé. Choisissez un répertoire où vous avez le droit d'écrire (Documents, par exemple).`
      : `Jalon ne peut pas écrire dans le dossier qui contient « ${v.name} ». Rien n'a été modifié. Déplacez le fichier dans un dossier où vous avez le droit d'écrire (Documents, par exemple), ou ouvrez-le en lecture seule.`,
  'file.not-readable': (v) =>
    `Jalon n'a pas le droit de lire « ${v.name} ». Il n'a été ni ouvert ni modifié. Demandez ce droit à la personne qui l'a déposé ou qui gère cet ordinateur.`,
  'file.denied': (v) =>
    `L'accès à « ${v.name} » est refusé par le système (${v.detail ?? 'droits'}). L'opération n'a pas été faite ; ce qui était enregistré est gardé. Vérifiez les droits de ce fichier et de son répertoire.`,
  'file.path-too-long': (v) =>
    `Le nom de « ${v.name} », ou son chemin complet, est trop long pour ce disque ou pour Jalon. Rien n'a été modifié. Raccourcissez ce nom, ou placez le fichier dans un répertoire moins profond.`,
  'file.link-loop': (v) =>
    `« ${v.name} » est un lien qui tourne en rond : il ne mène à aucun fichier. Rien n'a été modifié. Ouvrez le fichier lui-même.`,
  'file.too-many-open': (v) =>
    `Le système n'accepte plus d'ouvrir de fichier : « ${v.name} » n'a pas pu l'être. Rien n'a été modifié. Fermez d'autres programmes, puis recommencez.`,
  'file.name-too-long': (v) =>
    `Le nom « ${v.name} » est trop long (${v.length?.bytes} octets pour ${v.length?.most} au plus, une lettre accentuée en prenant deux). Rien n'a été créé. Choisissez un nom plus court.`,
  'file.nameless': (v) =>
    `« ${v.name} » n'est pas un nom : il ne contient que des points ou une extension. Rien n'a été créé. Donnez un nom avant « .jalon ».`,
  'file.companion-name': (v) =>
    `« ${v.name} » est le nom d'un verrou ou d'un journal : donné à un dossier, il abîmerait celui qui porte le début de ce nom. Rien n'a été créé. Choisissez un autre nom.`,
  'file.reserved-name': (v) =>
    `« ${v.name} » est un nom que Windows n'accepte pas (nom réservé, signe interdit, ou point ou espace à la fin) : ce dossier ne pourrait pas y être copié. Rien n'a été créé. Choisissez un autre nom.`,
  'file.folder-missing': (v) =>
    `Le dossier où enregistrer « ${v.name} » n'existe pas ou n'est plus accessible. Rien n'a été écrit. Choisissez un autre emplacement.`,
  'file.disk-full': (v) =>
    v.deed === 'create'
      ? `Le disque est plein : « ${v.name} » n'a pas été créé et rien n'en reste. Libérez de la place, ou choisissez un autre emplacement.`
      : `Le disque est plein : la dernière opération n'a pas été enregistrée dans « ${v.name} ». Tout ce qui était enregistré avant est gardé. Libérez de la place, puis recommencez.`,
  'file.busy': (v) =>
    v.deed === 'open'
      ? `« ${v.name} » est occupé par un autre programme (antivirus, synchronisation, autre fenêtre). Il n'a pas été ouvert ; rien n'a été modifié. Recommencez dans un instant.`
      : v.deed === 'create'
        ? `« ${v.name} » n'a pas pu être créé (${v.detail ?? 'erreur du disque'}). Rien n'en reste. Vérifiez le disque ou le réseau, puis recommencez.`
        : `« ${v.name} » est occupé par un autre programme (antivirus, synchronisation, autre fenêtre). La dernière opération n'a pas été enregistrée ; tout ce qui l'était avant est gardé. Recommencez dans un instant.`,
  'file.unreadable': (v) =>
    v.deed === 'open'
      ? `« ${v.name} » n'a pas pu être lu (${v.detail ?? 'erreur du disque'}). Rien n'a été modifié. Vérifiez le disque ou le réseau, puis rouvrez le dossier.`
      : v.deed === 'create'
        ? `« ${v.name} » n'a pas pu être créé (${v.detail ?? 'erreur du disque'}). Rien n'en reste. Vérifiez le disque ou le réseau, puis recommencez.`
        : `« ${v.name} » n'a pas pu être lu ou écrit (${v.detail ?? 'erreur du disque'}). La dernière opération n'a pas été enregistrée ; tout ce qui l'était avant est gardé. Vérifiez le disque ou le réseau, puis rouvrez le dossier.`,
  'file.interrupted': (v) =>
    `Une écriture interrompue dans « ${v.name} » doit d'abord être défaite, et son dossier n'accepte pas l'écriture. Rien n'a été modifié. Copiez « ${v.name} » et « ${v.name}-journal » ensemble dans un dossier où vous pouvez écrire, puis ouvrez-le là.`,
  'file.vanished': (v) =>
    `La modification n'a pas été enregistrée : « ${v.name} » n'est plus à sa place (déplacé, supprimé, ou disque débranché). Remettez-le en place, ou enregistrez une copie ailleurs.`,
  'file.replaced': (v) =>
    `La modification n'a pas été enregistrée : un autre fichier a pris la place de « ${v.name} » pendant qu'il était ouvert (synchronisation, copie par-dessus). Ce que vous voyez ici est votre dossier, avec tout ce que vous y aviez enregistré ; le fichier qui porte son nom maintenant est l'autre, et il n'a pas été modifié. « Enregistrer une copie » garde le vôtre sous un autre nom ; puis fermez et rouvrez pour voir l'autre.`,
  'file.changed-elsewhere': (v) =>
    `La modification n'a pas été enregistrée : le contenu de « ${v.name} » a été changé par un autre programme ou un autre poste (synchronisation) pendant qu'il était ouvert ici. Rien n'y a été ajouté d'ici depuis. Fermez le dossier puis rouvrez-le pour voir ce contenu ; les copies de sauvegarde gardent ce que vous aviez à la dernière d'entre elles.`,
  'file.migration-failed': (v) =>
    `« ${v.name} » vient d'une version plus ancienne et n'a pas pu être mis à jour. Il est resté tel qu'il était${v.copy === undefined ? '' : ` ; une copie vérifiée est gardée : « ${v.copy} »`}. Envoyez ce message au support.`,
  'backup.failed': (v) =>
    `La copie de sauvegarde de « ${v.name} » n'a pas pu être faite (${v.detail ?? 'écriture impossible'}). Le dossier lui-même est intact. Vérifiez la place et les droits du dossier des sauvegardes.`,
  'backup.not-verified': (v) =>
    `La copie de sauvegarde de « ${v.name} » a été faite mais sa vérification a échoué ; elle a été retirée. Le dossier lui-même est intact. Recommencez ; si l'échec se répète, changez de disque pour les sauvegardes.`,
  'backup.source-damaged': (v) =>
    `La copie de sauvegarde de « ${v.name} » n'a pas pu être vérifiée, parce que « ${v.name} » lui-même est endommagé. Rien n'y a été modifié, et les copies faites avant sont gardées. Enregistrez-en ce que vous voyez (« Exporter le dossier »), puis restaurez une copie de sauvegarde.`,
  'backup.content-changed': (v) =>
    `Aucune copie de « ${v.name} » n'a été faite : son contenu a été changé par un autre programme ou un autre poste pendant qu'il était ouvert ici, et ce ne serait pas la copie de ce que vous aviez. Les copies faites avant le gardent. Fermez le dossier puis rouvrez-le.`,
  'backup.folder-missing': (v) =>
    `Le dossier de sauvegarde « ${v.detail ?? ''} » est absent (clé ou réseau débranché ?). La copie de « ${v.name} » n'y a pas été faite. Branchez-le, puis recommencez.`,
  'backup.not-proven': () =>
    `Le chiffrement n'a pas pu être éprouvé : un essai n'a pas pu être écrit dans le répertoire de données de Jalon, ou n'a pas été relu avec la phrase. Les copies ne sont pas chiffrées par cette phrase : ce qui était en place avant l'est toujours. Vérifiez la place et les droits de ce répertoire, puis recommencez.`,
  'backup.wrong-passphrase': (v) =>
    `« ${v.name} » n'a pas pu être déchiffré : la phrase secrète n'est pas la bonne, ou la copie a été modifiée. Rien n'a été écrit.`,
  'backup.not-encrypted': (v) => `« ${v.name} » n'est pas une copie chiffrée de Jalon. Rien n'a été écrit.`,
  'restore.in-use': (v) =>
    `${v.who || v.machine ? `« ${v.name} » est ouvert par ${v.who || 'une autre personne'} sur ${v.machine || 'un autre poste'}` : `« ${v.name} » est peut-être ouvert ailleurs (son verrou est illisible)`} : la restauration n'a pas été faite et rien n'a changé. Fermez-le partout, puis recommencez. Si vous êtes sûr que personne ne l'a plus, reprenez d'abord la main en l'ouvrant, ou restaurez la copie dans un nouveau fichier.`,
  'salvage.nothing': (v) =>
    `Rien n'a pu être relu dans « ${v.name} ». Le fichier n'a pas été modifié. Restaurez une copie de sauvegarde.`,
} as const satisfies Readonly<Record<string, (v: FileErrorValues) => string>>

function sizeSaid(size: FileErrorValues['size']): string {
  if (size?.ids === true) return `des numéros d'objets que Jalon ne donne jamais`
  if (size?.rows !== undefined) return `plus de ${frInteger(size.rows)} lignes`
  if (size?.valueMegabytes !== undefined)
    return `un texte ou une pièce de ${frInteger(size.valueMegabytes)} Mo`
  return size?.fileMegabytes === undefined
    ? 'un contenu hors de mesure'
    : `${frInteger(size.fileMegabytes)} Mo`
}

export type FileErrorCode = keyof typeof sentences

export function fileError(code: FileErrorCode, values: FileErrorValues): DoorError {
  return { code, message: french(sentences[code](values)) }
}

/** Why a dossier is open for reading only: shown after « Lecture seule : ». */
export const readOnlyReasons = {
  asked: () => 'à votre demande',
  locked: (holder: { readonly who: string; readonly machine: string; readonly since: string }) =>
    french(
      `ouvert par ${seenOnOneLine(holder.who) || 'une autre personne'} sur ${seenOnOneLine(holder.machine) || 'un autre poste'}${since(holder.since)}`,
    ),
  lockUnreadable: () =>
    french(
      `son verrou est illisible : le dossier est peut-être ouvert ailleurs. Si vous êtes sûr que non, reprenez la main`,
    ),
  folder: () => french(`le fichier ou son dossier n'accepte pas l'écriture`),
  linked: () =>
    french(
      `ce fichier porte plusieurs noms (lien physique), et l'ouvrir par l'un puis par l'autre pourrait l'abîmer ; enregistrez une copie et travaillez dans celle-ci`,
    ),
  full: () => french(`le disque est plein ; libérez de la place, puis rouvrez`),
  noCopy: (why: string) =>
    french(`il faut d'abord le mettre à jour, ce qui demande une copie de sauvegarde. ${why}`),
  newer: () => 'enregistré par une version plus récente de Jalon',
} as const

/** After a refusal to open: what playing a journal back changed, since nothing else was. */
export function interruptionUndone(message: string): string {
  return french(
    `${message} Une écriture interrompue par un arrêt brutal y avait d'abord été défaite : c'est le seul changement.`,
  )
}

/** Added to the name of what stood in the place of a lock and is none. */
export const SET_ASIDE_MARK = ' (mis de côté)'

/** Added to the name of a journal set aside: SQLite no longer recognises it. */
export const STRAY_JOURNAL_MARK = ' (journal mis de côté)'

/** A journal without its dossier was found at a name just given. */
export function strayJournalNotice(found: string, setAside: string): string {
  const [name, aside] = [seenOnOneLine(found), seenOnOneLine(setAside)]
  return french(
    `Le journal d'un ancien fichier se trouvait à côté du nom « ${name} » : il aurait abîmé le nouveau. Il a été mis de côté, sans être modifié, sous le nom « ${aside} ». Si vous ne cherchez pas à récupérer cet ancien fichier, vous pouvez le supprimer.`,
  )
}

/** Another file was put under the name of a dossier that a crash interrupted. */
export function foreignJournalNotice(found: string, setAside: string): string {
  const [name, aside] = [seenOnOneLine(found), seenOnOneLine(setAside)]
  return french(
    `À côté de « ${name} » se trouvait le journal d'un autre état de ce fichier, laissé par un arrêt brutal : depuis, « ${name} » a été remplacé (copie remise à sa place, synchronisation), et ce journal l'aurait abîmé. « ${name} » n'a pas été modifié ; le journal a été mis de côté, tel quel, sous le nom « ${aside} ». Si tout ce que vous attendez est bien là, vous pouvez le supprimer.`,
  )
}

/** " depuis le 23/11/2026 à 09:30" from an ISO instant; nothing where it is not one. */
function since(instant: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(instant)
  return found === null ? '' : ` depuis le ${found[3]}/${found[2]}/${found[1]} à ${found[4]}`
}

/** What stopped a copy, inside the sentence of `backup.failed`. */
export const copyTroubles = {
  full: 'le disque des sauvegardes est plein',
  denied: 'écriture refusée',
  missing: 'leur répertoire est introuvable',
  tooLong: 'le nom ou le chemin de la copie est trop long',
  busy: 'un autre programme les tient',
} as const

/** Advice on where a dossier lies; null: nothing to say. */
export function placeAdvice(place: { readonly kind: string; readonly service?: string }): string | null {
  if (place.kind === 'synchronised') {
    return french(
      `Ce dossier est dans un espace synchronisé (${place.service ?? ''}). Fermez-le avant de l'ouvrir sur un autre poste et attendez la fin de la synchronisation : deux modifications en même temps donneraient deux fichiers différents.`,
    )
  }
  if (place.kind === 'network') {
    return french(
      `Ce dossier est sur un disque réseau. Une seule personne à la fois peut le modifier ; en cas de coupure, la dernière opération n'est pas enregistrée et tout le reste est gardé.`,
    )
  }
  return null
}

/** "23/11/2026" from the beginning of an ISO instant. */
function frDayOf(instant: string): string {
  return `${instant.slice(8, 10)}/${instant.slice(5, 7)}/${instant.slice(0, 4)}`
}

/** Notes on the file just opened, told until they are read. */
export const fileNoteText = {
  changed: (name: string) =>
    french(
      `Le contenu de « ${name} » a été changé par un autre programme ou un autre poste (synchronisation) pendant qu'il était ouvert ici. Ce qui était déjà à l'écran est ce que vous aviez ; ce que vous afficheriez ou exporteriez maintenant peut venir de l'autre contenu, et plus rien ne s'enregistre d'ici. Fermez le dossier puis rouvrez-le pour voir ce nouveau contenu ; les copies de sauvegarde gardent le vôtre, tel qu'il était à la dernière d'entre elles.`,
    ),
  gone: (name: string) =>
    french(
      `« ${name} » n'est plus à sa place (déplacé, supprimé, ou disque débranché). Ce que vous voyez est ce que vous y aviez enregistré ; plus rien ne peut l'être. Remettez le fichier en place, ou gardez ce que vous voyez par « Enregistrer une copie ».`,
    ),
  replaced: (name: string) =>
    french(
      `Un autre fichier a pris la place de « ${name} » pendant qu'il était ouvert (synchronisation, copie par-dessus). Ce que vous voyez est le vôtre, avec tout ce que vous y aviez enregistré ; sur le disque, ce nom est maintenant celui de l'autre. « Enregistrer une copie » garde le vôtre ; fermez puis rouvrez pour voir l'autre.`,
    ),
  clock: (savedOn: string, today: string) =>
    french(
      `L'horloge de cet ordinateur (${frDayOf(today)}) est en retard sur la dernière modification du dossier (${frDayOf(savedOn)}). Rien n'est perdu, mais les échéances se calculent au jour de l'ordinateur : vérifiez sa date.`,
    ),
  clockWasAhead: (seen: string, today: string) =>
    french(
      `L'horloge de cet ordinateur (${frDayOf(today)}) est en retard sur la dernière ouverture ou sur une copie de ce dossier (${frDayOf(seen)}) : elle a été en avance, ou elle est en retard. Rien n'est perdu ni effacé, et les copies gardent l'ordre où elles ont été faites ; mais les échéances se calculent au jour de l'ordinateur : vérifiez sa date.`,
    ),
  clockAhead: (seen: string, today: string) =>
    french(
      `L'horloge de cet ordinateur (${frDayOf(today)}) est loin après les dernières dates de ce dossier (${frDayOf(seen)}). Si cette date est juste, il n'y a rien à faire. Sinon, corrigez-la : les échéances, les retards et l'aide se calculent à ce jour-là. Rien n'a été effacé, et aucune copie ne l'est à cause d'une date.`,
    ),
  forgetful: () =>
    french(
      `Jalon ne peut rien garder dans son répertoire de données (disque plein, droits ?) : ce dossier ne sera pas dans la liste des récents. Ce que vous y enregistrez est bien gardé, dans son fichier. Vérifiez la place et les droits de ce répertoire.`,
    ),
  behind: (names: { readonly mine: string; readonly other: string }, ahead: number) =>
    french(
      `« ${names.mine} » n'est pas le plus récent : « ${names.other} » est le même dossier avec ${ahead} ${ahead === 1 ? 'opération' : 'opérations'} de plus. Rien n'a été modifié. Ouvrez plutôt l'autre fichier.`,
    ),
  parted: (
    names: { readonly mine: string; readonly other: string },
    kinship: { readonly first: number; readonly second: number; readonly lastCommonAt: string | null },
  ) =>
    french(
      `Deux fichiers de ce dossier ont été modifiés chacun de leur côté${kinship.lastCommonAt === null ? '' : ` depuis le ${frDayOf(kinship.lastCommonAt)}`} : « ${names.mine} » (${kinship.first} ${kinship.first === 1 ? 'opération' : 'opérations'}) et « ${names.other} » (${kinship.second}). Aucun des deux n'a été modifié. Comparez leurs journaux, choisissez celui qui reste, et ressaisissez-y ce que l'autre a de plus.`,
    ),
} as const

/** `why`: the refusal, as it was told; null: the opening never ended, the process died in it. */
export function notReopenedText(name: string, why: string | null): string {
  const cause =
    why ??
    `Jalon s'est arrêté pendant sa dernière ouverture : mémoire épuisée, machine éteinte ou programme interrompu. Le fichier n'a pas été modifié par cet arrêt.`
  return french(
    `Le dossier « ${name} » n'a pas été rouvert de lui-même. ${cause} Vous pouvez l'ouvrir quand même, revenir à une de ses sauvegardes, ou ouvrir un autre dossier.`,
  )
}

/** Above the screens: an object of the open dossier holds a day no rule can reckon with. */
export function strangeDayNote(entity: EntityName, name: string, field: string, value: Day): string {
  return french(
    `${ENTITY_LABELS[entity]} ${name}, ${fieldLabel(entity, field)} : ${frDay(value)} est hors du calendrier de Jalon (entre ${CALENDAR}). Le dossier est entier ; ce qui dépend de cette date peut ne pas être calculé. Corrigez-la.`,
  )
}
