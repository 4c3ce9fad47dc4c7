/** Long work asked of an application in a test, waited for. */
import { setTimeout as wait } from 'node:timers/promises'
import type { JobState } from '#shared/api/envelope.ts'
import type { TestApplication } from './application.ts'

/** How the job ended, whatever came of it. */
export async function endOf(app: TestApplication, started: JobState): Promise<JobState> {
  let job = started
  while (job.status === 'running') {
    await wait(20)
    job = (await app.value('jobs.get', { id: job.id })) ?? job
  }
  return job
}

/** What the job made; fails where it did not end well. */
export async function resultOf<T>(app: TestApplication, started: JobState): Promise<T> {
  const { error, result } = await endOf(app, started)
  if (error !== undefined) throw new Error(`${error.code}: ${error.message}`)
  return result as T
}
