/**
 * A day that software writes for "never" (31/12/9999), from outside: refused in words by an interchange file; in a dossier that
 * holds it already, named above the screens, contained to its object, corrected by the person.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobState } from '#shared/api/envelope.ts'
import { day } from '#shared/domain/day.ts'
import { createApplication } from '../../../electron/api/application.ts'
import { fixedClock } from '../../../electron/clock.ts'
import { generateDemo } from '../../../electron/services/demo/generate-demo.ts'
import { exportDossier, interchangeText } from '../../../electron/services/interchange/export.ts'
import { dataFolderAt } from '../../../electron/services/session/data-folder.ts'
import { type TestApplication, testApplication } from '../../support/application.ts'
import { endOf } from '../../support/jobs.ts'
import { dossierWith } from '../../support/memory-dossier.ts'
import { codeOf } from '../../support/refusal-code.ts'

const TODAY = day('2026-11-23')
const NEVER = '9999-12-31'

async function imported(app: TestApplication, name: string, text: string): Promise<JobState> {
  const path = app.session.desk.temporaryPath('json')
  writeFileSync(path, text)
  const { uploadId } = app.session.desk.receive(name, path)
  const source = { uploadId, profile: null, mapping: null, leaveOut: [] }
  return endOf(app, (await app.value('import.apply', source)) as JobState)
}

function sentDossier(): string {
  const dossier = dossierWith(generateDemo({ positions: 6, seed: 3, today: TODAY }))
  return interchangeText(exportDossier({ dossier, today: TODAY }))
}

/** As an older version, or another program, would have left it; false where the guards of the database itself refuse it. */
async function leaveStrange(
  app: TestApplication,
  table: string,
  column: string,
  value = NEVER,
  id = 1,
): Promise<boolean> {
  const { dossier } = app.session.context()
  const written = codeOf(() =>
    dossier.act({ label: 'autrefois', kind: 'edit' }, (db) => db.update(table, id, { [column]: value })),
  )
  if (written !== 'accepted') return false
  const path = join(app.folder, `${table}-${id}-${column}-${value}.jalon`)
  await app.session.copyTo(path)
  await app.session.open(path)
  return true
}

describe('an interchange file with a convention that never ends', () => {
  it('is refused whole, in words that name the field and the bounds', async () => {
    await using app = testApplication({ today: TODAY })
    await app.value('file.create', { name: 'reçu' })
    const file = JSON.parse(sentDossier()) as { demo: boolean; agreements: { endsOn: string }[] }
    file.demo = false
    if (file.agreements[0] !== undefined) file.agreements[0].endsOn = NEVER
    const job = await imported(app, 'reçu.json', JSON.stringify(file))
    expect(job.status).toBe('failed')
    expect(JSON.stringify(job)).toContain('agreements.0.endsOn')
    expect(JSON.stringify(job)).toContain('01/01/1900')
    expect((await app.value('read.home', { employerId: null })).counts.positions).toBe(0)
  })
})

describe('a dossier that already holds such a day', () => {
  it('opens, says which above the screens, computes the rest, and is corrected by a form', async () => {
    await using app = testApplication({ today: TODAY })
    await app.value('file.demo', {})
    const before = await app.value('read.home', { employerId: null })
    await leaveStrange(app, 'agreement', 'ends_on')

    const status = await app.value('file.status', {})
    expect(status.notes?.find((note) => note.kind === 'day')).toMatchObject({
      target: { entity: 'agreement', id: 1 },
      message: expect.stringContaining('31/12/9999'),
    })
    const home = await app.value('read.home', { employerId: null })
    expect(home.uncomputed.map(({ kind, id }) => [kind, id])).toContainEqual(['agreement', 1])
    expect(home.counts.positions).toBe(before.counts.positions)
    const { agreements = [] } = await app.value('read.grid', { grid: 'agreements', employerId: null })
    expect(agreements.filter((row) => row.uncomputed !== undefined).map((row) => row.id)).toEqual([1])

    const corrected = await app.call('write.save', {
      ...{ entity: 'agreement', id: 1, values: { endsOn: '2027-01-31' } },
    })
    expect(corrected.ok).toBe(true)
    expect((await app.value('read.home', { employerId: null })).uncomputed).toEqual([])
    expect((await app.value('file.status', {})).notes?.some((note) => note.kind === 'day')).toBe(false)
  })

  it.each([
    ['position', 'granted_on'],
    ['position', 'returned_on'],
    ['attachment', 'starts_on'],
    ['attachment', 'ends_on'],
    ['contract', 'starts_on'],
    ['contract', 'ends_on'],
    ['contract', 'ended_on'],
    ['contract', 'trial_ends_on'],
    ['agreement', 'starts_on'],
    ['agreement', 'ends_on'],
    ['agreement', 'financing_ends_on'],
    ['instalment', 'due_on'],
    ['instalment', 'claimable_on'],
    ['payment', 'received_on'],
  ])(
    '%s.%s: every screen and every report answers',
    async (table, column) => {
      await using app = testApplication({ today: TODAY })
      await app.value('file.demo', {})
      let opened = 0
      for (const value of [NEVER, '0001-01-01']) {
        if (!(await leaveStrange(app, table, column, value))) continue
        opened += 1
        const asked = [
          app.call('file.status', {}),
          app.call('read.home', { employerId: null }),
          app.call('read.grid', { grid: 'positions', employerId: null }),
          app.call('read.grid', { grid: 'contracts', employerId: null }),
          app.call('read.grid', { grid: 'agreements', employerId: null }),
          app.call('read.grid', { grid: 'instalments', employerId: null }),
          app.call('read.position', { positionId: 1 }),
          app.call('read.planning', { employerId: null, from: TODAY, months: 24 }),
          app.call('forecast.compare', { employerId: null, months: 36, scenarioIds: [], draft: null }),
          ...['aid', 'contracts', 'renewals', 'situation', 'forecast'].map((kind) =>
            app.call('report.preview', {
              ...{ kind, employerId: null, fiscalYear: null, at: null, agreementId: null, names: true },
            }),
          ),
        ]
        for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: true })
        // By their figures, or by a sentence about that object; and they end.
        const questions = [
          app.call('read.dedicatedFunds', { agreementId: 1 }),
          app.call('letters.preview', { kind: 'renewal', id: 1 }),
          app.call('agenda.export', { employerId: null, names: true }),
        ]
        for (const answer of await Promise.all(questions))
          expect(answer).not.toMatchObject({ error: { code: 'internal' } })
        const notes = (await app.value('file.status', {})).notes ?? []
        expect(notes.some((note) => note.kind === 'day' && note.target?.entity === table)).toBe(true)
      }
      expect(opened).toBeGreaterThan(0)
    },
    30_000,
  )
})

const asked = (kind: string, more: object = {}) => ({
  ...{ kind, employerId: null, fiscalYear: null, at: null, agreementId: null, names: true, ...more },
})

describe('figures that such a day leaves out', () => {
  it('a tranche still expected: the forecast is given without it, on the screen and in the report', async () => {
    await using app = testApplication({ today: TODAY })
    await app.value('file.demo', {})
    const question = { employerId: null, months: 36, scenarioIds: [], draft: null }
    const before = (await app.value('forecast.compare', question)).base
    const { instalments = [] } = await app.value('read.grid', { grid: 'instalments', employerId: null })
    const late = instalments.find((row) => row.state === 'late')
    await leaveStrange(app, 'instalment', 'due_on', NEVER, late?.id ?? 0)

    const after = (await app.value('forecast.compare', question)).base
    expect(after.uncomputed.map(({ kind, id }) => [kind, id])).toEqual([['instalment', late?.id]])
    expect(before.totals.expectedCents - after.totals.expectedCents).toBe(late?.outstandingCents)
    const report = await app.value('report.preview', asked('forecast'))
    expect(report.leftOut?.join(' ')).toContain('31/12/9999')
  })

  it('a report about one convention says which day stops it, and calls it no fault of Jalon', async () => {
    await using app = testApplication({ today: TODAY })
    await app.value('file.demo', {})
    await leaveStrange(app, 'agreement', 'ends_on')
    for (const kind of ['closing', 'aid'])
      expect(await app.call('report.preview', asked(kind, { agreementId: 1 }))).toMatchObject({
        ok: false,
        error: {
          code: 'rules.uncomputed',
          message: expect.stringMatching(/^La convention 2024-A-0118 .* 31\/12\/9999/),
        },
      })
    expect((await app.value('report.preview', asked('closing', { agreementId: 3 }))).kind).toBe('closing')
  })

  it('the cost of a post never stands beside an aid that is not known: the post is left out, by its name', async () => {
    await using app = testApplication({ today: TODAY })
    await app.value('file.demo', {})
    await leaveStrange(app, 'agreement', 'ends_on')
    const report = await app.value('report.preview', asked('fiscal-year', { fiscalYear: 2026 }))
    const cost = report.sheets.find((sheet) => sheet.name === 'Coût salarial')
    expect(cost?.rows.length).toBeGreaterThan(20)
    expect(JSON.stringify(cost?.rows)).not.toContain('Itinérance Nord')
    expect(report.leftOut?.join(' ')).toContain('Le poste 2101 Itinérance Nord ne peut pas être calculé')
    expect(report.checks.total - report.checks.passed).toBe(1)

    const { base } = await app.value('forecast.compare', {
      ...{ employerId: null, months: 12, scenarioIds: [], draft: null },
    })
    expect(base.positions.length).toBeGreaterThan(2)
    expect(base.positions.map((position) => position.positionId)).not.toContain(1)
    expect(base.uncomputed.map(({ kind, id }) => [kind, id])).toContainEqual(['position', 1])
    const forecast = await app.value('report.preview', asked('forecast'))
    expect(forecast.leftOut?.join(' ')).toContain('2101 Itinérance Nord')
    expect(forecast.checks.total - forecast.checks.passed).toBe(1)
  })
})

describe('a deadline of its own on such a day', () => {
  it('is in the agenda, which has no day after that one', async () => {
    await using app = testApplication({ today: TODAY })
    await app.value('file.demo', {})
    await app.value('write.save', {
      ...{ entity: 'freeDeadline', id: null, values: { title: 'Fête', dueOn: '2026-12-24' } },
    })
    await leaveStrange(app, 'free_deadline', 'due_on')
    const { downloadId } = await app.value('agenda.export', { employerId: null, names: true })
    const file = app.session.desk.takeDownload(downloadId ?? '')
    const text = readFileSync(file?.path ?? '', 'utf8')
    expect(text).toContain('DTSTART;VALUE=DATE:99991231')
    expect(text).not.toContain('DTEND;VALUE=DATE:10000')
  })
})

const start = (folder: string) =>
  createApplication({
    shell: { kind: 'browser', dialogs: null },
    clock: fixedClock(TODAY),
    dataFolder: dataFolderAt(folder),
    log: () => {},
  })

describe('a dossier whose opening never ended', () => {
  it('is left closed at the next start, which says why; opened by hand, it opens by itself again', async () => {
    await using app = testApplication({ today: TODAY })
    await app.value('file.create', { name: 'lourd' })
    const { path } = app.session.context().dossier
    const mark = join(app.folder, 'ouverture.json')
    await app.session.close()
    // A process that died while it was opening: its line is still there, its number is nobody's.
    const dead = spawn(process.execPath, ['-e', ''])
    await new Promise((done) => dead.once('exit', done))
    writeFileSync(mark, JSON.stringify({ path, pid: dead.pid, refused: null }))

    const second = start(app.folder)
    await second.session.reopenLast()
    const status = second.session.status()
    expect(status.open).toBe(false)
    expect(status.notReopened?.message).toContain('n’a pas été rouvert de lui-même')
    expect(status.recent.map((file) => file.id)).toContain(status.notReopened?.recentId)
    await second.session.open(path)
    expect(second.session.status()).toMatchObject({ open: true, notReopened: null })
    await second.session.close()
    expect(existsSync(mark)).toBe(false)

    const third = start(app.folder)
    await third.session.reopenLast()
    expect(third.session.status().open).toBe(true)
    await third.session.close()
  })

  it('refused at a start, it is not tried again by itself, and why is said each time', async () => {
    await using app = testApplication({ today: TODAY })
    await app.value('file.create', { name: 'abîmé' })
    const { path } = app.session.context().dossier
    await app.session.close()
    writeFileSync(path, 'ceci n’est plus un dossier')
    for (let again = 0; again < 2; again += 1) {
      const next = start(app.folder)
      await next.session.reopenLast()
      expect(next.session.status()).toMatchObject({ open: false })
      expect(next.session.status().notReopened?.message).toContain('abîmé')
      await next.session.close()
    }
    expect(readFileSync(join(app.folder, 'ouverture.json'), 'utf8')).toContain('refused')
  })
})
