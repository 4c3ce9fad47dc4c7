/**
 * Names of copies: whose, when, why. `passerelles 2026-11-23 0930 avant-import.jalon`. Sorted by name they are sorted by time, as long
 * as the clock went forward. The day it goes back, a series begins (`passerelles 2026-11-24 0900 s2 horaire.jalon`): the order in
 * which copies were made is in their names, and no date decides it alone.
 */
import { isDay } from '#shared/domain/day.ts'
import { fittingName } from '../store/opening/name-limits.ts'

export const COPY_REASONS = [
  'ouverture',
  'horaire',
  'avant-migration',
  'avant-import',
  'avant-restauration',
  'avant-lot',
  'manuelle',
] as const
export type CopyReason = (typeof COPY_REASONS)[number]

/** When a copy was made, among those of its dossier. */
export interface CopyMoment {
  /** "2026-11-23T09:30", local time of the machine that made it: its clock may have been wrong. */
  readonly at: string
  /** 1, one more each time the clock was found behind the copy made before. */
  readonly series: number
  /** 1, or more for the next ones of the same minute. */
  readonly rank: number
}

export interface CopyName extends CopyMoment {
  readonly stem: string
  readonly reason: CopyReason
  readonly encrypted: boolean
}

/** Counts of few digits: what counts beyond what numbers tell apart is no name of ours. A name of Linux may hold line ends. */
const SHAPE =
  /^(.+) (\d{4}-\d{2}-\d{2}) (\d{2})(\d{2})(?: s(\d{1,9}))?(?: (\d{1,9}))? ([a-z-]+)\.jalon(\.chiffre)?$/s

export function copyName(stem: string, { at, series, rank }: CopyMoment, reason: CopyReason): string {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(at)
  if (found === null) throw new Error(`not an instant: ${at}`)
  const later = series > 1 ? ` s${series}` : ''
  const again = rank > 1 ? ` ${rank}` : ''
  return fittingName(stem || 'dossier', ` ${found[1]} ${found[2]}${found[3]}${later}${again} ${reason}.jalon`)
}

export function parseCopyName(name: string): CopyName | null {
  const found = SHAPE.exec(name)
  const reason = COPY_REASONS.find((r) => r === found?.[7])
  if (found === null || reason === undefined || !isDay(found[2])) return null
  const [, stem = '', date = '', hour = '', minute = ''] = found
  return {
    stem,
    at: `${date}T${hour}:${minute}`,
    series: Number(found[5] ?? 1),
    rank: Number(found[6] ?? 1),
    reason,
    encrypted: found[8] !== undefined,
  }
}
