/** The application without its windows: what every shell puts behind its own way of speaking. */
import type { Clock } from '../clock.ts'
import { definitions } from '../jobs/definitions.ts'
import { defaultWorkerUrl } from '../jobs/runner.ts'
import type { Rest } from '../memory/at-rest.ts'
import { copyPlaces } from '../services/copies/copy-places.ts'
import { lateCount } from '../services/read/snapshot.ts'
import { type DataFolder, keepPrivate } from '../services/session/data-folder.ts'
import type { ShellPort } from '../services/session/ports.ts'
import { createSession, type Session } from '../services/session/session.ts'
import { userName } from '../services/session/user.ts'
import { createDispatcher, type Dispatcher } from './dispatch.ts'
import { createDossierStore } from './dossier-store.ts'
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
  /** Told of all that moves, to give memory back once nothing does. Left out where the program does not stay. */
  readonly rest?: Rest
}

export function createApplication({ shell, clock, dataFolder, log, rest }: ApplicationOptions): Application {
  keepPrivate(dataFolder)
  const who = userName()
  const places = copyPlaces(dataFolder.copiesFile, dataFolder.copies)
  const session = createSession({
    store: createDossierStore({ who, clock, dataFolder, places }),
    copyPlaces: places,
    shell,
    clock,
    dataFolder,
    log,
    who,
    version: VERSION,
    jobs: { definitions, workerUrl: defaultWorkerUrl },
    lateCount,
  })
  const dispatcher = createDispatcher({ handlers: allHandlers(session), session, log })
  if (rest === undefined) return { session, dispatcher }
  session.subscribe(() => rest.stirred())
  return {
    session,
    dispatcher: { call: (channel, input) => dispatcher.call(channel, input).finally(() => rest.stirred()) },
  }
}
