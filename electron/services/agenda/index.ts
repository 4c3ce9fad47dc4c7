/** The agenda at the door: built at once, then saved by a dialog or offered as a download. */
import { writeFileSync } from 'node:fs'
import type { Output, Parsed } from '#shared/api/contract.ts'
import { agendaText } from '../read/agenda.ts'
import { deliverReport } from '../report/deliver.ts'
import type { ServiceContext } from '../service.ts'
import type { Session } from '../session/session.ts'

export function agendaServices({ desk }: Pick<Session, 'desk'>) {
  return {
    async 'agenda.export'(
      context: ServiceContext,
      input: Parsed<'agenda.export'>,
    ): Promise<Output<'agenda.export'>> {
      const path = desk.temporaryPath('ics')
      writeFileSync(path, agendaText(context, input), { mode: 0o600 })
      return deliverReport(desk, { path, fileName: `${context.dossier.name} - échéances.ics` })
    },
  }
}
