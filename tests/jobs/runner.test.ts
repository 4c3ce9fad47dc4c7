import { afterEach, describe, expect, test, vi } from 'vitest'
import type { JobState } from '#shared/api/envelope.ts'
import { day } from '#shared/domain/day.ts'
import type { JobContext, JobDefinition } from '../../electron/jobs/job.ts'
import { createJobRunner, type JobRunner } from '../../electron/jobs/runner.ts'
import { Refusal } from '../../electron/services/service.ts'
import { createMemoryDossier } from '../../electron/store/memory.ts'

const dossier = createMemoryDossier({ who: 'essai', now: () => '2026-11-23T12:00:00.000+00:00' })
const context = (): JobContext => ({
  dossier,
  today: day('2026-11-23'),
  now: '2026-11-23T12:00:00.000+00:00',
  who: 'essai',
  files: {
    chosen: () => ({ name: 'a', path: 'a' }),
    temporaryPath: () => 'a',
    deliver: async () => ({ savedTo: null, downloadId: null }),
  },
})

let runner: JobRunner | null = null
afterEach(() => runner?.stop())

const plain: JobDefinition<never, unknown, never, unknown> = {
  writes: false,
  prepare: (_context, input) => input,
  finish: (_context, result) => result,
}

function start(kind: string, input: unknown = {}, definition: Partial<typeof plain> = {}) {
  const said: JobState[] = []
  const log: string[] = []
  const before = vi.fn(async () => {})
  const made = createJobRunner({
    definitions: { [kind]: { ...plain, ...definition } },
    workerUrl: new URL('./sample-worker.ts', import.meta.url),
    context,
    announce: (job) => said.push(job),
    beforeWriting: before,
    workerMemory: 64,
    log: (line) => log.push(line),
  })
  runner = made
  const ended = () =>
    vi.waitFor(
      () => {
        const last = said.at(-1)
        if (last === undefined || last.status === 'running') throw new Error('still running')
        return last
      },
      { timeout: 20_000, interval: 10 },
    )
  return { made, said, log, before, ended, started: made.start(kind, input) }
}

describe('a long job', () => {
  test('that takes longer than a file honestly needs is stopped, and says so', async () => {
    const job = start('slow', {}, { patienceMs: 300 })
    await job.started
    expect(await job.ended()).toMatchObject({ status: 'failed', error: { code: 'job.too-long' } })
    expect(job.made.running).toBe(0)
  })

  test('tells its progress, then its result, from another thread', async () => {
    const job = start('count', { to: 5000 })
    expect(await job.started).toMatchObject({ kind: 'count', status: 'running', done: 0 })
    expect(await job.ended()).toMatchObject({ status: 'done', done: 5000, total: 5000, result: 5000 })
    expect(job.said.length).toBeLessThan(100)
    expect(job.made.running).toBe(0)
  })

  test('is stopped when asked, and says so', async () => {
    const job = start('slow')
    const { id } = await job.started
    await vi.waitFor(() => expect(job.made.get(id)?.done).toBeGreaterThan(1), { timeout: 10_000 })
    job.made.cancel(id)
    const last = await job.ended()
    expect(last.status).toBe('cancelled')
    expect(last.error).toBeUndefined()
  })

  test('gives the refusal of its task in words', async () => {
    const job = start('refuse')
    await job.started
    expect(await job.ended()).toMatchObject({ status: 'failed', error: { code: 'import.unreadable' } })
    expect(job.log).toEqual([])
  })

  test('logs where a bug happened, never what the file held', async () => {
    const job = start('fail')
    await job.started
    expect(await job.ended()).toMatchObject({ status: 'failed', error: { code: 'internal' } })
    expect(job.log.join()).toContain('sample-worker')
    expect(job.log.join()).not.toContain('Secret')
  })

  test('says that the disk is full where it is', async () => {
    const job = start('full')
    await job.started
    expect(await job.ended()).toMatchObject({ status: 'failed', error: { code: 'file.disk-full' } })
  })

  test('that leaves without a word has failed', async () => {
    const job = start('leave')
    await job.started
    expect(await job.ended()).toMatchObject({ status: 'failed' })
  })

  test('that eats all memory is stopped alone, and said in words', async () => {
    const job = start('devour')
    await job.started
    expect(await job.ended()).toMatchObject({ status: 'failed', error: { code: 'job.too-large' } })
  })

  test('refused while it is prepared never starts', async () => {
    const job = start(
      'count',
      {},
      {
        prepare() {
          throw new Refusal({ code: 'upload.unknown', message: 'Choisissez-le à nouveau.' })
        },
      },
    )
    await expect(job.started).rejects.toThrow('Choisissez-le')
    expect(job.said).toEqual([])
  })
})

describe('a job that writes', () => {
  test('copies the dossier before, and writes after', async () => {
    const order: string[] = []
    const job = start(
      'count',
      { to: 1 },
      {
        writes: true,
        finish: () => {
          order.push('write')
        },
      },
    )
    job.before.mockImplementation(async () => {
      order.push('copy')
    })
    await job.started
    expect(await job.ended()).toMatchObject({ status: 'done' })
    expect(order).toEqual(['copy', 'write'])
  })

  test('writes nothing where the dossier changed meanwhile', async () => {
    const finish = vi.fn()
    const job = start('count', { to: 1 }, { writes: true, finish })
    await job.started
    dossier.act({ label: 'essai', kind: 'edit' }, (db) =>
      db.insert('free_deadline', { title: 'x', due_on: '2026-12-01' }),
    )
    expect(await job.ended()).toMatchObject({ status: 'failed', error: { code: 'job.file-changed' } })
    expect(finish).not.toHaveBeenCalled()
  })
})

describe('the runner', () => {
  test('refuses a fifth job at once rather than slow them all', async () => {
    const { made, started } = start('slow')
    await started
    for (let n = 0; n < 3; n += 1) await made.start('slow', {})
    await expect(made.start('slow', {})).rejects.toThrow('Trop d’opérations')
    await made.stop()
    expect(made.running).toBe(0)
  })

  test('knows no job by the name of what every object has', async () => {
    const { made, started } = start('count', { to: 1 })
    await started
    await expect(made.start('constructor', {})).rejects.toThrow('pas encore disponible')
    expect(made.get('constructor')).toBeNull()
  })
})
