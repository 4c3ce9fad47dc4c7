/** A dossier in memory: for tests, and for a dry run that must leave no file. */
import { connect } from './connection.ts'
import type { Dossier } from './dossier.ts'
import { dossierOn } from './open-dossier.ts'
import { buildSchema, giveIdentity } from './opening/create.ts'

export interface MemoryOptions {
  readonly who: string
  readonly demo?: boolean
  readonly fileId?: string
  now(): string
}

export function createMemoryDossier(options: MemoryOptions): Dossier {
  const db = connect(':memory:', { readOnly: false, mustExist: false })
  buildSchema(db)
  giveIdentity(db, {
    createdAt: options.now(),
    createdWith: 'memory',
    demo: options.demo,
    fileId: options.fileId,
  })
  return dossierOn({
    db,
    path: ':memory:',
    readOnlyReason: null,
    who: options.who,
    now: () => options.now(),
    notices: [],
    watch: { whereabouts: () => 'here', left: () => {} },
    lockLostTo: () => null,
    release: () => {},
  })
}
