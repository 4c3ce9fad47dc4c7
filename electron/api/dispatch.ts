/**
 * The door, from the inside: a message of any shell → its channel → its schema → its service → one envelope. Nothing throws out
 * of here. Which shell speaks, and whether it may, was settled before.
 */
import type { z } from 'zod'
import { type Channel, contract, type Output, type Parsed } from '#shared/api/contract.ts'
import type { Answer, DoorError } from '#shared/api/envelope.ts'
import { doorErrorOf, invalidInputMessage } from '#shared/text/errors/door-errors.ts'
import { issueReason } from '#shared/text/errors/input-errors.ts'
import type { JobRunner } from '../jobs/runner.ts'
import { Refusal } from '../refusal.ts'
import { ANSWERED_LOCKED, lockedRefusal, NO_SIGN_OF_LIFE } from '../services/lock/index.ts'
import type { ScreenLock } from '../services/lock/screen-lock.ts'
import type { ServiceContext } from '../services/service.ts'
import { doorError, type FailureLog } from './failure.ts'
import { dataProblem } from './plain-data.ts'

type IsJob<C extends Channel> = (typeof contract)[C]['job'] extends true ? true : false
export type JobChannel = { [C in Channel]: IsJob<C> extends true ? C : never }[Channel]
export type PlainChannel = Exclude<Channel, JobChannel>

/** What answers each channel that is not a job: a service, or an async one where the shell asks the person something. */
export type Handlers = {
  readonly [C in PlainChannel]: (context: ServiceContext, input: Parsed<C>) => Output<C> | Promise<Output<C>>
}

/** What the door needs of the session: who acts on which dossier today, and that changes be told afterwards. */
export interface DoorSession {
  context(): ServiceContext
  announceChange(): void
  readonly jobs: Pick<JobRunner, 'start'>
  /** Left out: this door has no screen (tests of the door alone). */
  readonly screenLock?: Pick<ScreenLock, 'locked' | 'awake'>
}

export interface Dispatcher {
  call(channel: unknown, input: unknown): Promise<Answer<unknown>>
}

export interface DispatcherOptions {
  readonly handlers: Partial<Handlers>
  readonly session: DoorSession
  readonly log: FailureLog
}

const MAX_PROBLEMS = 50

type AnyHandler = (context: ServiceContext, input: unknown) => unknown

export function createDispatcher({ handlers, session, log }: DispatcherOptions): Dispatcher {
  async function answer(channel: unknown, input: unknown): Promise<unknown> {
    if (typeof channel !== 'string' || !Object.hasOwn(contract, channel))
      throw new Refusal(doorErrorOf('door.unknown-channel'))
    const name = channel as Channel
    if (session.screenLock?.locked && !ANSWERED_LOCKED.has(name)) throw lockedRefusal()
    if (!NO_SIGN_OF_LIFE.has(name)) session.screenLock?.awake()
    const problem = dataProblem(input)
    if (problem !== null)
      throw new Refusal(doorErrorOf(problem === 'too-large' ? 'door.too-large' : 'door.malformed'))
    const spec = contract[name]
    const parsed = (spec.input as z.ZodType).safeParse(input)
    if (!parsed.success) throw new Refusal(invalidInput(parsed.error))
    if (spec.job) return session.jobs.start(name, parsed.data)
    const handler = handlers[name as PlainChannel] as AnyHandler | undefined
    if (handler === undefined) throw new Refusal(doorErrorOf('not-available'))
    return handler(session.context(), parsed.data)
  }

  return {
    async call(channel, input) {
      try {
        return { ok: true, value: await answer(channel, input) }
      } catch (error) {
        return {
          ok: false,
          error: doorError(error, typeof channel === 'string' ? channel.slice(0, 60) : 'door', log),
        }
      } finally {
        session.announceChange()
      }
    },
  }
}

/** The first problems of an input, each at its field; what was typed is never quoted. */
function invalidInput(error: z.ZodError): DoorError {
  const details = error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({
    field: issue.path.map(String).join('.').slice(0, 200),
    code: issue.code === 'custom' ? issue.message.slice(0, 100) : issue.code,
    message: issueReason(issue),
  }))
  const first = details[0]
  return {
    code: 'input.invalid',
    message: invalidInputMessage(first?.message),
    field: first?.field || undefined,
    details,
  }
}
