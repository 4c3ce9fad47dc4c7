/** What runs inside the worker thread: one task, then the end. It speaks to the main process in the messages below only. */
import { parentPort, workerData } from 'node:worker_threads'
import type { DoorError } from '#shared/api/envelope.ts'
import { describeError } from '../api/failure.ts'
import { Refusal } from '../refusal.ts'
import { codeOf } from '../store/causes.ts'
import type { JobTask } from './job.ts'

export type TaskTable = Readonly<Record<string, () => Promise<JobTask<never, unknown>>>>

export interface WorkerOrder {
  readonly kind: string
  readonly payload: unknown
}

export type WorkerMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly type: 'done'; readonly result: unknown }
  | { readonly type: 'refused'; readonly error: DoorError }
  /** `trace` holds no message of the error: it may quote the file. */
  | { readonly type: 'failed'; readonly trace: string; readonly code: string | null }

const PROGRESS_EVERY_MS = 50

export async function serveOneTask(tasks: TaskTable): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('the job worker runs only in a worker thread')
  const say = (message: WorkerMessage) => port.postMessage(message)
  const order = workerData as WorkerOrder
  let lastSaid = -Infinity
  const progress = (done: number, total: number | null) => {
    const at = performance.now()
    if (at - lastSaid < PROGRESS_EVERY_MS && done !== total) return
    lastSaid = at
    say({ type: 'progress', done, total })
  }
  try {
    const load = Object.hasOwn(tasks, order.kind) ? tasks[order.kind] : undefined
    if (load === undefined) throw new Error(`no task named ${order.kind}`)
    const task = (await load()) as JobTask<unknown, unknown>
    say({ type: 'done', result: await task(order.payload, progress) })
  } catch (error) {
    if (error instanceof Refusal) say({ type: 'refused', error: error.error })
    else say({ type: 'failed', trace: describeError(error), code: codeOf(error) })
  }
}
