/** What a fact settled leaves the agenda: read back by a parser that is not ours, from one export to the next. */
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { settledMatters } from '#shared/rules/engine/agenda/settled.ts'
import { deadlinesOf, derivedDeadlines } from '#shared/rules/engine/deadlines/deadlines.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { deadlinesToIcs } from '#shared/text/agenda/agenda.ts'
import { FactsBuilder } from '../support/facts-builder.ts'
import { passerelles } from '../support/passerelles.ts'

const TODAY = '2026-11-23'

/** What the agenda holds after this export, by the start of the UID. */
function exported(f: FactsBuilder, today = TODAY, sequence = 1, names = true) {
  const derived = derive(f.facts(), day(today))
  const ics = deadlinesToIcs(
    deadlinesOf(derived),
    { fileId: 'f', name: 'essai', now: `${today}T09:00:00Z`, sequence, names },
    settledMatters(derived),
  )
  const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      key: event.uid.replace(/\.\d+@.*$/, ''),
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      start: event.startDate.toString(),
      summary: event.summary,
      description: event.description,
      alarms: component.getAllSubcomponents('valarm').length,
    }
  })
  expect(new Set(events.map((event) => event.uid)).size).toBe(events.length)
  return events
}
const find = (events: ReturnType<typeof exported>, key: string) => events.filter((event) => event.key === key)

/** A post of a commune under agreement, and its adviser's contract of two years. */
function post() {
  const f = new FactsBuilder()
  const employer = f.employer({ sector: 'public' })
  const position = f.position(employer)
  const agreement = f.agreement(employer, '2025-01-01', '2027-12-31')
  f.grants(agreement, position, [20_000, 20_000, 20_000])
  return { f, employer, position, agreement }
}

describe('money that came', () => {
  function tranche(given: { received?: string; cancelledOn?: string; claimedOn?: string }) {
    const { f, employer, position, agreement } = post()
    const id = f.instalment(agreement, 10_000, {
      positionId: position,
      dueOn: '2026-12-15',
      claimableOn: '2026-11-01',
      conditions: 'bilan',
      conditionsMetOn: '2026-11-02',
      cancelledOn: given.cancelledOn ?? null,
      claimedOn: given.claimedOn ?? null,
    })
    if (given.received !== undefined) f.payment(employer, given.received, 10_000, [[id, 10_000]])
    return f
  }

  it('cancels the reminder to ask for it and the day it was expected, under the same UID, higher in sequence', () => {
    const [before] = find(exported(tranche({}), TODAY, 7), 'instalment-claim.instalment')
    expect(before).toMatchObject({ status: 'CONFIRMED', start: '2026-12-15', sequence: 7 })
    const after = exported(tranche({ received: '2026-11-20' }), TODAY, 8)
    const [claim] = find(after, 'instalment-claim.instalment')
    expect(claim).toMatchObject({ uid: before?.uid, status: 'CANCELLED', sequence: 8, alarms: 0 })
    expect(claim?.description).toContain('tranche reçue le 20/11/2026')
    expect(find(after, 'instalment-due.instalment')[0]).toMatchObject({ status: 'CANCELLED' })
    expect(find(after, 'instalment-condition.instalment')[0]).toMatchObject({
      status: 'CANCELLED',
      start: '2026-11-01',
    })
  })

  it('once asked for is waited for; asking is over, and so are its papers', () => {
    const events = exported(tranche({ claimedOn: '2026-11-10' }))
    expect(find(events, 'instalment-due.instalment')[0]?.status).toBe('CONFIRMED')
    expect(find(events, 'instalment-claim.instalment')[0]?.status).toBe('CANCELLED')
    expect(find(events, 'instalment-condition.instalment')[0]?.status).toBe('CANCELLED')
  })

  it('that will not come leaves too, with its reason', () => {
    const [due] = find(exported(tranche({ cancelledOn: '2026-11-12' })), 'instalment-due.instalment')
    expect(due).toMatchObject({ status: 'CANCELLED' })
    expect(due?.description).toContain('annulée le 12/11/2026')
  })

  it('late is recalled once: as missing, no more as to ask for', () => {
    const events = exported(tranche({}), '2026-12-20')
    expect(find(events, 'instalment-due.instalment')[0]?.status).toBe('CONFIRMED')
    expect(find(events, 'instalment-claim.instalment')[0]?.status).toBe('CANCELLED')
  })

  it('is told for a year, then no more', () => {
    const f = tranche({ received: '2026-11-20' })
    expect(find(exported(f, '2027-12-15'), 'instalment-due.instalment')).toHaveLength(1)
    expect(find(exported(f, '2027-12-16'), 'instalment-due.instalment')).toHaveLength(0)
  })
})

describe('a contract', () => {
  it('renewed no longer has its term nor its notice to give', () => {
    const { f, position } = post()
    const first = f.contract(position, '2025-02-01', '2027-01-31', { kind: 'L332-8', signedOn: '2025-01-15' })
    const before = exported(f)
    expect(find(before, 'notice.contract')[0]).toMatchObject({ status: 'CONFIRMED' })
    f.contract(position, '2027-02-01', '2029-01-31', {
      kind: 'L332-8',
      renewsId: first,
      personId: f.facts().contracts[0]?.personId ?? 0,
      signedOn: '2026-11-16',
    })
    const after = exported(f, TODAY, 2)
    const of = (key: string) => after.find((event) => event.uid === find(before, key)[0]?.uid)
    expect(of('notice.contract')).toMatchObject({ status: 'CANCELLED', sequence: 2 })
    expect(of('notice.contract')?.start).toBe(find(before, 'notice.contract')[0]?.start)
    expect(of('contract-end.contract')).toMatchObject({ status: 'CANCELLED', start: '2027-01-31' })
    const [signature] = find(after, 'renewal-signature.contract')
    expect(signature).toMatchObject({ status: 'CANCELLED', start: '2027-01-31' })
    expect(signature?.description).toContain('signé le 16/11/2026')
  })

  it('broken before its term leaves its notice, and opens the limit to fill its post', () => {
    const { f, position } = post()
    f.contract(position, '2025-02-01', '2027-01-31', { kind: 'L332-8', endedOn: '2026-11-01' })
    const events = exported(f)
    expect(find(events, 'notice.contract')[0]).toMatchObject({ status: 'CANCELLED' })
    expect(find(events, 'contract-end.contract')[0]).toMatchObject({
      status: 'CANCELLED',
      start: '2026-11-01',
    })
    expect(find(events, 'vacancy-limit.position')[0]).toMatchObject({
      status: 'CONFIRMED',
      start: '2027-05-01',
    })
  })

  it('moved to another day by an amendment moves in the agenda: same UID, higher in sequence', () => {
    const { f, position } = post()
    const contract = f.contract(position, '2025-02-01', '2027-01-31', { kind: 'L332-8' })
    const [before] = find(exported(f), 'contract-end.contract')
    f.contractAmendment({
      contractId: contract,
      effectiveOn: '2026-11-20',
      newEndsOn: '2027-06-30',
      signedOn: '2026-11-18',
    })
    const after = exported(f, TODAY, 2)
    expect(find(after, 'contract-end.contract')).toEqual([
      expect.objectContaining({ uid: before?.uid, status: 'CONFIRMED', start: '2027-06-30', sequence: 2 }),
    ])
    expect(find(after, 'renewal-signature.amendment')[0]).toMatchObject({ status: 'CANCELLED' })
  })

  it('is named to nobody where names are left out', () => {
    const { f, position } = post()
    f.contract(position, '2025-02-01', '2027-01-31', { kind: 'L332-8', endedOn: '2026-11-01' })
    const names = f.facts().persons.map((person) => person.lastName)
    const text = JSON.stringify(exported(f, TODAY, 1, false))
    for (const name of names) expect(text).not.toContain(name)
    expect(JSON.stringify(exported(f))).toContain(names[0])
  })
})

describe('a post left empty', () => {
  it('and filled again has no limit any more, the one of its last departure', () => {
    const { f, position } = post()
    f.contract(position, '2025-02-01', '2026-07-31', { kind: 'L332-8', endedOn: '2026-07-31' })
    const [before] = find(exported(f), 'vacancy-limit.position')
    expect(before).toMatchObject({ status: 'CONFIRMED', start: '2027-01-31' })
    f.contract(position, '2026-11-01', '2027-10-31', { kind: 'L332-8' })
    const [after] = find(exported(f), 'vacancy-limit.position')
    expect(after).toMatchObject({ uid: before?.uid, status: 'CANCELLED', start: '2027-01-31' })
    expect(after?.description).toContain('poste pourvu au 01/11/2026')
  })

  it('and given back leaves too', () => {
    const f = new FactsBuilder()
    const position = f.position(f.employer(), { returnedOn: '2026-10-15' })
    f.contract(position, '2025-02-01', '2026-07-31', { endedOn: '2026-07-31' })
    const [limit] = find(exported(f), 'vacancy-limit.position')
    expect(limit).toMatchObject({ status: 'CANCELLED' })
    expect(limit?.description).toContain('poste rendu le 15/10/2026')
  })

  it('handed over without a day between was never to fill', () => {
    const { f, position } = post()
    f.contract(position, '2025-02-01', '2026-07-31')
    f.contract(position, '2026-08-01', '2027-10-31')
    expect(find(exported(f), 'vacancy-limit.position')).toEqual([])
  })
})

it('an agreement closed with its funder waits for nothing more', () => {
  const f = new FactsBuilder()
  f.agreement(f.employer(), '2023-01-01', '2025-12-31', { settledOn: '2026-09-01' })
  const events = exported(f)
  expect(find(events, 'agreement-end.agreement')[0]).toMatchObject({
    status: 'CANCELLED',
    start: '2025-12-31',
  })
  expect(find(events, 'closing-file.agreement')[0]?.description).toContain('convention soldée le 01/09/2026')
})

it('what is still open is never cancelled, and what is cancelled says why', () => {
  const derived = derive(passerelles().facts, day(TODAY))
  const open = new Set(derivedDeadlines(derived).map((each) => each.key))
  const settled = settledMatters(derived)
  expect(settled.length).toBeGreaterThan(5)
  for (const { key } of settled) expect(open).not.toContain(key)
  const events = deadlinesToIcs(
    [],
    { fileId: 'f', name: 'n', now: `${TODAY}T09:00:00Z`, sequence: 1, names: true },
    settled,
  )
  expect(events).not.toMatch(/why\.|deadline\./)
})
