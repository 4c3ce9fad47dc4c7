/** A hand that goes on before the dossier has answered works on what it typed, not on what the screen read before. */
import { describe, expect, it, vi } from 'vitest'
import { selectionAsTables } from '../../../renderer/ui/grid/hands/clipboard.ts'
import { GridController } from '../../../renderer/ui/grid/hands/controller.ts'
import { fillDown, fillTo } from '../../../renderer/ui/grid/hands/fill.ts'
import { single } from '../../../renderer/ui/grid/model/selection.ts'
import { COLUMNS, type Row, row, TODAY } from './support.ts'

/** A dossier that hears and answers when told to: the time between the hand and the file, held still. */
const door = vi.hoisted(() => ({ answers: [] as ((answer: unknown) => void)[] }))
vi.mock('../../../renderer/data/queries.ts', () => ({
  act: () => new Promise((resolve) => door.answers.push(resolve)),
}))

/** The oldest write not answered yet is written, or refused whole; the dossier is then at this revision. */
async function answer(revision: number, ok = true): Promise<void> {
  const outcome = { index: 0, ok, id: 1, message: ok ? null : 'refusée', code: null }
  door.answers.shift()?.({ ok: true, value: { written: ok ? 1 : 0, outcomes: [outcome], revision } })
  await new Promise((resolve) => setTimeout(resolve))
}

const KIND = COLUMNS.findIndex((column) => column.id === 'kind')

function hands() {
  door.answers.length = 0
  const controller = new GridController<Row>()
  const rows = [row(1), row(2, { kind: 'CDI' }), row(3)]
  controller.look({
    gridId: 'g',
    lines: rows.map((each) => ({
      kind: 'row' as const,
      key: `row-${each.id}`,
      id: each.id,
      row: each,
      canExpand: false,
      isExpanded: false,
    })),
    columns: COLUMNS,
    rowId: (each) => each.id,
    rowName: (each) => each.label,
    today: TODAY,
    isReadOnly: false,
    isGrouped: false,
    problem: undefined,
    onOpen: undefined,
    onExplain: undefined,
    reveal: () => undefined,
    pageSize: () => 10,
    toggleLine: () => false,
  })
  controller.select(single({ line: 0, column: KIND }))
  return controller
}

async function typeOver(controller: ReturnType<typeof hands>, text: string): Promise<void> {
  controller.beginEdit({ text })
  await controller.commit()
}

describe('a cell just typed, its write not answered yet', () => {
  it('is what a fill copies down', async () => {
    const controller = hands()
    await typeOver(controller, 'contrat de projet')
    controller.extendTo({ line: 2, column: KIND })
    void fillDown(controller)
    expect([...controller.pending.get()]).toEqual([
      ['1 kind', 'contrat-de-projet'],
      ['2 kind', 'contrat-de-projet'],
      ['3 kind', 'contrat-de-projet'],
    ])
  })

  it('is what a copy takes', async () => {
    const controller = hands()
    await typeOver(controller, 'contrat de projet')
    expect(selectionAsTables(controller, false).tsv).toBe('Contrat de projet')
  })

  it('is what F2 opens, and typing the former value again is a change', async () => {
    const controller = hands()
    await typeOver(controller, 'CDI')
    controller.beginEdit()
    expect(controller.draft.get()?.text).toBe('CDI')
    controller.type('CDD')
    await controller.commit()
    expect(controller.pending.get().get('1 kind')).toBe('CDD')
  })
})

describe('a cell just written, the rows on the screen still those of before', () => {
  it('is what a fill copies down, and a copy takes, until the rows read hold it', async () => {
    const controller = hands()
    controller.rowsRead(7)
    await typeOver(controller, 'contrat de projet')
    await answer(8)
    controller.rowsRead(7)
    expect(selectionAsTables(controller, false).tsv).toBe('Contrat de projet')
    controller.extendTo({ line: 1, column: KIND })
    void fillDown(controller)
    expect(controller.pending.get().get('2 kind')).toBe('contrat-de-projet')
    controller.rowsRead(8)
    expect([...controller.pending.get().keys()]).toEqual(['2 kind'])
  })

  it('shows the rows at once where they were read before its answer came', async () => {
    const controller = hands()
    await typeOver(controller, 'CDI')
    controller.rowsRead(8)
    expect(controller.pending.get().has('1 kind')).toBe(true)
    await answer(8)
    expect(controller.pending.get().size).toBe(0)
  })

  it('shows what was undone since: later rows count, whatever they say of it', async () => {
    const controller = hands()
    controller.rowsRead(7)
    await typeOver(controller, 'CDI')
    await answer(8)
    controller.rowsRead(9)
    expect(controller.pending.get().size).toBe(0)
  })

  it('is forgotten where a copy is put back meanwhile: its revisions go back, and that of the write never comes', async () => {
    const controller = hands()
    controller.rowsRead(7)
    await typeOver(controller, 'CDI')
    await answer(8)
    controller.rowsRead(3)
    expect(controller.pending.get().size).toBe(0)
    await typeOver(controller, 'contrat de projet')
    await answer(4)
    controller.rowsRead(3)
    expect(controller.pending.get().get('1 kind')).toBe('contrat-de-projet')
    controller.rowsRead(4)
    expect(controller.pending.get().size).toBe(0)
  })

  it('typed again before the answer, keeps the last text; a refusal of the last gives back what was written', async () => {
    const controller = hands()
    controller.rowsRead(7)
    await typeOver(controller, 'CDI')
    await typeOver(controller, 'contrat de projet')
    await answer(8)
    controller.rowsRead(8)
    expect(controller.pending.get().get('1 kind')).toBe('contrat-de-projet')
    await answer(8, false)
    expect(controller.pending.get().size).toBe(0)
    expect(controller.marks.get().get('1 kind')).toMatchObject({ tone: 'refused', message: 'refusée' })
  })
})

describe('what was typed is never lost', () => {
  it('a wrong text the hand goes away from stays on its cell with the reason, and F2 takes it up again', async () => {
    const controller = hands()
    controller.beginEdit({ text: 'CDX' })
    expect(await controller.commit()).toBe(false)
    controller.leave()
    expect(controller.draft.get()).toBeNull()
    expect(controller.marks.get().get('1 kind')).toMatchObject({ tone: 'refused', text: 'CDX' })
    controller.beginEdit()
    expect(controller.draft.get()?.text).toBe('CDX')
  })

  it('a range drawn over is filled from its source, which stays as it is', () => {
    const controller = hands()
    void fillTo(controller, { top: 1, bottom: 1, left: KIND, right: KIND }, 2)
    expect([...controller.pending.get()]).toEqual([['3 kind', 'CDI']])
  })
})

describe('going along a line as in a spreadsheet', () => {
  it('Tab then Enter comes back under the column where Tab began', () => {
    const controller = hands()
    controller.select(single({ line: 0, column: 1 }))
    controller.step(0, 1)
    controller.step(0, 1)
    controller.step(1, 0)
    expect(controller.selection.get().active).toEqual({ line: 1, column: 1 })
  })

  it('an arrow in between forgets where Tab began', () => {
    const controller = hands()
    controller.select(single({ line: 0, column: 1 }))
    controller.step(0, 1)
    controller.move({ by: 'step', lines: 0, columns: -1 }, false)
    controller.move({ by: 'step', lines: 0, columns: 1 }, false)
    controller.step(1, 0)
    expect(controller.selection.get().active).toEqual({ line: 1, column: 2 })
  })

  it('Ctrl+D on one cell takes the one above', async () => {
    const controller = hands()
    controller.select(single({ line: 2, column: KIND }))
    void fillDown(controller)
    expect([...controller.pending.get()]).toEqual([['3 kind', 'CDI']])
  })
})
