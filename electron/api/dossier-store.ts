/** Opening, creating and copying dossiers, as a session asks for them: the store, the demo and the backups behind one name. */
import { doorErrorOf } from '#shared/text/door-errors.ts'
import { Refusal } from '../services/service.ts'
import type { DossierStore } from '../services/session/ports.ts'

function unavailable(): never {
  throw new Refusal(doorErrorOf('not-available'))
}

export const dossierStore: DossierStore = {
  open: unavailable,
  create: unavailable,
  createDemo: unavailable,
  copyTo: unavailable,
  backup: unavailable,
  lastBackupAt: () => null,
}
