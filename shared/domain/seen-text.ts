/**
 * What nobody can see in a text: marks that turn the direction of what follows (U+202E: a name that reads otherwise than it is),
 * signs of no width (two names that look the same and are not), and control characters. They come from copying or from malice,
 * never from a person typing French. Tabs and line breaks stay, and so does what joins the parts of an emoji.
 */
const UNSEEN =
  /[^\P{Cc}\t\n\r]|\p{Bidi_Control}|(?![\u200d\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)\u200d/gu
const LINE_BREAKS = /[\t\n\r\u2028\u2029]+/g

/** The text without what nobody can see in it. The very same text where there is nothing of the kind. */
export function seen(text: string): string {
  return isPlain(text) ? text : text.replace(UNSEEN, '')
}

/** The same on one line: a name copied from a table may bring its tabs and line breaks. */
export function seenOnOneLine(text: string): string {
  return seen(text).replace(LINE_BREAKS, ' ')
}

/** Its beginning where it is longer than `most`: a stranger's own words are shown, never a book of them, nor half a sign. */
export function seenBeginning(text: string, most: number): string {
  const shown = seenOnOneLine(text)
  return shown.length <= most ? shown : `${shown.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Latin letters, figures and signs, as nearly every text: whole dossiers go through here, and a loop costs half a pattern. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const isLatin = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0x250 && code !== 0xad)
    if (!isLatin) return false
  }
  return true
}
