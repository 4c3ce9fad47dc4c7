/** Memory is given back at rest, and only then; and nothing of former states is kept while work goes on. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRest } from '../../electron/memory/at-rest.ts'
import { snapshotOf } from '../../electron/services/read/snapshot.ts'
import { testApplication } from '../support/application.ts'

const LARGE = 2 ** 30

describe('rest', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const restOf = (residentBytes: () => number) => {
    const collectYoung = vi.fn()
    return { collectYoung, rest: createRest({ residentBytes, collectYoung }) }
  }

  it('begins ten seconds after the last thing asked, and ends by itself', () => {
    const { rest, collectYoung } = restOf(() => LARGE)
    for (let i = 0; i < 30; i += 1) {
      rest.stirred()
      vi.advanceTimersByTime(9000)
    }
    expect(collectYoung).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1000)
    expect(collectYoung).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(3_600_000)
    expect(collectYoung.mock.calls.length).toBeLessThanOrEqual(10)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is broken off by whatever is asked', () => {
    const { rest, collectYoung } = restOf(() => LARGE)
    rest.stirred()
    vi.advanceTimersByTime(10_000)
    rest.stirred()
    vi.advanceTimersByTime(9999)
    expect(collectYoung).toHaveBeenCalledTimes(1)
  })

  it('does nothing where there is nothing to give back', () => {
    let resident = 50 * 2 ** 20
    const { rest, collectYoung } = restOf(() => resident)
    rest.stirred()
    vi.advanceTimersByTime(60_000)
    expect(collectYoung).not.toHaveBeenCalled()
    resident = LARGE
    rest.stirred()
    vi.advanceTimersByTime(10_000)
    resident = 50 * 2 ** 20
    vi.advanceTimersByTime(60_000)
    expect(collectYoung).toHaveBeenCalledTimes(1)
  })
})

describe('a process that worked hard', () => {
  it('holds less than half of it soon after', { timeout: 90_000 }, async () => {
    const busy = fileURLToPath(new URL('../support/busy-then-rest.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [busy, '0.5', 'rest'])
    expect(JSON.parse(stdout)).toMatchObject({ over: true })
  })
})

describe('an open dossier', () => {
  it('keeps the facts and what was derived of its present state only, after 200 edits and as many grids', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    await using app = testApplication()
    await app.value('file.demo', {})
    const positions = (await app.value('read.grid', { grid: 'positions', employerId: null })) as {
      readonly positions?: readonly { readonly id: number }[]
    }
    const id = positions.positions?.[0]?.id ?? 0
    const former: WeakRef<object>[] = []
    for (let turn = 0; turn < 200; turn += 1) {
      await app.value('write.cells', {
        label: 'Saisie',
        changes: [{ entity: 'position', id, values: { label: `Poste ${turn}` } }],
      })
      await app.value('read.grid', { grid: 'positions', employerId: null })
      await app.value('read.search', { text: 'poste', limit: 5 })
      const { facts, derived } = snapshotOf(app.session.context())
      former.push(new WeakRef(facts), new WeakRef(derived))
    }
    // What a WeakRef was asked in a turn of the loop is kept until its end.
    await new Promise((done) => setImmediate(done))
    collect()
    expect(former.filter((ref) => ref.deref() !== undefined)).toHaveLength(2)
  })
})
