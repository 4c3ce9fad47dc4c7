/** `jalon aid` and `jalon deadlines` on the file of the mock-ups: stable JSON, a past day, an agenda. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { runCli } from '../../electron/cli/run.ts'
import { fixedClock } from '../../electron/clock.ts'
import { createDossier } from '../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { fillDossier } from '../support/memory-dossier.ts'
import { PASSERELLES_TODAY, passerelles } from '../support/passerelles.ts'

let folder: DossierFolder
beforeAll(() => {
  folder = dossierFolder()
  const dossier = createDossier(folder.path('a.jalon'), folder.options({}))
  fillDossier(dossier, passerelles().facts)
  dossier.close()
})
afterAll(() => folder.remove())

async function jalon(...args: string[]) {
  const printed: string[] = []
  const said: string[] = []
  const code = await runCli([...args, '--today', PASSERELLES_TODAY], {
    out: async (text) => {
      printed.push(text)
    },
    err: (text) => said.push(text),
    stdin: Readable.from([]),
    env: { JALON_DATA: join(folder.folder, 'data') },
    cwd: folder.folder,
    clock: fixedClock(day(PASSERELLES_TODAY)),
  })
  return { code, out: printed.join(''), err: said.join('') }
}

describe('jalon aid', () => {
  it('gives one JSON value with posts, agreements and totals that agree', async () => {
    const { code, out } = await jalon('aid', 'a.jalon', '--json')
    expect(code).toBe(0)
    const aid = JSON.parse(out)
    expect(aid.totals).toMatchObject({
      notifiedCents: 396_500_00,
      receivedCents: 315_000_00,
      outstandingCents: 81_500_00,
      lateCents: 49_000_00,
      unallocatedCents: 0,
    })
    for (const rows of [aid.positions, aid.agreements])
      expect(rows.reduce((sum: number, row: { lateCents: number }) => sum + row.lateCents, 0)).toBe(49_000_00)
    expect(aid.agreements[0].byPosition[0]).toMatchObject({ yearlyCents: [20_000_00, 14_000_00, 10_000_00] })
    expect((await jalon('aid', 'a.jalon', '--json')).out).toBe(out)
  })

  it('sees a past day, and the fiscal years on demand', async () => {
    const { out } = await jalon('aid', 'a.jalon', '--json', '--at', '2024-12-31', '--fiscal-years')
    const aid = JSON.parse(out)
    expect(aid.at).toBe('2024-12-31')
    expect(aid.totals).toMatchObject({ receivedCents: 140_000_00 })
    expect(aid.employers[0].fiscalYears.map((y: { to: string }) => y.to)).toEqual([
      '2024-12-31',
      '2025-12-31',
      '2026-12-31',
      '2027-12-31',
    ])
  })
})

describe('jalon deadlines', () => {
  it('gives the late ones whatever the window, with their sentences', async () => {
    const { code, out } = await jalon('deadlines', 'a.jalon', '--json', '--within', '7')
    expect(code).toBe(0)
    const rows: { status: string; titleText: string; whyText: string; key: string }[] = JSON.parse(out)
    expect(rows.filter((r) => r.status === 'late')).toHaveLength(7)
    expect(rows.at(-1)?.titleText).toBe('Préavis à notifier à Lucie Charvin')
    expect(rows.every((r) => r.whyText.length > 20)).toBe(true)
    expect((await jalon('deadlines', 'a.jalon', '--json', '--within', '7')).out).toBe(out)
  })

  it('writes an agenda, the same each time, without names on demand', async () => {
    expect((await jalon('deadlines', 'a.jalon', '--ics', 'b.ics')).code).toBe(0)
    const first = readFileSync(folder.path('b.ics'), 'utf8')
    expect(first).toContain('Charvin')
    const events = new ICAL.Component(ICAL.parse(first)).getAllSubcomponents('vevent')
    expect(events.length).toBeGreaterThan(20)
    expect((await jalon('deadlines', 'a.jalon', '--ics', 'b.ics')).code).toBe(1)
    await jalon('deadlines', 'a.jalon', '--ics', 'b.ics', '--force')
    expect(readFileSync(folder.path('b.ics'), 'utf8')).toBe(first)
    await jalon('deadlines', 'a.jalon', '--ics', 'b.ics', '--no-names', '--force')
    expect(readFileSync(folder.path('b.ics'), 'utf8')).not.toContain('Charvin')
  })

  it('keeps the agenda to the days asked for, and never takes « without names » for a list that has them', async () => {
    await jalon('deadlines', 'a.jalon', '--ics', 'c.ics', '--within', '7')
    const events = new ICAL.Component(ICAL.parse(readFileSync(folder.path('c.ics'), 'utf8')))
      .getAllSubcomponents('vevent')
      .filter((event) => event.getFirstPropertyValue('status') === 'CONFIRMED')
    const { out } = await jalon('deadlines', 'a.jalon', '--json', '--within', '7')
    expect(events).toHaveLength(JSON.parse(out).length)
    const refused = await jalon('deadlines', 'a.jalon', '--json', '--no-names')
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toContain('--no-names ne s’emploie qu’avec --ics')
  })
})
