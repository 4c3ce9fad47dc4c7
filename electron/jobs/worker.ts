/** Entry of the worker thread: run as it is by Node 24, or as `worker.js` beside the bundle. */
import { tasks } from './tasks.ts'
import { serveOneTask } from './worker-loop.ts'

await serveOneTask(tasks)
