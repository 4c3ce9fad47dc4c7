/** Lightening the journal through the very door: what is lost is said before, what is kept is kept, and the file truly gets smaller. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { compareFiles } from '../../../electron/backup/compare.ts'
import { listAllCopies } from '../../../electron/backup/copies.ts'
import { KEPT_ACTS } from '../../../electron/store/lighten.ts'
import { openDossier } from '../../../electron/store/open.ts'
import { type TestApplication, testApplication } from '../../support/application.ts'
import { contentOf } from '../../support/content.ts'
import { type Acts, addHistory } from '../../support/long-history.ts'
import { codeOf } from '../../support/refusal-code.ts'

const OLD = 300
const fileOf = (app: TestApplication) => join(app.folder, 'dossiers', 'postes.jalon')
const dossierOf = (app: TestApplication) => app.session.context().dossier
const content = (app: TestApplication) => JSON.stringify(contentOf(dossierOf(app)))
const copiesOf = (app: TestApplication) => listAllCopies(join(app.folder, 'sauvegardes'))
const count = (app: TestApplication, sql: string) =>
  dossierOf(app).read((db) => db.get<{ n: number }>(sql))?.n ?? 0
const journal = (app: TestApplication) =>
  app.value('read.journal', { positionId: null, before: null, limit: 500 })

const AT = { old: '2024-03-05T09:00:00', recent: '2026-11-20T09:00:00' }

/** `OLD` old acts, then as many recent ones as are asked for. */
async function withHistory(app: TestApplication, ...recent: readonly Acts[]): Promise<void> {
  await app.value('file.create', { name: 'postes' })
  await resumed(app, () => addHistory(fileOf(app), [{ count: OLD, at: AT.old }, ...recent]))
}
/** Worked on while it is closed. */
async function resumed(app: TestApplication, work: () => void): Promise<void> {
  await app.value('file.close', {})
  work()
  await app.session.open(fileOf(app))
}
const LAST: Acts = { count: KEPT_ACTS, at: AT.recent }

describe('Lightening the journal', () => {
  test('says what would be lost, loses no more, and makes the file smaller', async () => {
    await using app = testApplication()
    await withHistory(app, LAST)
    const weight = await app.value('journal.weigh', {})
    expect(weight).toMatchObject({ acts: OLD + KEPT_ACTS, keptActs: KEPT_ACTS })
    const [choice] = weight.choices
    expect(choice).toMatchObject({ keepDays: 30, until: day('2024-03-05'), acts: OLD, files: 0 })
    expect(choice?.bytes).toBeGreaterThan(OLD * 4000)
    expect(weight.logBytes).toBeGreaterThan(choice?.bytes ?? 0)
    const before = { content: content(app), size: statSync(fileOf(app)).size }
    const done = await app.value('journal.lighten', { keepDays: 30 })
    expect(done).toMatchObject({ acts: OLD, bytesBefore: before.size, shrunk: true })
    expect(statSync(fileOf(app)).size).toBe(done.bytesAfter)
    expect(before.size - done.bytesAfter).toBeGreaterThan((choice?.bytes ?? 0) * 0.9)
    expect(content(app)).toBe(before.content)
    // Who did what and when stays.
    expect(count(app, "SELECT count(*) AS n FROM action WHERE label LIKE 'note %'")).toBe(OLD + KEPT_ACTS)
    const [latest, newest, ...others] = await journal(app)
    expect(latest).toMatchObject({ kind: 'lightened', lightened: false, problem: null })
    expect(latest?.label).toBe(
      'journal allégé : détail de 300 actions retiré, jusqu’au 05/03/2024'.replace(' :', '\u00a0:'),
    )
    expect(newest).toMatchObject({ lightened: false, changeCount: 1 })
    expect(others.at(-1)).toMatchObject({ lightened: true, changeCount: 0, problem: null })
  })

  test('keeps the undo and redo of the last acts, and of no other, across a restart', async () => {
    await using app = testApplication()
    await withHistory(app, LAST)
    await app.value('write.undo', {})
    const before = content(app)
    await app.value('journal.lighten', { keepDays: 30 })
    await app.value('file.close', {})
    await app.session.open(fileOf(app))
    expect(await app.value('write.redo', {})).toMatchObject({ label: `note ${OLD + KEPT_ACTS - 1}` })
    let undone = 0
    while ((await app.value('write.undo', {})) !== null) undone += 1
    // One act more was kept: the last one was undone when the log was lightened.
    expect(undone).toBe(KEPT_ACTS + 1)
    while ((await app.value('write.redo', {})) !== null) undone -= 1
    expect(undone).toBe(0)
    await app.value('write.undo', {})
    expect(content(app)).toBe(before)
  })

  test('keeps what was done in the last days of work, however many acts that is', async () => {
    await using app = testApplication()
    await withHistory(app, { count: KEPT_ACTS + 50, at: '2025-06-20T09:00:00' })
    await app.value('journal.lighten', { keepDays: 90 })
    expect(count(app, 'SELECT count(DISTINCT action_id) AS n FROM change')).toBe(KEPT_ACTS + 50)
  })

  test('never trusts a clock: acts dated in 2037 or 1999 lose nothing of the last ones', async () => {
    for (const wrong of ['2037-01-01T09:00:00', '1999-01-01T09:00:00']) {
      await using app = testApplication()
      await withHistory(app, LAST, { count: 1, at: wrong })
      await app.value('journal.lighten', { keepDays: 30 })
      expect(count(app, 'SELECT count(DISTINCT action_id) AS n FROM change'), wrong).toBeGreaterThanOrEqual(
        KEPT_ACTS,
      )
    }
  })

  test('is refused where nothing is old, and where the file may not be written: nothing changes, no copy is made', async () => {
    await using app = testApplication()
    await withHistory(app)
    const refused = await app.call('journal.lighten', { keepDays: 30 })
    expect(refused.ok ? null : refused.error.code).toBe('journal.nothing')
    expect(count(app, 'SELECT count(*) AS n FROM change')).toBe(OLD)
    expect(copiesOf(app)).toEqual([])
    await resumed(app, () => addHistory(fileOf(app), [LAST]))
    const before = readFileSync(fileOf(app))
    const reader = openDossier(fileOf(app), {
      who: 'Autre',
      machine: 'autre-poste',
      now: () => AT.recent,
      copiesFolder: '',
      readOnly: true,
    })
    expect(codeOf(() => reader.lightenHistory('journal allégé', 30))).toBe('file.read-only')
    reader.close()
    expect(readFileSync(fileOf(app)).equals(before)).toBe(true)
  })

  test('is preceded by a checked copy that has it all, and of which the file is still the next', async () => {
    await using app = testApplication()
    await withHistory(app, LAST)
    await app.value('journal.lighten', { keepDays: 30 })
    const [copy] = copiesOf(app)
    expect(copy?.reason).toBe('avant-lot')
    expect(compareFiles(fileOf(app), copy?.path ?? '')).toEqual({ kind: 'first-ahead', ahead: 1 })
    const preview = await app.value('copies.preview', {
      copyId: (await app.value('copies.list', {})).copies[0]?.id,
    })
    expect(preview.actions).toBe(OLD + KEPT_ACTS)
  })

  test('forgets attached files that only the old detail could bring back, and says so before', async () => {
    await using app = testApplication()
    await withHistory(app)
    const sha256 = 'a'.repeat(64)
    dossierOf(app).act({ label: 'pièce', kind: 'edit', at: AT.old }, (db) => {
      db.insert('document_content', { sha256, bytes: Buffer.from('contenu singulier') })
      const row = { owner_kind: 'person', owner_id: 1, name: 'a.pdf', mime: 'application/pdf', size: 17 }
      db.insert('document', { ...row, sha256, added_on: '2024-03-05', checklist_item: null })
    })
    dossierOf(app).act({ label: 'pièce retirée', kind: 'edit', at: AT.old }, (db) => db.remove('document', 1))
    await resumed(app, () => addHistory(fileOf(app), [LAST]))
    expect((await app.value('journal.weigh', {})).choices[0]?.files).toBe(1)
    expect((await app.value('journal.lighten', { keepDays: 30 })).files).toBe(1)
    expect(readFileSync(fileOf(app)).includes('contenu singulier')).toBe(false)
  })

  test('leaves no former name behind that erasing from the history would then miss', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    const { id } = await app.value('write.save', {
      entity: 'person',
      id: null,
      values: { lastName: 'Quatrelivres', firstName: 'Zéphirine' },
    })
    await app.value('write.save', { entity: 'person', id, values: { lastName: 'Dixlivres' } })
    await app.value('privacy.anonymise', { personIds: [id] })
    await resumed(app, () => addHistory(fileOf(app), [{ count: KEPT_ACTS, at: '2027-11-20T09:00:00' }]))
    expect(readFileSync(fileOf(app)).toString('latin1')).toContain('Quatrelivres')
    await app.value('journal.lighten', { keepDays: 30 })
    await app.value('privacy.erase', { personIds: [id] })
    for (const name of ['Quatrelivres', 'Dixlivres'])
      expect(readFileSync(fileOf(app)).toString('latin1'), name).not.toContain(name)
  })

  test('is proposed above the screens once it is most of a large file, once, and no more when it is done', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    const notes = async () =>
      ((await app.value('file.status', {})).notes ?? []).filter((note) => note.kind === 'journal')
    expect(await notes()).toEqual([])
    await resumed(app, () => addHistory(fileOf(app), [{ count: 2000, at: AT.old }, LAST], 8000))
    const [note] = await notes()
    expect(note?.message).toMatch(/journal des modifications occupe environ \d+\sMo sur les \d+\sMo/)
    await app.value('file.noteRead', { id: note?.id ?? '' })
    await resumed(app, () => {})
    expect(await notes()).toEqual([])
    // Grown again to twice as much, it is told again; and goes with what it proposed.
    await resumed(app, () =>
      addHistory(
        fileOf(app),
        [
          { count: 2500, at: AT.recent },
          { count: KEPT_ACTS, at: '2027-11-20T09:00:00' },
        ],
        8000,
      ),
    )
    expect(await notes()).toHaveLength(1)
    await app.value('journal.lighten', { keepDays: 30 })
    expect(await notes()).toEqual([])
    await resumed(app, () => {})
    expect(await notes()).toEqual([])
  })
})
