/** Workbooks of aids, damaged ones, and those a mapping reads. Every person, place and number is invented. */
import { strToU8 } from 'fflate'
import type { CorpusFile } from './corpus-file.ts'
import { pri } from './siret.ts'
import { workbook } from './xlsx.ts'

const csv = (...rows: readonly string[]) => strToU8(`${rows.join('\n')}\n`)
const BASE = 'Structure;N° poste;Nom prénom;Type;Début;Fin'

export const AIDS: readonly CorpusFile[] = [
  {
    name: 'tranches-larges.xlsx',
    about:
      'an agreement and its tranches in columns: amounts, expected and received days, a scale recognised, a future payment refused',
    bytes: workbook({
      sheets: [
        {
          name: 'Aides',
          rows: [
            [
              'Structure',
              'SIRET',
              'N° poste',
              'Convention',
              'Référence convention',
              'Début de convention',
              'Fin de convention',
              'Montant conventionné',
              'Tranche 1',
              'Date tranche 1',
              'Versement 1',
              'Date versement 1',
              'Tranche 2',
              'Date tranche 2',
              'Versement 2',
              'Date versement 2',
            ],
            [
              'Réseau des Trois Rives',
              pri(1),
              '2101',
              'V2',
              'CDC-2024-18',
              { day: '2024-09-01' },
              { day: '2027-08-31' },
              44000,
              20000,
              { day: '2024-11-15' },
              20000,
              { day: '2024-11-20' },
              14000,
              { day: '2025-11-15' },
              6000,
              { day: '2026-01-10' },
            ],
            [
              'Réseau des Trois Rives',
              pri(1),
              '2102',
              'V2',
              'CDC-2024-18',
              { day: '2024-09-01' },
              { day: '2027-08-31' },
              40000,
              20000,
              { day: '2024-11-15' },
              null,
              { day: '2024-11-20' },
              null,
              null,
              null,
              null,
            ],
            [
              'Réseau des Trois Rives',
              pri(1),
              '2103',
              'V2',
              'CDC-2024-18',
              { day: '2024-09-01' },
              { day: '2027-08-31' },
              44000,
              20000,
              null,
              20000,
              { day: '2027-01-01' },
              null,
              null,
              null,
              null,
            ],
            [
              'Réseau des Trois Rives',
              pri(1),
              '2104',
              'V1',
              null,
              null,
              { day: '2025-12-31' },
              40000,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
            ],
          ],
        },
      ],
    }),
  },
  {
    name: 'tranches-longues.csv',
    about:
      'one tranche a line: several tranches paid together are one payment, a part comes later, too much is refused',
    before: ['tranches-larges.xlsx'],
    bytes: csv(
      'Référence convention;N° poste;Tranche;Montant de la tranche;Attendue le;Montant reçu;Reçu le;Référence bancaire',
      'CDC-2024-18;2101;2;14000;15/11/2025;8000;10/02/2026;VIR 77',
      'CDC-2024-18;2102;2;14000;15/11/2025;14000;10/02/2026;VIR 77',
      'CDC-2024-18;2101;3;10000;15/11/2026;;;',
      'CDC-2024-18;2101;1;20000;15/11/2024;500;01/03/2026;',
      'CDC-2024-18;2102;3;10000;;10000;;',
    ),
  },
  {
    name: 'erreurs-et-1904.xlsx',
    about:
      'dates counted from 1904, errors, a formula never calculated, a formula with its value, true and false',
    bytes: workbook({
      date1904: true,
      sheets: [
        {
          name: 'Feuil1',
          rows: [
            ['Structure', 'N° poste', 'Nom prénom', 'Coordinateur', 'Type', 'Début', 'Fin', 'Brut mensuel'],
            [
              'Asso Brise',
              1,
              'Alain UN',
              true,
              'CDI',
              { day: '2024-03-01' },
              null,
              { formula: 'B2*2000', value: 2000 },
            ],
            [
              'Asso Brise',
              2,
              'Béa DEUX',
              false,
              'CDI',
              { day: '2024-03-01' },
              null,
              { formula: 'B3*2000', value: null },
            ],
            ['Asso Brise', 3, { error: '#N/A' }, 'non', 'CDI', { day: '2024-03-01' }, null, 2000],
            [
              'Asso Brise',
              4,
              'Carl TROIS',
              'peut-être',
              'CDI',
              { day: '2024-03-01' },
              { serial: 0.5 },
              2000.129,
            ],
          ],
        },
      ],
    }),
  },
  {
    name: 'colonnes-inconnues.csv',
    about: 'headers nobody knows, read through a mapping; a column kept as a note, a cell corrected',
    mapping: {
      columns: {
        ORG: 'employer.name',
        'Réf. interne': 'position.stateId',
        Qui: 'person.fullName',
        K: 'contract.kind',
        De: 'contract.startsOn',
        A: 'contract.endsOn',
      },
      keepUnmapped: true,
      corrections: [{ line: 3, column: 'A', value: '30/11/2025' }],
    },
    bytes: csv(
      'ORG|Réf. interne|Qui|K|De|A|Divers',
      'Asso Brise|1|Alain UN|CDD|01/03/2024|31/08/2025|badge 12',
      'Asso Brise|2|Béa DEUX|CDD|01/03/2024|31/11/2025|',
    ),
  },
  {
    name: 'cellules-vides.csv',
    about: 'blanks empty the values of the dossier only where the mapping asks for it',
    before: ['suivi-contrats.xlsx'],
    mapping: { blanksErase: true },
    bytes: csv(
      'N° poste;Nom prénom;Type;Début;Fin;Sortie;Salaire brut',
      '2104;DESSAINT Karim;CDI;01/06/2024;;;2150',
      '2101;FERRAND Nadia;CDI;01/02/2024;;;',
    ),
  },
  {
    name: 'deux-postes-libres.csv',
    about:
      'contracts without a post number sit on the posts of the structure free at their dates, and say so',
    before: ['structures-virgules-bom.csv'],
    bytes: csv(
      'Structure;Nom;Prénom;Type de contrat;Début;Fin',
      'Commune de Clairval;Un;Alain;Contrat de projet;01/07/2021;30/06/2023',
      'Commune de Clairval;Deux;Béa;Contrat de projet;01/09/2021;31/08/2023',
      'Commune de Clairval;Un;Alain;Contrat de projet;01/07/2023;30/06/2024',
      'Commune de Clairval;Trois;Carl;Contrat de projet;01/01/2024;31/12/2025',
      'Commune de Clairval;Quatre;Dina;Contrat de projet;01/02/2024;31/12/2025',
    ),
  },
  {
    name: 'liens-et-macros.xlsm',
    about: 'macros and links to other files stay closed, the values saved with them are read',
    bytes: workbook({
      sheets: [
        {
          name: 'Feuil1',
          rows: [
            BASE.split(';'),
            [
              'Asso Brise',
              1,
              'Alain UN',
              'CDI',
              { formula: "'[autre.xlsx]Feuil1'!A1", value: '01/03/2024' },
              null,
            ],
          ],
        },
      ],
      parts: {
        'xl/vbaProject.bin': new Uint8Array([1, 2, 3]),
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
      },
    }),
  },
  {
    name: 'forme-memorisee.csv',
    about: 'a file of a shape already mapped is read as it was then, without being told again',
    before: ['colonnes-inconnues.csv'],
    bytes: csv(
      'Org|Réf. interne|Qui|K|De|A|Divers',
      'Asso Brise|1|Alain UN|CDD|01/03/2024|31/08/2025|badge 14',
    ),
  },
]
