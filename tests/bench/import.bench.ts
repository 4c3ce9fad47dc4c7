/**
 * The import of 5 139 posts (structure, post, person, contract, agreement, tranche and payment on each line), as a workbook and as
 * a French CSV, beside a raw read of the same file (exceljs stream, csv-parse), which reads the cells and understands nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { day } from '#shared/domain/day.ts'
import { readFile } from '../../electron/exchange/in/read/read-file.ts'
import { planFile, readForImport, writePlanned } from '../../electron/services/import/import-file.ts'
import { pub } from '../support/import/siret.ts'
import { WRITERS } from '../support/import/writers.ts'
import { type Cell, workbook } from '../support/import/xlsx.ts'
import { memoryDossier } from '../support/memory-dossier.ts'
import { type Bench, type BenchRow, medianMs } from './bench.ts'

const POSTS = 5139
const WRITTEN = 30_000
const TODAY = day('2026-11-23')
const HEADERS =
  'Structure|SIRET|Commune|Code département|N° poste|Nom|Prénom|Email|Type de contrat|Début|Fin|Salaire brut|Convention|Référence convention|Début de convention|Fin de convention|Montant conventionné|Tranche 1|Date tranche 1|Versement 1|Date versement 1'.split(
    '|',
  )

export const bench: Bench = {
  title: `Import of a file of ${POSTS} posts`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'))
    try {
      return [
        ...(await measure(join(folder, 'suivi.xlsx'))),
        ...(await measureCsv()),
        ...(await measureWriters()),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function measure(path: string): Promise<readonly BenchRow[]> {
  const bytes = workbook({
    sheets: [{ name: 'Suivi', rows: [HEADERS, ...Array.from({ length: POSTS }, line)] }],
  })
  writeFileSync(path, bytes)
  const rawMs = await medianMs(3, () => rawStream(path))
  const reference = 'raw exceljs stream of the same cells'
  const empty = memoryDossier()
  const options = { ...readForImport(empty), bytes, fileName: 'suivi.xlsx', today: TODAY }
  const rows: BenchRow[] = [
    { name: 'read only', ms: await medianMs(3, () => readFile(bytes)), reference, referenceMs: rawMs },
    { name: 'read and plan', ms: await medianMs(3, () => planFile(options)), reference, referenceMs: rawMs },
  ]
  const planned = planFile(options)
  const writeMs = await medianMs(2, () => {
    const dossier = memoryDossier()
    writePlanned(dossier, planned, null)
    dossier.close()
  })
  rows.push({
    name: `write ${planned.operations.length} rows in one act, with their change log`,
    ms: writeMs,
    reference,
    referenceMs: rawMs,
  })
  writePlanned(empty, planned, null)
  const full = { ...options, ...readForImport(empty) }
  rows.push({
    name: 'read and plan again, nothing to change',
    ms: await medianMs(3, () => planFile(full)),
    reference,
    referenceMs: rawMs,
    note: `peak of memory of the whole run ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
  })
  empty.close()
  return rows
}

async function measureCsv(): Promise<readonly BenchRow[]> {
  const lines = [HEADERS, ...Array.from({ length: POSTS }, line)]
  const text = `\uFEFF${lines.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`
  const bytes = new TextEncoder().encode(text)
  const referenceMs = await medianMs(5, () => parse(text, { delimiter: ';', bom: true }).length)
  const reference = 'raw csv-parse of the same text'
  const dossier = memoryDossier()
  const options = { ...readForImport(dossier), bytes, fileName: 'suivi.csv', today: TODAY }
  const rows: readonly BenchRow[] = [
    { name: 'CSV: read only', ms: await medianMs(5, () => readFile(bytes)), reference, referenceMs },
    { name: 'CSV: read and plan', ms: await medianMs(3, () => planFile(options)), reference, referenceMs },
  ]
  dossier.close()
  return rows
}

/** Read only, by the program that wrote it: twice the rows beside the rows, so that two is work in proportion. */
async function measureWriters(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  for (const { name, write } of WRITERS) {
    const half = await write(WRITTEN / 2)
    const whole = await write(WRITTEN)
    const referenceMs = await medianMs(5, () => readFile(half))
    const ms = await medianMs(5, () => readFile(whole))
    rows.push({
      name: `${WRITTEN} rows × 6 written with ${name}`,
      ms,
      reference: 'half the rows',
      referenceMs,
    })
  }
  return rows
}

/** As a French spreadsheet writes it. */
function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'object' && 'day' in cell) return cell.day.split('-').reverse().join('/')
  return String(cell)
}

function line(_: unknown, i: number): readonly Cell[] {
  const employer = Math.floor(i / 2) + 1
  const agreement = [{ day: '2024-09-01' }, { day: '2027-08-31' }, 42_500] as const
  const tranche = [17_500, { day: '2024-11-01' }, 17_500, { day: '2024-11-20' }] as const
  return [
    `Commune ${employer}`,
    pub(employer),
    `Ville ${employer}`,
    '01',
    `P${10_000 + i}`,
    `Nom${i}`,
    `Prénom${i % 97}`,
    `p${i}@exemple.fr`,
    'Contrat de projet',
    { day: '2024-09-01' },
    { day: '2027-08-31' },
    2100.5,
    'V2',
    `CONV-${employer}`,
    ...agreement,
    ...tranche,
  ]
}

async function rawStream(path: string): Promise<number> {
  let cells = 0
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    sharedStrings: 'cache',
    styles: 'cache',
    worksheets: 'emit',
  })
  for await (const sheet of reader) for await (const row of sheet) cells += row.cellCount
  return cells
}
