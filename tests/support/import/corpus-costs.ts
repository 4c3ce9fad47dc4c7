/** Payroll tables, long and wide, and a workbook of several sheets read in one plan. Every person and number is invented. */
import { strToU8 } from 'fflate'
import type { CorpusFile } from './corpus-file.ts'
import { workbook } from './xlsx.ts'

const csv = (...rows: readonly string[]) => strToU8(`${rows.join('\n')}\n`)
const before = ['suivi-contrats.xlsx']

export const COSTS: readonly CorpusFile[] = [
  {
    name: 'couts-longs.csv',
    about:
      'pay, one line an agent and a month: months in every shape, a blank that says nothing, a month without a contract, an unknown agent',
    before,
    bytes: csv(
      'Salarié;Mois;Brut;Charges patronales;Taxe sur les salaires',
      'FERRAND Nadia;janvier 2026;2 240,00;896,00;95,20',
      'Nadia Ferrand;02/2026;2240;896;',
      'Ferrand Nadia;2026-03;2 240;;95,20',
      'FERRAND Nadia;01/04/2026;2 240,00;896,00;95,20',
      'FERRAND Nadia;avril;2 240,00;896,00;',
      'DESSAINT Karim;août 2026;310,00;124,00;',
      'DESSAINT Karim;10/2026;310,00;124,00;',
      'RENAUDIN Camille;01/2026;2 010,00;804,00;',
      'Total;;11 000,00;;',
    ),
  },
  {
    name: 'couts-larges.csv',
    about:
      'pay, one column a month, the kind of amount in the header; a total cost is left out, it has no parts',
    before,
    bytes: csv(
      'N° poste;Nom prénom;Brut janv. 2026;Charges janv. 2026;Coût total janv. 2026;Brut févr. 2026;Charges févr. 2026',
      '2101;FERRAND Nadia;2 240,00;896,00;3 136,00;2 240,00;896,00',
      '2102;MAUREL Théo;2 060,00;824,00;2 884,00;-;-',
      '2199;INCONNUE Zoé;1;1;2;1;1',
    ),
  },
  {
    name: 'couts-rubriques.xlsx',
    about: 'pay, one column a month as a real date, one line an agent and a kind of amount',
    before,
    bytes: workbook({
      sheets: [
        {
          name: 'Paie 2026',
          rows: [
            ['Journal de paie 2026'],
            ['Agent', 'Rubrique', { day: '2026-01-01' }, { day: '2026-02-01' }],
            ['FERRAND Nadia', 'Salaire brut', 2240, 2240],
            ['FERRAND Nadia', 'Charges patronales', 896, 896.5],
            ['FERRAND Nadia', 'Coût total', 3136, 3136.5],
            ['MAUREL Théo', 'Brut', 2060, null],
          ],
        },
      ],
    }),
  },
  {
    name: 'plusieurs-feuilles.xlsx',
    about:
      'tranches, agreements, contracts and pay on four sheets, in the wrong order, chosen together and read in one plan',
    mapping: {
      version: 1,
      sheet: 'Contrats',
      others: [
        { sheet: 'Tranches' },
        { sheet: 'Conventions' },
        { sheet: 'Paie', corrections: [{ line: 3, column: 'Mois', value: '02/2026' }], leaveOut: [4] },
      ],
    },
    bytes: workbook({
      sheets: [
        {
          name: 'Tranches',
          rows: [
            [
              'Référence convention',
              'N° poste',
              'Tranche',
              'Montant prévu',
              'Attendue le',
              'Montant reçu',
              'Reçu le',
            ],
            ['C-2025-07', 501, 1, 20_000, { day: '2025-06-30' }, 20_000, { day: '2025-07-11' }],
            ['C-2025-07', 501, 2, 14_000, { day: '2026-06-30' }, null, null],
          ],
        },
        {
          name: 'Conventions',
          rows: [
            [
              'Structure',
              'N° poste',
              'Référence',
              'Dispositif',
              'Début de convention',
              'Fin de convention',
              'Montant total',
            ],
            ['Asso Brise', 501, 'C-2025-07', 'V2', { day: '2025-05-01' }, { day: '2028-04-30' }, 44_000],
          ],
        },
        {
          name: 'Contrats',
          rows: [
            ['Structure', 'Secteur', 'N° poste', 'Nom prénom', 'Type', 'Début'],
            ['Asso Brise', 'Privé', 501, 'Alain UNTEL', 'CDI', { day: '2025-05-02' }],
          ],
        },
        {
          name: 'Paie',
          rows: [
            ['Nom prénom', 'Mois', 'Brut', 'Charges'],
            ['UNTEL Alain', { day: '2026-01-01' }, 2000, 800],
            ['UNTEL Alain', 'fevrrier', 2000, 800],
            ['UNTEL Alain', { day: '2026-03-01' }, 9999, 9999],
          ],
        },
        { name: 'Notes', rows: [['Rappeler la paie'], ['Vérifier']] },
      ],
    }),
  },
]
