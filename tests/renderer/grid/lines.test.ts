import { describe, expect, it } from 'vitest'
import { cents } from '#shared/domain/money.ts'
import { buildLines, heldRows, holdOf, type LinesInput } from '../../../renderer/ui/grid/model/lines.ts'
import { selectionTotals, sumsOf } from '../../../renderer/ui/grid/model/totals.ts'
import { AMOUNT, COLUMNS, LABEL, QPV, type Row, row, STRUCTURE } from './support.ts'

const rows = [row(1), row(2, { structure: 'Valombre' }), row(3)]

function lines(more: Partial<LinesInput<Row>> = {}) {
  return buildLines<Row>({
    rows,
    rowId: (r) => r.id,
    columns: COLUMNS,
    grouping: null,
    subtotals: true,
    collapsed: new Set(),
    expanded: new Set(),
    hold: null,
    ...more,
  })
}
const keys = (list: ReturnType<typeof lines>) => list.map((line) => line.key)

describe('the lines of a grid', () => {
  it('are its rows where nothing groups them', () => {
    expect(keys(lines())).toEqual(['r1', 'r2', 'r3'])
  })

  it('stand under a heading per group, each with its subtotal unless it would repeat a single row', () => {
    expect(keys(lines({ grouping: STRUCTURE }))).toEqual(['gRPN', 'r1', 'r3', 'sRPN', 'gValombre', 'r2'])
  })

  it('follow the rank of the groups where one is given: late before received', () => {
    const grouped = lines({ grouping: STRUCTURE, groupRank: (r) => (r.structure === 'Valombre' ? 0 : 1) })
    expect(keys(grouped)[0]).toBe('gValombre')
  })

  it('hide the rows of a folded group, never its subtotal', () => {
    expect(keys(lines({ grouping: STRUCTURE, collapsed: new Set(['gRPN', 'gValombre']) }))).toEqual([
      'gRPN',
      'sRPN',
      'gValombre',
      'sValombre',
    ])
  })

  it('show the details of an unfolded row below it', () => {
    const details = (r: Row) => (r.id === 2 ? [{ key: 'a', label: 'Versement', cells: {} }] : [])
    expect(keys(lines({ details, expanded: new Set([1, 2]) }))).toEqual(['r1', 'r2', 'd2-a', 'r3'])
  })

  it('leave an edited row where it was, in its group, until the order is refreshed', () => {
    const before = lines({ grouping: STRUCTURE })
    const hold = holdOf(before, true)
    const moved = [row(1, { structure: 'Valombre' }), row(2, { structure: 'Valombre' }), row(3)]
    const kept = heldRows(
      hold,
      new Map(moved.map((r) => [r.id, r])),
      moved,
      (r) => r.id,
      () => true,
    )
    expect(keys(lines({ rows: kept, grouping: STRUCTURE, hold }))).toEqual(keys(before))
  })

  it('drop a held row that was deleted and show a new one last', () => {
    const hold = holdOf(lines(), false)
    const now = [row(3), row(4), row(1)]
    const kept = heldRows(
      hold,
      new Map(now.map((r) => [r.id, r])),
      now,
      (r) => r.id,
      (id) => id <= 3,
    )
    expect(kept.map((r) => r.id)).toEqual([1, 3, 4])
  })
})

describe('totals', () => {
  it('sum the columns that say so, and skip empty cells', () => {
    const sums = sumsOf(COLUMNS, [row(1), row(2), row(3, { amount: null })])
    expect([...sums]).toEqual([['amount', 30_000]])
  })

  it('of a selection: Somme, Moyenne, Nombre of the filled cells', () => {
    const totals = selectionTotals([row(1), row(2), row(3, { amount: null })], [AMOUNT])
    expect(totals).toMatchObject({ count: 2, sum: 30_000, average: 15_000, type: 'cents' })
  })

  it('count words, but do not add them', () => {
    const totals = selectionTotals([row(1), row(2)], [LABEL, QPV])
    expect(totals).toMatchObject({ count: 4, sum: null, average: null })
  })

  it('give a sum per column where several are selected', () => {
    const half = { ...AMOUNT, id: 'half', value: (r: Row) => cents((r.amount ?? 0) / 2) }
    const totals = selectionTotals([row(1), row(2)], [AMOUNT, half])
    expect(totals.byColumn.map(({ sum }) => sum)).toEqual([30_000, 15_000])
    expect(totals.sum).toBe(45_000)
  })
})
