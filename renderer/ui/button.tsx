/** Buttons. `primary` once per screen or dialog, at the far right; `icon` only with a label; `link` in rows and bars. */
import type { ReactNode } from 'react'
import { Button as AriaButton, type PressEvent, Tooltip, TooltipTrigger } from 'react-aria-components'

export interface ButtonProps {
  readonly children: ReactNode
  readonly variant?: 'default' | 'primary' | 'danger' | 'link' | 'icon' | 'bar'
  readonly size?: 'normal' | 'small'
  readonly onPress?: (event: PressEvent) => void
  readonly isDisabled?: boolean
  /** Name for screen readers and tooltip where the content is an icon. */
  readonly label?: string
  /** Sentence shown on hover and focus. */
  readonly tip?: string
  readonly type?: 'button' | 'submit'
  readonly autoFocus?: boolean
  readonly className?: string
  readonly pressed?: boolean
  readonly expanded?: boolean
  /** Only for a second way to do what the field beside it does by typing (calendar of a day field). */
  readonly excludeFromTabOrder?: boolean
}

const CLASSES = {
  default: 'btn',
  primary: 'btn pri',
  danger: 'btn danger',
  link: 'lk',
  icon: 'x',
  bar: 'tb',
} as const

export function Button({
  children,
  variant = 'default',
  size = 'normal',
  label,
  tip,
  className,
  pressed,
  expanded,
  ...rest
}: ButtonProps) {
  const button = (
    <AriaButton
      {...rest}
      className={`${CLASSES[variant]}${size === 'small' ? ' small' : ''}${className === undefined ? '' : ` ${className}`}`}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
    >
      {children}
    </AriaButton>
  )
  const words = tip ?? (variant === 'icon' ? label : undefined)
  return words === undefined ? button : <WithTip tip={words}>{button}</WithTip>
}

function WithTip({ tip, children }: { readonly tip: string; readonly children: ReactNode }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="tip" offset={4}>
        {tip}
      </Tooltip>
    </TooltipTrigger>
  )
}
