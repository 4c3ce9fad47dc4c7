/** What is read again after a change: only the rows it touched, and with them the very same grid as read whole. */
import { describe, expect, it } from 'vitest'
import type { GridAnswer, GridName } from '#shared/api/views/grid-rows.ts'
import { day } from '#shared/domain/day.ts'
import { generateDemo } from '../../../electron/services/demo/generate-demo.ts'
import { readServices } from '../../../electron/services/read/index.ts'
import { snapshotOf, takeSnapshot } from '../../../electron/services/read/snapshot.ts'
import { remove, save, writeCells } from '../../../electron/services/write/save.ts'
import { withChanges } from '../../../renderer/data/grid-answer.ts'
import { fillDossier, memoryDossier, TEST_NOW } from '../../support/memory-dossier.ts'

const TODAY = day('2026-11-23')
const facts = generateDemo({ positions: 80, seed: 2, today: TODAY })

function open() {
  const dossier = memoryDossier()
  fillDossier(dossier, facts)
  return { dossier, today: TODAY, now: TEST_NOW, who: 'Test' }
}
type Context = ReturnType<typeof open>

const read = (context: Context, grid: GridName, known: string | null = null): GridAnswer =>
  readServices['read.grid'](context, { grid, employerId: null, known })

/** As the page does: what it had, what differs, together. */
function readAgain(context: Context, grid: GridName, had: GridAnswer) {
  const changes = read(context, grid, had.tag ?? null)
  return { changes, rows: withChanges(grid, had, changes)?.[grid] }
}

describe('a grid read again', () => {
  it('gives the one row of the cell that changed, and the others stay the same objects', () => {
    const context = open()
    const had = read(context, 'positions')
    const [first] = facts.positions
    const id = first?.id ?? 0
    writeCells(context, {
      label: 'Saisie',
      changes: [{ entity: 'position', id, values: { label: 'Médiathèque' } }],
    })
    const { changes, rows } = readAgain(context, 'positions', had)
    expect(changes.positions?.map((row) => row.id)).toContain(id)
    expect(changes.positions?.length).toBeLessThan(20)
    expect(changes.changed).toEqual({ ids: null })
    expect(rows).toEqual(read(context, 'positions').positions)
    expect(rows?.filter((row, i) => row === had.positions?.[i]).length).toBeGreaterThan(60)
  })

  it('follows what the change means elsewhere: the holder of the post, the contract, the person', () => {
    const context = open()
    const grids = ['positions', 'contracts', 'persons'] as const
    const had = new Map(grids.map((grid) => [grid, read(context, grid)]))
    const holder = had.get('positions')?.positions?.find((row) => row.holderId !== null)?.holderId ?? 0
    save(context, { entity: 'person', id: holder, values: { lastName: 'Zed' } })
    for (const grid of grids) {
      const { changes, rows } = readAgain(context, grid, had.get(grid) ?? { revision: 0 })
      expect(changes[grid]?.length, grid).toBeGreaterThan(0)
      expect(rows, grid).toEqual(read(context, grid)[grid])
    }
  })

  it('keeps the order when a row goes and comes back by an undo', () => {
    const context = open()
    save(context, { entity: 'employer', id: null, values: NEW_EMPLOYER })
    save(context, { entity: 'employer', id: null, values: { ...NEW_EMPLOYER, name: 'Une autre' } })
    const had = read(context, 'employers')
    const gone = had.employers?.at(-2)?.id ?? 0
    remove(context, { entity: 'employer', ids: [gone] })
    const without = readAgain(context, 'employers', had)
    expect(without.changes.employers).toEqual([])
    expect(without.changes.changed?.ids).not.toContain(gone)
    expect(without.rows).toEqual(read(context, 'employers').employers)
    context.dossier.undo()
    const back = readAgain(context, 'employers', had)
    expect(back.rows).toEqual(read(context, 'employers').employers)
    expect(back.rows?.map((row) => row.id)).toEqual(had.employers?.map((row) => row.id))
  })

  it('is given whole to whom it does not know, or another grid', () => {
    const context = open()
    const employers = read(context, 'employers')
    for (const known of ['nothing', employers.tag ?? '']) {
      const answer = read(context, 'positions', known)
      expect(answer.changed).toBeUndefined()
      expect(answer.positions).toHaveLength(facts.positions.length)
    }
  })

  it('asks for the whole grid where a row is missing', () => {
    expect(
      withChanges('positions', undefined, { revision: 2, positions: [], changed: { ids: null } }),
    ).toBeNull()
    expect(
      withChanges(
        'positions',
        { revision: 1, positions: [] },
        { revision: 2, positions: [], changed: { ids: [1] } },
      ),
    ).toBeNull()
  })
})

describe('the palette after a change', () => {
  const search = (context: Context, text: string) =>
    readServices['read.search'](context, { text, limit: 20 }).map(({ kind, label }) => `${kind} ${label}`)

  it('finds the new words, no longer the old ones, and what is linked to them', () => {
    const context = open()
    const holder = read(context, 'positions').positions?.find((row) => row.holderId !== null)
    expect(search(context, 'Renommée-Zélie')).toEqual([])
    save(context, {
      entity: 'person',
      id: holder?.holderId ?? 0,
      values: { lastName: 'Renommée', firstName: 'Zélie' },
    })
    expect(search(context, 'renommee zelie')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^person .*Renommée/),
        expect.stringMatching(/^position /),
      ]),
    )
    context.dossier.undo()
    expect(search(context, 'renommee')).toEqual([])
  })
})

describe('the snapshot after many changes', () => {
  it('counts the late ones as a fresh reading does', () => {
    const context = open()
    snapshotOf(context)
    for (const { id, dueOn } of facts.instalments.slice(0, 12)) {
      save(context, { entity: 'instalment', id, values: { dueOn: dueOn === null ? TODAY : '2026-01-15' } })
      const afresh = takeSnapshot({ ...context.dossier.readFacts() }, TODAY, context.dossier.lastVisitOn)
      const { deadlines, deadlinesByPosition } = snapshotOf(context)
      expect(deadlines).toEqual(afresh.deadlines)
      expect(deadlinesByPosition).toEqual(afresh.deadlinesByPosition)
    }
  })
})

const NEW_EMPLOYER = { name: 'Une structure', sector: 'public', legalForm: 'commune' }
