/** The agenda, read back by a parser that is not ours. */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { deadlinesOf } from '#shared/rules/engine/deadlines/deadlines.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { type AgendaOptions, deadlinesToIcs, utcStamp } from '#shared/text/agenda/agenda.ts'
import { contentLine, escapeText } from '#shared/text/agenda/icalendar.ts'
import { FactsBuilder } from '../support/facts-builder.ts'
import { PASSERELLES_TODAY, passerelles } from '../support/passerelles.ts'

const options: AgendaOptions = {
  fileId: '5d1c0000-0000-4000-8000-000000000001',
  name: 'passerelles',
  now: '2026-11-23T09:30:00.000+01:00',
  sequence: 7,
  names: true,
}
const { facts } = passerelles()
const deadlines = deadlinesOf(derive(facts, day(PASSERELLES_TODAY)))

function read(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      isDay: event.startDate.isDate,
      summary: event.summary,
      description: event.description,
      status: component.getFirstPropertyValue('status'),
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    }
  })
}

describe('an event of the agenda', () => {
  it('names the structure where it concerns no post', () => {
    const [first] = deadlines
    if (first === undefined) throw new Error('the file has deadlines')
    const ofEmployer = { ...first, positionId: null, positionLabel: null, employerName: 'Ville de Valombre' }
    const [event] = read(deadlinesToIcs([ofEmployer], options))
    expect(event?.summary).toMatch(/ · Ville de Valombre$/)
  })
})

describe('the agenda of deadlines', () => {
  it('holds every deadline as a whole day, with its alarms in days', () => {
    const events = read(deadlinesToIcs(deadlines, options))
    expect(events).toHaveLength(deadlines.length)
    expect(new Set(events.map((e) => e.uid)).size).toBe(events.length)
    const notice = events.find((e) => e.summary.includes('Lucie Charvin') && e.summary.startsWith('Préavis'))
    expect(notice).toMatchObject({
      sequence: 7,
      start: '2026-11-30',
      end: '2026-12-01',
      isDay: true,
      summary: 'Préavis à notifier à Lucie Charvin · 3310 Maison des services',
      status: 'CONFIRMED',
      alarms: ['-P90D', '-P60D', '-P30D', '-P14D', '-P7D'].map((d) => ICAL.Duration.fromString(d).toString()),
    })
    expect(notice?.description).toContain('R332-39 CGFP')
  })

  it('recalls a vacancy 90 and 150 days after the departure, not as other deadlines', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer)
    f.grants(f.agreement(employer, '2024-01-01', '2027-12-31'), post, [20_000])
    f.contract(post, '2025-01-01', '2026-10-31', { endedOn: '2026-10-31' })
    const rows = deadlinesOf(derive(f.facts(), day(PASSERELLES_TODAY)))
    const vacancy = rows.find((d) => d.kind === 'vacancy-limit')
    expect(vacancy?.dueOn).toBe('2027-04-30')
    const event = read(deadlinesToIcs(rows, options)).find((e) => e.uid.startsWith('vacancy-limit'))
    // 181 days to the limit: 29 January is its 91st day before, 30 March its 31st.
    expect(event?.alarms).toEqual(
      ['-P91D', '-P31D', '-P7D'].map((d) => ICAL.Duration.fromString(d).toString()),
    )
  })

  it('folds every line at 75 octets and ends it by CR LF', () => {
    const ics = deadlinesToIcs(deadlines, options)
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('names nobody when asked not to', () => {
    const ics = deadlinesToIcs(deadlines, { ...options, names: false }).replaceAll('\r\n ', '')
    for (const { lastName } of facts.persons) expect(ics).not.toContain(lastName)
    expect(ics).toContain('Préavis à notifier · 3310 Maison des services')
  })

  it('keeps the UID of a deadline whose date moved, and cancels what was answered', () => {
    const build = (dueOn: string, answered: boolean) => {
      const f = new FactsBuilder()
      const id = f.freeDeadline('Rendez-vous; avec, la préfecture\nsalle 2', dueOn)
      if (answered) f.answer({ key: `free:${id}`, forDay: dueOn, answeredOn: '2026-11-20' })
      return read(deadlinesToIcs(deadlinesOf(derive(f.facts(), day(PASSERELLES_TODAY))), options))[0]
    }
    const before = build('2026-12-10', false)
    const moved = build('2026-12-17', false)
    expect(before?.summary).toBe('Rendez-vous; avec, la préfecture\nsalle 2')
    expect(moved?.uid).toBe(before?.uid)
    expect(moved?.start).toBe('2026-12-17')
    expect(build('2026-12-10', true)).toMatchObject({ uid: before?.uid, status: 'CANCELLED', alarms: [] })
  })

  it('shows a postponed deadline on the day it was put off to, with its own day in the text', () => {
    const f = new FactsBuilder()
    const id = f.freeDeadline('Bilan', '2026-12-10')
    f.answer({
      key: `free:${id}`,
      forDay: '2026-12-10',
      answeredOn: '2026-11-20',
      answer: 'postponed',
      postponedTo: '2027-01-05',
      reason: 'attente',
    })
    const [event] = read(deadlinesToIcs(deadlinesOf(derive(f.facts(), day(PASSERELLES_TODAY))), options))
    expect(event).toMatchObject({ start: '2027-01-05', status: 'CONFIRMED' })
    expect(event?.description).toContain('10/12/2026')
  })
})

describe('the text of a calendar', () => {
  it('gives back any text whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const clean = text.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\n]/gu, '')
        const line = contentLine('SUMMARY', escapeText(text))
        for (const part of line.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
        const parsed = ICAL.parse(
          `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${line}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
        )
        const event = new ICAL.Component(parsed).getFirstSubcomponent('vevent')
        expect(event?.getFirstPropertyValue('summary')).toBe(clean)
      }),
    )
  })

  it('writes instants in universal time, over midnight too', () => {
    expect(utcStamp('2026-11-23T09:30:00.000+01:00')).toBe('20261123T083000Z')
    expect(utcStamp('2026-01-01T00:15:30+02:00')).toBe('20251231T221530Z')
    expect(utcStamp('2026-12-31T22:00:00-04:30')).toBe('20270101T023000Z')
  })
})
