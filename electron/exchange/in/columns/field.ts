/** A field a column may be read as: its name on screen, and the headers real files give it. */
import { isDay } from '#shared/domain/day.ts'
import { isCents } from '#shared/domain/money.ts'
import { frDay, frEuros, frInteger } from '#shared/text/format.ts'

export interface Field {
  /** Stable: used in mappings (docs/import-mapping.md). Example "contract.startsOn". */
  readonly id: string
  readonly label: string
  /** Headers known for it, as `headerKey` writes them. */
  readonly names: readonly string[]
  /** The value is an amount in cents. */
  readonly cents?: boolean
  /** Does this text look like a value of the field? Decides between fields that share a header, or names a column nobody named. */
  readonly looksLike?: (text: string) => boolean
  /** A column without a known header may be recognised by its content alone. */
  readonly byContent?: boolean
  /** The value is a code: its words on screen. */
  readonly words?: Readonly<Record<string, string>>
}

/** A value as a French reader expects it. */
export function shownValue(field: Field | undefined, value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number')
    return field?.cents === true && isCents(value) ? frEuros(value) : frInteger(value)
  return field?.words?.[value] ?? (isDay(value) ? frDay(value) : value)
}
