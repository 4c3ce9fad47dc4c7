/** A whole life in the private folder, under the two umasks that open most: nothing of it is readable by others; outside nothing changes. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobState } from '#shared/api/envelope.ts'
import { restoreCopy } from '../../../electron/backup/restore.ts'
import { dataFolderAt, keepPrivate } from '../../../electron/services/session/data-folder.ts'
import { createDossier, openDossier } from '../../../electron/store/open.ts'
import { type TestApplication, testApplication } from '../../support/application.ts'
import { resultOf } from '../../support/jobs.ts'
import { TEST_NOW } from '../../support/memory-dossier.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const CSV = 'Nom;Prénom\nMartin;Léa\n'
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const PHRASE = 'cheval correct agrafe pile'
const report = { employerId: null, fiscalYear: 2026, at: null, agreementId: null, names: true }

let outside = ''
let before = 0o022
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'jalon-outside-'))
  chmodSync(outside, 0o775)
  before = process.umask()
})
afterEach(() => {
  process.umask(before)
  rmSync(outside, { recursive: true, force: true })
})

function tree(path: string): readonly string[] {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return []
  return found.isDirectory() ? [path, ...readdirSync(path).flatMap((name) => tree(join(path, name)))] : [path]
}
/** What others may read, enter or write, by its path and its rights. */
function openToOthers(folder: string): readonly string[] {
  return tree(folder)
    .filter((path) => !lstatSync(path).isSymbolicLink() && (lstatSync(path).mode & 0o077) !== 0)
    .map((path) => `${modeOf(path)} ${path.slice(folder.length)}`)
}
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

function uploaded(app: TestApplication, name: string, bytes: string | Buffer): string {
  const path = app.session.desk.temporaryPath(name.split('.').at(-1) ?? '')
  // As the upload route writes it.
  writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' })
  return app.session.desk.receive(name, path).uploadId
}

describe.skipIf(process.platform === 'win32')('The private folder', { timeout: 120_000 }, () => {
  test.each([0o022, 0o000])(
    'holds nothing that others may read, through a whole life, umask %i',
    async (umask) => {
      process.umask(umask)
      await using app = testApplication()
      const seen: string[] = []
      const look = (step: string) => {
        seen.push(...tree(app.folder))
        expect(openToOthers(app.folder), step).toEqual([])
      }
      await app.value('file.demo', {})
      look('demonstration')
      const { contracts, positions } = app.session.context().dossier.readFacts()
      const positionId = positions[0]?.id ?? 0
      const letter = { kind: 'renewal', id: contracts.find((c) => c.endsOn !== null)?.id ?? 0 } as const
      await app.value('letters.build', letter)
      await app.value('agenda.export', { employerId: null, names: true })
      const uploadId = uploaded(app, 'convention.pdf', PDF)
      const { id } = await app.value('documents.attach', {
        ownerKind: 'position',
        ownerId: positionId,
        uploadId,
        checklistItem: null,
      })
      await app.value('documents.open', { id })
      for (const format of ['xlsx', 'csv', 'pdf'] as const)
        await resultOf(app, (await app.value('report.build', { ...report, kind: 'aid', format })) as JobState)
      look('letters, agenda, pieces, reports')
      const interchange = { employerIds: null, personId: null, withDocuments: true }
      await resultOf(app, (await app.value('interchange.export', interchange)) as JobState)
      look('interchange')

      await app.value('file.create', { name: 'postes' })
      await app.value('write.save', {
        entity: 'employer',
        id: null,
        values: { name: 'Les Passerelles', sector: 'private' },
      })
      look('creation')
      await app.value('file.backup', {})
      app.session.copyPlaces.setSecond(app.folder)
      await app.value('copies.protect', { passphrase: PHRASE })
      await app.value('file.backup', {})
      look('copies, plain and enciphered')
      for (const copy of (await app.value('copies.list', {})).copies)
        await app.value('copies.preview', { copyId: copy.id })
      const [copy] = (await app.value('copies.list', {})).copies
      const into = app.session.recentFiles()[0]?.id ?? ''
      await app.value('copies.restore', { copyId: copy?.id ?? '', into })
      await app.value('copies.restore', { copyId: copy?.id ?? '', into: null })
      look('restores')
      const source = { uploadId: uploaded(app, 'liste.csv', CSV), profile: null, mapping: null, leaveOut: [] }
      await resultOf(app, (await app.value('import.apply', source)) as JobState)
      look('import')

      await app.value('file.close', {})
      const path = join(app.folder, 'dossiers', 'postes.jalon')
      writeFileSync(path, readFileSync(path).fill(0xff, 4096, 8192))
      const [recent] = app.session.recentFiles().filter((file) => file.path === path)
      await app.call('file.open', { recentId: recent?.id ?? '' })
      expect(await app.value('file.salvage', {})).toMatchObject({ status: { open: true } })
      look('salvage')
      await app.value('lock.set', { current: null, passphrase: 'porte fermée', minutes: 5 })
      await app.call('lock.unlock', { passphrase: 'non' })
      look('lock')
      const names = seen.map((each) => each.slice(app.folder.length))
      for (const part of [
        '/demonstration/',
        '/dossiers/',
        '/sauvegardes/',
        '/temp/',
        'recents.json',
        '.chiffre',
      ])
        expect(
          names.some((name) => name.includes(part)),
          part,
        ).toBe(true)
      expect(names.some((name) => name.endsWith('.lock'))).toBe(true)
    },
  )

  test('keeps its journals closed while something is being written', async () => {
    process.umask(0)
    await using app = testApplication()
    await app.value('file.demo', {})
    app.session.context().dossier.act({ label: 'essai', kind: 'edit' }, (db) => {
      db.run("UPDATE employer SET name = 'Essai'")
      expect(tree(app.folder).some((path) => path.endsWith('-journal'))).toBe(true)
      expect(openToOthers(app.folder)).toEqual([])
    })
  })

  test('left open by an earlier version is closed at the start; links and what is linked elsewhere are left', () => {
    process.umask(0)
    const data = join(outside, 'data')
    const folder = dataFolderAt(data)
    for (const path of [folder.dossiers, join(folder.copies, 'dossier-1')])
      mkdirSync(path, { recursive: true })
    const files = [
      join(folder.dossiers, 'a.jalon'),
      join(folder.copies, 'dossier-1', 'b.jalon'),
      folder.recentFile,
    ]
    for (const file of files) writeFileSync(file, 'x', { mode: 0o666 })
    const foreign = join(outside, 'foreign.jalon')
    writeFileSync(foreign, 'x', { mode: 0o664 })
    symlinkSync(foreign, join(folder.dossiers, 'link.jalon'))
    linkSync(foreign, join(folder.dossiers, 'hard.jalon'))
    mkdirSync(join(outside, 'shared'), { mode: 0o775 })
    symlinkSync(join(outside, 'shared'), join(folder.dossiers, 'shared'))
    writeFileSync(join(data, 'notes.txt'), 'x', { mode: 0o664 })
    keepPrivate(folder)
    expect(openToOthers(data)).toEqual(['664 /dossiers/hard.jalon', '664 /notes.txt'])
    expect([modeOf(foreign), modeOf(join(outside, 'shared')), modeOf(outside)]).toEqual(['664', '775', '775'])
  })

  test.each([0o022, 0o000])('made by the command line is as closed, umask %i', (umask) => {
    process.umask(umask)
    const data = join(outside, 'data')
    const jalon = (...args: string[]) =>
      spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', join(root, 'electron/cli/main.ts'), ...args],
        {
          cwd: outside,
          env: { ...process.env, JALON_DATA: data },
          encoding: 'utf8',
        },
      )
    expect(jalon('demo', 'a.jalon').status).toBe(0)
    expect(jalon('backup', 'a.jalon').status).toBe(0)
    expect(tree(data).some((path) => path.endsWith('.jalon'))).toBe(true)
    expect(openToOthers(data)).toEqual([])
    expect(jalon('export', 'a.jalon', '--out', 'a.json').status).toBe(0)
    const usual = (0o666 & ~umask).toString(8)
    // SQLite opens its files to nobody for writing.
    expect([modeOf(join(outside, 'a.jalon')), modeOf(join(outside, 'a.json'))]).toEqual(['644', usual])
  })
})

describe.skipIf(process.platform === 'win32')('A shared folder', { timeout: 60_000 }, () => {
  const options = (copies: string) => ({
    who: 'Test',
    machine: 'poste-de-test',
    now: () => TEST_NOW,
    copiesFolder: copies,
  })

  test('keeps the rights its files have: made as by any program, and kept through a restore', async () => {
    process.umask(0o022)
    const copies = join(outside, 'copies')
    const path = join(outside, 'postes.jalon')
    createDossier(path, options(copies)).close()
    expect(modeOf(path)).toBe('644')
    chmodSync(path, 0o664)
    const open = openDossier(path, options(copies))
    expect(modeOf(`${path}.lock`)).toBe('644')
    open.close()
    // A copy of the private folder, closed: what it brings back is not.
    const kept = join(outside, 'kept.jalon')
    copyFileSync(path, kept)
    chmodSync(kept, 0o600)
    await restoreCopy({
      copy: kept,
      target: path,
      copiesFolder: copies,
      now: TEST_NOW,
      who: 'Test',
      machine: 'poste-de-test',
    })
    expect(modeOf(path)).toBe('664')
    expect([modeOf(outside), modeOf(dirname(path)), basename(path)]).toEqual(['775', '775', 'postes.jalon'])
  })
})

describe('a private folder that cannot be one', () => {
  test('stops the start in words, and what stands there is left alone', () => {
    const place = join(outside, 'jalon')
    writeFileSync(place, 'autre chose')
    expect(() => keepPrivate(dataFolderAt(place))).toThrow(/occupe sa place.*JALON_DATA/)
    expect(readFileSync(place, 'utf8')).toBe('autre chose')
  })
})
