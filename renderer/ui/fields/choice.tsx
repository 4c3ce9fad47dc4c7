/** Choosing one value: Select (short lists), ComboBox (long lists, typed), Segmented (two to four, always visible), Checkbox, RadioList. */
import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  ComboBox as AriaComboBox,
  Select as AriaSelect,
  Button,
  FieldError,
  Input,
  Label,
  Popover,
  Radio,
  RadioGroup,
  SelectValue,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
import { FR } from '../../text/fr.ts'
import { Icon } from '../glyphs/icon.tsx'
import type { FieldProps } from './field.tsx'
import { type Option, Options } from './options.tsx'

export type { Option } from './options.tsx'

export interface ChoiceProps<V extends string | number> extends FieldProps {
  /** The choices name people: covered by the privacy veil. */
  readonly isPrivate?: boolean
  readonly options: readonly Option<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly placeholder?: string
  readonly small?: boolean
}

function Below({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  return (
    <>
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </>
  )
}

export function Select<V extends string | number>(props: ChoiceProps<V>) {
  const veiled = props.isPrivate === true ? { 'data-private': '' } : {}
  return (
    <AriaSelect
      className={`field${props.className === undefined ? '' : ` ${props.className}`}`}
      value={props.value}
      onChange={(key) => key !== null && props.onChange(key as V)}
      placeholder={props.placeholder ?? FR.choose}
      isInvalid={props.error !== undefined}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
    >
      <Label className={props.hideLabel ? 'vh' : 'lbl'}>{props.label}</Label>
      <Button className={`sel full${props.small ? ' small' : ''}`}>
        <SelectValue className="w" {...veiled}>
          {({ isPlaceholder, selectedText, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon name="down" small />
      </Button>
      <Below hint={props.hint} error={props.error} />
      <Popover className="pop" {...veiled}>
        <Options options={props.options} />
      </Popover>
    </AriaSelect>
  )
}

export function ComboBox<V extends string | number>(
  props: ChoiceProps<V> & {
    readonly onText?: (text: string) => void
    readonly allowsText?: boolean
    readonly text?: string
  },
) {
  return (
    <AriaComboBox
      className={`field${props.className === undefined ? '' : ` ${props.className}`}`}
      value={props.value}
      onChange={(key) => key !== null && props.onChange(key as V)}
      isInvalid={props.error !== undefined}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsCustomValue={props.allowsText ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.text === undefined ? {} : { inputValue: props.text })}
      {...(props.onText === undefined ? {} : { onInputChange: props.onText })}
    >
      <Label className={props.hideLabel ? 'vh' : 'lbl'}>{props.label}</Label>
      <div className="combo">
        <Input className="inp" placeholder={props.placeholder ?? ''} />
        <Button className="x" aria-label={FR.open}>
          <Icon name="down" small />
        </Button>
      </div>
      <Below hint={props.hint} error={props.error} />
      <Popover className="pop">
        <Options options={props.options} />
      </Popover>
    </AriaComboBox>
  )
}

export function Segmented<V extends string>(props: {
  readonly label: string
  readonly options: readonly Option<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}) {
  return (
    <ToggleButtonGroup
      className="seg"
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const [first] = keys
        if (first !== undefined) props.onChange(first as V)
      }}
    >
      {props.options.map((option) => (
        <ToggleButton key={option.value} id={option.value} isDisabled={option.isDisabled ?? false}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

function Tick({ mixed }: { readonly mixed: boolean }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path
        d={mixed ? 'M2.5 6h7' : 'm2.2 6.400 2.500 2.500L9.800 3.400'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.800"
      />
    </svg>
  )
}

export function Checkbox(props: {
  readonly children?: ReactNode
  readonly label?: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  readonly isIndeterminate?: boolean
}) {
  return (
    <AriaCheckbox
      className="check"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      isIndeterminate={props.isIndeterminate ?? false}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="box">{(isSelected || isIndeterminate) && <Tick mixed={isIndeterminate} />}</span>
          {props.children}
        </>
      )}
    </AriaCheckbox>
  )
}

/** One of several, each with its sentence. A refused option stays visible, disabled, with the reason. */
export function RadioList<V extends string>(props: {
  readonly label: string
  readonly options: readonly Option<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
}) {
  return (
    <RadioGroup className="field" value={props.value} onChange={(value) => props.onChange(value as V)}>
      <Label className="lbl">{props.label}</Label>
      {props.options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          className="check"
          isDisabled={option.isDisabled ?? false}
        >
          {({ isSelected }) => (
            <>
              <span className="box round">{isSelected && <Tick mixed={false} />}</span>
              <span>
                {option.label}
                {option.detail !== undefined && <span className="dim"> {option.detail}</span>}
              </span>
            </>
          )}
        </Radio>
      ))}
    </RadioGroup>
  )
}
