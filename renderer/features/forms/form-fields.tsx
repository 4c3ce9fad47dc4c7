/** The fields of a form as it describes them: one React Aria field per kind, laid out in sixths. */
import type { Day } from '#shared/domain/day.ts'
import type { EntityName, Id } from '#shared/domain/facts.ts'
import type { Cents } from '#shared/domain/money.ts'
import { fieldLabel } from '#shared/text/fields.ts'
import { frMonth } from '#shared/text/format.ts'
import { frMonthDay, parseTypedMonth, parseTypedMonthDay } from '#shared/text/typed.ts'
import { useToday } from '../../data/today.ts'
import { Checkbox, ComboBox, type Option, Select } from '../../ui/fields/choice.tsx'
import { TextField, TypedField } from '../../ui/fields/field.tsx'
import { DayField, HoursField, IntegerField, MoneyField, RateField } from '../../ui/fields/typed-fields.tsx'
import type { Errors } from './form-model.ts'
import { useReferences } from './references.ts'
import type { FieldSpec, FormValue, Values } from './specs/form-spec.ts'
import { FORM_WORDS as W } from './text.ts'
import './forms.css'

export interface FormFieldsProps {
  readonly entity: EntityName
  readonly fields: readonly FieldSpec[]
  readonly values: Values
  readonly errors: Errors
  readonly onChange: (name: string, value: FormValue) => void
  /** Told when a text field is left: its value is then checked. */
  readonly onLeave?: (name: string) => void
  readonly locked?: ReadonlySet<string>
  readonly focusFirst?: boolean
  /** Name of the field to begin with, where it is one of these. */
  readonly focusOn?: string | undefined
}

export function FormFields(props: FormFieldsProps) {
  const shown = props.fields.filter((field) => field.when?.(props.values) ?? true)
  const first = shown.find((field) => !props.locked?.has(field.name) && !isChosen(field, props.values))
  const begin = props.focusOn ?? (props.focusFirst === true ? first?.name : undefined)
  return (
    <div className="form-grid">
      {shown.map((field) => (
        <div key={field.name} className={`s${field.span}`} data-field={field.name}>
          <FormField {...props} field={field} autoFocus={field.name === begin} />
        </div>
      ))}
    </div>
  )
}

/**
 * An object already named: not what the person comes to type. And a list that has the focus before its names are read would show
 * none.
 */
function isChosen(field: FieldSpec, values: Values): boolean {
  return field.input.as === 'ref' && (values[field.name] ?? null) !== null
}

function FormField(props: FormFieldsProps & { readonly field: FieldSpec; readonly autoFocus: boolean }) {
  const { field, values, errors } = props
  const value = values[field.name] ?? null
  const set = (next: FormValue) => props.onChange(field.name, next)
  const common = {
    label: fieldLabel(props.entity, field.name),
    error: errors[field.name],
    isRequired: field.required ?? false,
    isDisabled: props.locked?.has(field.name) ?? false,
    autoFocus: props.autoFocus,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
  }
  const { input } = field
  switch (input.as) {
    case 'text':
      return (
        <TextField
          {...common}
          value={typeof value === 'string' ? value : ''}
          onChange={set}
          onBlur={() => props.onLeave?.(field.name)}
          multiline={input.multiline ?? false}
          rows={2}
          {...(input.mode === undefined ? {} : { inputMode: input.mode })}
        />
      )
    case 'day':
      return <DayField {...common} value={value as Day | null} onChange={set} />
    case 'money':
      return <MoneyField {...common} value={value as Cents | null} onChange={set} />
    case 'hours':
      return <HoursField {...common} value={value as number | null} onChange={set} />
    case 'rate':
      return <RateField {...common} value={value as number | null} onChange={set} />
    case 'integer':
      return <IntegerField {...common} value={value as number | null} onChange={set} />
    case 'decimal':
      return <DecimalField {...common} value={value as number | null} onChange={set} />
    case 'month':
      return <MonthField {...common} value={value as string | null} onChange={set} />
    case 'month-day':
      return (
        <TypedField
          {...common}
          value={value as string | null}
          onChange={set}
          parse={parseTypedMonthDay}
          show={frMonthDay}
          invalid={W.monthDayInvalid}
          placeholder="JJ/MM"
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          value={(value as string | null) ?? (input.optional ? NONE : null)}
          onChange={(key) => set(key === NONE ? null : key)}
          options={choices(input.words, input.optional ?? false)}
        />
      )
    case 'flag':
      return (
        <div className="field">
          <span className="lbl" aria-hidden="true">
            {'\u00a0'}
          </span>
          <Checkbox isSelected={value === true} onChange={set} isDisabled={common.isDisabled}>
            {common.label}
          </Checkbox>
        </div>
      )
    case 'ref':
      return <ReferenceField {...common} to={input.to} value={value as Id | null} onChange={set} />
  }
}

const NONE = ''

function choices(words: Readonly<Record<string, string>>, optional: boolean): readonly Option<string>[] {
  const options = Object.entries(words).map(([value, label]) => ({ value, label }))
  return optional ? [{ value: NONE, label: W.none }, ...options] : options
}

interface CommonProps {
  readonly label: string
  readonly error: string | undefined
  readonly isRequired: boolean
  readonly isDisabled: boolean
  readonly autoFocus: boolean
  readonly hint?: string
}

function ReferenceField(
  props: CommonProps & {
    readonly to: Parameters<typeof useReferences>[0]
    readonly value: Id | null
    readonly onChange: (value: FormValue) => void
  },
) {
  const { to, ...rest } = props
  const options = useReferences(to)
  return (
    <ComboBox
      {...rest}
      options={options}
      value={props.value}
      onChange={props.onChange}
      placeholder={W.search}
    />
  )
}

function MonthField(
  props: CommonProps & { readonly value: string | null; readonly onChange: (value: string | null) => void },
) {
  const today = useToday()
  return (
    <TypedField
      {...props}
      parse={(text) => parseTypedMonth(text, today)}
      show={frMonth}
      invalid={W.monthInvalid}
      placeholder="MM/AAAA"
    />
  )
}

function parseDecimal(text: string): number | null {
  const typed = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^\d{1,12}(\.\d{1,6})?$/.test(typed) ? Number(typed) : null
}

function DecimalField(
  props: CommonProps & { readonly value: number | null; readonly onChange: (value: number | null) => void },
) {
  return (
    <TypedField
      {...props}
      parse={parseDecimal}
      show={(value) => String(value).replace('.', ',')}
      invalid={W.decimalInvalid}
      align="right"
      inputMode="decimal"
    />
  )
}
