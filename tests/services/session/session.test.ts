import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { ClientEvent } from '#shared/api/contract.ts'
import { checkCopy } from '../../../electron/backup/check.ts'
import { testApplication } from '../../support/application.ts'

const employer = {
  entity: 'employer',
  id: null,
  values: { name: 'Les Passerelles', sector: 'private' },
} as const

describe('a session', () => {
  test('begins on nothing, and says so to whoever asks for the dossier', async () => {
    await using app = testApplication()
    expect(await app.value('file.status', {})).toMatchObject({ open: false, name: null, recent: [] })
    expect(await app.call('read.grid', { grid: 'positions', employerId: null })).toMatchObject({
      ok: false,
      error: { code: 'file.none' },
    })
  })

  test('creates, closes, and opens again from the recent list', async () => {
    await using app = testApplication()
    expect(await app.value('file.create', { name: 'Année 2026' })).toMatchObject({
      open: true,
      name: 'Année 2026',
    })
    await app.value('write.save', employer)
    expect(await app.value('file.close', {})).toMatchObject({ open: false })
    const { recent } = await app.value('file.status', {})
    const status = await app.value('file.open', { recentId: recent[0]?.id ?? '' })
    expect(status).toMatchObject({ name: 'Année 2026', undoLabel: expect.stringContaining('Passerelles') })
  })

  test('never creates over a file', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'a' })
    await app.value('write.save', employer)
    expect(await app.value('file.create', { name: 'a' })).toMatchObject({ name: 'a (2)', undoLabel: null })
    expect(readdirSync(join(app.folder, 'dossiers')).filter((n) => n.endsWith('.jalon'))).toHaveLength(2)
  })

  test('keeps the open dossier where the next one is refused', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'bon' })
    const path = app.session.desk.temporaryPath('jalon')
    writeFileSync(path, 'rien de tel')
    const { uploadId } = app.session.desk.receive('faux.jalon', path)
    expect(await app.call('file.open', { uploadId })).toMatchObject({
      ok: false,
      error: { code: 'file.not-jalon' },
    })
    expect(await app.value('file.status', {})).toMatchObject({ open: true, name: 'bon' })
    expect(existsSync(join(app.folder, 'dossiers', 'faux.jalon'))).toBe(false)
  })

  test('opens an uploaded dossier as its own copy', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'source' })
    await app.value('write.save', employer)
    const copy = await app.value('file.saveCopy', {})
    const file = app.session.desk.takeDownload(copy?.downloadId ?? '')
    expect(file?.name).toBe('source - copie du 2026-11-23.jalon')
    const { uploadId } = app.session.desk.receive('reçu.jalon', file?.path ?? '')
    expect(await app.value('file.open', { uploadId })).toMatchObject({ name: 'reçu' })
    const grid = await app.value('read.grid', { grid: 'employers', employerId: null })
    expect(grid.employers?.map((e) => e.employer.name)).toEqual(['Les Passerelles'])
  })

  test('tells of each change once, with a number that only grows, whichever dossier is open', async () => {
    await using app = testApplication()
    const heard: ClientEvent[] = []
    app.session.subscribe((event) => heard.push(event))
    await app.value('file.create', { name: 'a' })
    await app.value('write.save', employer)
    await app.value('read.grid', { grid: 'employers', employerId: null })
    await app.value('write.undo', {})
    await app.value('file.close', {})
    const revisions = heard.flatMap((event) => (event.kind === 'changed' ? [event.revision] : []))
    expect(revisions).toHaveLength(4)
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
    expect(new Set(revisions).size).toBe(4)
    expect((await app.value('file.status', {})).revision).toBe(revisions.at(-1))
  })

  test('counts the late deadlines, and counts again when one is answered', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'a' })
    await app.value('write.save', {
      entity: 'freeDeadline',
      id: null,
      values: { title: 'Rappeler la DRAJES', dueOn: '2026-11-20' },
    })
    expect((await app.value('file.status', {})).lateCount).toBe(1)
    const [late] = await app.value('read.deadlines', { employerId: null, withinDays: 0, answered: false })
    await app.value('write.answerDeadline', {
      ...{ key: late?.key ?? '', forDay: late?.dueOn ?? ('' as never), answer: 'done' },
      ...{ postponedTo: null, reason: null },
    })
    expect((await app.value('file.status', {})).lateCount).toBe(0)
  })

  test('keeps a copy of what changed when it is opened again, one only', async () => {
    await using app = testApplication()
    const copies = () =>
      readdirSync(join(app.folder, 'sauvegardes'), { recursive: true }).filter((n) =>
        String(n).endsWith('.jalon'),
      )
    await app.value('file.create', { name: 'a' })
    await app.value('write.save', employer)
    const reopen = async () => {
      await app.value('file.close', {})
      const [last] = (await app.value('file.status', {})).recent
      await app.value('file.open', { recentId: last?.id ?? '' })
    }
    await reopen()
    await app.value('file.close', {})
    expect(copies()).toHaveLength(1)
    expect(String(copies()[0])).toMatch(/ouverture\.jalon$/)
  })

  test('copies each hour while it changes, says what stops a copy, and tries again an hour later', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      await using app = testApplication()
      const folder = join(app.folder, 'sauvegardes')
      const hourly = () =>
        existsSync(folder) && statSync(folder).isDirectory()
          ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => n.includes('horaire'))
          : []
      const anHour = () => vi.advanceTimersByTime(60 * 60 * 1000)
      const notes = async () => (await app.value('file.status', {})).notes ?? []
      await app.value('file.create', { name: 'a' })
      anHour()
      await app.value('write.save', employer)
      writeFileSync(folder, 'un fichier à la place du répertoire')
      anHour()
      await expect
        .poll(notes)
        .toMatchObject([{ kind: 'copies', message: expect.stringContaining('n’a pas pu être faite') }])
      rmSync(folder)
      anHour()
      await expect.poll(hourly).toHaveLength(1)
      await expect.poll(notes).toEqual([])
      anHour()
      // Nothing changed since: no copy more, which closing would wait for.
      await app.value('file.close', {})
      expect(hourly()).toHaveLength(1)
    } finally {
      vi.useRealTimers()
    }
  })

  test('makes a copy when asked, and shows its hour', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'a' })
    expect((await app.value('file.status', {})).lastBackupAt).toBeNull()
    const { name } = await app.value('file.backup', {})
    expect(name).toMatch(/^a 2026-11-23 1200 manuelle\.jalon$/)
    expect((await app.value('file.status', {})).lastBackupAt).toBe('2026-11-23T12:00')
  })

  test('leaves a dossier whose file is gone, and first saves elsewhere what it still reads', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'a' })
    await app.value('write.save', employer)
    const path = join(app.folder, 'dossiers', 'a.jalon')
    renameSync(path, `${path}.parti`)
    expect(await app.call('write.save', employer)).toMatchObject({ error: { code: 'file.vanished' } })
    const saved = await app.value('file.saveCopy', {})
    const file = app.session.desk.takeDownload(saved?.downloadId ?? '')
    expect(checkCopy(file?.path ?? '')).toBe(true)
    expect(await app.value('file.close', {})).toMatchObject({ open: false })
    // Another one opens after it as after any other.
    expect(await app.value('file.create', { name: 'b' })).toMatchObject({ open: true, name: 'b' })
    expect(app.log).toEqual([])
  })

  test('leaves nothing of its own but the dossiers and their copies', async () => {
    const app = testApplication()
    await app.value('file.create', { name: 'a' })
    writeFileSync(app.session.desk.temporaryPath('csv'), 'Mme Secret-Martin')
    await app.session.close()
    const left = readdirSync(app.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
    expect(left.sort()).toEqual(['a.jalon', 'recents.json'])
    expect(readFileSync(join(app.folder, 'recents.json'), 'utf8')).toContain('a.jalon')
    await app.close()
  })
})
