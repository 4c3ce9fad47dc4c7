/** Words of the reconciliation with the State's list of posts. */
import { frInteger } from '#shared/text/format.ts'
import { plural } from '../../text/fr.ts'

export type Shown = 'open' | 'contested' | 'kept' | 'accepted' | 'all'

const NAMES: Readonly<Record<Shown, string>> = {
  open: 'À traiter',
  contested: 'Contestés',
  kept: 'Gardés',
  accepted: 'Acceptés',
  all: 'Tous',
}

export const RECONCILIATION_WORDS = {
  title: 'Écarts avec la liste de l’État',
  subtitle: (open: number, posts: number) =>
    open === 0
      ? 'Aucun écart à traiter.'
      : `${plural(open, 'écart')} à traiter sur ${plural(posts, 'poste')}`,
  changed: (count: number) =>
    `${plural(count, 'valeur')} que l’État a ${count < 2 ? 'changée' : 'changées'} depuis une liste précédente`,
  showChanged: 'Ne voir que celles-là',
  showLabel: 'Écarts affichés',
  show: (name: Shown, count: number) => `${NAMES[name]} ${frInteger(count)}`,
  field: 'Champ',
  allFields: 'Tous les champs',
  find: 'Filtrer par poste ou structure',
  table: 'Écarts, côte à côte',
  post: 'Poste',
  employer: 'Structure',
  theirs: 'Chez l’État',
  ours: 'Chez nous',
  verdict: 'Écart',
  decision: 'Décision',
  seen: 'Liste du',
  actions: 'Actions',
  same: 'identiques',
  sameTip: 'Le dossier dit la même chose depuis : le prochain import de la liste retirera cette ligne.',
  differ: 'différents',
  oneDay: 'un jour d’écart',
  oneDayTip: 'Défaut connu des exports de l’État : la date y est parfois avancée d’un jour.',
  changedTag: 'changé par l’État',
  decisions: {
    open: 'à traiter',
    accepted: 'accepté',
    kept: 'gardé',
    contested: 'contesté',
  },
  accept: 'Accepter',
  acceptLabel: (what: string) => `Accepter la valeur de l’État : ${what}`,
  keep: 'Garder…',
  keepLabel: (what: string) => `Garder la nôtre : ${what}`,
  contest: 'Contester…',
  contestLabel: (what: string) => `Contester : ${what}`,
  reopen: 'Rouvrir',
  reopenLabel: (what: string) => `Rouvrir : ${what}`,
  correct: 'Corriger dans la fiche',
  correctLabel: (what: string) => `Corriger dans la fiche : ${what}`,
  what: (post: string, field: string) => `${field}, ${post}`,
  keepTitle: 'Garder la valeur du dossier',
  contestTitle: 'Contester la valeur de l’État',
  compare: (field: string, theirs: string, ours: string) =>
    `${field} : « ${theirs} » chez l’État, « ${ours} » chez nous.`,
  note: 'Pourquoi',
  noteHint: 'Relevé de banque, avenant, échange avec la préfecture : ce qui le justifiera plus tard.',
  noteMissing: 'Dire en quelques mots pourquoi.',
  keepAction: 'Garder la nôtre',
  contestAction: 'Marquer comme contesté',
  undoHint: 'Annulable par Ctrl+Z. L’écart sera rouvert si l’État change sa valeur.',
  none: 'Aucun écart avec la liste de l’État',
  noneBody:
    'Cette page compare vos postes à la « Liste des postes » exportée de Mon inclusion numérique. Importer la liste la remplit ; la réimporter montre ce que l’État a changé.',
  import: 'Importer la liste des postes…',
  noMatch: 'Aucun écart ne correspond à ces filtres.',
  more: (count: number) => `Afficher les ${frInteger(count)} suivants`,
  done: {
    accepted: 'Valeur de l’État acceptée.',
    kept: 'Valeur du dossier gardée.',
    contested: 'Écart marqué comme contesté.',
    open: 'Écart rouvert.',
  },
  status: (shown: number, all: number) => `${plural(shown, 'écart')} sur ${frInteger(all)}`,
} as const
