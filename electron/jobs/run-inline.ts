/** The same three parts of a job, one after the other in this thread: for the command line, and for tests of a job. */
import { definitions } from './definitions.ts'
import type { JobContext, JobDefinition, JobTask, Progress } from './job.ts'
import { tasks } from './tasks.ts'

export async function runInline<I, P, R, O>(
  definition: JobDefinition<I, P, R, O>,
  task: JobTask<P, R>,
  context: JobContext,
  input: I,
  progress: Progress = () => {},
): Promise<O> {
  const payload = await definition.prepare(context, input)
  const result = await task(payload, progress)
  return definition.finish(context, result, input)
}

/** By the name of its channel, as the door would; `O` is what the contract says that channel ends with. */
export async function runNamed<O>(
  kind: string,
  context: JobContext,
  input: unknown,
  progress?: Progress,
): Promise<O> {
  const definition = definitions[kind] as JobDefinition<unknown, unknown, unknown, O> | undefined
  const load = tasks[kind]
  if (definition === undefined || load === undefined) throw new Error(`no job named ${kind}`)
  return runInline(definition, (await load()) as JobTask<unknown, unknown>, context, input, progress)
}
