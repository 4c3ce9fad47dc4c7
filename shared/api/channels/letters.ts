/** Letters and the person's own templates, filled from the dossier. Templates come by an upload id, never by a path. */
import { z } from 'zod'
import { LETTER_KINDS, type LetterKind, type LetterOwner } from '../../domain/letters.ts'
import { dayField, idField } from '../../schemas/values.ts'
import { channel, jobChannel } from '../channel.ts'

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

export const letterChannels = {
  'letters.kinds': channel<{
    readonly letters: readonly LetterChoice[]
    readonly fields: readonly TemplateField[]
  }>()(z.strictObject({})),
  /** `id`: the contract, tranche, post or agreement the letter is about. Null: the letter as a template, its fields in braces. */
  'letters.build': channel<DeliveredFile>()(
    z.strictObject({
      kind: z.enum(LETTER_KINDS),
      id: idField.nullable(),
      templateUploadId: z.string().max(100).nullable(),
    }),
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
    }
  >()(
    z.strictObject({
      uploadId: z.string().max(100),
      employerId: idField.nullable(),
      fiscalYear: z.int().min(2015).max(2100).nullable(),
      at: dayField.nullable(),
      names: z.boolean(),
    }),
  ),
} as const
