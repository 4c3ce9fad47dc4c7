/** What a form of one object asks, in which order, and how each field is typed. Labels are those of shared/text/fields. */
import type { EntityName } from '#shared/domain/facts.ts'
import type { PresetValue } from '../../../app/open-dialog.ts'

export type FormValue = PresetValue
export type Values = Readonly<Record<string, FormValue>>

export type RefTarget = 'employer' | 'position' | 'person' | 'contract' | 'agreement' | 'scale'

export type FieldInput =
  | { readonly as: 'text'; readonly multiline?: true; readonly mode?: 'email' | 'tel' | 'numeric' }
  | { readonly as: 'day' | 'money' | 'hours' | 'rate' | 'month' | 'month-day' | 'integer' | 'decimal' }
  | { readonly as: 'choice'; readonly words: Readonly<Record<string, string>>; readonly optional?: true }
  | { readonly as: 'flag' }
  | { readonly as: 'ref'; readonly to: RefTarget; readonly optional?: true }

export interface FieldSpec {
  readonly name: string
  readonly input: FieldInput
  /** Width in sixths of the form. */
  readonly span: 1 | 2 | 3 | 4 | 5 | 6
  readonly required?: true
  readonly hint?: string
  /** Shown only where it makes sense; a hidden field keeps its value. */
  readonly when?: (values: Values) => boolean
}

export interface FormSection {
  readonly title?: string
  readonly fields: readonly FieldSpec[]
}

export interface FormSpec {
  readonly entity: EntityName
  readonly width: number
  readonly sections: readonly FormSection[]
  /** Verb + object, naming the effect. */
  readonly createTitle: string
  readonly editTitle: string
  readonly createAction: string
  readonly editAction: string
  /** Values a new object starts with, beside the schema's own. */
  readonly initial?: Values
}

export function allFields(spec: FormSpec): readonly FieldSpec[] {
  return spec.sections.flatMap((section) => section.fields)
}
