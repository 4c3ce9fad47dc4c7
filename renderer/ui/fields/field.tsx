/**
 * Fields of forms. Each has a label above, an optional hint, and its error below, in words. A field that reads days, amounts
 * or hours keeps what was typed until it is left, then says at once whether it was understood.
 */
import { type ReactNode, useEffect, useState } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components'

export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  readonly name?: string
  readonly className?: string
  /** Label for screen readers only (inside tables). */
  readonly hideLabel?: boolean
}

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly multiline?: boolean
  readonly rows?: number
  readonly placeholder?: string
  readonly align?: 'left' | 'right'
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel'
  /** What it holds is a proposal: typing replaces it. */
  readonly selectOnFocus?: boolean
  /** A secret: never shown, never remembered. */
  readonly type?: 'password'
  readonly suffix?: ReactNode
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, hideLabel = false, multiline = false, align = 'left', className } = props
  return (
    <AriaTextField
      className={`field${className === undefined ? '' : ` ${className}`}`}
      value={props.value}
      onChange={props.onChange}
      isInvalid={error !== undefined}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
      {...(props.name === undefined ? {} : { name: props.name })}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      {...(props.selectOnFocus === true ? { onFocus: (event) => event.target.select() } : {})}
      {...(props.type === undefined ? {} : { type: props.type })}
      {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
    >
      <Label className={hideLabel ? 'vh' : 'lbl'}>{label}</Label>
      {multiline ? (
        <TextArea className="inp" rows={props.rows ?? 3} />
      ) : props.suffix === undefined ? (
        <Input
          className={align === 'right' ? 'inp num' : 'inp'}
          autoComplete="off"
          spellCheck="false"
          placeholder={props.placeholder ?? ''}
        />
      ) : (
        <div className="combo">
          <Input
            className={align === 'right' ? 'inp num' : 'inp'}
            autoComplete="off"
            spellCheck="false"
            placeholder={props.placeholder ?? ''}
          />
          {props.suffix}
        </div>
      )}
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </AriaTextField>
  )
}

export interface TypedFieldProps<T> extends FieldProps {
  readonly value: T | null
  readonly onChange: (value: T | null) => void
  readonly placeholder?: string
  readonly align?: 'left' | 'right'
  readonly inputMode?: 'text' | 'numeric' | 'decimal'
  readonly suffix?: ReactNode
  readonly parse: (text: string) => T | null
  readonly show: (value: T) => string
  /** Said of a text that is not understood; where it depends on the text, from it. */
  readonly invalid: string | ((text: string) => string)
  /** Written as soon as it is left: a text that is not understood does not erase what is recorded. */
  readonly keepsKnown?: boolean
}

/** A text field over a parsed value. `onChange` is told on blur and on Enter; null when emptied or not understood. */
export function TypedField<T>(props: TypedFieldProps<T>) {
  const { value, parse, show, invalid, onChange } = props
  const shown = value === null ? '' : show(value)
  const [text, setText] = useState(shown)
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    setText((now) => (value === null && now !== '' && parse(now) === null ? now : shown))
    if (value !== null) setWrong(false)
  }, [shown, value, parse])

  const commit = () => {
    if (text.trim() === '') {
      setWrong(false)
      if (value !== null) onChange(null)
      return
    }
    if (text === shown) return
    const parsed = parse(text)
    setWrong(parsed === null)
    if (parsed !== null) setText(show(parsed))
    if (parsed !== null || !props.keepsKnown) onChange(parsed)
  }
  return (
    // Enter also commits, before the form around hears it.
    <div
      className="typed"
      {...(wrong ? { 'data-unread': '' } : {})}
      onKeyDownCapture={(event) => event.key === 'Enter' && commit()}
    >
      <TextField
        {...props}
        value={text}
        onChange={setText}
        onBlur={commit}
        error={wrong ? (typeof invalid === 'string' ? invalid : invalid(text)) : props.error}
      />
    </div>
  )
}
