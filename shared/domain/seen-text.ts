/**
 * Marks that show nothing and turn the direction of what follows (U+202E: a text that reads otherwise than it is), and control
 * characters: they come from copying or from malice, never from a person typing French. Tabs and line breaks stay.
 */
const UNSEEN = /[^\P{Cc}\t\n\r]|\p{Bidi_Control}/gu

/** The text without what nobody can see in it. */
export function seen(text: string): string {
  return text.replace(UNSEEN, '')
}

/** The same on one line: a name copied from a table may bring its tabs and line breaks. */
export function seenOnOneLine(text: string): string {
  return seen(text).replace(/[\t\n\r]+/g, ' ')
}
