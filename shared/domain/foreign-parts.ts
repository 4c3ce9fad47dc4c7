/** What a document made by a stranger may hold that acts by itself. Words: shared/text/exchange/foreign-parts.ts. */
export const FOREIGN_KINDS = [
  'macros',
  'controls',
  'objects',
  'chunks',
  'remote-template',
  'remote-pictures',
  'remote-parts',
  'odd-links',
  'fields',
  'connections',
  'workbook-links',
  'formulas',
] as const
export type ForeignKind = (typeof FOREIGN_KINDS)[number]

export interface ForeignPart {
  readonly kind: ForeignKind
  /** What it names: addresses, field codes, names of parts. */
  readonly named: readonly string[]
}
