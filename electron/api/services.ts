/** Every service behind the door, one group a line. The compiler asks for one per channel. */
import { agendaServices } from '../services/agenda/index.ts'
import { calcServices } from '../services/calc/index.ts'
import { copiedBefore } from '../services/copies/before-bulk.ts'
import { copyServices } from '../services/copies/index.ts'
import { documentServices } from '../services/documents/index.ts'
import { forecastServices } from '../services/forecast/index.ts'
import { importServices } from '../services/import/index.ts'
import { journalServices } from '../services/journal/index.ts'
import { letterServices } from '../services/letters/index.ts'
import { lockServices } from '../services/lock/index.ts'
import { planningServices } from '../services/planning/index.ts'
import { privacyServices } from '../services/privacy/index.ts'
import { readServices } from '../services/read/index.ts'
import { reconciliationServices } from '../services/reconciliation/index.ts'
import { reportServices } from '../services/report/index.ts'
import { fileServices } from '../services/session/file-services.ts'
import type { Session } from '../services/session/session.ts'
import { settingsServices } from '../services/settings/index.ts'
import { viewServices } from '../services/views/index.ts'
import { writeServices } from '../services/write/index.ts'
import type { Handlers } from './dispatch.ts'

export function allHandlers(session: Session): Handlers {
  return {
    ...fileServices(session),
    ...copyServices(session),
    ...lockServices(session),
    ...readServices,
    ...planningServices,
    ...writeServices,
    ...settingsServices,
    ...viewServices,
    ...calcServices,
    ...forecastServices,
    ...importServices,
    ...reconciliationServices,
    ...reportServices,
    ...agendaServices(session),
    ...documentServices(session),
    ...privacyServices(session),
    ...journalServices(session),
    ...letterServices(session),
    ...copiedBefore(session, { ...writeServices, ...forecastServices, ...privacyServices(session) }),
  }
}
