/** Short ways of naming the fields of a form: each form then reads as the list a person sees. */
import type { FieldInput, FieldSpec } from './form-spec.ts'

type Span = FieldSpec['span']
type Extra = Omit<FieldSpec, 'name' | 'input' | 'span'>

export const field = (name: string, input: FieldInput, span: Span, extra: Extra = {}): FieldSpec => ({
  name,
  input,
  span,
  ...extra,
})
export const text = (name: string, span: Span, extra: Extra = {}) => field(name, { as: 'text' }, span, extra)
export const day = (name: string, span: Span, extra: Extra = {}) => field(name, { as: 'day' }, span, extra)
export const money = (name: string, span: Span, extra: Extra = {}) =>
  field(name, { as: 'money' }, span, extra)
export const flag = (name: string, span: Span, extra: Extra = {}) => field(name, { as: 'flag' }, span, extra)
export const choice = (
  name: string,
  words: Readonly<Record<string, string>>,
  span: Span,
  extra: Extra = {},
) => field(name, { as: 'choice', words }, span, extra)
export const optionalChoice = (
  name: string,
  words: Readonly<Record<string, string>>,
  span: Span,
  extra: Extra = {},
) => field(name, { as: 'choice', words, optional: true }, span, extra)
export const ref = (
  name: string,
  to: Extract<FieldInput, { as: 'ref' }>['to'],
  span: Span,
  extra: Extra = {},
) => field(name, { as: 'ref', to }, span, extra)
export const optionalRef = (name: string, to: Extract<FieldInput, { as: 'ref' }>['to'], span: Span) =>
  field(name, { as: 'ref', to, optional: true }, span)
export const note = field('note', { as: 'text', multiline: true }, 6)
export const required = { required: true } as const
