/** Workbooks as employers keep them by hand. Every person, place and number is invented. */
import { strToU8 } from 'fflate'
import type { CorpusFile } from './corpus-file.ts'
import { workbook } from './xlsx.ts'

const utf8 = (text: string) => strToU8(text)
const csv = (...rows: readonly string[]) => utf8(`${rows.join('\n')}\n`)
const BASE = 'Structure;N° poste;Nom prénom;Type;Début;Fin'

export const WORKBOOKS: readonly CorpusFile[] = [
  {
    name: 'suivi-contrats.xlsx',
    about:
      'a title above the headers, a structure merged beside its posts, two sheets, a total, a note at the bottom',
    bytes: workbook({
      sheets: [
        {
          name: 'Contrats',
          rows: [
            ['Suivi des contrats CNum'],
            null,
            [
              'Structure',
              'N° poste',
              'Nom prénom',
              'Type',
              'Début',
              'Fin',
              'Sortie',
              'Salaire brut (€)',
              'Observations',
            ],
            [
              'Réseau des Trois Rives',
              2101,
              'FERRAND Nadia',
              'CDI',
              { day: '2024-02-01' },
              null,
              null,
              2240,
              null,
            ],
            [
              null,
              2102,
              'MAUREL Théo',
              'CDD 18 MOIS',
              { day: '2025-07-01' },
              { day: '2026-12-31' },
              null,
              '2 060,00 €',
              'à revoir',
            ],
            [null, 2104, 'DESSAINT Karim', 'CDI', '01/06/2024', null, '31/07/2026', 2150, null],
            [null, 2104, 'MONTBRUN Élise', 'CDI', '04/01/2027', null, null, 2120, null],
            ['Total', null, null, null, null, null, null, { formula: 'SUM(H4:H7)', value: 8570 }],
            ['Mis à jour le 12/03/2026'],
          ],
          merges: ['A1:I1', 'A4:A7'],
        },
        { name: 'Notes', rows: [['Rappeler la mairie'], ['Vérifier les dates']] },
      ],
    }),
  },
  {
    name: 'suivi-contrats-suite.csv',
    about:
      'the same contracts without a structure column: a number the dossier does not know, a day that does not exist, a raise',
    before: ['suivi-contrats.xlsx'],
    bytes: csv(
      'N° poste;Nom prénom;Type;Début;Fin;Sortie;Salaire brut',
      '2101;Nadia Ferrand;CDI;01/02/2024;;;2240',
      '2102;Maurel Théo;CDD;01/07/2025;31/12/2026;;2 110,00 €',
      '2107;Camille Renaudin;CDD;01/09/2026;28/02/2028;;2010',
      '2102;Paul Aubrac;CDD;01/01/2027;31/11/2027;;',
      '2104;ELISE MONTBRUN;CDI;04/01/2027;;;',
    ),
  },
  {
    name: 'dates.csv',
    about:
      'days in every shape, day numbers, the empty date of formulas, an instant of universal time, impossible ones',
    bytes: csv(
      'Structure;N° poste;Nom prénom;Type;Date de début de contrat;Date de fin de contrat',
      'Asso Brise;1;Alain UN;CDD;1/3/24;31/08/25',
      'Asso Brise;2;Béa DEUX;CDD;2024-03-01;2025-08-31',
      'Asso Brise;3;Carl TROIS;CDD;1er mars 2024;31 août 2025',
      'Asso Brise;4;Dina QUATRE;CDD;01.03.2024;31.08.2025',
      'Asso Brise;5;Enzo CINQ;CDD;45352;45900',
      'Asso Brise;6;Fanny SIX;CDI;01-03-2024 00:00:00;1900-01-00',
      'Asso Brise;7;Gil SEPT;CDI;2024-02-29T23:00:00.000Z;',
      'Asso Brise;8;Hugo HUIT;CDD;vendredi 1er mars 2024;31-août-25',
      'Asso Brise;9;Ines NEUF;CDD;03/25/2024;31/08/2025',
      'Asso Brise;10;Jean DIX;CDD;30/02/2024;31/08/2025',
      'Asso Brise;11;Kim ONZE;CDD;mars 2024;31/08/2025',
      'Asso Brise;12;Léo DOUZE;CDD;01/03/1824;31/08/2025',
      'Asso Brise;13;Mia TREIZE;CDI;20240301;non renseignée',
    ),
  },
  {
    name: 'montants.csv',
    about: 'amounts with every space and mark, in parentheses, ambiguous, rounded, in words',
    bytes: csv(
      'Structure;N° poste;Nom prénom;Type;Début;Salaire brut mensuel (€)',
      'Asso Brise;1;Alain UN;CDI;01/03/2024;2 010,50 €',
      'Asso Brise;2;Béa DEUX;CDI;01/03/2024;2\u00a0010,50\u00a0€',
      'Asso Brise;3;Carl TROIS;CDI;01/03/2024;2\u202f010,50',
      'Asso Brise;4;Dina QUATRE;CDI;01/03/2024;2.010,50',
      'Asso Brise;5;Enzo CINQ;CDI;01/03/2024;2,010.50 EUR',
      'Asso Brise;6;Fanny SIX;CDI;01/03/2024;(2010,50)',
      'Asso Brise;7;Gil SEPT;CDI;01/03/2024;2,010',
      'Asso Brise;8;Hugo HUIT;CDI;01/03/2024;2010,505',
      'Asso Brise;9;Ines NEUF;CDI;01/03/2024;-',
      'Asso Brise;10;Jean DIX;CDI;01/03/2024;0',
      'Asso Brise;11;Kim ONZE;CDI;01/03/2024;SMIC',
      'Asso Brise;12;Léo DOUZE;CDI;01/03/2024;2010.5',
    ),
  },
  {
    name: 'types-de-contrat.csv',
    about: 'kinds of contract as they are spelled, for a public employer and for an association',
    bytes: csv(
      'Structure;Secteur;N° poste;Nom prénom;Type de contrat;Début;Fin',
      'Ville de Clairval;Public;1;Alain UN;CDD 18 MOIS;01/03/2024;',
      'Ville de Clairval;Public;2;Béa DEUX;CONTRAT DE PROJET 24 MOIS;01/03/2024;',
      'Ville de Clairval;Public;3;Carl TROIS;CDD PUBLIQUE 1+1;01/03/2024;28/02/2025',
      'Ville de Clairval;Public;4;Dina QUATRE;L.332-8;01/03/2024;28/02/2027',
      'Ville de Clairval;Public;5;Enzo CINQ;Fonctionnaire titulaire;01/03/2024;',
      'Ville de Clairval;Public;6;Fanny SIX;Art. L332-23 1°;01/03/2024;31/08/2024',
      'Asso Brise;Privé;7;Gil SEPT;CONTRAT A DUREE INDETERMINEE;01/03/2024;',
      'Asso Brise;Privé;8;Hugo HUIT;PEC 18 MOIS;01/03/2024;',
      'Asso Brise;Privé;9;Ines NEUF;contrat à durée déterminée;01/03/2024;31/08/2025',
      'Asso Brise;Privé;10;Jean DIX;Apprentissage;01/03/2024;31/08/2025',
      'Asso Brise;Privé;11;Kim ONZE;CDD;01/03/2024;',
    ),
  },
  {
    name: 'cdi-avec-fin.csv',
    about:
      'a permanent contract with a stray end: the end is left out and said; an end before the start refuses the line',
    bytes: csv(
      BASE,
      'Asso Brise;1;Alain UN;CDI;01/03/2024;31/12/2026',
      'Asso Brise;2;Béa DEUX;CDD;01/03/2024;31/12/2023',
    ),
  },
  {
    name: 'totaux-et-titres.csv',
    about: 'subtotals, group titles, repeated headers and a grand total between the lines',
    bytes: csv(
      'Suivi 2026;;;;;',
      ';;;;;',
      BASE,
      'ANTENNE NORD;;;;;',
      'Asso Brise;1;Alain UN;CDI;01/03/2024;',
      'Sous-total;1;;;;',
      BASE,
      'ANTENNE SUD;;;;;',
      'Asso Brise;2;Béa DEUX;CDI;01/03/2024;',
      'Total général;2;;;;',
      ';;;;;',
      'Source : service RH;;;;;',
    ),
  },
  {
    name: 'noms.csv',
    about: 'names in every order, particles, titles, words in the place of a name; nobody is made twice',
    bytes: csv(
      'Structure;N° poste;Titulaire;Type;Début;Fin',
      'Asso Brise;1;FERRAND Nadia;CDD;01/01/2022;31/12/2022',
      'Asso Brise;1;Nadia Ferrand;CDD;01/01/2023;30/06/2023',
      'Asso Brise;1;Mme Nadia FERRAND;CDI;01/07/2023;',
      'Asso Brise;2;LE GOFF Jean-Marc;CDI;01/03/2024;',
      'Asso Brise;3;de la TOUR Anne;CDI;01/03/2024;',
      'Asso Brise;4;Martin, Zoé;CDI;01/03/2024;',
      'Asso Brise;5;à recruter;;;',
      'Asso Brise;6;poste vacant;CDD;01/01/2023;31/12/2023',
      'Asso Brise;7;Dupont;CDI;01/03/2024;',
      'Asso Brise;2;le goff jean-marc;CDI;01/03/2024;',
    ),
  },
  {
    name: 'homonymes.csv',
    about: 'two people of one name: told apart by their number or their address, refused where nothing does',
    bytes: csv(
      'Structure;N° poste;Id conseiller;Nom;Prénom;Email;Type de contrat;Début',
      'Asso Brise;1;701;Martin;Zoé;zoe1@exemple.fr;CDI;01/03/2024',
      'Asso Brise;2;702;Martin;Zoé;zoe2@exemple.fr;CDI;01/03/2024',
      'Asso Brise;2;;Martin;Zoé;zoe2@exemple.fr;CDI;01/03/2024',
      'Asso Brise;3;;Martin;Zoé;;CDI;01/03/2025',
    ),
  },
]
