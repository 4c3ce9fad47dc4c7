/** A small hand-made report with every kind of cell and every role of row, and the traps of a spreadsheet. */
import type { CellValue, Report, ReportRow } from '#shared/api/report.ts'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'

const row = (
  id: string,
  name: string,
  on: string,
  amount: number,
  share: number,
  line: number,
): ReportRow => ({
  role: 'data',
  cells: [
    { kind: 'id', value: id },
    { kind: 'text', value: name },
    { kind: 'day', value: day(on) },
    { kind: 'cents', value: cents(amount) },
    { kind: 'integer', value: 12 },
    { kind: 'ratio', value: share },
    { kind: 'check', value: true, formula: `D${line}>0` },
  ],
})

const sums = (label: string, amount: number, from: number, to: number, role: 'subtotal' | 'total') =>
  ({
    role,
    cells: [
      { kind: 'text', value: label },
      null,
      null,
      { kind: 'cents', value: cents(amount), formula: `SUBTOTAL(9,D${from}:D${to})` },
      { kind: 'integer', value: 0, formula: `SUBTOTAL(9,E${from}:E${to})*0` },
      null,
      null,
    ] satisfies CellValue[],
  }) satisfies ReportRow

export function sampleReport(names: readonly string[] = ['Ville de Valombre']): Report {
  return {
    kind: 'sample',
    title: 'Essai, 2 lignes',
    scope: '2 postes, 1 structure',
    fileStem: 'essai-2026-11-23',
    day: day('2026-11-23'),
    mainSheet: 'Tranches',
    sheets: [
      {
        name: 'Tranches',
        title: 'Tranches & versements',
        subtitle: 'Réseau « Passerelles » · montants en euros',
        orientation: 'landscape',
        columns: [
          { key: 'id', title: 'ID poste', kind: 'id', width: 10 },
          { key: 'name', title: 'Structure\nemployeuse', kind: 'text', width: 24 },
          { key: 'on', title: 'Attendue le', kind: 'day', width: 12 },
          { key: 'amount', title: 'Montant', kind: 'cents', width: 14 },
          { key: 'months', title: 'Mois', kind: 'integer', width: 7 },
          { key: 'share', title: 'Part', kind: 'ratio', width: 8 },
          { key: 'check', title: 'Contrôle', kind: 'check', width: 10 },
        ],
        rows: [
          row('0042', names[0] ?? '', '2026-03-29', 1_234_567, 0.4217, 4),
          row('10000000000042', names[1] ?? '=1+1', '2026-10-25', 10, 0, 5),
          sums('Sous-total', 1_234_577, 4, 5, 'subtotal'),
          sums('Total', 1_234_577, 4, 6, 'total'),
        ],
      },
      {
        name: 'Notice',
        title: 'Notice',
        subtitle: 'Méthode',
        orientation: 'portrait',
        columns: [
          { key: 'what', title: 'Objet', kind: 'text', width: 24 },
          { key: 'text', title: 'Explication', kind: 'text', width: 80 },
        ],
        rows: [
          {
            role: 'note',
            cells: [
              { kind: 'text', value: 'Périmètre' },
              { kind: 'text', value: 'Deux postes. '.repeat(40) },
            ],
          },
        ],
      },
    ],
    checks: { passed: 2, total: 2 },
    properties: { creator: 'Jalon', subject: 'Essai', keywords: 'aide' },
  }
}
