/** The form of a calculator, built from its description alone: one field per kind, lists with lines that come and go. */
import type { Day } from '#shared/domain/day.ts'
import type { Cents } from '#shared/domain/money.ts'
import { ZERO } from '#shared/domain/money.ts'
import type { CalcField, CalculatorText } from '#shared/text/calculators/calculator-text.ts'
import { frMonthDay, parseTypedMonthDay } from '#shared/text/typed.ts'
import { CONTRACT_KIND_WORDS } from '#shared/text/words.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Select } from '../../ui/fields/choice.tsx'
import { TextField, TypedField } from '../../ui/fields/field.tsx'
import { DayField, IntegerField, MoneyField } from '../../ui/fields/typed-fields.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { type CalcValue, type CalcValues, isShown, type Row } from './calc-input.ts'
import { CALC_WORDS as W } from './text.ts'

export interface CalcFormProps {
  readonly calculator: CalculatorText
  readonly values: CalcValues
  readonly error: { readonly field: string | null; readonly message: string } | null
  readonly onChange: (name: string, value: CalcValue) => void
}

export function CalcForm(props: CalcFormProps) {
  return (
    <div className="calc-form">
      {props.calculator.fields
        .filter((field) => isShown(field, props.values))
        .map((field) => (
          <Field
            key={field.name}
            field={field}
            value={props.values[field.name] ?? null}
            error={props.error?.field === field.name ? props.error.message : undefined}
            onChange={(value) => props.onChange(field.name, value)}
          />
        ))}
    </div>
  )
}

interface OneField {
  readonly field: CalcField
  readonly value: CalcValue
  readonly error: string | undefined
  readonly onChange: (value: CalcValue) => void
}

function Field({ field, value, error, onChange }: OneField) {
  const common = { label: field.label, error, isRequired: field.optional !== true }
  switch (field.kind) {
    case 'day':
      return <DayField {...common} value={value as Day | null} onChange={onChange} />
    case 'day-or-none':
      return (
        <DayField
          {...common}
          isRequired={false}
          hint={W.noneHint}
          value={value as Day | null}
          onChange={onChange}
        />
      )
    case 'int':
      return <IntegerField {...common} value={value as number | null} onChange={onChange} />
    case 'cents':
      return <MoneyField {...common} value={value as Cents | null} onChange={onChange} />
    case 'text':
      return <TextField {...common} value={typeof value === 'string' ? value : ''} onChange={onChange} />
    case 'month-day':
      return (
        <TypedField
          {...common}
          value={value as string | null}
          onChange={onChange}
          parse={parseTypedMonthDay}
          show={frMonthDay}
          invalid={field.label}
          placeholder="JJ/MM"
        />
      )
    case 'yes-no':
      return (
        <Checkbox isSelected={value === true} onChange={onChange}>
          {field.label}
        </Checkbox>
      )
    case 'choice':
      return (
        <Select
          {...common}
          value={value as string | null}
          onChange={onChange}
          options={(field.choices ?? []).map(({ value: key, label }) => ({ value: key, label }))}
        />
      )
    case 'weekdays':
      return <Weekdays field={field} value={value as readonly number[]} onChange={onChange} error={error} />
    case 'periods':
    case 'periods-with-kind':
    case 'occupations':
      return <Periods field={field} value={value as readonly Row[]} onChange={onChange} error={error} />
    case 'cents-list':
      return <Amounts field={field} value={value as readonly number[]} onChange={onChange} error={error} />
  }
}

type ListField<T> = Omit<OneField, 'value'> & { readonly value: readonly T[] }

function Weekdays({ field, value, onChange, error }: ListField<number>) {
  return (
    <fieldset className="calc-list">
      <legend className="lbl">{field.label}</legend>
      <div className="calc-days">
        {W.weekdays.map((name, index) => (
          <Checkbox
            key={name}
            isSelected={value.includes(index + 1)}
            onChange={(open) =>
              onChange(open ? [...value, index + 1].sort() : value.filter((day) => day !== index + 1))
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
      {error !== undefined && <p className="error">{error}</p>}
    </fieldset>
  )
}

function Periods({ field, value, onChange, error }: ListField<Row>) {
  const [from, to] =
    field.kind === 'occupations' ? (['from', 'to'] as const) : (['startsOn', 'endsOn'] as const)
  const set = (index: number, next: Row) =>
    onChange(value.map((row, at) => (at === index ? { ...row, ...next } : row)))
  return (
    <fieldset className="calc-list">
      <legend className="lbl">{field.label}</legend>
      {value.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have an order and no identity
        <div key={index} className="calc-line">
          <DayField
            label={W.from}
            value={(row[from] ?? null) as Day | null}
            onChange={(day) => set(index, { [from]: day })}
          />
          <DayField
            label={W.to}
            value={(row[to] ?? null) as Day | null}
            onChange={(day) => set(index, { [to]: day })}
            {...(field.kind === 'occupations' ? { hint: W.stillHint } : {})}
          />
          {field.kind === 'periods-with-kind' && (
            <Select
              label={W.kind}
              value={row.kind ?? ''}
              onChange={(kind) => set(index, { kind: kind === '' ? null : kind })}
              options={[
                { value: '', label: W.sameKind },
                ...Object.entries(CONTRACT_KIND_WORDS).map(([key, label]) => ({ value: key, label })),
              ]}
            />
          )}
          <Button
            variant="icon"
            size="small"
            label={W.remove(index + 1)}
            onPress={() => onChange(value.filter((_, at) => at !== index))}
          >
            <Icon name="close" small />
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onPress={() => onChange([...value, { [from]: null, [to]: null }])}>
          <Icon name="plus" />
          {W.addPeriod}
        </Button>
      </div>
      {error !== undefined && <p className="error">{error}</p>}
    </fieldset>
  )
}

function Amounts({ field, value, onChange, error }: ListField<number>) {
  return (
    <fieldset className="calc-list">
      <legend className="lbl">{field.label}</legend>
      {value.map((amount, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have an order and no identity
        <div key={index} className="calc-line">
          <MoneyField
            label={W.amount(index + 1)}
            value={amount as Cents}
            onChange={(next) => onChange(value.map((each, at) => (at === index ? (next ?? ZERO) : each)))}
          />
          <Button
            variant="icon"
            size="small"
            label={W.remove(index + 1)}
            onPress={() => onChange(value.filter((_, at) => at !== index))}
          >
            <Icon name="close" small />
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onPress={() => onChange([...value, 0])}>
          <Icon name="plus" />
          {W.addAmount}
        </Button>
      </div>
      {error !== undefined && <p className="error">{error}</p>}
    </fieldset>
  )
}
