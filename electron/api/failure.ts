/**
 * What the door says of an error nobody expected. The person gets a sentence and what was kept; the log gets the kind of error
 * and where it happened, never its message: a message may quote what was typed.
 */
import { basename } from 'node:path'
import type { DoorError } from '#shared/api/envelope.ts'
import { doorErrorOf } from '#shared/text/errors/door-errors.ts'
import { Refusal } from '../refusal.ts'
import { codeOf } from '../store/causes.ts'
import { asRefusal } from '../store/errors.ts'

export type FailureLog = (line: string) => void

/** `subject`: the file or the operation meant, for faults of the disk that can meet any of them. */
export function doorError(error: unknown, subject: string, log: FailureLog): DoorError {
  const known = asRefusal(error, namedIn(error) ?? subject, 'any')
  if (known instanceof Refusal) return known.error
  if (isOutOfMeasure(error)) return doorErrorOf('job.too-large')
  log(`[jalon] ${subject}: ${describeError(error)}`)
  return doorErrorOf('internal')
}

/** The file the system speaks of, without its folder. */
function namedIn(error: unknown): string | null {
  const path: unknown = error instanceof Error && 'path' in error ? error.path : null
  return typeof path === 'string' ? basename(path) : null
}

/** More than the engine holds: calls within calls, a text or a list longer than any. Other errors of range are bugs. */
function isOutOfMeasure(error: unknown): boolean {
  const code = codeOf(error)
  if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_BUFFER_TOO_LARGE' || code === 'ERR_FS_FILE_TOO_LARGE')
    return true
  return (
    error instanceof RangeError &&
    /call stack|Invalid (string|array|typed array) length|allocation failed|maximum size/i.test(error.message)
  )
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
