/** The one way an act is refused, whichever floor finds the reason: store, copies, imports, services. */
import type { DoorError } from '#shared/api/envelope.ts'
import { seen } from '#shared/domain/seen-text.ts'

/** An expected refusal: nothing was written. The message is French, complete, and safe to show. */
export class Refusal extends Error {
  readonly error: DoorError
  constructor(error: DoorError) {
    // It quotes names of files, people and machines as they came.
    const message = seen(error.message)
    super(message)
    this.name = 'Refusal'
    this.error = { ...error, message }
  }
}
