/** The agenda of deadlines of a structure or of all, as the text of a calendar file. */
import type { Id } from '#shared/domain/facts.ts'
import {
  DEADLINE_KINDS,
  type DeadlineKind,
  LEAD_SETTING,
  leadDaysOf,
} from '#shared/rules/engine/deadlines/kinds.ts'
import { deadlinesToIcs } from '#shared/text/agenda.ts'
import type { ServiceContext } from '../service.ts'
import { snapshotOf } from './snapshot.ts'

export interface AgendaRequest {
  readonly employerId: Id | null
  /** False: nobody is named, for an agenda that others can read. */
  readonly names: boolean
}

/** Open deadlines, and answered ones as cancelled so that they leave the agenda. */
export function agendaText(context: ServiceContext, { employerId, names }: AgendaRequest): string {
  const { dossier, now } = context
  const { derived, deadlines } = snapshotOf(context)
  const leadDays = leadDaysOf(derived.index.settings.get(LEAD_SETTING))
  return deadlinesToIcs(
    deadlines.filter((d) => employerId === null || d.employerId === employerId),
    {
      fileId: dossier.fileId,
      name: dossier.name,
      now,
      sequence: dossier.revision,
      names,
      leadDays: (kind) => (isKind(kind) ? leadDays(kind) : []),
    },
  )
}

function isKind(kind: string): kind is DeadlineKind {
  return kind in DEADLINE_KINDS
}
