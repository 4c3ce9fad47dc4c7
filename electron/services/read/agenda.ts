/** The agenda of deadlines of a structure or of all, as the text of a calendar file. */
import type { Id } from '#shared/domain/facts.ts'
import { settledMatters } from '#shared/rules/engine/agenda/settled.ts'
import { uncomputedOf } from '#shared/rules/engine/uncomputed.ts'
import { deadlinesToIcs } from '#shared/text/agenda/agenda.ts'
import type { ServiceContext } from '../service.ts'
import { snapshotOf } from './snapshot.ts'

export interface AgendaRequest {
  readonly employerId: Id | null
  /** False: nobody is named, for an agenda that others can read. */
  readonly names: boolean
  /** Only what is late or comes within so many days; all where absent. */
  readonly withinDays?: number | null
}

/** Open deadlines; those answered or settled by a fact as cancelled, so that they leave the agenda. */
export function agendaText(
  context: ServiceContext,
  { employerId, names, withinDays = null }: AgendaRequest,
): string {
  const { dossier, now } = context
  const { deadlines, derived } = snapshotOf(context)
  const isAsked = (owner: Id | null) => employerId === null || owner === employerId
  const settled = settledMatters(derived).filter((m) => isAsked(m.subject.employerId))
  return deadlinesToIcs(
    deadlines.filter((d) => isAsked(d.employerId) && (withinDays === null || d.daysLeft <= withinDays)),
    {
      fileId: dossier.fileId,
      name: dossier.name,
      now,
      sequence: dossier.revision,
      names,
      leftOut: uncomputedOf(derived, employerId).length,
    },
    settled,
  )
}
