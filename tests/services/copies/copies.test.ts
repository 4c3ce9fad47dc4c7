import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { openDossier } from '../../../electron/store/open.ts'
import { type TestApplication, testApplication } from '../../support/application.ts'
import { slipIn } from '../../support/files/slip-in.ts'

const employer = (name: string) =>
  ({ entity: 'employer', id: null, values: { name, sector: 'private' } }) as const
const namesOf = async (app: TestApplication) =>
  ((await app.value('read.grid', { grid: 'employers', employerId: null })).employers ?? []).map(
    (row) => row.employer.name,
  )

/** A dossier with one structure, copied, then a second structure. */
async function withCopy(app: TestApplication) {
  await app.value('file.create', { name: 'postes' })
  await app.value('write.save', employer('Les Passerelles'))
  await app.value('file.backup', {})
  await app.value('write.save', employer('Ville de Test'))
  const [copy] = (await app.value('copies.list', {})).copies
  return { copyId: copy?.id ?? '', recentId: app.session.recentFiles()[0]?.id ?? '' }
}

describe('The copies of a dossier', () => {
  test('are listed with their reason, their instant and their size', async () => {
    await using app = testApplication()
    await withCopy(app)
    const { copies, second } = await app.value('copies.list', {})
    expect(copies).toMatchObject([
      { dossier: 'postes', ofOpen: true, reason: 'manuelle', encrypted: false, place: 'here' },
    ])
    expect(copies[0]?.bytes).toBeGreaterThan(4096)
    expect(second).toBeNull()
    expect(JSON.stringify(copies)).not.toContain(app.folder)
  })

  test('are looked at before coming back: counts and last change, the copy read again', async () => {
    await using app = testApplication()
    const { copyId } = await withCopy(app)
    expect(await app.value('copies.preview', { copyId })).toMatchObject({
      counts: { employer: 1, position: 0 },
      lastChange: { label: expect.stringContaining('Passerelles') },
      targets: [{ name: 'postes', open: true }],
    })
  })

  test('made from a file of another hand say who changed it last without the signs that turn what follows around', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    const { path } = app.session.context().dossier
    await app.value('file.close', {})
    slipIn(path, [])
    await app.session.open(path)
    await app.value('file.backup', {})
    const [copy] = (await app.value('copies.list', {})).copies
    const { lastChange } = await app.value('copies.preview', { copyId: copy?.id ?? '' })
    expect([lastChange?.who, lastChange?.label]).toEqual(['Év', 'ajout x'])
  })

  test('take the place of the open dossier, which is copied first: the way back', async () => {
    await using app = testApplication()
    const { copyId, recentId } = await withCopy(app)
    const restored = await app.value('copies.restore', { copyId, into: recentId })
    expect(restored?.status).toMatchObject({ open: true, name: 'postes', readOnly: false })
    expect(await namesOf(app)).toEqual(['Les Passerelles'])
    const { copies } = await app.value('copies.list', {})
    const wayBack = copies.find((copy) => copy.reason === 'avant-restauration')
    expect(restored?.wayBack).toContain('avant-restauration')
    await app.value('copies.restore', { copyId: wayBack?.id ?? '', into: recentId })
    expect(await namesOf(app)).toEqual(['Les Passerelles', 'Ville de Test'])
  })

  test('come back from the welcome screen, with no dossier open, as a new file', async () => {
    await using app = testApplication()
    const { copyId } = await withCopy(app)
    await app.value('file.close', {})
    const before = readFileSync(join(app.folder, 'dossiers', 'postes.jalon'))
    const restored = await app.value('copies.restore', { copyId, into: null })
    expect(restored).toMatchObject({ wayBack: null, status: { name: 'postes (copie du 2026-11-23)' } })
    expect(await namesOf(app)).toEqual(['Les Passerelles'])
    expect(readFileSync(join(app.folder, 'dossiers', 'postes.jalon')).equals(before)).toBe(true)
  })

  test('never replace another dossier', async () => {
    await using app = testApplication()
    const { copyId } = await withCopy(app)
    await app.value('file.create', { name: 'autre' })
    const other = app.session.recentFiles().find((file) => file.name === 'autre')
    expect(await app.call('copies.restore', { copyId, into: other?.id ?? '' })).toMatchObject({
      ok: false,
      error: { code: 'copies.other' },
    })
    expect((await app.value('file.status', {})).name).toBe('autre')
  })

  test('that cannot be read leave the dossier open and as it was', async () => {
    await using app = testApplication()
    const { recentId, copyId } = await withCopy(app)
    const folder = join(app.folder, 'sauvegardes')
    const [dossier = ''] = readdirSync(folder)
    const [name = ''] = readdirSync(join(folder, dossier))
    const bytes = readFileSync(join(folder, dossier, name))
    writeFileSync(join(folder, dossier, name), bytes.fill(0xff, 4096, 8192))
    const answer = await app.call('copies.restore', { copyId, into: recentId })
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('endommagé') } })
    expect(await namesOf(app)).toEqual(['Les Passerelles', 'Ville de Test'])
  })

  test('that went are told so', async () => {
    await using app = testApplication()
    await withCopy(app)
    expect(await app.call('copies.preview', { copyId: 'autre' })).toMatchObject({
      error: { code: 'copies.unknown' },
    })
  })
})

describe('The second place of the copies', () => {
  const PHRASE = 'cheval correct agrafe pile'

  test('gets a copy too, under a passphrase that is kept nowhere', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    await app.value('write.save', employer('Les Passerelles'))
    app.session.copyPlaces.setSecond(app.folder)
    const { sheet } = await app.value('copies.protect', { passphrase: PHRASE })
    expect(sheet?.join('\n')).toContain('postes')
    expect(sheet?.join('\n')).not.toContain(PHRASE)
    await app.value('file.backup', {})
    const { copies } = await app.value('copies.list', {})
    const away = copies.find((copy) => copy.place === 'second')
    expect(away).toMatchObject({ encrypted: true, ofOpen: true, reason: 'manuelle' })
    const kept = readFileSync(join(app.folder, 'sauvegardes.json'), 'utf8')
    expect(kept).not.toContain(PHRASE)
    // Made here, it is read here without a word.
    expect(await app.value('copies.preview', { copyId: away?.id ?? '' })).toMatchObject({
      counts: { employer: 1 },
    })
  })

  test('gives back its copies elsewhere with the phrase, and only with it', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    await app.value('write.save', employer('Les Passerelles'))
    app.session.copyPlaces.setSecond(app.folder)
    await app.value('copies.protect', { passphrase: PHRASE })
    await app.value('file.backup', {})
    const second = join(app.folder, 'Sauvegardes Jalon')
    const [dossier = ''] = readdirSync(second)
    const [name = ''] = readdirSync(join(second, dossier))
    expect(readFileSync(join(second, dossier, name)).includes('Passerelles')).toBe(false)

    await using other = testApplication()
    const received = () => {
      const path = other.session.desk.temporaryPath('chiffre')
      copyFileSync(join(second, dossier, name), path)
      return other.session.desk.receive(name, path).uploadId
    }
    const uploadId = received()
    for (const passphrase of [undefined, 'une autre phrase']) {
      expect(await other.call('copies.preview', { uploadId, passphrase })).toMatchObject({
        ok: false,
        error: { code: 'backup.wrong-passphrase' },
      })
    }
    await other.value('copies.restore', { uploadId, passphrase: PHRASE, into: null })
    expect(await namesOf(other)).toEqual(['Les Passerelles'])
    expect(readdirSync(join(other.folder, 'temp'), { recursive: true }).join()).not.toContain('.jalon-')
  })

  test('that is absent is said, and the first copy is made all the same', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    await app.value('write.save', employer('Les Passerelles'))
    const key = join(app.folder, 'cle')
    mkdirSync(key)
    app.session.copyPlaces.setSecond(key)
    rmSync(key, { recursive: true })
    await app.value('file.backup', {})
    const { notes } = await app.value('file.status', {})
    expect(notes).toMatchObject([{ kind: 'copies', message: expect.stringContaining('absent') }])
    expect((await app.value('copies.list', {})).copies).toHaveLength(1)
    expect(existsSync(key)).toBe(false)
    await app.value('copies.forgetSecond', {})
    expect((await app.value('file.status', {})).notes).toEqual([])
  })

  test('gets, once it is back, the very copy it missed, and only once', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    const key = join(app.folder, 'cle')
    mkdirSync(key)
    app.session.copyPlaces.setSecond(key)
    await app.value('copies.protect', { passphrase: PHRASE })
    await app.value('write.save', employer('Les Passerelles'))
    rmSync(key, { recursive: true })
    const reopen = async () => {
      await app.value('file.close', {})
      const [last] = (await app.value('file.status', {})).recent
      await app.value('file.open', { recentId: last?.id ?? '' })
      await app.value('file.close', {})
      return (await app.value('copies.list', {})).copies.map((copy) => [copy.place, copy.at, copy.encrypted])
    }
    const here = ['here', '2026-11-23T12:00', false]
    expect(await reopen()).toEqual([here])
    mkdirSync(join(key, 'Sauvegardes Jalon'), { recursive: true })
    const there = ['second', '2026-11-23T12:00', true]
    expect(await reopen()).toEqual([here, there])
    expect(await reopen()).toEqual([here, there])
  })

  test('is refused where it is not one of those found', async () => {
    await using app = testApplication()
    expect(await app.call('copies.setSecond', { placeId: '../../etc' })).toMatchObject({
      ok: false,
      error: { code: 'copies.place' },
    })
  })
})

describe('A damaged dossier', () => {
  async function damaged(app: TestApplication) {
    await app.value('file.create', { name: 'postes' })
    for (let n = 0; n < 40; n += 1)
      await app.value('write.save', employer(`Structure ${n} ${'x'.repeat(60)}`))
    await app.value('file.close', {})
    const path = join(app.folder, 'dossiers', 'postes.jalon')
    const bytes = readFileSync(path)
    const at = bytes.lastIndexOf('Structure 5 ')
    bytes.fill(0xff, at - (at % 4096), at - (at % 4096) + 200)
    writeFileSync(path, bytes)
    return { path, bytes, recentId: app.session.recentFiles()[0]?.id ?? '' }
  }

  test('is salvaged into a new file, with the list of what was saved, and stays as it was', async () => {
    await using app = testApplication()
    const { path, bytes, recentId } = await damaged(app)
    expect(await app.call('file.open', { recentId })).toMatchObject({ error: { code: 'file.damaged' } })
    const salvaged = await app.value('file.salvage', {})
    expect(salvaged).toMatchObject({ name: 'postes (récupéré)', status: { open: true, readOnly: false } })
    expect(salvaged.saved).toBeGreaterThan(0)
    expect(salvaged.tables.map((table) => table.label)).toContain('Structures')
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('gives way to a copy, and is put aside, not overwritten', async () => {
    await using app = testApplication()
    await withCopy(app)
    await app.value('file.close', {})
    const path = join(app.folder, 'dossiers', 'postes.jalon')
    const bytes = readFileSync(path).fill(0xff, 100, 3000)
    writeFileSync(path, bytes)
    const [recent] = app.session.recentFiles()
    expect((await app.call('file.open', { recentId: recent?.id ?? '' })).ok).toBe(false)
    const [copy] = (await app.value('copies.list', {})).copies
    const look = await app.value('copies.preview', { copyId: copy?.id ?? '' })
    const into = look.targets[0]?.recentId ?? ''
    const restored = await app.value('copies.restore', { copyId: copy?.id ?? '', into })
    expect(restored?.wayBack).toContain('endommagé')
    expect(readFileSync(join(app.folder, 'dossiers', restored?.wayBack ?? '')).equals(bytes)).toBe(true)
  })

  test('cannot be salvaged where none was refused', async () => {
    await using app = testApplication()
    expect(await app.call('file.salvage', {})).toMatchObject({ error: { code: 'salvage.none' } })
  })
})

describe('The file just opened', () => {
  async function twoFiles(app: TestApplication) {
    await app.value('file.create', { name: 'postes' })
    await app.value('write.save', employer('Les Passerelles'))
    await app.value('file.close', {})
    const first = join(app.folder, 'dossiers', 'postes.jalon')
    const second = join(app.folder, 'dossiers', 'postes - autre poste.jalon')
    copyFileSync(first, second)
    return { first, second }
  }

  test('says that another file of the same dossier is ahead of it', async () => {
    await using app = testApplication()
    const { first, second } = await twoFiles(app)
    await app.session.open(second)
    expect((await app.value('file.status', {})).notes).toEqual([])
    await app.value('write.save', employer('Ville de Test'))
    await app.session.open(first)
    expect((await app.value('file.status', {})).notes).toMatchObject([
      { kind: 'parted', message: expect.stringContaining('1 opération de plus') },
    ])
  })

  test('says that two files of the same dossier parted, until it is read, and touches neither', async () => {
    await using app = testApplication()
    const { first, second } = await twoFiles(app)
    await app.session.open(second)
    await app.value('write.save', employer('Ville de Test'))
    await app.value('file.close', {})
    const bytes = readFileSync(second)
    const options = { who: 'a', machine: 'b', now: () => '2026-11-23T10:00:00', copiesFolder: app.folder }
    const alone = openDossier(first, options)
    alone.act({ label: 'ailleurs', kind: 'edit' }, (db) =>
      db.insert('person', { last_name: 'A', first_name: 'B' }),
    )
    alone.close()
    await app.session.open(first)
    const { notes } = await app.value('file.status', {})
    expect(notes).toMatchObject([{ kind: 'parted', message: expect.stringContaining('chacun de leur côté') }])
    expect(readFileSync(second).equals(bytes)).toBe(true)
    expect((await app.value('file.noteRead', { id: notes?.[0]?.id ?? '' })).notes).toEqual([])
    await app.session.open(second)
    await app.session.open(first)
    expect((await app.value('file.status', {})).notes).toEqual([])
  })

  test('gets advice where its folder is synchronised, once', async () => {
    await using app = testApplication()
    const { first } = await twoFiles(app)
    const folder = join(app.folder, 'OneDrive - Mairie')
    mkdirSync(folder)
    copyFileSync(first, join(folder, 'postes.jalon'))
    await app.session.open(join(folder, 'postes.jalon'))
    const { notes } = await app.value('file.status', {})
    const place = notes?.find((note) => note.kind === 'place')
    expect(place?.message).toContain('OneDrive')
    await app.value('file.noteRead', { id: place?.id ?? '' })
    await app.value('file.close', {})
    await app.session.open(join(folder, 'postes.jalon'))
    expect((await app.value('file.status', {})).notes?.some((note) => note.kind === 'place')).toBe(false)
  })

  test('says that the clock of the machine is behind its last change', async () => {
    await using app = testApplication()
    const { first } = await twoFiles(app)
    const options = { who: 'a', machine: 'b', now: () => '2027-03-01T10:00:00', copiesFolder: app.folder }
    const ahead = openDossier(first, options)
    ahead.act({ label: 'plus tard', kind: 'edit' }, (db) =>
      db.insert('person', { last_name: 'A', first_name: 'B' }),
    )
    ahead.close()
    await app.session.open(first)
    expect((await app.value('file.status', {})).notes).toMatchObject([
      { kind: 'clock', message: expect.stringContaining('01/03/2027') },
    ])
  })

  test('says that the clock of the machine is far ahead of its last change', async () => {
    await using app = testApplication({ today: day('2037-01-01') })
    const { first } = await twoFiles(app)
    const options = { who: 'a', machine: 'b', now: () => '2026-11-23T10:00:00', copiesFolder: app.folder }
    const before = openDossier(first, options)
    before.act({ label: 'avant', kind: 'edit' }, (db) =>
      db.insert('person', { last_name: 'A', first_name: 'B' }),
    )
    before.close()
    await app.session.open(first)
    const { notes } = await app.value('file.status', {})
    expect(notes).toMatchObject([{ kind: 'clock', message: expect.stringContaining('23/11/2026') }])
    expect((await app.value('file.noteRead', { id: notes?.[0]?.id ?? '' })).notes).toEqual([])
  })

  test('is taken from a machine that stopped, on request', async () => {
    await using app = testApplication()
    const { first } = await twoFiles(app)
    const holder = { id: 'x', who: 'Zoé', machine: 'ancien-poste', pid: 4, since: '2026-11-20T08:00:00' }
    writeFileSync(`${first}.lock`, JSON.stringify(holder))
    await app.session.open(first)
    expect((await app.value('file.status', {})).readOnlyReason).toContain('Zoé sur ancien-poste')
    expect(await app.value('file.insist', { how: 'take-over' })).toMatchObject({ readOnly: false })
    await app.value('write.save', employer('Ville de Test'))
  })
})
