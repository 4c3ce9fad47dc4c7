/** The application without its windows: what every shell puts behind its own way of speaking. */
import { userInfo } from 'node:os'
import type { Clock } from '../clock.ts'
import { definitions } from '../jobs/definitions.ts'
import { defaultWorkerUrl } from '../jobs/runner.ts'
import type { ServiceContext } from '../services/service.ts'
import type { DataFolder } from '../services/session/data-folder.ts'
import type { ShellPort } from '../services/session/ports.ts'
import { createSession, type Session } from '../services/session/session.ts'
import { createDispatcher, type Dispatcher } from './dispatch.ts'
import { dossierStore } from './dossier-store.ts'
import type { FailureLog } from './failure.ts'
import { allHandlers } from './services.ts'
import { VERSION } from './version.ts'

export interface Application {
  readonly session: Session
  readonly dispatcher: Dispatcher
}

export interface ApplicationOptions {
  readonly shell: ShellPort
  readonly clock: Clock
  readonly dataFolder: DataFolder
  readonly log: FailureLog
}

export function createApplication({ shell, clock, dataFolder, log }: ApplicationOptions): Application {
  const session = createSession({
    store: dossierStore,
    shell,
    clock,
    dataFolder,
    log,
    who: userName(),
    version: VERSION,
    jobs: { definitions, workerUrl: defaultWorkerUrl },
    lateCount,
  })
  return { session, dispatcher: createDispatcher({ handlers: allHandlers(session), session, log }) }
}

function lateCount(_context: ServiceContext): number {
  return 0
}

/** The name the system knows the person by; some locked-down machines give none. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'inconnu'
  }
}
