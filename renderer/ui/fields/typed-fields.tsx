/** Fields for days, amounts, hours, rates and whole numbers, as people type them (shared/text/typed). */
import { CalendarDate } from '@internationalized/date'
import { useCallback } from 'react'
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from 'react-aria-components'
import { type Day, dayOf, dayOfMonth, monthOf, yearOf } from '#shared/domain/day.ts'
import type { Cents } from '#shared/domain/money.ts'
import { frAmount, frDay, frEuros, frInteger, frRate } from '#shared/text/format.ts'
import { parseTypedCents, parseTypedDay, parseTypedMinutes, parseTypedRate } from '#shared/text/typed.ts'
import { useToday } from '../../data/today.ts'
import { FR } from '../../text/fr.ts'
import { Button } from '../button.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { dayProblem, frMinutes } from '../show.ts'
import { type FieldProps, TypedField } from './field.tsx'

export interface ValueFieldProps<T> extends FieldProps {
  readonly value: T | null
  readonly onChange: (value: T | null) => void
  readonly placeholder?: string
  readonly keepsKnown?: boolean
}

/** 30/11/2026, 301126, 30/11, demain, +7; a calendar one click away. */
export function DayField(props: ValueFieldProps<Day>) {
  const today = useToday()
  const parse = useCallback((text: string) => parseTypedDay(text, today), [today])
  return (
    <TypedField
      {...props}
      parse={parse}
      show={frDay}
      invalid={(text) => dayProblem(text, today)}
      placeholder={props.placeholder ?? 'JJ/MM/AAAA'}
      suffix={
        <DialogTrigger>
          <Button
            variant="icon"
            label={FR.calendar}
            isDisabled={props.isDisabled ?? false}
            excludeFromTabOrder
          >
            <Icon name="calendar" />
          </Button>
          <Popover className="pop pad">
            <Dialog aria-label={props.label}>
              {({ close }) => (
                <MonthCalendar
                  value={props.value}
                  today={today}
                  onChange={(day) => {
                    props.onChange(day)
                    close()
                  }}
                />
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      }
    />
  )
}

function calendarDate(day: Day): CalendarDate {
  return new CalendarDate(yearOf(day), monthOf(day), dayOfMonth(day))
}

function MonthCalendar(props: {
  readonly value: Day | null
  readonly today: Day
  readonly onChange: (day: Day) => void
}) {
  return (
    <Calendar
      aria-label={FR.calendar}
      className="cal"
      value={props.value === null ? null : calendarDate(props.value)}
      defaultFocusedValue={calendarDate(props.value ?? props.today)}
      onChange={(date) => props.onChange(dayOf(date.year, date.month, date.day))}
    >
      <header>
        <AriaButton slot="previous" className="x small" aria-label={FR.previousMonth}>
          <Icon name="left" small />
        </AriaButton>
        <Heading />
        <AriaButton slot="next" className="x small" aria-label={FR.nextMonth}>
          <Icon name="right" small />
        </AriaButton>
      </header>
      <CalendarGrid>
        <CalendarGridHeader>{(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="cal-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}

/** 12 500,00 €, =20000+14000. */
export function MoneyField(props: ValueFieldProps<Cents> & { readonly plain?: boolean }) {
  return (
    <TypedField
      {...props}
      parse={parseTypedCents}
      show={props.plain ? frAmount : frEuros}
      invalid={FR.moneyInvalid}
      align="right"
      inputMode="decimal"
    />
  )
}

/** Weekly hours, in minutes: 35, 17h30. */
export function HoursField(props: ValueFieldProps<number>) {
  return (
    <TypedField
      {...props}
      parse={parseTypedMinutes}
      show={frMinutes}
      invalid={FR.hoursInvalid}
      align="right"
    />
  )
}

/** A rate in 1/10 000: 42 %, 42,5. */
export function RateField(props: ValueFieldProps<number>) {
  return (
    <TypedField
      {...props}
      parse={parseTypedRate}
      show={frRate}
      invalid={FR.rateInvalid}
      align="right"
      inputMode="decimal"
    />
  )
}

function parseInteger(text: string): number | null {
  const typed = text.replace(/[\s\u00a0\u202f]/g, '')
  return /^-?\d{1,9}$/.test(typed) ? Number(typed) : null
}

export function IntegerField(props: ValueFieldProps<number> & { readonly show?: (value: number) => string }) {
  return (
    <TypedField
      {...props}
      parse={parseInteger}
      show={props.show ?? frInteger}
      invalid={FR.integerInvalid}
      align="right"
      inputMode="numeric"
    />
  )
}
