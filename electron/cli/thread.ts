/** Inside the thread: the command as it would run by itself, its words sent to the main thread one at a time. */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { processIo } from './process-io.ts'
import { runCli } from './run.ts'
import type { FromThread } from './run-apart.ts'

const port = parentPort
if (port === null) throw new Error('the thread of a command runs only in a worker thread')
const say = (message: FromThread) => port.postMessage(message)
const code = await runCli(workerData as readonly string[], {
  ...processIo,
  async out(text) {
    const written = once(port, 'message')
    say({ kind: 'out', text })
    await written
  },
  err: (text) => say({ kind: 'err', text }),
})
say({ kind: 'end', code })
port.close()
