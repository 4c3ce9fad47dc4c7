/**
 * The person's own .docx template, its named fields filled and everything else left as it is. It may be a stranger's: what acts
 * by itself in it is named, and taken out only on request. A template that cannot be read, or names a field that does not
 * exist, is refused with the names: nothing is filled by half.
 */
import Docxtemplater from 'docxtemplater'
import { zipSync } from 'fflate'
import PizZip from 'pizzip'
import type { ForeignPart } from '#shared/domain/foreign-parts.ts'
import { everyPart, withoutForeign } from '../../office/without-foreign.ts'
import type { LetterValues } from './fields.ts'
import { openTemplate, type UnreadTemplate, unreadTemplate } from './open-template.ts'

export type TemplateProblem =
  | UnreadTemplate
  | { readonly code: 'foreign'; readonly foreign: readonly ForeignPart[] }
  | { readonly code: 'broken-tags'; readonly tags: readonly string[] }
  | { readonly code: 'unknown-fields'; readonly tags: readonly string[] }

export type FilledTemplate =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly removed: readonly ForeignPart[] }
  | { readonly ok: false; readonly problem: TemplateProblem }

export function fillTemplate(
  template: Uint8Array,
  values: LetterValues,
  how: { readonly withoutForeign: boolean } = { withoutForeign: false },
): FilledTemplate {
  let parts: Record<string, Uint8Array>
  let removed: readonly ForeignPart[]
  try {
    const { word, foreign } = openTemplate(template)
    if (foreign.length > 0 && !how.withoutForeign) return refused({ code: 'foreign', foreign })
    parts = foreign.length === 0 ? everyPart(word) : withoutForeign(word)
    removed = foreign
  } catch (error) {
    return refused(unreadTemplate(error))
  }
  // Packed anew: the library reads an archive whose sizes are those it says.
  return fillFields(new PizZip(zipSync(parts, { level: 0 })), values, removed)
}

function fillFields(zip: PizZip, values: LetterValues, removed: readonly ForeignPart[]): FilledTemplate {
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
  const bytes = document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
  return { ok: true, bytes, removed }
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
