/**
 * Random lives of a dossier through the very door people use: edits, pastes, posts, contracts and their renewals, agreements,
 * payments, answers, deletions, files, scenarios, imports, anonymisation, undo, redo, restarts. Undoing all gives back the very
 * same content; redoing all gives the other. `JALON_UNDO_RUNS=200` widens the budget.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/api/contract.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { type TestApplication, testApplication } from '../support/application.ts'
import { contentOf } from '../support/content.ts'
import { ask, asked, OPERATIONS, type Turn } from './undo-operations.ts'

const LIVES = Math.ceil(Number(process.env.JALON_UNDO_RUNS ?? 25) / 5)
const NAMES = Object.keys(OPERATIONS)

const turn = fc.record({ pick: fc.nat(500), value: fc.nat(500) })
const step = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...NAMES), turn) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('undo', 'redo'), turn) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('restart'), turn) },
)

/** How many steps an operation left; each state of the content after it. An operation of two acts leaves two. */
async function live(
  app: TestApplication,
  life: readonly (readonly [string, Turn])[],
): Promise<ReadonlySet<string>> {
  const written = new Set<string>()
  const dossier = (): Dossier => app.session.context().dossier
  const { path } = dossier()
  const line = [contentOf(dossier())]
  let at = 0
  for (const [name, given] of life) {
    const operation = OPERATIONS[name]
    if (operation !== undefined) {
      const before = await stepsOf(app)
      await operation(app, given)
      const more = (await stepsOf(app)) - before
      const after = contentOf(dossier())
      if (more === 0 && JSON.stringify(after) === JSON.stringify(line[at])) continue
      written.add(name)
      // What lies between two acts of one operation is found by undoing to it and coming back.
      line.length = at + 1
      const states = [after]
      for (let n = 1; n < more; n += 1) {
        dossier().undo()
        states.unshift(contentOf(dossier()))
      }
      for (let n = 1; n < more; n += 1) dossier().redo()
      line.push(...states)
      at = line.length - 1
    } else if (name === 'restart') {
      await app.session.closeDossier()
      await app.session.open(path)
    } else {
      const done = await ask(app, name === 'undo' ? 'write.undo' : 'write.redo', {})
      const to = name === 'undo' ? Math.max(0, at - 1) : Math.min(line.length - 1, at + 1)
      expect(done === null, name).toBe(to === at)
      at = to
    }
    expect(contentOf(dossier()), name).toEqual(line[at])
  }
  while (dossier().redo() !== null) at += 1
  expect(at).toBe(line.length - 1)
  expect(contentOf(dossier())).toEqual(line.at(-1))
  while (dossier().undo() !== null) {
    at -= 1
    expect(contentOf(dossier())).toEqual(line[at])
  }
  expect(at).toBe(0)
  while (dossier().redo() !== null) at += 1
  expect(contentOf(dossier())).toEqual(line.at(-1))
  return written
}

/** Acts that stand. */
async function stepsOf(app: TestApplication): Promise<number> {
  const { dossier } = app.session.context()
  return (
    dossier.read((db) => db.get<{ n: number }>("SELECT count(*) AS n FROM action WHERE state = 'done'"))?.n ??
    0
  )
}

describe('undo over everything a person can do', () => {
  test('each operation is written, undone, redone, across a restart', { timeout: 120_000 }, async () => {
    await using app = testApplication()
    await app.value('file.demo', {})
    const once = NAMES.flatMap((name) => [
      [name, { pick: 3, value: 4 }] as const,
      ['undo', { pick: 0, value: 0 }] as const,
      ['restart', { pick: 0, value: 0 }] as const,
      ['redo', { pick: 0, value: 0 }] as const,
    ])
    // Each did write: an operation that was always refused would prove nothing.
    expect([...(await live(app, once))].sort()).toEqual([...NAMES].sort())
    // And none is left out: every channel that writes was gone through.
    const writing = Object.keys(contract).filter((channel) => channel.startsWith('write.'))
    const others = ['documents.attach', 'documents.remove', 'forecast.apply', 'import.apply']
    expect([...asked]).toEqual(
      expect.arrayContaining([...writing, ...others, 'privacy.anonymise', 'reconciliation.decide']),
    )
  })

  test(`gives back each state over ${LIVES} random lives`, { timeout: 60_000 + LIVES * 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (life) => {
        await using app = testApplication()
        await app.value('file.demo', {})
        await live(app, life)
      }),
      { numRuns: LIVES },
    )
  })
})
