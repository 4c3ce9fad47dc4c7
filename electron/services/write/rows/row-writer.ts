/** What the lines of one paste share, and how a line names in words what it belongs to. */
import type { Day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import type { WritableDb } from '../../../store/dossier.ts'
import type { Values } from '../change.ts'
import type { RowFinder } from './finder.ts'

export interface RowWriter {
  readonly db: WritableDb
  /** As they are now, earlier lines included. */
  readonly facts: Facts
  readonly finder: RowFinder
  readonly today: Day
}

/** Names in words, and the field of the object each stands for. */
type InWords = 'position' | 'person' | 'employer' | 'agreement' | 'instalment'

/** What a line says in a column of words; null where the cell is empty. */
export function wordsIn(values: Values, field: InWords): string | null {
  const words = String(values[field] ?? '').trim()
  return words === '' ? null : words
}
