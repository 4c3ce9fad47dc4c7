/**
 * A person's name written in one cell: "FERRAND Nadia", "Nadia FERRAND", "FERRAND, Nadia", "Mme Nadia Ferrand". Capitals tell
 * the family name; without them, the column's order does (first name first, as French people write).
 */
export interface FullName {
  readonly lastName: string
  readonly firstName: string
}

const PARTICLES = new Set(['de', 'du', 'des', 'da', 'di', 'le', 'la', 'van', 'von', 'el', 'ben', "d'"])

export function splitName(text: string, lastNameFirst = false): FullName | null {
  const plain = text
    .replace(/^(mme|mlle|m\.|mr|monsieur|madame)\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain === '') return null
  const comma = /^([^,]+),\s*(.+)$/.exec(plain)
  if (comma !== null) return named(comma[1] ?? '', comma[2] ?? '')
  const words = plain.split(' ')
  if (words.length < 2) return null
  const capital = words.map((w) => isCapital(w))
  if (capital.includes(true) && capital.includes(false)) {
    const isLast = words.map((_, i) => capital[i] === true || isParticleBefore(words, capital, i))
    const first = words.filter((_, i) => !isLast[i])
    if (first.length > 0) return named(words.filter((_, i) => isLast[i]).join(' '), first.join(' '))
  }
  // "le goff jean-marc": nobody's first name is a particle.
  if (lastNameFirst || PARTICLES.has((words[0] ?? '').toLowerCase())) {
    const cut = words.findIndex((w) => !PARTICLES.has(w.toLowerCase())) + 1
    return named(words.slice(0, cut).join(' '), words.slice(cut).join(' '))
  }
  return named(words.slice(1).join(' '), words[0] ?? '')
}

/** "de la TOUR": small words that lead to a capital one belong to the family name. */
function isParticleBefore(words: readonly string[], capital: readonly boolean[], i: number): boolean {
  let at = i
  while (PARTICLES.has((words[at] ?? '').toLowerCase()) && capital[at] !== true) at++
  return at > i && capital[at] === true
}

function isCapital(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

function named(lastName: string, firstName: string): FullName | null {
  const last = tidy(lastName)
  const first = tidy(firstName)
  return last === '' || first === '' ? null : { lastName: last, firstName: first }
}

/** "FERRAND" → "Ferrand", "LE GOFF" → "Le Goff", "JEAN-MARC" → "Jean-Marc"; "de la TOUR" → "de la Tour". */
export function tidy(name: string): string {
  const plain = name.replace(/\s+/g, ' ').trim()
  const isOneCase = plain === plain.toUpperCase() || plain === plain.toLowerCase()
  return plain
    .split(' ')
    .map((word) => (isOneCase || isCapital(word) ? capitalised(word) : word))
    .join(' ')
}

function capitalised(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|['’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
