/** The words of a letter once its fields are known: what the page shows before the .docx is written, from the same paragraphs. */
import type { LetterPreview } from '#shared/api/channels/letters.ts'
import type { LetterKind } from '#shared/domain/letters.ts'
import { LETTER_FIELDS, LETTERS, type LetterField, type LetterParagraph } from '#shared/text/letters.ts'
import type { LetterSubject, LetterValues } from './fields.ts'

const FIELD = /\{([a-z_]+)\}/g

/** Paragraphs that apply; all of them where nothing is known of the employer (a blank template). */
export function paragraphsOf(
  kind: LetterKind,
  conditions: LetterSubject['conditions'] | null,
): readonly LetterParagraph[] {
  return LETTERS[kind].paragraphs.filter(
    (p) => p.only === undefined || conditions === null || conditions.has(p.only),
  )
}

export function filled(text: string, values: LetterValues): string {
  return text.replace(FIELD, (whole, name: string) => values[name as keyof LetterValues] ?? whole)
}

export function letterPreview(kind: LetterKind, subject: LetterSubject): LetterPreview {
  const letter = LETTERS[kind]
  const paragraphs = paragraphsOf(kind, subject.conditions)
  const signature = '{signataire}'
  const words = [...letter.to, letter.subject, ...paragraphs.map((p) => p.text), signature]
  const used = new Set(fieldsOf(words))
  return {
    to: letter.to.map((text) => filled(text, subject.values)),
    subject: filled(letter.subject, subject.values),
    registered: letter.registered,
    paragraphs: paragraphs.map(({ style, text }) => ({ style, text: filled(text, subject.values) })),
    signature: filled(signature, subject.values),
    fields: [...new Set([...used, ...(Object.keys(LETTER_FIELDS) as LetterField[])])].map((name) => ({
      name,
      label: LETTER_FIELDS[name],
      value: subject.missing.has(name) ? null : subject.values[name],
      used: used.has(name),
    })),
  }
}

function fieldsOf(words: readonly string[]): readonly LetterField[] {
  const names = words.flatMap((text) => [...text.matchAll(FIELD)].map((match) => match[1] ?? ''))
  return [...new Set(names)].filter((name): name is LetterField => Object.hasOwn(LETTER_FIELDS, name))
}
