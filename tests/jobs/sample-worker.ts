/** A worker like the real one, with tasks made to be watched, stopped, and to fail in each way. */
import { setTimeout as wait } from 'node:timers/promises'
import { serveOneTask } from '../../electron/jobs/worker-loop.ts'
import { Refusal } from '../../electron/services/service.ts'

await serveOneTask({
  count: async () => async (payload: { readonly to: number }, progress) => {
    for (let done = 1; done <= payload.to; done += 1) progress(done, payload.to)
    return payload.to
  },
  slow: async () => async (_payload: unknown, progress) => {
    for (let done = 1; ; done += 1) {
      progress(done, null)
      await wait(20)
    }
  },
  refuse: async () => () => {
    throw new Refusal({ code: 'import.unreadable', message: 'Ce fichier n’est pas un tableau.' })
  },
  fail: async () => () => {
    throw new TypeError('Mme Secret-Martin')
  },
  full: async () => () => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  },
  leave: async () => () => process.exit(3),
  devour: async () => () => {
    const kept: unknown[] = []
    for (;;) kept.push(new Array(100_000).fill(kept.length).map((n) => ({ n })))
  },
})
