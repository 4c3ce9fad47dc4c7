import { expect, test } from 'vitest'
import { contract } from '#shared/api/contract.ts'
import { definitions } from '../../electron/jobs/definitions.ts'
import { tasks } from '../../electron/jobs/tasks.ts'

// Plain channels are held by the compiler (api/services.ts); a job has two halves in two files.
test('every job of the contract has its two halves, and no half is alone', async () => {
  const jobs = Object.entries(contract)
    .filter(([, spec]) => spec.job)
    .map(([name]) => name)
    .sort()
  expect(Object.keys(definitions).sort()).toEqual(jobs)
  expect(Object.keys(tasks).sort()).toEqual(jobs)
  for (const load of Object.values(tasks)) expect(await load()).toBeTypeOf('function')
})
