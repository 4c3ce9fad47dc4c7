/** Names of copies: whose, when, why. `passerelles 2026-11-23 0930 avant-import.jalon`. Sorted by name they are sorted by time. */
import { isDay } from '#shared/domain/day.ts'

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

export interface CopyName {
  readonly stem: string
  /** "2026-11-23T09:30", local time of the machine that made it. */
  readonly at: string
  /** 1, or more for the next ones of the same minute. */
  readonly rank: number
  readonly reason: CopyReason
  readonly encrypted: boolean
}

const SHAPE = /^(.+) (\d{4}-\d{2}-\d{2}) (\d{2})(\d{2})(?: (\d+))? ([a-z-]+)\.jalon(\.chiffre)?$/

/** `rank` tells apart copies of the same minute. */
export function copyName(stem: string, now: string, reason: CopyReason, rank = 1): string {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(now)
  if (found === null) throw new Error(`not an instant: ${now}`)
  const again = rank > 1 ? ` ${rank}` : ''
  return `${stem} ${found[1]} ${found[2]}${found[3]}${again} ${reason}.jalon`
}

export function parseCopyName(name: string): CopyName | null {
  const found = SHAPE.exec(name)
  const reason = COPY_REASONS.find((r) => r === found?.[6])
  if (found === null || reason === undefined || !isDay(found[2])) return null
  const [, stem = '', date = '', hour = '', minute = ''] = found
  return {
    stem,
    at: `${date}T${hour}:${minute}`,
    rank: Number(found[5] ?? 1),
    reason,
    encrypted: found[7] !== undefined,
  }
}
