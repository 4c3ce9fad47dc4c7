/**
 * The state of a form without its drawing: first values, what changed, what is wrong and where. The same zod schemas check
 * here, at the door and in imports; what needs other rows is refused by the service and shown at the same fields.
 */
import type { DoorError } from '#shared/api/envelope.ts'
import type { EntityName } from '#shared/domain/facts.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'
import { type InputIssue, issueReason } from '#shared/text/errors/input-errors.ts'
import { allFields, type FieldSpec, type FormSpec, type FormValue, type Values } from './specs/form-spec.ts'

export type Errors = Readonly<Record<string, string>>

/** Every field of the form, from the row being edited, else the preset, else the form's own first values. */
export function firstValues(
  spec: FormSpec,
  row: Readonly<Record<string, unknown>> | null,
  preset: Values,
): Values {
  const values: Record<string, FormValue> = {}
  for (const field of allFields(spec)) {
    const stored = row?.[field.name]
    values[field.name] =
      stored === undefined ? (spec.initial?.[field.name] ?? emptyOf(field)) : (stored as FormValue)
  }
  return { ...values, ...preset }
}

function emptyOf(field: FieldSpec): FormValue {
  return field.input.as === 'flag' ? false : null
}

/** What a change of an existing object sends: only the fields that differ. */
export function changedValues(before: Values, after: Values): Record<string, FormValue> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value))
}

/** What a new object sends: nothing that was left empty, so that the schema's own first values apply. */
export function filledValues(values: Values): Record<string, FormValue> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
}

/** French reason per field, for the whole object. `ignore`: fields the service fills (the new post of an attachment…). */
export function validate(
  entity: EntityName,
  values: Values,
  ignore: ReadonlySet<string> = new Set(),
): Errors {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  const outcome = entitySchemas[entity].safeParse(given)
  if (outcome.success) return {}
  const errors: Record<string, string> = {}
  for (const issue of outcome.error.issues as readonly InputIssue[]) {
    const field = String(issue.path[0] ?? issue.keys?.[0] ?? '')
    if (field === '' || ignore.has(field) || errors[field] !== undefined) continue
    const empty = given[field] === undefined
    errors[field] = sentence(empty ? 'ce champ est obligatoire.' : issueReason(issue))
  }
  return errors
}

/** The refusal of the service, field by field; the rest is for the note above the foot of the dialog. */
export function errorsOf(
  error: DoorError,
  known: ReadonlySet<string>,
): { readonly fields: Errors; readonly general: string | null } {
  const fields: Record<string, string> = {}
  const general: string[] = []
  const details = error.details ?? []
  for (const detail of details) {
    // "values.endsOn" from the door, "endsOn" from the checks.
    const field = detail.field.split('.').at(-1) ?? ''
    if (known.has(field) && fields[field] === undefined) fields[field] = withoutName(detail.message)
    else general.push(detail.message)
  }
  if (details.length === 0) {
    if (error.field !== undefined && known.has(error.field)) fields[error.field] = withoutName(error.message)
    else general.push(error.message)
  }
  return { fields, general: general.length === 0 ? null : general.join('\n') }
}

/** "Fin prévue : saisir une date…" → "Saisir une date…": the field already says its name. */
function withoutName(message: string): string {
  const at = message.search(/\s:\s/)
  return at > 0 && at < 45 ? sentence(message.slice(at + 3)) : message
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
