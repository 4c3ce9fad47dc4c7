import { describe, expect, it } from 'vitest'
import { readTyped, typedText } from '../../../renderer/ui/grid/model/cell-text.ts'
import { pasteColumns, planChanges, type TypedCell, tiled } from '../../../renderer/ui/grid/model/changes.ts'
import type { GridColumn } from '../../../renderer/ui/grid/model/column.ts'
import { AMOUNT, COLUMNS, KIND, LABEL, ON, QPV, type Row, row, STRUCTURE, TODAY } from './support.ts'

const typed = (column: GridColumn<Row>, text: string) => readTyped(column, text, TODAY)
const cell = (id: number, column: GridColumn<Row>, text: string): TypedCell<Row> => ({
  rowId: id,
  row: row(id),
  column,
  text,
})

describe('what is typed in a cell', () => {
  it('reads amounts as people write them, and calculations', () => {
    expect(typed(AMOUNT, '12 500,50 €')).toEqual({ ok: true, value: 1_250_050 })
    expect(typed(AMOUNT, '=20000+14000+10000')).toEqual({ ok: true, value: 4_400_000 })
  })

  it('reads days as 301126, 30/11 or demain', () => {
    expect(typed(ON, '301126')).toEqual({ ok: true, value: '2026-11-30' })
    expect(typed(ON, '30/11')).toEqual({ ok: true, value: '2026-11-30' })
    expect(typed(ON, 'demain')).toEqual({ ok: true, value: '2026-11-24' })
  })

  it('refuses a day that does not exist, and says why; what is no day, with what to type instead', () => {
    const message = (text: string) => {
      const answer = typed(ON, text)
      return answer.ok ? '' : answer.message
    }
    expect(message('30/02/2026')).toContain('février 2026 a 28 jours')
    expect(message('bientôt')).toContain('30/11/2026')
  })

  it('reads a choice by its word, without accents or case, or by its beginning where only one fits', () => {
    expect(typed(KIND, 'CONTRAT DE PROJET')).toEqual({ ok: true, value: 'contrat-de-projet' })
    expect(typed(KIND, 'contrat')).toEqual({ ok: true, value: 'contrat-de-projet' })
    expect(typed(KIND, 'CD').ok).toBe(false)
  })

  it('reads oui, non, x as a flag; empty is non', () => {
    expect(typed(QPV, 'x')).toEqual({ ok: true, value: true })
    expect(typed(QPV, 'Non')).toEqual({ ok: true, value: false })
    expect(typed(QPV, '')).toEqual({ ok: true, value: false })
  })

  it('empties a cell that may be empty, refuses to empty one that may not', () => {
    expect(typed(ON, '')).toEqual({ ok: true, value: null })
    expect(typed(LABEL, '  ').ok).toBe(false)
  })
})

describe('many cells at once', () => {
  it('become one change per object, so that its cells are judged together', () => {
    const plan = planChanges([cell(1, LABEL, 'Nord'), cell(1, ON, '30/11'), cell(2, LABEL, 'Sud')], TODAY)
    expect(plan.changes.map(({ entity, id, values }) => ({ entity, id, values }))).toEqual([
      { entity: 'position', id: 1, values: { label: 'Nord', dueOn: '2026-11-30' } },
      { entity: 'position', id: 2, values: { label: 'Sud' } },
    ])
    expect(plan.refused).toEqual([])
  })

  it('keep the right ones where some are wrong, each wrong one with its reason', () => {
    const plan = planChanges(
      [cell(1, KIND, 'magicien'), cell(1, LABEL, 'Nord'), cell(2, STRUCTURE, 'X')],
      TODAY,
    )
    expect(plan.changes).toHaveLength(1)
    expect(plan.refused.map(({ rowId, columnId }) => [rowId, columnId])).toEqual([
      [1, 'kind'],
      [2, 'structure'],
    ])
    expect(plan.refused[0]?.message).toContain('Contrat de projet')
    expect(plan.refused[1]?.message).toContain('calculée')
  })

  it('say so where a row has no object behind the cell', () => {
    const orphan: GridColumn<Row> = { ...LABEL, edit: { entity: 'contract', field: 'kind', id: () => null } }
    expect(planChanges([cell(1, orphan, 'x')], TODAY).refused[0]?.message).toContain('n’existe pas')
  })
})

describe('an amount made of several facts', () => {
  const years = (amounts: readonly number[]): GridColumn<Row> => ({
    ...AMOUNT,
    value: () => amounts.reduce((sum, each) => sum + each, 0),
    edit: {
      entity: 'grant',
      field: 'baseCents',
      id: () => 1,
      facts: () => amounts.map((value, at) => ({ entity: 'grant', field: 'baseCents', id: at + 1, value })),
    },
  })
  const three = years([2_000_000, 1_400_000, 1_000_000])

  it('is opened as the sum it is, and written term by term', () => {
    expect(typedText(three, row(1))).toBe('=20000+14000+10000')
    const { changes, refused } = planChanges([cell(1, three, '=20000+(13000+500)+10000,50')], TODAY)
    expect(refused).toEqual([])
    expect(changes.map(({ id, values }) => [id, values])).toEqual([
      [1, { baseCents: 2_000_000 }],
      [2, { baseCents: 1_350_000 }],
      [3, { baseCents: 1_000_050 }],
    ])
    expect(changes[0]?.cells[0]?.value).toBe(4_350_050)
  })

  it('is refused as one number, with the sum to type; the number already there changes nothing', () => {
    const { refused } = planChanges([cell(1, three, '45000'), cell(1, three, '=45000+1')], TODAY)
    expect(refused).toHaveLength(2)
    expect(refused[0]?.message).toContain('=20000+14000+10000')
    expect(planChanges([cell(1, three, '44 000,00')], TODAY)).toEqual({ changes: [], refused: [] })
  })

  it('is an ordinary amount where one fact stands behind it', () => {
    const one = years([5_000_000])
    expect(typedText(one, row(1))).toBe('50000')
    expect(planChanges([cell(1, one, '=50000*3/4')], TODAY).changes[0]?.values).toEqual({
      baseCents: 3_750_000,
    })
  })
})

describe('a pasted rectangle', () => {
  it('is pasted once where it does not divide the selection', () => {
    expect(tiled([['a'], ['b']], 3, 1)).toEqual([['a'], ['b']])
  })

  it('fills a selection it divides: one cell, one row, one column', () => {
    expect(tiled([['a']], 2, 2)).toEqual([
      ['a', 'a'],
      ['a', 'a'],
    ])
    expect(tiled([['a', 'b']], 2, 2)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
  })

  it('goes by its titles where all of them are known columns', () => {
    const found = pasteColumns(
      [
        ['Notifié', 'Poste'],
        ['12', 'Nord'],
      ],
      COLUMNS,
      0,
    )
    expect(found.hasHeader).toBe(true)
    expect(found.columns.map((column) => column?.id)).toEqual(['amount', 'label'])
  })

  it('goes by position where its first row is data', () => {
    const found = pasteColumns([['Nord', 'RPN', 'CDD']], COLUMNS, 0)
    expect(found.hasHeader).toBe(false)
    expect(found.columns.map((column) => column?.id)).toEqual(['label', 'structure', 'kind'])
  })
})
