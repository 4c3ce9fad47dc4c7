/**
 * The built-in letters, as paragraphs with named fields in braces, and what each field means. The same names serve in the
 * person's own .docx template. Each letter is a draft to read over: it states the rule as the dossier knows it.
 */
import type { LetterKind, LetterOwner } from '../domain/letters.ts'
import { frenchAll } from './french.ts'

export type LetterCondition = 'public' | 'private' | 'interview'

export interface LetterParagraph {
  /** `list`: one item of a list. `only`: for a public or a private employer, or where an interview comes first. */
  readonly style: 'body' | 'list' | 'strong'
  readonly only?: LetterCondition
  readonly text: string
}

export interface LetterText {
  readonly label: string
  readonly description: string
  readonly about: LetterOwner
  readonly stem: string
  /** Lines of the addressee, at the right. */
  readonly to: readonly string[]
  readonly subject: string
  readonly registered: boolean
  readonly paragraphs: readonly LetterParagraph[]
}

const body = (text: string, only?: LetterCondition): LetterParagraph =>
  only === undefined ? { style: 'body', text } : { style: 'body', text, only }
const item = (text: string): LetterParagraph => ({ style: 'list', text })

export const LETTERS: Readonly<Record<LetterKind, LetterText>> = frenchAll({
  renewal: {
    label: 'Proposition de renouvellement du contrat',
    description: 'Au titulaire, avant la date de préavis.',
    about: 'contract',
    stem: 'renouvellement',
    to: ['{titulaire}'],
    subject: 'Renouvellement de votre contrat',
    registered: true,
    paragraphs: [
      body('Madame, Monsieur,'),
      body(
        'Votre contrat ({contrat_type}) sur le poste {poste}, commencé le {contrat_debut}, arrive à son terme le {contrat_terme}.',
      ),
      body(
        '{structure} vous propose de le renouveler à compter du {renouvellement_debut}, aux conditions suivantes :',
      ),
      item('durée : {renouvellement_duree}'),
      item('rémunération brute mensuelle : {contrat_brut}'),
      item('durée hebdomadaire de travail : {contrat_heures}'),
      body(
        'Vous disposez de {reponse_delai} à compter de la réception de cette lettre pour faire connaître votre réponse. Le silence gardé au-delà de ce délai vaut refus. ({textes})',
        'public',
      ),
      body(
        'Un avenant vous sera remis pour signature avant le terme du contrat en cours. Merci de nous faire part de votre réponse dès que possible. ({textes})',
        'private',
      ),
      body('Veuillez agréer, Madame, Monsieur, l’expression de notre considération distinguée.'),
    ],
  },
  'non-renewal': {
    label: 'Notification de non-renouvellement du contrat',
    description: 'Au titulaire, au plus tard à la date de préavis.',
    about: 'contract',
    stem: 'non-renouvellement',
    to: ['{titulaire}'],
    subject: 'Terme de votre contrat',
    registered: true,
    paragraphs: [
      body('Madame, Monsieur,'),
      body(
        'Votre contrat ({contrat_type}) sur le poste {poste}, commencé le {contrat_debut}, arrive à son terme le {contrat_terme}. Nous vous informons qu’il ne sera pas renouvelé.',
      ),
      body(
        'Cette décision vous est notifiée dans le délai de prévenance de {preavis_duree}, qui s’achève le {preavis_legal}. ({textes})',
        'public',
      ),
      body('L’entretien préalable s’est tenu le {entretien_date}.', 'interview'),
      body(
        'Au terme du contrat vous seront remis le certificat de travail, le solde de tout compte et l’attestation destinée à France Travail.',
      ),
      body('Nous vous remercions du travail accompli auprès des habitants.'),
      body('Veuillez agréer, Madame, Monsieur, l’expression de notre considération distinguée.'),
    ],
  },
  'instalment-claim': {
    label: 'Demande de versement d’une tranche',
    description: 'Au financeur, avec les pièces demandées.',
    about: 'instalment',
    stem: 'demande-de-tranche',
    to: ['{financeur}'],
    subject: 'Convention {convention} : demande de versement, {tranche}',
    registered: false,
    paragraphs: [
      body('Madame, Monsieur,'),
      body(
        'Au titre de la convention {convention} (dossier {dossier_ds}, engagement juridique {engagement_juridique}), {structure} demande le versement de : {tranche}, poste {poste}, d’un montant de {tranche_montant}.',
      ),
      body(
        'Conditions prévues : {tranche_conditions}. Elles sont réunies depuis le {tranche_conditions_date}.',
      ),
      body('État de la convention à ce jour :'),
      item('notifié : {notifie}'),
      item('acquis : {acquis}'),
      item('reçu : {recu}'),
      item('reste à recevoir : {reste}'),
      body(
        'Vous trouverez ci-joint les pièces justificatives. Nous restons à votre disposition : {contact}.',
      ),
      body('Veuillez agréer, Madame, Monsieur, l’expression de notre considération distinguée.'),
    ],
  },
  'instalment-reminder': {
    label: 'Relance pour une tranche en retard',
    description: 'Au financeur, avec les montants et les dates.',
    about: 'instalment',
    stem: 'relance-de-tranche',
    to: ['{financeur}'],
    subject: 'Convention {convention} : versement en attente, {tranche}',
    registered: false,
    paragraphs: [
      body('Madame, Monsieur,'),
      body(
        'Le versement prévu par la convention {convention} (dossier {dossier_ds}, engagement juridique {engagement_juridique}) pour {tranche}, poste {poste}, était attendu le {tranche_attendue}. Il a été demandé le {tranche_demandee}.',
      ),
      item('montant prévu : {tranche_montant}'),
      item('reçu à ce jour : {tranche_recue}'),
      item('reste dû : {tranche_reste}, en retard de {jours_retard}'),
      body(
        'Ce retard pèse sur la trésorerie de {structure}, qui continue de rémunérer le poste. Pouvez-vous nous indiquer la date de versement, ou la pièce qui manquerait à l’instruction ?',
      ),
      body('Notre interlocuteur : {contact}.'),
      body('Veuillez agréer, Madame, Monsieur, l’expression de notre considération distinguée.'),
    ],
  },
  vacancy: {
    label: 'Départ et vacance d’un poste',
    description:
      'Au financeur, après le départ du titulaire : la date limite de remplacement et l’état de l’aide.',
    about: 'position',
    stem: 'vacance-de-poste',
    to: ['{financeur}'],
    subject: 'Convention {convention} : vacance du poste {poste}',
    registered: false,
    paragraphs: [
      body('Madame, Monsieur,'),
      body(
        '{structure} vous informe que le poste {poste} (identifiant {poste_id}), financé par la convention {convention} (dossier {dossier_ds}), est vacant à compter du {vacant_depuis}. Dernier jour occupé : {dernier_jour}.',
      ),
      body(
        'Nous recherchons un remplaçant ; le poste est à pourvoir au plus tard le {limite_remplacement}. Nous vous informerons du recrutement, ou de la restitution du poste.',
      ),
      body('À ce jour, pour ce poste :'),
      item('notifié : {notifie}'),
      item('acquis : {acquis}'),
      item('reçu : {recu}'),
      body(
        'Nous vous remercions de nous indiquer si la vacance ouvre droit à un avenant qui déplace la fin de la convention ({convention_fin}). Notre interlocuteur : {contact}.',
      ),
      body('Veuillez agréer, Madame, Monsieur, l’expression de notre considération distinguée.'),
    ],
  },
  'position-return': {
    label: 'Restitution d’un poste',
    description: 'À la Caisse des Dépôts, en recommandé ; un avenant suit.',
    about: 'position',
    stem: 'restitution-de-poste',
    to: ['{financeur}'],
    subject: 'Convention {convention} : restitution du poste {poste}',
    registered: true,
    paragraphs: [
      body('Madame, Monsieur,'),
      body(
        '{structure} vous informe qu’elle restitue le poste {poste} (identifiant {poste_id}), financé par la convention {convention} (dossier {dossier_ds}), à compter du {rendu_le}.',
      ),
      body('Motif : {rendu_motif}.'),
      body('Dernier jour occupé : {dernier_jour}. À cette date, pour ce poste :'),
      item('notifié : {notifie}'),
      item('acquis : {acquis}'),
      item('reçu : {recu}'),
      item('trop-perçu éventuel : {trop_percu}'),
      body(
        'Nous vous demandons d’établir l’avenant correspondant. Le montant définitif de l’aide est celui que vous aurez arrêté.',
      ),
      body('Veuillez agréer, Madame, Monsieur, l’expression de notre considération distinguée.'),
    ],
  },
  'use-attestation': {
    label: 'Attestation d’emploi de l’aide',
    description: 'Pour solder une convention : ce qui a été acquis, reçu et dépensé.',
    about: 'agreement',
    stem: 'attestation-emploi',
    to: ['{financeur}'],
    subject: 'Convention {convention} : attestation d’emploi de l’aide',
    registered: false,
    paragraphs: [
      body(
        'Je soussigné(e) {signataire}, représentant(e) légal(e) de {structure} (SIRET {structure_siret}), atteste que l’aide versée au titre de la convention {convention} du {convention_debut} au {convention_fin} a été employée à la rémunération des conseillers numériques des postes qu’elle finance : {postes}.',
      ),
      item('notifié : {notifie}'),
      item('acquis à la date de la présente : {acquis}'),
      item('reçu : {recu}'),
      item('coût salarial de la période : {cout}'),
      item('trop-perçu éventuel, à reverser : {trop_percu}'),
      body('Les contrats, bulletins de paie et comptes rendus de la période sont tenus à votre disposition.'),
      body('Fait pour servir et valoir ce que de droit.'),
    ],
  },
} as const satisfies Record<LetterKind, LetterText>)

/** Every field a letter or a template may name. */
export const LETTER_FIELDS = frenchAll({
  date: 'Jour de la lettre, en toutes lettres',
  lieu: 'Commune de la structure',
  structure: 'Nom de la structure employeuse',
  structure_adresse: 'Adresse, code postal et commune de la structure',
  structure_siret: 'SIRET ou RIDET de la structure',
  signataire: 'Contact de la structure',
  contact: 'Contact, téléphone et courriel de la structure',
  poste: 'ID et nom du poste',
  poste_id: 'ID poste de l’État',
  postes: 'Postes de la convention',
  titulaire: 'Prénom et nom du titulaire',
  contrat_type: 'Type de contrat',
  contrat_debut: 'Premier jour du contrat',
  contrat_terme: 'Terme du contrat, avenants compris',
  contrat_brut: 'Salaire brut mensuel',
  contrat_heures: 'Durée hebdomadaire de travail',
  renouvellement_debut: 'Lendemain du terme',
  renouvellement_duree: 'Durée proposée',
  preavis_legal: 'Dernier jour légal du préavis (droit public)',
  preavis_prudent: 'Dernier jour ouvré avant le préavis légal',
  preavis_duree: 'Durée du délai de prévenance',
  entretien_date: 'Jour de l’entretien',
  reponse_delai: 'Délai de réponse du titulaire (droit public)',
  textes: 'Textes applicables',
  convention: 'Référence de la convention',
  financeur: 'Financeur',
  dossier_ds: 'Numéro Démarches simplifiées',
  engagement_juridique: 'Numéro d’engagement juridique',
  convention_debut: 'Début de la convention',
  convention_fin: 'Fin de la convention, avenants compris',
  notifie: 'Montant notifié',
  acquis: 'Montant acquis au jour de la lettre',
  recu: 'Montant reçu',
  reste: 'Reste à recevoir',
  trop_percu: 'Reçu au-delà de l’acquis',
  cout: 'Coût salarial de la période',
  tranche: 'Nom de la tranche',
  tranche_montant: 'Montant de la tranche',
  tranche_attendue: 'Jour où la tranche est attendue',
  tranche_demandee: 'Jour de la demande',
  tranche_recue: 'Déjà reçu sur la tranche',
  tranche_reste: 'Reste dû sur la tranche',
  tranche_conditions: 'Conditions de la tranche',
  tranche_conditions_date: 'Jour où les conditions ont été réunies',
  jours_retard: 'Retard, en jours',
  rendu_le: 'Jour de restitution du poste',
  rendu_motif: 'Motif de restitution',
  dernier_jour: 'Dernier jour occupé du poste',
  vacant_depuis: 'Premier jour de la vacance du poste',
  limite_remplacement: 'Dernier jour pour pourvoir le poste',
} as const)

export type LetterField = keyof typeof LETTER_FIELDS

export const LETTER_WORDS = frenchAll({
  toFill: (label: string) => `[à compléter : ${label.toLowerCase()}]`,
  registered: 'Lettre recommandée avec accusé de réception',
  subject: 'Objet',
  placeAndDate: '{lieu}, le {date}',
  hours: (text: string) => `${text} par semaine`,
  days: (n: string, many: boolean) => `${n} ${many ? 'jours' : 'jour'}`,
  months: (n: string) => `${n} mois`,
} as const)
