/** Letters and the person's own templates, filled from the dossier. Templates come by an upload id, never by a path. */
import { z } from 'zod'
import type { ForeignPart } from '../../domain/foreign-parts.ts'
import { LETTER_KINDS, type LetterKind, type LetterOwner } from '../../domain/letters.ts'
import { dayField, idField } from '../../schemas/values.ts'
import { channel, jobChannel } from '../channel.ts'

export const TEMPLATE_KINDS = ['docx', 'xlsx'] as const

export interface LetterChoice {
  readonly kind: LetterKind
  readonly label: string
  readonly description: string
  readonly about: LetterOwner
}

/** `name` as a template writes it: {titulaire} in a .docx, a named cell in an .xlsx. */
export interface TemplateField {
  readonly name: string
  readonly label: string
  /** A whole column, filled downwards from the named cell. */
  readonly list: boolean
}

export interface DeliveredFile {
  readonly fileName: string
  readonly savedTo: string | null
  readonly downloadId: string | null
}

/** A letter as it will be written, before it is: its words, and what the dossier could not say. */
export interface LetterPreview {
  readonly to: readonly string[]
  readonly subject: string
  readonly registered: boolean
  readonly paragraphs: readonly { readonly style: 'body' | 'list' | 'strong'; readonly text: string }[]
  readonly signature: string
  /** Every field, those this letter uses first and in its order; `value` null: not in the dossier. */
  readonly fields: readonly {
    readonly name: string
    readonly label: string
    readonly value: string | null
    readonly used: boolean
  }[]
}

/** Words typed by the person for this letter only: they complete or replace what the dossier says. */
const typedValues = z.record(z.string().max(40), z.string().trim().max(500))

export const letterChannels = {
  'letters.kinds': channel<{
    readonly letters: readonly LetterChoice[]
    readonly fields: readonly TemplateField[]
  }>()(z.strictObject({})),
  /** Jalon's own words. `id`: the contract, tranche, post or agreement the letter is about. Null: as a template, its fields in braces. */
  'letters.build': channel<DeliveredFile>()(
    z.strictObject({
      kind: z.enum(LETTER_KINDS),
      id: idField.nullable(),
      values: typedValues.optional(),
    }),
  ),
  /** The same on the person's own .docx; `withoutForeign`: what acts by itself is taken out of the letter first, else refused. */
  'letters.fill': jobChannel<DeliveredFile & { readonly removed: readonly ForeignPart[] }>()(
    z.strictObject({
      kind: z.enum(LETTER_KINDS),
      id: idField,
      templateUploadId: z.string().max(100),
      values: typedValues.optional(),
      withoutForeign: z.boolean(),
    }),
  ),
  /** What a template of one's own, which may be a stranger's, holds that acts by itself. */
  'templates.look': jobChannel<{ readonly foreign: readonly ForeignPart[] }>()(
    z.strictObject({ uploadId: z.string().max(100), kind: z.enum(TEMPLATE_KINDS) }),
  ),
  'letters.preview': channel<LetterPreview>()(
    z.strictObject({ kind: z.enum(LETTER_KINDS), id: idField, values: typedValues.optional() }),
  ),
  /** Names a cell of one's own workbook may bear to be filled. */
  'templates.fields': channel<readonly TemplateField[]>()(z.strictObject({})),
  'templates.fill': jobChannel<
    DeliveredFile & {
      readonly filled: number
      /** Names that begin like ours and mean nothing. */
      readonly unknown: readonly string[]
      /** What the workbook held that could not be kept: charts, pivot tables… in French. */
      readonly lost: readonly string[]
      readonly removed: readonly ForeignPart[]
    }
  >()(
    z.strictObject({
      uploadId: z.string().max(100),
      employerId: idField.nullable(),
      fiscalYear: z.int().min(2015).max(2100).nullable(),
      at: dayField.nullable(),
      names: z.boolean(),
      /** What acts by itself is taken out of the copy first; else such a workbook is refused. */
      withoutForeign: z.boolean(),
    }),
  ),
} as const
