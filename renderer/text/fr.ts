/** French words of the frame of the application: shell, dialogs, controls. Words of one feature live in `text/<feature>.ts`. */
import { CALENDAR, frInteger, frMonth } from '#shared/text/format.ts'

/** "1 poste", "3 postes". */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${frInteger(count)}\u00a0${count < 2 && count > -2 ? one : many}`
}

/** What a list cut short says last. */
export function andOthers(count: number): string {
  return `et ${plural(count, 'autre')}`
}

export const FR = {
  skip: 'Aller au contenu',
  nav: 'Navigation principale',
  topBar: 'Barre du haut',
  statusBar: 'Barre d’état',
  screens: {
    welcome: 'Bienvenue',
    home: 'Accueil',
    positions: 'Postes',
    position: 'Poste',
    contracts: 'Contrats',
    instalments: 'Tranches',
    employers: 'Structures',
    persons: 'Personnes',
    planning: 'Planning',
    forecasts: 'Prévisions',
    reports: 'Rapports',
    import: 'Importer',
    reconciliation: 'Écarts avec la liste de l’État',
    journal: 'Journal',
    settings: 'Réglages',
    calculators: 'Calculateurs',
    help: 'Aide',
  },
  saved: (time: string) => `Enregistré à ${time}`,
  readOnly: (reason: string | null) => (reason === null ? 'Lecture seule' : `Lecture seule : ${reason}`),
  notYetSaved: 'Rien à enregistrer',
  demo: 'démonstration',
  undo: 'Annuler',
  redo: 'Rétablir',
  undoOf: (label: string) => `Annuler : ${label}`,
  redoOf: (label: string) => `Rétablir : ${label}`,
  nothingToUndo: 'Rien à annuler',
  undone: (label: string) => `Annulé : ${label}`,
  redone: (label: string) => `Rétabli : ${label}`,
  searchField: 'Rechercher un poste, une personne, une action',
  searchFieldLabel: 'Rechercher ou lancer une commande (Ctrl+K)',
  lateUnknown: 'Retards non comptés',
  late: (count: number) => (count === 0 ? 'Aucun retard' : `${frInteger(count)} en retard`),
  lateHint: 'Échéances dépassées sans réponse, quels que soient les filtres et la structure choisie',
  allEmployers: 'Toutes les structures',
  scopeLabel: 'Structure affichée',
  scopeSearch: 'Chercher une structure',
  backup: (when: string) => `Dernière copie : ${when}`,
  noBackup: 'Aucune sauvegarde pour ce dossier',
  file: {
    menu: 'Dossier',
    new: 'Nouveau dossier…',
    open: 'Ouvrir un dossier…',
    recent: 'Dossiers récents',
    copy: 'Enregistrer une copie…',
    backup: 'Sauvegarder maintenant',
    backedUp: (name: string) => `Sauvegarde faite : ${name}`,
    import: 'Importer un fichier…',
    pastImports: 'Imports déjà faits…',
    lightenJournal: 'Alléger le journal…',
    export: 'Exporter tout le dossier (JSON)…',
    close: 'Fermer le dossier',
    restore: 'Restaurer une sauvegarde…',
    newer: 'Ouvrir en lecture seule',
    takeOverTitle: 'Reprendre la main',
    takeOverMessage:
      'Ce dossier est marqué comme ouvert ailleurs. Ne le reprenez que si cet autre ordinateur est arrêté ou n’a plus Jalon ouvert : deux personnes qui écrivent en même temps donneraient deux fichiers différents.',
    takeOver: 'Reprendre la main sur ce dossier…',
    privacy: 'Données personnelles…',
    lock: 'Verrouiller l’écran',
    lockSettings: 'Réglages du verrouillage…',
  },
  notes: {
    correct: 'Corriger',
    label: 'À savoir sur ce dossier',
    read: 'J’ai lu',
    copies: 'Voir les sauvegardes',
    lighten: 'Alléger le journal…',
  },
  close: 'Fermer',
  closeKey: 'Fermer (Échap)',
  cancel: 'Annuler',
  confirm: 'Valider',
  undoHint: 'Annulable par Ctrl+Z, même après fermeture.',
  required: 'obligatoire',
  none: '—',
  notApplicable: 'sans objet',
  noTerm: 'sans terme',
  loading: 'Lecture du dossier…',
  choose: 'Choisir',
  open: 'Ouvrir la liste',
  previousMonth: 'Mois précédent',
  nextMonth: 'Mois suivant',
  calendar: 'Ouvrir le calendrier',
  dayHint: 'JJ/MM/AAAA, 301126 ou « demain »',
  dayImpossible: (month: string, days: number) => `Ce jour n’existe pas : ${frMonth(month)} a ${days} jours.`,
  dayInvalid: 'Date non comprise. Exemples : 30/11/2026, 301126, 30/11, demain.',
  dayOutOfCalendar: `Date hors du calendrier de Jalon : entre ${CALENDAR}.`,
  moneyInvalid: 'Montant non compris. Exemples : 12500, 1 234,56, =20000+14000.',
  hoursInvalid: 'Durée non comprise. Exemples : 35, 17h30.',
  rateInvalid: 'Taux non compris. Exemples : 42, 42,5 %.',
  integerInvalid: 'Saisir un nombre entier.',
  requiredField: 'Ce champ est obligatoire.',
  noMatch: 'Aucun résultat.',
  readError: 'La lecture du dossier a échoué.',
  retry: 'Réessayer',
  unreachable:
    'Jalon ne répond plus : il a été arrêté. Ce qui était enregistré est gardé dans le dossier ; rien de plus ne peut l’être ici. Relancez Jalon, puis ouvrez l’adresse qu’il donne.',
  fileUnread: (name: string) =>
    `« ${name} » n’a pas pu être lu par le navigateur : déplacé ou supprimé depuis, répertoire et non fichier, ou droit de lecture manquant. Rien n’en a été pris. Vérifiez-le, puis choisissez-le à nouveau.`,
  notWhileUnreachable: 'Cet écran ne peut pas se montrer tant que Jalon ne répond pas.',
  prerequisite: {
    import: 'Importer une liste…',
    employers: {
      title: 'Commencer par une structure',
      message:
        'Ce dossier ne contient encore aucune structure : c’est elle qui emploie, qui signe les conventions et qui reçoit l’argent.',
      action: 'Ajouter une structure…',
    },
    positions: {
      title: 'Commencer par un poste',
      message: 'Ce dossier ne contient encore aucun poste : un contrat lie une personne à un poste.',
      action: 'Ajouter un poste…',
    },
  },
  screenMissing: 'Cet écran n’existe pas.',
  backHome: 'Revenir à l’accueil',
  crashed:
    'Cet écran a rencontré une erreur. Le dossier n’est pas touché : tout ce qui était enregistré l’est toujours.',
  job: {
    progress: (done: number, total: number | null) =>
      total !== null
        ? `${frInteger(done)} sur ${frInteger(total)}`
        : done === 0
          ? '' // Nothing counted yet: a zero would look like a count that stands still.
          : frInteger(done),
    cancel: 'Annuler',
  },
  theme: { label: 'Thème', system: 'Système', light: 'Clair', dark: 'Sombre' },
} as const
