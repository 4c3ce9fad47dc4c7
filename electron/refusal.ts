/** The one way an act is refused, whichever floor finds the reason: store, copies, imports, services. */
import type { DoorError } from '#shared/api/envelope.ts'

/** An expected refusal: nothing was written. The message is French, complete, and safe to show. */
export class Refusal extends Error {
  readonly error: DoorError
  constructor(error: DoorError) {
    super(error.message)
    this.name = 'Refusal'
    this.error = error
  }
}
