/**
 * What the door says of an error nobody expected. The person gets a sentence and what was kept; the log gets the kind of error
 * and where it happened, never its message: a message may quote what was typed.
 */
import type { DoorError } from '#shared/api/envelope.ts'
import { doorErrorOf } from '#shared/text/errors/door-errors.ts'
import { Refusal } from '../refusal.ts'
import { asRefusal } from '../store/errors.ts'

export type FailureLog = (line: string) => void

/** `subject`: the file or the operation meant, for faults of the disk that can meet any of them. */
export function doorError(error: unknown, subject: string, log: FailureLog): DoorError {
  const known = asRefusal(error, subject)
  if (known instanceof Refusal) return known.error
  log(`[jalon] ${subject}: ${describeError(error)}`)
  return doorErrorOf('internal')
}

export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' ? code : null
}

/** Name, code and places of the code, without the message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  const code = codeOf(error)
  return [code === null ? error.name : `${error.name} ${code}`, ...frames].join(' | ')
}
