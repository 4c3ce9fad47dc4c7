/**
 * Two files of the same dossier (same identity): is one the past of the other, or did they part? Every action has an identifier of
 * its own, so the answer needs no clock.
 */
import { connect } from '../store/connection.ts'

export type Kinship =
  | { readonly kind: 'other-dossier' }
  | { readonly kind: 'same' }
  /** `ahead` more actions in the first (or the second) file. */
  | { readonly kind: 'first-ahead' | 'second-ahead'; readonly ahead: number }
  | {
      readonly kind: 'parted'
      readonly common: number
      readonly first: number
      readonly second: number
      readonly lastCommonAt: string | null
    }

interface History {
  readonly fileId: string
  readonly actions: readonly { readonly uid: string; readonly at: string; readonly state: string }[]
}

export function compareFiles(first: string, second: string): Kinship {
  return compareHistories(readHistory(first), readHistory(second))
}

export function compareHistories(first: History, second: History): Kinship {
  if (first.fileId !== second.fileId) return { kind: 'other-dossier' }
  const shortest = Math.min(first.actions.length, second.actions.length)
  let common = 0
  while (common < shortest && first.actions[common]?.uid === second.actions[common]?.uid) common += 1
  const more = { first: first.actions.length - common, second: second.actions.length - common }
  if (more.first > 0 && more.second > 0) {
    return { kind: 'parted', common, ...more, lastCommonAt: first.actions[common - 1]?.at ?? null }
  }
  if (more.first > 0) return { kind: 'first-ahead', ahead: more.first }
  if (more.second > 0) return { kind: 'second-ahead', ahead: more.second }
  const undone = first.actions.some((a, i) => a.state !== second.actions[i]?.state)
  return undone
    ? { kind: 'parted', common, ...more, lastCommonAt: first.actions[common - 1]?.at ?? null }
    : { kind: 'same' }
}

function readHistory(path: string): History {
  const db = connect(path, { readOnly: true, mustExist: true })
  try {
    return {
      fileId: db.prepare('SELECT file_id FROM dossier').pluck().get() as string,
      actions: db.prepare('SELECT uid, at, state FROM action ORDER BY id').all() as History['actions'],
    }
  } finally {
    db.close()
  }
}
