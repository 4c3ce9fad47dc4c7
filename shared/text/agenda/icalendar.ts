/** The text of an iCalendar file (RFC 5545): escaping, folding at 75 octets, lines ended by CR LF. Knows nothing of deadlines. */

const LINE_OCTETS = 75

/** A content line, folded where it is too long; a character is never cut in two. */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = utf8Length(character)
    // A folded line begins with one space, which counts.
    if (octets + size > LINE_OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  parts.push(part)
  return parts.join('\r\n')
}

/** TEXT value: backslash, semicolon and comma escaped, line breaks written \n, other control characters dropped. */
export function escapeText(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (c) => `\\${c}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** The file: lines ended by CR LF, the last one too. */
export function calendarText(lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
