/** Long work as a component sees it: started, counted, cancelled, its result taken. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Channel, Contract, Input, Output } from '#shared/api/contract.ts'
import type { Answer, DoorError, JobState } from '#shared/api/envelope.ts'
import { doorErrorOf } from '#shared/text/errors/door-errors.ts'
import { client } from './client.ts'
import { refresh } from './queries.ts'
import { tellRefusal } from './refusals.ts'

type JobChannel = { [C in Channel]: Contract[C]['job'] extends true ? C : never }[Channel]

const POLL_MS = 400

export interface JobHandle<C extends JobChannel> {
  readonly state: JobState | null
  readonly result: Output<C> | null
  readonly error: DoorError | null
  start(input: Input<C>): Promise<void>
  cancel(): void
  reset(): void
}

/** A long job whose count nobody watches: started, then its answer. */
export async function runToEnd<C extends JobChannel>(
  channel: C,
  input: Input<C>,
): Promise<Answer<Output<C>>> {
  const started = await client.call(channel, input)
  if (!started.ok) return started
  const { id } = started.value as JobState
  const { promise, resolve } = Promise.withResolvers<Answer<Output<C>>>()
  const take = (job: JobState) => {
    if (job.id !== id || job.status === 'running') return
    if (job.status === 'done') resolve({ ok: true, value: job.result as Output<C> })
    // Without an error: the dossier was left meanwhile, which stops its jobs.
    else resolve({ ok: false, error: job.error ?? doorErrorOf('job.stopped') })
  }
  const stop = follow(id, take)
  take(started.value as JobState)
  try {
    return await promise
  } finally {
    stop()
  }
}

/** Tells each state of a job until it is stopped: as they are pushed, and by a slow poll where one was missed. */
function follow(id: string, take: (job: JobState) => void): () => void {
  const stop = client.subscribe((event) => {
    if (event.kind === 'job') take(event.job)
  })
  const timer = setInterval(async () => {
    const answer = await client.call('jobs.get', { id })
    if (answer.ok && answer.value !== null) take(answer.value)
  }, POLL_MS)
  return () => {
    stop()
    clearInterval(timer)
  }
}

/** A long job: start, watch its count, cancel, take its result. Pushed states and a slow poll, whichever comes first. */
export function useJob<C extends JobChannel>(channel: C): JobHandle<C> {
  const [state, setState] = useState<JobState | null>(null)
  const [error, setError] = useState<DoorError | null>(null)
  const current = useRef<string | null>(null)

  const take = useCallback((job: JobState) => {
    if (job.id !== current.current) return
    setState((now) => (now !== null && now.id === job.id && now.status !== 'running' ? now : job))
    if (job.status === 'failed') setError(job.error ?? null)
    if (job.status === 'done') void refresh()
  }, [])

  const running = state?.status === 'running'
  const id = state?.id
  useEffect(() => {
    return running && id !== undefined ? follow(id, take) : undefined
  }, [running, id, take])

  const start = useCallback(
    async (input: Input<C>) => {
      setError(null)
      setState(null)
      const answer = await client.call(channel, input)
      if (!answer.ok) {
        setError(answer.error)
        tellRefusal(answer.error)
        return
      }
      const job = answer.value as JobState
      current.current = job.id
      take(job)
    },
    [channel, take],
  )
  const cancel = useCallback(() => {
    if (current.current !== null) void client.call('jobs.cancel', { id: current.current })
  }, [])
  const reset = useCallback(() => {
    current.current = null
    setState(null)
    setError(null)
  }, [])
  const result = state?.status === 'done' ? ((state.result ?? null) as Output<C> | null) : null
  return { state, result, error, start, cancel, reset }
}
