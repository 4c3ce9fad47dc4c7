/** The help of each screen, in the words of the screens themselves. Written for someone who keeps these posts in a workbook. */
import type { ScreenName } from '../../app/routes.ts'

export interface HelpTopic {
  readonly id: ScreenName | 'words' | 'start'
  readonly title: string
  readonly lead: string
  readonly steps: readonly string[]
  readonly notes: readonly (readonly [question: string, answer: string])[]
  readonly keys: readonly (readonly [keys: string, what: string])[]
}

export const TOPICS: readonly HelpTopic[] = [
  {
    id: 'start',
    title: 'Premiers pas',
    lead: 'Un dossier est un fichier .jalon. Il contient vos structures, vos postes, leurs contrats, les conventions, les tranches et les versements. Jalon en déduit les échéances, les retards et les montants.',
    steps: [
      'Importez votre classeur ou un export de l’État, ou ouvrez le dossier de démonstration pour regarder sans risque.',
      'Vérifiez chaque structure : secteur (public ou privé), exercice, zone de jours fériés. Les règles en dépendent.',
      'Sur chaque poste, complétez le contrat en cours et la convention avec ses tranches.',
      'Enregistrez les versements à mesure qu’ils arrivent (Ctrl+Entrée).',
      'Ouvrez l’accueil chaque semaine : les retards d’abord, puis ce qui vient.',
    ],
    notes: [
      [
        'Faut-il enregistrer ?',
        'Non. Chaque saisie validée est écrite aussitôt. L’heure est en haut de la fenêtre.',
      ],
      [
        'Et si je me trompe ?',
        'Ctrl+Z annule, même après avoir fermé et rouvert le dossier. Un import, un collage ou un dialogue s’annule d’un coup.',
      ],
      [
        'Mes données partent-elles sur Internet ?',
        'Non. Jalon ne fait aucune requête. Rien ne sort du fichier.',
      ],
    ],
    keys: [
      ['Ctrl+K', 'chercher un poste, une personne, une action'],
      ['Ctrl+Z, Ctrl+Y', 'annuler, rétablir'],
      ['F6', 'passer à la zone suivante de l’écran'],
      ['F9', 'masquer les noms et les montants'],
    ],
  },
  {
    id: 'welcome',
    title: 'Bienvenue',
    lead: 'Quatre façons de commencer, et vos dossiers récents. Le dossier de démonstration est un fichier à part : il ne se mélange jamais à vos données.',
    steps: [
      'Touches 1 à 4 pour choisir, ou Ctrl+O pour ouvrir un fichier.',
      'Un fichier .jalon, .xlsx ou .csv peut être déposé dans la fenêtre.',
    ],
    notes: [
      [
        'Le dossier est ouvert par quelqu’un d’autre ?',
        'Il s’ouvre en lecture seule, avec le nom de la personne. Tout se consulte et s’exporte, rien ne s’écrit.',
      ],
      [
        'Le fichier est abîmé ?',
        'Jalon ne l’écrase jamais : il propose une sauvegarde, ou de récupérer ce qui peut l’être dans un nouveau fichier.',
      ],
    ],
    keys: [
      ['1 à 4', 'choisir'],
      ['Ctrl+O', 'ouvrir un fichier'],
    ],
  },
  {
    id: 'home',
    title: 'Accueil',
    lead: 'Ce qui s’est passé depuis votre dernière visite, ce qui est en retard, ce qui vient dans les 90 jours. Un rappel reste tant qu’il n’a pas de réponse.',
    steps: [
      'Chaque ligne dit la date, l’objet, puis la nature : délai légal, règle du dispositif, terme ou repère interne.',
      'Répondez : Fait, Reporter… (avec une date et un motif) ou Ignorer… (avec un motif).',
      'Cliquez sur une date pour savoir d’où elle vient.',
    ],
    notes: [
      [
        'J’ai ignoré une échéance et elle revient ?',
        'Sa date a changé depuis votre réponse : elle est montrée de nouveau.',
      ],
      [
        'Pourquoi « acquis » et « reçu » diffèrent-ils ?',
        'L’acquis suit les mois réellement occupés, le reçu suit la banque. Reçu au-delà de l’acquis : un reversement est possible si tout s’arrêtait.',
      ],
      [
        'Que veut dire « non calculé » ?',
        'Une règle n’a pas pu s’appliquer à cet objet, le plus souvent à cause d’une date impossible reçue d’un autre fichier. La cause est nommée : corrigez-la. Les totaux sont donnés sans lui, le reste est exact.',
      ],
      [
        'Comment ne recevoir que l’agenda ?',
        '« Exporter l’agenda (.ics) » : un nouvel export remplace le précédent dans votre agenda, et y annule ce qui est réglé (tranche reçue, contrat renouvelé, poste pourvu…).',
      ],
    ],
    keys: [
      ['↑ ↓', 'passer d’une échéance à l’autre'],
      ['Entrée', 'ouvrir la fiche du poste'],
      ['F, R, I', 'fait, reporter, ignorer'],
    ],
  },
  {
    id: 'positions',
    title: 'Postes',
    lead: 'Une ligne par poste, comme dans un tableur : l’état, le titulaire, le contrat, la convention, les montants et la prochaine échéance.',
    steps: [
      'Cliquez une cellule et tapez pour la modifier. Les cellules calculées sont en gris et disent pourquoi.',
      'Collez depuis Excel : chaque cellule refusée est montrée avec sa raison, les autres sont écrites d’un coup.',
      'Ctrl+Maj+V colle de nouvelles lignes : les lignes refusées sont dites avant l’écriture, et se recopient pour être corrigées.',
      'Filtrez, groupez, choisissez les colonnes, puis enregistrez la vue sous un nom.',
    ],
    notes: [
      [
        'Une ligne modifiée ne bouge pas ?',
        'Elle reste à sa place tant que le tri ou le filtre n’est pas actualisé.',
      ],
      [
        'Peut-on taper le notifié ?',
        'Oui, terme à terme quand la convention accorde plusieurs montants : =20000+14000+10000. Les tranches ne changent pas.',
      ],
      ['Un retard a disparu avec un filtre ?', 'Le compteur en haut à droite ne dépend d’aucun filtre.'],
    ],
    keys: [
      ['F2 ou taper', 'modifier la cellule'],
      ['Entrée, Tab', 'valider vers le bas, vers la droite'],
      ['Ctrl+D', 'recopier la première ligne de la sélection, ou la cellule du dessus'],
      ['Ctrl+;', 'date du jour'],
    ],
  },
  {
    id: 'position',
    title: 'Fiche d’un poste',
    lead: 'Tout ce qui concerne un poste : son état et sa raison, sa frise, ses contrats, ses aides, ses échéances, ses documents et son journal.',
    steps: [
      'La frise montre la convention, les contrats, les vacances hachurées, les tranches, le préavis et le jour.',
      'Cliquez un montant, une date ou l’état : « Pourquoi ? » détaille le calcul et les textes.',
      '« Renouveler… » montre les durées permises, ce que l’aide couvre et ce qui reste à charge.',
      '« Déclarer un départ… » dit ce qui s’ensuit avant d’écrire : vacance, date limite de remplacement, aide qui ne serait pas acquise, tranches suspendues ; puis la lettre au payeur.',
      '« Actions » : déclarer un départ, rendre le poste, le rattacher à une autre structure.',
    ],
    notes: [
      [
        'Contrat renouvelé ou avenant ?',
        'Un renouvellement est une nouvelle période. Un avenant change les termes ou la fin du contrat en cours.',
      ],
      [
        'Une pièce « à enregistrer seulement » ?',
        'Elle est arrivée avec un fichier reçu et n’est pas ce que dit son nom, ou contient un programme. Jalon la garde et dit pourquoi, mais ne l’ouvre pas. Demandez à son auteur, par un autre moyen, avant de l’enregistrer.',
      ],
      [
        'Poste vacant : que se passe-t-il ?',
        'La limite de remplacement est calculée ; passé ce jour, le poste est à rendre.',
      ],
    ],
    keys: [
      ['Alt+↑, Alt+↓', 'poste précédent, suivant'],
      ['Ctrl+1 à 5', 'onglets'],
      ['Échap', 'fermer le panneau « Pourquoi ? »'],
    ],
  },
  {
    id: 'contracts',
    title: 'Contrats',
    lead: 'Tous les contrats de travail, un par période. Un renouvellement est une ligne à lui, qui nomme le contrat précédent.',
    steps: [
      'Collez de nouveaux contrats (Ctrl+Maj+V) : le poste par son numéro, la personne par son nom, reconnue ou créée.',
      'La fin prévue tient compte des avenants ; la fin réelle est le dernier jour travaillé.',
      'Le préavis n’existe qu’en droit public. Pour un contrat privé, la colonne dit « sans objet ».',
    ],
    notes: [
      [
        '« Échu non clos » ?',
        'Le terme est passé et rien n’est enregistré ensuite : saisir le renouvellement, ou la fin réelle.',
      ],
    ],
    keys: [],
  },
  {
    id: 'instalments',
    title: 'Tranches',
    lead: 'L’argent attendu, tranche par tranche : prévue, suspendue, à demander, demandée, en retard, reçue.',
    steps: [
      '« Enregistrer un versement » (Ctrl+Entrée) : saisissez le montant, Jalon l’affecte aux tranches les plus anciennes.',
      'Corrigez l’affectation si besoin ; ce qui n’est pas affecté reste visible dans « Versements » et s’affecte plus tard (Maj+F10, « Affecter aux tranches… »).',
      'Un versement peut couvrir plusieurs tranches, une tranche peut recevoir plusieurs versements.',
    ],
    notes: [
      [
        'Pourquoi « suspendue » ?',
        'Une condition manque, ou le poste est vacant : la raison est dans la colonne « État et condition ».',
      ],
      [
        'Un reversement au financeur ?',
        'Enregistrez un montant négatif : il se prend sur les tranches déjà reçues, et ne peut pas dépasser ce que la structure a reçu.',
      ],
      [
        'Le financeur a versé moins, pour reprendre un trop-perçu ?',
        'Saisissez la ligne de banque telle quelle, puis « Déduire un avoir » : choisissez la tranche trop payée et le montant repris. La tranche due est soldée, l’autre a reçu d’autant moins.',
      ],
    ],
    keys: [
      ['Ctrl+Entrée', 'enregistrer un versement'],
      ['Espace', 'déplier les versements d’une tranche'],
    ],
  },
  {
    id: 'employers',
    title: 'Structures',
    lead: 'Les structures employeuses. Le secteur, la zone et le début d’exercice décident des règles appliquées à leurs postes.',
    steps: ['Une structure sans SIRET ni RIDET ne peut pas être reconnue par un import.'],
    notes: [],
    keys: [],
  },
  {
    id: 'persons',
    title: 'Personnes',
    lead: 'Les titulaires, présents et passés. Jalon ne garde ni numéro de sécurité sociale, ni date de naissance, ni donnée de santé.',
    steps: [
      'Le délai de prévenance doublé se coche ici : c’est la seule trace d’une situation particulière.',
    ],
    notes: [],
    keys: [],
  },
  {
    id: 'planning',
    title: 'Planning',
    lead: 'Tous les postes sur un même axe : conventions, contrats, vacances et tranches. Les mêmes données existent en tableau.',
    steps: ['Changez l’échelle, imprimez en A4 ou en A3.'],
    notes: [],
    keys: [],
  },
  {
    id: 'forecasts',
    title: 'Prévisions',
    lead: 'Trésorerie des tranches, coût et reste à charge sur 36 mois. Un scénario est une hypothèse à côté des faits.',
    steps: ['Rien n’est écrit dans le dossier avant « Appliquer ».'],
    notes: [],
    keys: [],
  },
  {
    id: 'reports',
    title: 'Rapports',
    lead: 'Les classeurs pour le comptable, la direction ou l’État. L’aperçu est le fichier : mêmes cellules, mêmes totaux.',
    steps: [
      'Choisissez le rapport, l’exercice, la structure, puis Excel, CSV ou PDF.',
      'Les contrôles sont comptés en haut à droite. S’il y en a un à vérifier, la feuille « Contrôles » dit lequel.',
    ],
    notes: [
      [
        'Les totaux sont-ils des formules ?',
        'Oui. Les dates et les montants sont de vraies valeurs, les identifiants restent du texte.',
      ],
      [
        'La colonne « Prévision » du compte rendu financier ?',
        'Bouton « Budget… » : saisissez ou collez le budget de la structure, ou de chaque convention. Les ressources propres sont calculées pour que les totaux soient égaux.',
      ],
      [
        'Les fonds dédiés ?',
        'Bouton « Fonds dédiés… », ou le menu d’une convention : par exercice, ce que votre comptable porte (6894) et reprend (7894). Jalon montre ce qui resterait non employé et comment il le trouve, sans rien saisir à votre place.',
      ],
      [
        'Mon modèle « contient ce qui agirait à son ouverture » ?',
        'Macros, champs ou liens qui vont chercher ailleurs. « Retirer et remplir » fait la lettre ou le classeur sans eux ; votre modèle n’est pas modifié.',
      ],
      ['Sans les noms ?', 'Décochez « Noms des titulaires ».'],
    ],
    keys: [
      ['Ctrl+E', 'exporter en Excel'],
      ['Ctrl+PageSuiv', 'feuille suivante'],
    ],
  },
  {
    id: 'import',
    title: 'Importer',
    lead: 'Jalon lit le fichier, montre chaque ligne avant d’écrire, puis écrit tout en une fois. Un import s’annule d’un seul geste.',
    steps: [
      'Choisissez le fichier. La feuille, les en-têtes et les colonnes se reconnaissent, et se corrigent à gauche.',
      'À droite, chaque ligne est créée, modifiée, inchangée ou rejetée. La raison est à la cellule.',
      '« Corriger ici » change la valeur lue, sans toucher au fichier. « Laisser de côté » passe la ligne.',
    ],
    notes: [
      [
        'Par quoi un objet est-il reconnu ?',
        'Sous « Reconnaître dans le dossier » : automatique (chaque clé dans l’ordre montré), ou une seule, par exemple le SIRET ou le nom. Le choix est retenu pour les fichiers de même forme.',
      ],
      ['Réimporter le même fichier ?', 'Rien ne change : les lignes déjà connues sont « inchangées ».'],
      ['Une cellule vide efface-t-elle ?', 'Jamais, sauf si vous le demandez.'],
      [
        'Plusieurs feuilles ?',
        'Cochez celles à lire avec la première, chacune avec sa nature. Le tout est un seul import.',
      ],
      [
        'Les coûts de la paie ?',
        'Une ligne par agent et par mois, ou une colonne par mois. Les contrats doivent être dans le dossier, ou sur une feuille du même import.',
      ],
    ],
    keys: [
      ['F8', 'rejet suivant'],
      ['F2', 'corriger la cellule'],
    ],
  },
  {
    id: 'reconciliation',
    title: 'Écarts avec la liste de l’État',
    lead: 'Après l’import de la « Liste des postes », ce que l’État dit de chaque poste à côté de ce que dit votre dossier.',
    steps: [
      '« Accepter » prend la date de l’État. Un montant ou un état se corrige là d’où il vient : « Corriger dans la fiche ».',
      '« Garder… » et « Contester… » demandent pourquoi. La raison reste avec l’écart.',
      'Réimporter la liste rouvre ce que l’État a changé depuis, avec ce qu’il disait avant.',
    ],
    notes: [
      [
        'Une date avec un jour d’écart ?',
        'C’est un défaut connu des exports de l’État. Gardez la vôtre si la convention signée la donne.',
      ],
      [
        'Quand un écart disparaît-il ?',
        'Au prochain import de la liste, si les deux côtés disent la même chose.',
      ],
    ],
    keys: [],
  },
  {
    id: 'journal',
    title: 'Journal',
    lead: 'Qui a changé quoi, quand, avant et après. Tenu par le dossier lui-même ; une étape écrite par un autre programme y est signalée et ne s’annule pas.',
    steps: ['Annuler et rétablir s’y voient aussi : rien ne disparaît.'],
    notes: [
      [
        'Le journal prend beaucoup de place',
        '« Alléger le journal… » retire le détail des actions anciennes : elles ne s’annulent plus, mais ce qui a été fait, par qui et quand reste. Les 200 dernières actions gardent leur détail ; une copie vérifiée est faite d’abord. Ce qui sera perdu est dit avant.',
      ],
    ],
    keys: [],
  },
  {
    id: 'settings',
    title: 'Réglages',
    lead: 'L’affichage reste sur cet ordinateur. Les rappels, les chiffres de référence et les barèmes sont dans le dossier.',
    steps: [
      'Un chiffre corrigé s’ajoute à celui d’origine, avec votre source et sa date. « Autre valeur » en ajoute une plus récente.',
      '« Ajouter un jour férié » : un jour propre à votre zone, compté ensuite dans tous les délais.',
      'Un barème propose des montants ; il ne change aucune convention déjà saisie.',
    ],
    notes: [
      [
        'Les copies prennent trop de place ?',
        'Rubrique Sauvegardes : choisissez une borne. Ce qu’elle retirerait est dit avant, et les 10 dernières copies restent toujours.',
      ],
      [
        'La date de l’ordinateur était fausse ?',
        'Rien n’est effacé : corrigez-la. Les copies gardent l’ordre où elles ont été faites, la liste signale les dates douteuses.',
      ],
    ],
    keys: [],
  },
  {
    id: 'calculators',
    title: 'Calculateurs',
    lead: 'Chaque règle, à essayer seule, avec son explication : fin de contrat, préavis, carence, période d’essai, aide acquise, exercices.',
    steps: ['Changez une donnée : le résultat suit. Le texte appliqué et sa date sont à côté.'],
    notes: [
      [
        'Ce n’est pas ce que dit mon accord de branche ?',
        'Corrigez le chiffre dans Réglages, avec sa source.',
      ],
    ],
    keys: [],
  },
  {
    id: 'words',
    title: 'Les mots',
    lead: 'Les mêmes mots partout, à l’écran, dans les rapports et dans l’agenda.',
    steps: [],
    notes: [
      ['Poste', 'Le siège financé. Ni la personne, ni le contrat.'],
      ['Notifié', 'Ce que la convention accorde.'],
      ['Acquis', 'La part du notifié qui correspond aux mois occupés.'],
      ['Reçu', 'Ce qui est arrivé en banque et affecté à une tranche.'],
      ['Reste à recevoir', 'Notifié moins reçu, sans ce qui est annulé.'],
      ['Trop-perçu', 'Reçu au-delà de l’acquis : à rendre si tout s’arrêtait.'],
      ['Reste à charge', 'Le coût moins l’aide.'],
      ['Renouveler', 'Une nouvelle période de contrat pour la même personne.'],
      ['Reconventionner', 'Une nouvelle convention entre la structure et le financeur.'],
      ['Délai légal', 'Fixé par un texte. Jamais reporté par une réponse.'],
      ['Règle du dispositif', 'Fixée par l’État ou le financeur pour ces postes.'],
      ['Repère interne', 'Un rappel d’organisation, proposé par Jalon ou par vous.'],
    ],
    keys: [],
  },
]

export function topicOf(id: string | undefined): HelpTopic {
  const found = TOPICS.find((topic) => topic.id === id) ?? TOPICS[0]
  if (found === undefined) throw new Error('the help has no topic')
  return found
}
