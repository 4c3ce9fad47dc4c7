/** How a channel of the door is declared: its input as a schema, its output as a type, and whether it is a long job. */
import type { z } from 'zod'

/** A channel of the door: the schema that checks its input, and (as a type only) what it answers. */
export interface ChannelSpec<S extends z.ZodType = z.ZodType, O = unknown> {
  readonly input: S
  /** Long work: answers with a JobState, then progresses beside the main process. */
  readonly job: boolean
  readonly output?: O
}

/** `channel<Output>()(schema)`: the output is given, the input type is inferred. */
export function channel<O>() {
  return <S extends z.ZodType>(input: S): ChannelSpec<S, O> => ({ input, job: false })
}

/** A channel that starts a long job; `O` is the result the job ends with. */
export function jobChannel<O>() {
  return <S extends z.ZodType>(input: S): ChannelSpec<S, O> & { readonly job: true } => ({ input, job: true })
}
