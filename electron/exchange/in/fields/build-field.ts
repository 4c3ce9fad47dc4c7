/** A field of the catalogue on one line: its headers parted by bars, most usual first. */
import type { Field } from '../columns/field.ts'

type Traits = Pick<Field, 'looksLike' | 'byContent' | 'cents' | 'words'>

export function field(id: string, label: string, names: string, traits: Traits = {}): Field {
  return { id, label, names: names.split('|'), ...traits }
}
