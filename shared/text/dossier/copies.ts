/** Words of the copies: reasons, second place, passphrase, recovery sheet, salvage. The screen and the refusals say the same. */
import { plural } from '../fill.ts'
import { frInstant } from '../format.ts'
import { frenchAll } from '../french.ts'

export const COPIES_TEXT = frenchAll({
  folderName: 'Sauvegardes Jalon',
  reasons: {
    ouverture: 'à l’ouverture',
    horaire: 'chaque heure',
    'avant-migration': 'avant une mise à jour du fichier',
    'avant-import': 'avant un import',
    'avant-restauration': 'avant une restauration',
    'avant-lot': 'avant une modification en nombre',
    manuelle: 'à la main',
  },
  secondAbsent: (folder: string) =>
    `Le second dossier de sauvegarde « ${folder} » est absent (clé débranchée, réseau coupé ?). Les copies de cet ordinateur se font toujours ; branchez-le pour que la seconde se fasse aussi.`,
  /** The disk was full: what a copy cost. */
  gaveUp: (folder: string, count: number, kept: number) =>
    `Le disque de « ${folder} » est plein. Pour faire place à la nouvelle copie, les plus anciennes de ce dossier y ont été retirées (${plural(count, 'copie')}) ; les ${kept} dernières restent toujours. Libérez de la place sur ce disque, ou accordez-en moins aux copies.`,
  waiting: `La copie de sauvegarde précédente n'est toujours pas finie (disque ou réseau qui ne répond plus ?) : aucune autre n'a pu être faite depuis. Ce qui est enregistré dans le dossier l'est.`,
  settingsUnreadable: `Les réglages des copies de cet ordinateur (« sauvegardes.json ») ne se lisent plus : le second dossier et sa phrase secrète sont à redonner dans les réglages, et rien n'y est copié d'ici là. Les copies de cet ordinateur se font toujours.`,
  /** After what stopped the last one. */
  lastOne: (at: string | null) =>
    at === null
      ? `Ce dossier n'a encore aucune copie.`
      : `La dernière copie est du ${frInstant(at)} : ce qui a été enregistré depuis n'y est pas.`,
  operationNotStarted: (why: string) =>
    `Rien n'a été modifié : cette opération est toujours précédée d'une copie de sauvegarde, et celle-ci n'a pas pu être faite. ${why}`,
  errors: {
    unknown: `Cette copie n'est plus là : elle a été retirée ou son disque est débranché. Rien n'a été modifié. Actualisez la liste.`,
    placeUnknown: `Cet emplacement n'est plus là. Rien n'a été modifié : choisissez-en un autre.`,
    placeRefused: `Jalon ne peut pas écrire à cet emplacement. Rien n'a été modifié : choisissez-en un autre.`,
    targetUnknown: `Le dossier à remplacer n'est plus dans la liste. Rien n'a été modifié : restaurez plutôt dans un nouveau fichier.`,
    nothingRefused: `Aucun fichier n'attend d'être récupéré. Rien n'a été modifié.`,
    otherDossier: `Cette copie est celle d'un autre dossier : elle ne peut pas remplacer celui-là. Rien n'a été modifié : restaurez-la dans un nouveau fichier.`,
  },
  restoredName: (stem: string, day: string) => `${stem} (copie du ${day})`,
  salvagedName: (stem: string) => `${stem} (récupéré)`,
  tables: {
    employer: 'Structures',
    position: 'Postes',
    attachment: 'Rattachements',
    person: 'Personnes',
    contract: 'Contrats',
    contract_amendment: 'Avenants de contrat',
    monthly_cost: 'Coûts mensuels',
    dedicated_fund: 'Fonds dédiés',
    budget_line: 'Lignes de budget',
    agreement: 'Conventions',
    agreement_amendment: 'Avenants de convention',
    grant_year: 'Montants annuels',
    instalment: 'Tranches',
    payment: 'Versements',
    allocation: 'Répartitions de versements',
    aid_scale: 'Barèmes',
    aid_scale_year: 'Années de barème',
    rule_figure: 'Chiffres corrigés',
    deadline_answer: 'Réponses aux échéances',
    free_deadline: 'Échéances saisies',
    setting: 'Réglages',
    saved_view: 'Vues enregistrées',
    document: 'Pièces jointes',
    scenario: 'Scénarios',
    state_difference: 'Écarts avec l’État',
    import_mapping: 'Correspondances d’import',
  } as Readonly<Record<string, string>>,
  sheet: (given: { readonly dossier: string; readonly folder: string; readonly day: string }) => [
    `FICHE DE SECOURS : COPIES CHIFFRÉES DE JALON`,
    ``,
    `Dossier : ${given.dossier}`,
    `Emplacement des copies : ${given.folder}`,
    `Fiche établie le ${given.day}`,
    ``,
    `Phrase secrète (à écrire à la main) :`,
    ``,
    `. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .`,
    ``,
    `Sans cette phrase, personne ne peut relire les copies chiffrées : ni vous, ni le support.`,
    `Rangez cette feuille loin de l'ordinateur et de la clé (coffre, enveloppe scellée).`,
    ``,
    `Pour relire une copie : installer Jalon, écran d'accueil, « Restaurer une sauvegarde »,`,
    `« Choisir un fichier de copie… », désigner le fichier .jalon.chiffre, saisir la phrase.`,
    ``,
    `Pour qui devrait relire une copie sans Jalon, octets du fichier dans l'ordre :`,
    `« JALONCPY » (8), version 1, log2 de N, r et p (1 chacun), sel (16), nonce (12), contenu, étiquette (16).`,
    `Clé : scrypt de la phrase (UTF-8, forme NFKC) avec ce sel et N, r, p : 32 octets.`,
    `Contenu : fichier SQLite en AES-256-GCM ; les 40 premiers octets sont les données authentifiées.`,
  ],
} as const)
