/** A field of the catalogue on one line: its headers parted by bars, most usual first. */
import type { Field } from '../columns/field.ts'
import { isAmount, isDate } from './looks-like.ts'

type Traits = Pick<Field, 'looksLike' | 'byContent' | 'cents' | 'words'>

export function field(id: string, label: string, names: string, traits: Traits = {}): Field {
  // Every day of the domain is named so ("startsOn", "dueOn"…).
  const looks = id.endsWith('On')
    ? { looksLike: isDate }
    : traits.cents === true
      ? { looksLike: isAmount }
      : {}
  return { id, label, names: names.split('|'), ...looks, ...traits }
}
