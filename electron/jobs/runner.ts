/**
 * Long jobs, seen from the main process: started, followed, stopped. One worker thread per job, thrown away with it, so that a
 * cancelled or exhausted job cannot harm the next one. What each job does is not known here.
 */
import { Worker } from 'node:worker_threads'
import type { DoorError, JobState } from '#shared/api/envelope.ts'
import { doorErrorOf } from '#shared/text/errors/door-errors.ts'
import { fileError } from '#shared/text/errors/file-errors.ts'
import { doorError, type FailureLog } from '../api/failure.ts'
import { Refusal } from '../refusal.ts'
import { codeOf } from '../store/causes.ts'
import type { AnyDefinition } from './definitions.ts'
import type { JobContext, JobDefinition } from './job.ts'
import type { WorkerMessage, WorkerOrder } from './worker-loop.ts'

const MAX_RUNNING = 4
/** Ended jobs kept for `jobs.get`; the oldest are forgotten first. */
const MAX_KEPT = 20
/** A hostile or huge file exhausts its own thread, not the application. */
const MAX_WORKER_MB = 1536

export interface JobRunner {
  /** Refuses at once what `prepare` refuses; else answers the running job. */
  start(kind: string, input: unknown): Promise<JobState>
  get(id: string): JobState | null
  /** Stops the job; once its result is being written it ends by itself, since half a result is worse than a whole one. */
  cancel(id: string): JobState | null
  readonly running: number
  /** Stops every job and waits for what is being written. */
  stop(): Promise<void>
}

export interface JobRunnerOptions {
  readonly definitions: Readonly<Record<string, AnyDefinition>>
  readonly workerUrl: URL
  context(): JobContext
  announce(job: JobState): void
  /** Called before a job writes its result: a copy of the dossier. Throws where it must not write. */
  beforeWriting?(context: JobContext): Promise<void>
  readonly log: FailureLog
  /** Memory a job may take, in MB. */
  readonly workerMemory?: number
}

/** Beside this file: `worker.ts` in the sources, `worker.js` in the bundle. */
export const defaultWorkerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js',
  import.meta.url,
)

interface Running {
  readonly worker: Worker
  cancelled: boolean
  finishing: boolean
  readonly ended: Promise<void>
}

export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const states = new Map<string, JobState>()
  const running = new Map<string, Running>()
  let lastNumber = 0
  let stopping = false

  function set(state: JobState): void {
    states.delete(state.id)
    states.set(state.id, state)
    for (const id of states.keys()) {
      if (states.size <= MAX_KEPT) break
      if (!running.has(id)) states.delete(id)
    }
    options.announce(state)
  }

  async function start(kind: string, input: unknown): Promise<JobState> {
    const definition = Object.hasOwn(options.definitions, kind) ? options.definitions[kind] : undefined
    if (definition === undefined) throw new Refusal(doorErrorOf('not-available'))
    if (stopping || running.size >= MAX_RUNNING) throw new Refusal(doorErrorOf('job.too-many'))
    const job = definition as JobDefinition<unknown, unknown, unknown, unknown>
    const context = options.context()
    if (job.writes) refuseReadOnly(context)
    const revision = job.writes ? context.dossier.revision : 0
    const payload = await job.prepare(context, input)

    lastNumber += 1
    const id = `job-${lastNumber}`
    const base: JobState = { id, kind, done: 0, total: null, status: 'running' }
    const order: WorkerOrder = { kind, payload }
    const worker = new Worker(options.workerUrl, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: options.workerMemory ?? MAX_WORKER_MB },
    })
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const entry: Running = { worker, cancelled: false, finishing: false, ended }
    running.set(id, entry)

    const over = (state: JobState) => {
      clearTimeout(patience)
      if (!running.delete(id)) return
      set(state)
      end()
    }
    const fail = (error: DoorError) =>
      over({ ...latest(), status: entry.cancelled ? 'cancelled' : 'failed', error })
    const latest = () => states.get(id) ?? base

    const finish = async (result: unknown) => {
      entry.finishing = true
      try {
        if (job.writes) await options.beforeWriting?.(context)
        if (job.writes) refuseIfChanged(options.context(), context, revision)
        over({ ...latest(), status: 'done', result: await job.finish(context, result, input) })
      } catch (error) {
        fail(doorError(error, kind, options.log))
      } finally {
        void worker.terminate()
      }
    }
    const patience =
      job.patienceMs === undefined ? undefined : setTimeout(() => tooLong(), job.patienceMs).unref()
    const tooLong = () => {
      if (entry.finishing) return
      fail(doorErrorOf('job.too-long'))
      void worker.terminate()
    }
    worker.on('message', (message: WorkerMessage) => {
      if (entry.cancelled || !running.has(id)) return
      if (message.type === 'progress') set({ ...latest(), done: message.done, total: message.total })
      else if (message.type === 'done') void finish(message.result)
      else if (message.type === 'refused') fail(message.error)
      else fail(doorError(new TaskFailure(message), kind, options.log))
    })
    worker.on('error', (error) => fail(outOfMemory(error) ?? doorError(error, kind, options.log)))
    worker.on('exit', () => {
      if (entry.cancelled) over({ ...latest(), status: 'cancelled' })
      // A worker that answered leaves too: only one that never did left early.
      else if (!entry.finishing && running.has(id))
        fail(doorError(new Error('worker left early'), kind, options.log))
    })
    set(base)
    return base
  }

  function cancel(id: string): JobState | null {
    const entry = running.get(id)
    if (entry !== undefined && !entry.finishing) {
      entry.cancelled = true
      void entry.worker.terminate()
    }
    return states.get(id) ?? null
  }

  return {
    start,
    cancel,
    get: (id) => states.get(id) ?? null,
    get running() {
      return running.size
    },
    async stop() {
      stopping = true
      for (const id of running.keys()) cancel(id)
      await Promise.all([...running.values()].map((entry) => entry.ended))
      stopping = false
    },
  }
}

/** An error told by the worker: its trace goes to the log as it came. */
class TaskFailure extends Error {
  readonly code: string | null
  constructor(message: { readonly trace: string; readonly code: string | null }) {
    super('job task failed')
    this.name = 'TaskFailure'
    this.code = message.code
    this.stack = `    at ${message.trace}`
  }
}

function refuseReadOnly(context: JobContext): void {
  const reason = context.dossier.readOnlyReason
  if (reason === null) return
  const name = context.dossier.name
  throw new Refusal(fileError('file.read-only', { name, detail: reason }))
}

function refuseIfChanged(now: JobContext, before: JobContext, revision: number): void {
  if (now.dossier === before.dossier && now.dossier.revision === revision) return
  throw new Refusal(doorErrorOf('job.file-changed'))
}

function outOfMemory(error: unknown): DoorError | null {
  return codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? doorErrorOf('job.too-large') : null
}
