/**
 * The person's own .docx template, its named fields filled and everything else left as it is. A template that cannot be
 * read, or names a field that does not exist, is refused with the names: nothing is filled by half.
 */
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { LetterValues } from './fields.ts'

export type TemplateProblem =
  | { readonly code: 'not-docx' }
  | { readonly code: 'too-large' }
  | { readonly code: 'broken-tags'; readonly tags: readonly string[] }
  | { readonly code: 'unknown-fields'; readonly tags: readonly string[] }

export type FilledTemplate =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: TemplateProblem }

const MAX_UNPACKED = 60_000_000

export function fillTemplate(template: Uint8Array, values: LetterValues): FilledTemplate {
  const zip = open(template)
  if (zip === null) return refused({ code: 'not-docx' })
  if (unpackedSize(zip) > MAX_UNPACKED) return refused({ code: 'too-large' })
  const unknown = new Set<string>()
  let document: Docxtemplater
  try {
    document = new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      // The library would print the text around a wrong field: nothing typed goes to a log.
      errorLogging: false,
      delimiters: { start: '{', end: '}' },
      // A name is looked up and nothing else: no expression of a template is ever evaluated.
      parser: (tag) => ({
        get() {
          const name = tag.trim().toLowerCase()
          if (Object.hasOwn(values, name)) return values[name as keyof LetterValues]
          unknown.add(tag)
          return ''
        },
      }),
    })
    document.render({})
  } catch (error) {
    return refused({ code: 'broken-tags', tags: tagsOf(error) })
  }
  if (unknown.size > 0) return refused({ code: 'unknown-fields', tags: [...unknown] })
  return { ok: true, bytes: document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }) }
}

function open(template: Uint8Array): PizZip | null {
  try {
    const zip = new PizZip(template)
    return zip.file('word/document.xml') === null ? null : zip
  } catch {
    return null
  }
}

/** Said by the zip's own directory, before anything is unpacked. */
function unpackedSize(zip: PizZip): number {
  let total = 0
  for (const entry of Object.values(zip.files)) {
    const data: unknown = Reflect.get(entry, '_data')
    const size = typeof data === 'object' && data !== null ? Reflect.get(data, 'uncompressedSize') : 0
    total += typeof size === 'number' ? size : 0
  }
  return total
}

/** Names of the tags the library could not read: never the text of the document. */
function tagsOf(error: unknown): string[] {
  const found = new Set<string>()
  const read = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const properties: unknown = Reflect.get(value, 'properties')
    if (typeof properties !== 'object' || properties === null) return
    const tag: unknown = Reflect.get(properties, 'xtag')
    if (typeof tag === 'string') found.add(tag.slice(0, 60))
    const errors: unknown = Reflect.get(properties, 'errors')
    if (Array.isArray(errors)) for (const one of errors) read(one)
  }
  read(error)
  return [...found]
}

function refused(problem: TemplateProblem): FilledTemplate {
  return { ok: false, problem }
}
