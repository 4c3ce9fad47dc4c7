/**
 * Is the clock of this machine plausible? It is never corrected and nothing is ever decided by it alone: where it is far from what the
 * dossier, its copies or the last opening say, in either direction, that is said. Pure.
 */
import type { FileNote } from '#shared/api/views/file-status.ts'
import { type Day, daysBetween } from '#shared/domain/day.ts'
import { fileNoteText } from '#shared/text/errors/file-errors.ts'

/** A dossier may sleep for a year; beyond, a mistyped year is as likely. */
const FAR_DAYS = 400

export interface Witnesses {
  /** Day of the machine, not the one looked at. */
  readonly today: Day
  readonly lastChange: Day | null
  /** Days of the last copies that agree with one another, the last made first. */
  readonly copies: readonly Day[]
  /** Day this dossier was last opened on this machine, before now. */
  readonly lastOpening: Day | null
}

/** One note at most: the one that says most. Its id changes with what it says, so that one that was read does not hide another. */
export function clockNote({ today, lastChange, copies, lastOpening }: Witnesses): FileNote | null {
  const note = (id: string, message: string): FileNote => ({ id: `clock ${id}`, kind: 'clock', message })
  if (lastChange !== null && lastChange > today) return note(today, fileNoteText.clock(lastChange, today))
  const ahead = [...copies, ...(lastOpening === null ? [] : [lastOpening])].sort().at(-1)
  if (ahead !== undefined && ahead > today)
    return note(`${ahead} seen`, fileNoteText.clockWasAhead(ahead, today))
  // A leap between any two of them: the first change or copy made at a wrong day must not vouch for the next.
  const back = [today, ...(lastChange === null ? [] : [lastChange]), ...copies]
  const far = back.find((seen, i) => i > 0 && daysBetween(seen, back[i - 1] ?? seen) > FAR_DAYS)
  return far ? note(`${far} far ${today.slice(0, 7)}`, fileNoteText.clockAhead(far, today)) : null
}
