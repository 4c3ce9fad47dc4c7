/**
 * A command in a thread of its own, with a bound on its memory: what goes beyond it ends that thread, and is said in words with an
 * exit code, where the engine would abort the whole process. The outside stays here: the thread asks for it in messages.
 */
import { Worker } from 'node:worker_threads'
import { codeOf } from '../store/causes.ts'
import type { CommandIo, ExitCode } from './command.ts'

/** Three times what the largest command takes on the dossier of national size. */
const MOST_MEMORY_MB = 2048

export type FromThread =
  | { readonly kind: 'out'; readonly text: string }
  | { readonly kind: 'err'; readonly text: string }
  | { readonly kind: 'end'; readonly code: ExitCode }

export function runApart(
  argv: readonly string[],
  io: Pick<CommandIo, 'out' | 'err'>,
  memoryMb = MOST_MEMORY_MB,
): Promise<ExitCode> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: argv,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  return new Promise((end) => {
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'err') io.err(message.text)
      else if (message.kind === 'end') end(message.code)
      else void io.out(message.text).then(() => worker.postMessage('written'))
    })
    let said: Promise<void> = Promise.resolve()
    worker.on('error', (error) => {
      said = failureSaid(error).then((words) => io.err(words))
    })
    // After an error, or without a word: after `end` this changes nothing.
    worker.on('exit', () => void said.then(() => end(1)))
  })
}

/** The words of a failure are loaded when there is one: every command would wait for them. */
async function failureSaid(error: unknown): Promise<string> {
  const { cliText } = await import('#shared/text/shells/cli.ts')
  if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY') return `${cliText.outOfMemory}\n`
  const { doorErrorOf } = await import('#shared/text/errors/door-errors.ts')
  const { describeError } = await import('../api/failure.ts')
  return `[jalon] ${describeError(error)}\n${doorErrorOf('internal').message}\n`
}
