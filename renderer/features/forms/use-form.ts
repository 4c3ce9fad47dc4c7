/**
 * One form's life: values, errors per field, sending. Fields are checked when they are left; a refusal of the service lands
 * on its fields; the first wrong field gets the focus. `send` answers what was written, or null.
 */
import { useCallback, useRef, useState } from 'react'
import type { Written } from '#shared/api/channels/write.ts'
import type { Answer } from '#shared/api/envelope.ts'
import type { EntityName } from '#shared/domain/facts.ts'
import { findingSentence } from '#shared/text/rules/findings.ts'
import { announce } from '../../ui/messages/live.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { type Errors, errorsOf, validate } from './form-model.ts'
import type { FormValue, Values } from './specs/form-spec.ts'
import { FORM_WORDS as W } from './text.ts'

export interface FormState {
  readonly values: Values
  readonly errors: Errors
  readonly general: string | null
  readonly busy: boolean
  set(name: string, value: FormValue): void
  setMany(values: Values): void
  leave(name: string): void
  /** True where every field is understood and right. Else says so and moves the focus there. */
  check(): boolean
  send(write: () => Promise<Answer<Written>>): Promise<Written | null>
}

export function useForm(
  entity: EntityName,
  first: Values,
  options: { readonly ignore?: ReadonlySet<string>; readonly known?: ReadonlySet<string> } = {},
): FormState {
  const [values, setValues] = useState(first)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Errors>({})
  const [general, setGeneral] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const latest = useRef(values)
  latest.current = values

  const all = validate(entity, values, options.ignore)
  const errors: Errors = {
    ...Object.fromEntries(Object.entries(all).filter(([name]) => touched.has(name))),
    ...refused,
  }

  const touch = useCallback((names: Iterable<string>) => {
    setTouched((now) => new Set([...now, ...names]))
  }, [])
  const setMany = useCallback((next: Values) => {
    setValues((now) => ({ ...now, ...next }))
    setRefused((now) => Object.fromEntries(Object.entries(now).filter(([name]) => !(name in next))))
    setGeneral(null)
  }, [])
  const set = useCallback((name: string, value: FormValue) => setMany({ [name]: value }), [setMany])
  /** A field left empty is not a mistake yet: it is asked for when the form is sent. */
  const leave = useCallback(
    (name: string) => {
      const value = latest.current[name]
      if (value !== null && value !== undefined && value !== '') touch([name])
    },
    [touch],
  )

  const check = () => {
    const wrong = validate(entity, latest.current, options.ignore)
    touch(Object.keys(wrong))
    const notUnderstood = invalidFields()
    const count = Math.max(Object.keys(wrong).length, notUnderstood.length)
    if (count === 0) return true
    announce(W.fieldsToMend(count))
    // The fields just marked are drawn at the next frame.
    requestAnimationFrame(() => invalidFields()[0]?.focus())
    return false
  }

  const send = async (write: () => Promise<Answer<Written>>) => {
    if (busy || !check()) return null
    setBusy(true)
    const answer = await write()
    setBusy(false)
    if (answer.ok) {
      if (answer.value.warnings.length > 0)
        showToast(W.savedWithWarnings(answer.value.warnings.map(findingSentence)))
      return answer.value
    }
    const known = options.known ?? new Set(Object.keys(latest.current))
    const placed = errorsOf(answer.error, known)
    setRefused(placed.fields)
    setGeneral(placed.general)
    requestAnimationFrame(() => invalidFields()[0]?.focus())
    return null
  }
  return { values, errors, general, busy, set, setMany, leave, check, send }
}

/** Fields of the open dialog that are marked wrong, also those whose text was not understood. */
function invalidFields(): readonly HTMLElement[] {
  return [
    ...document.querySelectorAll<HTMLElement>(
      '.dlg [data-invalid] :is(input, textarea, button.sel), .dlg input[data-invalid]',
    ),
  ]
}
