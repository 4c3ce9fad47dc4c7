/** Long work as a component sees it: started, counted, cancelled, its result taken. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Channel, Contract, Input, Output } from '#shared/api/contract.ts'
import type { DoorError, JobState } from '#shared/api/envelope.ts'
import { client } from './client.ts'
import { refresh } from './queries.ts'
import { tellRefusal } from './refusals.ts'

type JobChannel = { [C in Channel]: Contract[C]['job'] extends true ? C : never }[Channel]

export interface JobHandle<C extends JobChannel> {
  readonly state: JobState | null
  readonly result: Output<C> | null
  readonly error: DoorError | null
  start(input: Input<C>): Promise<void>
  cancel(): void
  reset(): void
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
    if (!running || id === undefined) return
    const stop = client.subscribe((event) => {
      if (event.kind === 'job') take(event.job)
    })
    const timer = setInterval(async () => {
      const answer = await client.call('jobs.get', { id })
      if (answer.ok && answer.value !== null) take(answer.value)
    }, 400)
    return () => {
      stop()
      clearInterval(timer)
    }
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
