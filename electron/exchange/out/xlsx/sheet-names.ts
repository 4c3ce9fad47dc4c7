/** Names a spreadsheet accepts for its sheets: 31 characters, none of the forbidden signs, never twice the same. */

const FORBIDDEN = /[\\/?*[\]:'’]/g
const MAX = 31

/** One safe name per wanted name, in order. Two that differ only by case are the same sheet for Excel. */
export function safeSheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const base = clean(name)
    let candidate = cut(base, MAX)
    for (let n = 2; taken.has(candidate.toLowerCase()); n += 1) {
      const suffix = ` (${n})`
      candidate = cut(base, MAX - suffix.length) + suffix
    }
    taken.add(candidate.toLowerCase())
    return candidate
  })
}

/** How a formula of another sheet names this one. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}

function clean(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const plain = name.replace(FORBIDDEN, ' ').replace(/[\u0000-\u001f]/g, ' ')
  const tidy = plain.replace(/\s+/g, ' ').trim()
  return tidy === '' ? 'Feuille' : tidy
}

/** Never in the middle of a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const short = text.slice(0, length)
  return (/[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short).trimEnd()
}
