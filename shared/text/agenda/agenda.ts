/**
 * Deadlines as a calendar file for any agenda. Each deadline keeps its UID for ever; a new export replaces the former one
 * (SEQUENCE grows with the dossier); what was answered, or
 * settled by a fact, is sent as cancelled, so that it leaves the agenda.
 */
import { addDays, type Day, isInCalendar } from '../../domain/day.ts'
import type { DeadlineNature } from '../../domain/words.ts'
import type { SettledMatter } from '../../rules/engine/agenda/settled-matter.ts'
import type { Deadline, Subject } from '../../rules/engine/deadlines/deadline.ts'
import { DEADLINE_KINDS } from '../../rules/engine/deadlines/kinds.ts'
import type { Step } from '../../rules/explanation.ts'
import { frDay, frEuros } from '../format.ts'
import { stepSentence } from '../rules/explain.ts'
import { leftOutSentence } from '../rules/uncomputed.ts'
import { NATURE_WORDS } from '../words.ts'
import { calendarText, contentLine, escapeText } from './icalendar.ts'

export interface AgendaOptions {
  /** Identity of the dossier: the same deadline of two dossiers is two events. */
  readonly fileId: string
  readonly name: string
  /** Instant of the export, ISO 8601. */
  readonly now: string
  /** Never smaller than at the former export: the revision of the dossier. */
  readonly sequence: number
  /** False: nobody is named. */
  readonly names: boolean
  /** Objects whose deadlines are not in it. */
  readonly leftOut?: number
}

/** Open deadlines, answered ones as cancelled; and as cancelled too, those a fact settled. */
export function deadlinesToIcs(
  deadlines: readonly Deadline[],
  options: AgendaOptions,
  settled: readonly SettledMatter[] = [],
): string {
  return calendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jalon//Echeances//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    contentLine('X-WR-CALNAME', escapeText(`Jalon · ${options.name}`)),
    ...(options.leftOut ? [contentLine('X-WR-CALDESC', escapeText(leftOutSentence(options.leftOut)))] : []),
    ...deadlines.flatMap((deadline) => eventLines(eventOf(deadline, options), options)),
    ...settled.flatMap((matter) => eventLines(eventOfSettled(matter, options), options)),
    'END:VCALENDAR',
  ])
}

interface AgendaEvent {
  readonly key: string
  readonly on: Day
  readonly summary: string
  readonly description: string
  readonly nature: DeadlineNature
  readonly isOver: boolean
  readonly leadDays: readonly number[]
}

function eventOf(deadline: Deadline, options: AgendaOptions): AgendaEvent {
  const { answer, key, nature, leadDays } = deadline
  const isOver = deadline.status === 'answered' && answer?.answer !== 'postponed'
  // A postponed matter is in the agenda on the day it was put off to; the text keeps its own day.
  const on = deadline.status === 'answered' && answer?.postponedTo ? answer.postponedTo : deadline.dueOn
  const summary = summaryOf(deadline.title, deadline, options)
  return { key, on, summary, description: descriptionOf(deadline, on, options), nature, isOver, leadDays }
}

function eventOfSettled(
  { key, kind, on, title, why, subject }: SettledMatter,
  options: AgendaOptions,
): AgendaEvent {
  const { nature } = DEADLINE_KINDS[kind]
  const summary = summaryOf(title, subject, options)
  const description = `${NATURE_WORDS[nature]}. ${stepSentence(why)}`
  return { key, on, summary, description, nature, isOver: true, leadDays: [] }
}

function summaryOf(title: Step, subject: Subject, options: AgendaOptions): string {
  const about = subject.positionLabel ?? subject.employerName
  return `${stepSentence(named(title, options))}${about === null ? '' : ` · ${about}`}`
}

function eventLines(event: AgendaEvent, options: AgendaOptions): readonly string[] {
  const { on, summary, isOver } = event
  return [
    'BEGIN:VEVENT',
    contentLine('UID', uidOf(event.key, options.fileId)),
    `DTSTAMP:${utcStamp(options.now)}`,
    `SEQUENCE:${options.sequence}`,
    `DTSTART;VALUE=DATE:${basicDay(on)}`,
    ...endLine(on),
    contentLine('SUMMARY', escapeText(summary)),
    contentLine('DESCRIPTION', escapeText(event.description)),
    contentLine('CATEGORIES', escapeText(NATURE_WORDS[event.nature])),
    `STATUS:${isOver ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    ...(isOver ? [] : alarmLines(summary, event.leadDays)),
    'END:VEVENT',
  ]
}

/** The day after, which RFC 5545 lets out for an event of one day: the last day there is (a foreign file's 9999-12-31) has none. */
function endLine(on: Day): readonly string[] {
  return isInCalendar(on) ? [`DTEND;VALUE=DATE:${basicDay(addDays(on, 1))}`] : []
}

/** The day itself needs no alarm: the event is on it. */
function alarmLines(summary: string, leadDays: readonly number[]): readonly string[] {
  return [...new Set(leadDays)]
    .filter((days) => days > 0)
    .sort((a, b) => b - a)
    .flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      contentLine('DESCRIPTION', escapeText(summary)),
      `TRIGGER:-P${days}D`,
      'END:VALARM',
    ])
}

function descriptionOf(deadline: Deadline, on: Day, options: AgendaOptions): string {
  const { answer } = deadline
  return [
    `${NATURE_WORDS[deadline.nature]}. ${stepSentence(named(deadline.why, options))}`,
    ...(deadline.amountCents === null ? [] : [frEuros(deadline.amountCents)]),
    ...(deadline.legalOn === null || deadline.legalOn === on
      ? []
      : [`Jour légal : ${frDay(deadline.legalOn)}`]),
    ...(deadline.dueOn === on ? [] : [`Échéance du ${frDay(deadline.dueOn)}, reportée`]),
    ...(answer?.reason && options.names ? [answer.reason] : []),
    ...deadline.basis.map((basis) => basis.text),
  ].join('\n')
}

/** Without names, sentences turn impersonal; a free deadline, typed by a person, is only called so. */
function named(step: Step, { names }: AgendaOptions): Step {
  if (names) return step
  if (step.code === 'deadline.free') return { ...step, values: { ...step.values, title: 'Échéance libre' } }
  if (step.code === 'why.free') return { ...step, values: { ...step.values, note: null } }
  if (!('person' in step.values)) return step
  const person = step.code.startsWith('why.') ? 'La personne en poste' : null
  return { ...step, values: { ...step.values, person } }
}

/** Made of the key alone, so that it never changes; letters, digits, dots and hyphens only. */
function uidOf(key: string, fileId: string): string {
  const plain = key.replace(/[^A-Za-z0-9-]/g, (c) =>
    c === ':' ? '.' : `-${c.codePointAt(0)?.toString(16)}-`,
  )
  return `${plain}@${fileId}.jalon`
}

function basicDay(day: Day): string {
  return day.replaceAll('-', '')
}

/** "20261123T083000Z" from an instant with its offset. */
export function utcStamp(instant: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))$/.exec(
    instant,
  )
  if (match === null) throw new Error(`not an instant with its offset: ${instant}`)
  const [, day = '', hours, minutes, seconds = '00', sign = '+', offsetHours = '0', offsetMinutes = '0'] =
    match
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes))
  const total = Number(hours) * 60 + Number(minutes) - offset
  const shift = Math.floor(total / MINUTES_PER_DAY)
  const rest = total - shift * MINUTES_PER_DAY
  const two = (n: number) => String(n).padStart(2, '0')
  return `${basicDay(addDays(day as Day, shift))}T${two(Math.floor(rest / 60))}${two(rest % 60)}${seconds}Z`
}

const MINUTES_PER_DAY = 1440
