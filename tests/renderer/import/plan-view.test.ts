import { describe, expect, it } from 'vitest'
import type { ImportPlan, PlanRow, RowFate } from '#shared/api/import.ts'
import { DEFAULT_MAPPING } from '#shared/schemas/import.ts'
import {
  cellOf,
  firstWrongColumn,
  linesToWrite,
  lookOf,
  reasonsOf,
  rejectsAsCsv,
  rowsOf,
  shownColumns,
  withColumn,
  withCorrection,
} from '../../../renderer/features/import/plan-view.ts'

const row = (line: number, fate: RowFate, cells: PlanRow['cells'] = []): PlanRow => ({
  line,
  fileLine: line,
  fate,
  cells,
  messages: [],
})
const wrongDay = {
  column: 'Fin',
  field: 'contract.endsOn',
  raw: '31/11/2025',
  value: null,
  problem: { code: 'day.does-not-exist', message: '31/11/2025 n’existe pas.', severity: 'refused' },
} as const
const counts = { read: 4, created: 1, modified: 1, unchanged: 1, rejected: 1 }
const PLAN: ImportPlan = {
  fileName: 'suivi.xlsx',
  profile: 'own',
  profileLabel: 'Votre classeur',
  encoding: 'xlsx',
  separator: null,
  sheet: 'Contrats',
  sheets: ['Contrats'],
  headerLine: 1,
  keys: [],
  columns: [
    { name: 'N° poste', sample: '2101', field: 'position.stateId', read: 4, empty: 0, refused: 0 },
    { name: 'Fin', sample: '31/12/2026', field: 'contract.endsOn', read: 3, empty: 0, refused: 1 },
    { name: 'Observations', sample: 'à revoir', field: null, read: 1, empty: 3, refused: 0 },
  ],
  fields: [
    { id: 'position.stateId', label: 'ID poste' },
    { id: 'contract.endsOn', label: 'Fin prévue' },
  ],
  rows: counts,
  objects: { contract: counts },
  found: [],
  others: [],
  all: { rows: counts, objects: { contract: counts } },
  shape: 'suivi',
  remembered: false,
  mapping: DEFAULT_MAPPING,
  preview: [
    row(2, 'unchanged'),
    row(3, 'modified', [
      {
        column: 'Fin',
        field: 'contract.endsOn',
        raw: '31/12/2026',
        value: '2026-12-31',
        before: '2026-06-30',
      },
    ]),
    row(12, 'rejected', [
      { column: 'N° poste', field: 'position.stateId', raw: '=3312', value: '3312' },
      wrongDay,
    ]),
    row(13, 'created', [{ column: 'Fin', field: 'contract.endsOn', raw: '', value: null }]),
  ],
  previewTruncated: false,
  notices: [],
}
const at = (line: number) => {
  const found = PLAN.preview.find((each) => each.line === line)
  if (found === undefined) throw new Error(`no line ${line}`)
  return found
}

describe('an import before it is written', () => {
  it('shows the refused lines first, in the order of the file', () => {
    expect(rowsOf(PLAN, 'all').map((r) => r.line)).toEqual([12, 13, 3, 2])
    expect(rowsOf(PLAN, 'modified').map((r) => r.line)).toEqual([3])
  })

  it('shows only the columns that are read, named by their field', () => {
    expect(shownColumns(PLAN).map((c) => c.label)).toEqual(['ID poste', 'Fin prévue'])
  })

  it('marks the wrong cell, the changed one, and leaves a blank alone', () => {
    expect(lookOf(at(12), cellOf(at(12), 'Fin'))).toBe('bad')
    expect(lookOf(at(3), cellOf(at(3), 'Fin'))).toBe('changed')
    expect(lookOf(at(13), cellOf(at(13), 'Fin'))).toBe('blank')
    expect(firstWrongColumn(at(12))).toBe('Fin')
    expect(reasonsOf(at(12)).map((r) => r.message)).toEqual(['31/11/2025 n’existe pas.'])
  })

  it('replaces a correction of the same cell, keeps the others', () => {
    const once = withCorrection(DEFAULT_MAPPING, 12, 'Fin', '30/11/2025')
    const twice = withCorrection(withCorrection(once, 13, 'Fin', 'x'), 12, 'Fin', '29/11/2025')
    expect(twice.corrections).toEqual([
      { line: 13, column: 'Fin', value: 'x' },
      { line: 12, column: 'Fin', value: '29/11/2025' },
    ])
  })

  it('reads a field from one column only', () => {
    expect(withColumn(DEFAULT_MAPPING, PLAN, 'Observations', 'contract.endsOn').columns).toEqual({
      Fin: null,
      Observations: 'contract.endsOn',
    })
  })

  it('counts the lines that will be written, without those left aside', () => {
    expect(linesToWrite(PLAN, new Set())).toBe(2)
    expect(linesToWrite(PLAN, new Set([3, 12]))).toBe(1)
  })

  it('gives the refused lines back as a file whose cells a spreadsheet never runs', () => {
    const csv = rejectsAsCsv(PLAN, { line: 'Ligne', reason: 'Motif' })
    expect(csv.split('\r\n')).toHaveLength(3)
    expect(csv).toContain(`"12";"31/11/2025 n’existe pas.";"'=3312";"31/11/2025"`)
  })
})
