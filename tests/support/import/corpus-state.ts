/** Files in the shapes of the State's tools: posts, advisors, early ends. Names, numbers and amounts are invented. */
import { strToU8 } from 'fflate'
import type { CorpusFile } from './corpus-file.ts'
import { pri, pub } from './siret.ts'

const utf8 = (text: string) => strToU8(text)

const POSTS_HEADERS =
  'ID Poste,ID Structure TP,Structure,Département,Statut,Coordinateur,Convention,Fin de convention,Fin de contrat,Bonification,Total conventionné,Total versé'
const POSTS = [
  '5101,81,Réseau des Trois Rives,42,Occupé,Non,Renouvellement (V2),31/08/2027,31/01/2027,Non,44000,20000',
  '5102,81,Réseau des Trois Rives,42,Vacant,Oui,Initiale (V1),31/12/2025,,Non,40000,40000',
  '5201,82,Ville de Clairval,1,Rendu,Non,Renouvellement (V2),30/06/2027,,Oui,50000,37500',
]

export const STATE_POSTS: readonly CorpusFile[] = [
  {
    name: 'postes-etat.csv',
    about:
      'the State’s list of posts in an empty dossier: posts and employers made, the rest kept as what the State says',
    bytes: utf8(`\ufeff${[POSTS_HEADERS, ...POSTS].join('\r\n')}\r\n`),
  },
  {
    name: 'postes-etat-suite.csv',
    about: 'the same list later: one value changed by the State, one post more, a total at the bottom',
    before: ['postes-etat.csv'],
    bytes: utf8(
      `\ufeff${[POSTS_HEADERS, (POSTS[0] ?? '').replace('20000', '34000').replace('31/08/2027', '30/08/2027'), POSTS[1], POSTS[2], '5202,82,Ville de Clairval,1,Vacant,Non,,,,Non,0,0', ',,,,,,,,,,134000,97500'].join('\n')}\n`,
    ),
  },
  {
    name: 'postes-etat-sans-guillemets.csv',
    about:
      'a name that holds the separator, not quoted: put together again where only one place fits, else refused',
    bytes: utf8(
      [
        POSTS_HEADERS,
        '5101,81,Réseau des Trois Rives, antenne de Rivemont,42,Occupé,Non,Renouvellement (V2),31/08/2027,31/01/2027,Non,44000,20000',
        '5102,81,Réseau,42,Vacant,Oui,Initiale (V1),31/12/2025,,Non,40000,40000,et autre,chose',
      ].join('\n'),
    ),
  },
]

const ADVISERS_HEADERS =
  'Id conseiller;Id de la structure;Nom de la structure;SIRET de la structure;Nom;Prénom;Email;Date de début de contrat;Date de fin de contrat;Type de contrat;Salaire;Département'
const ENDINGS_HEADERS =
  'Id CNFS;Nom;Prénom;Email;Id Structure;Nom de la structure;Date de début de contrat;Date de fin de contrat;Type de contrat;Date de rupture;Motif de rupture;Commentaire;Conventionnement;Coordinateur;Date de validation'

export const STATE_ADVISERS: readonly CorpusFile[] = [
  {
    name: 'conseillers-etat.csv',
    about:
      'the State’s list of advisors: people, contracts and the posts they sit on, one after the other on the same post',
    bytes: utf8(
      [
        ADVISERS_HEADERS,
        `901;81;RESEAU DES TROIS RIVES;${pri(1)};MAUREL;Théo;theo.maurel@exemple.fr;01/02/2023;31/07/2024;CDD;1 900,00 €;Loire`,
        `902;81;RESEAU DES TROIS RIVES;${pri(1)};FERRAND;Nadia;nadia.ferrand@exemple.fr;01/09/2024;31/12/2026;CDI;2010;Loire`,
        `901;81;RESEAU DES TROIS RIVES;${pri(1)};MAUREL;Théo;theo.maurel@exemple.fr;01/08/2024;31/08/2024;CDD;1 900,00 €;Loire`,
        `903;82;COMMUNE DE CLAIRVAL;${pub(1)};RIVOIRE;Amel;;01/01/2025;31/12/2026;contrat_de_projet_public;;Ain`,
        `904;82;COMMUNE DE CLAIRVAL;${pub(1)};BRUNEL;;;01/01/2025;31/12/2026;CDD;;Ain`,
        `905;82;COMMUNE DE CLAIRVAL;${pub(1)};AUBRAC;Paul;;01/01/2025;;CDD;;Ain`,
      ].join('\n'),
    ),
  },
  {
    name: 'ruptures-etat.csv',
    about:
      'the history of early ends: the contract of the first list is closed with its motive, a past one is added',
    before: ['conseillers-etat.csv'],
    bytes: utf8(
      [
        ENDINGS_HEADERS,
        '902;FERRAND;Nadia;nadia.ferrand@exemple.fr;81;RESEAU DES TROIS RIVES;01/09/2024;;CDI;30/09/2025;Démission;a trouvé un autre emploi;V2;non;02/10/2025',
        '903;RIVOIRE;Amel;;82;COMMUNE DE CLAIRVAL;01/01/2025;31/12/2026;Contrat de projet;15/01/2027;Autre;;V2;oui;',
        '906;LOUBERE;Bastien;;82;COMMUNE DE CLAIRVAL;01/03/2022;28/02/2024;CDD;31/08/2023;non reconduction du CDD;;V1;non;',
      ].join('\n'),
    ),
  },
]
