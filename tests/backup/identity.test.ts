/**
 * The identity of a dossier names the folder of its copies, and a stranger wrote it as he pleased. Opened, copied, compared, previewed,
 * restored and salvaged by the real store: nothing is ever written out of the folder of the copies, and no dossier thins out the copies
 * of another.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join, sep } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareFiles } from '../../electron/backup/compare.ts'
import {
  type CopyRequest,
  lastCopyAt,
  listAllCopies,
  listCopies,
  makeCopy,
} from '../../electron/backup/copies.ts'
import { copyAtOnce } from '../../electron/backup/copy-at-once.ts'
import { copiesFolderOf, gatherFormerCopies } from '../../electron/backup/folders.ts'
import { previewCopy, restoreCopy } from '../../electron/backup/restore.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'

const NOW = '2026-11-23T09:30:00.000+01:00'
const ONE = '1a2b3c4d-1111-4111-8111-111111111111'
const OTHER = '1a2b3c4d-2222-4222-8222-222222222222'

let place: DossierFolder
const opened: Dossier[] = []
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => {
  for (const dossier of opened.splice(0)) dossier.close()
  place.remove()
})

function create(name: string, fileId: string): Dossier {
  const dossier = createDossier(place.path(name), place.options({ fileId }))
  opened.push(dossier)
  dossier.act({ label: 'ajout', kind: 'edit' }, (db) =>
    db.insert('person', { last_name: name, first_name: '' }),
  )
  return dossier
}
/** As a stranger writes it. */
function withIdentity(name: string, fileId: string): string {
  const path = place.path(name)
  createDossier(path, place.options()).close()
  const db = new Database(path)
  db.prepare('UPDATE dossier SET file_id = ?').run(fileId)
  db.close()
  return path
}
const request = (dossier: Dossier, more: Partial<CopyRequest> = {}): CopyRequest => ({
  path: dossier.path,
  fileId: dossier.fileId,
  folder: place.copies,
  reason: 'horaire',
  now: NOW,
  ...more,
})
function allFiles(): readonly string[] {
  return readdirSync(place.folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name))
}

const pad = (text: string) => text.padEnd(36, 'x')
const IDENTITIES: Readonly<Record<string, string>> = {
  'a way up': pad('../../x/'),
  'a way up of Windows': pad('..\\..\\x\\'),
  'a way up beyond its first letters': pad('aaaaaaaa/../../../x'),
  'a device of Windows': pad('CON'),
  'dots and spaces': pad('.. . '),
  'a drive': pad('C:\\Windows'),
  'signs nobody sees': pad('\u202e\u0007é'),
  'line breaks': pad('\r\nBEGIN:VEVENT\r\n'),
  'capitals of another': ONE.toUpperCase(),
}

describe('The identity of a dossier', () => {
  for (const [what, said] of Object.entries(IDENTITIES)) {
    it(`names no folder out of the copies where it is ${what}, and locks nobody out`, async () => {
      const path = withIdentity('recu.jalon', said)
      const dossier = openDossier(path, place.options())
      opened.push(dossier)
      expect(dossier.fileId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      await makeCopy(request(dossier))
      copyAtOnce({
        path,
        fileId: dossier.fileId,
        folder: place.copies,
        now: NOW,
        reason: 'avant-lot',
        writeTo: (to) => dossier.writeTo(to),
      })
      expect(listCopies(place.copies, dossier.fileId)).toHaveLength(2)
      for (const file of allFiles())
        if (file !== path && !file.startsWith(`${path}.`))
          expect(file).toContain(`${place.copies}${sep}dossier-`)
      const [copy] = listCopies(place.copies, dossier.fileId)
      expect((await previewCopy(copy?.path ?? '', place.folder)).fileId).toBe(dossier.fileId)
      expect(compareFiles(path, copy?.path ?? '')).toEqual({ kind: 'same' })
      dossier.close()
      const { wayBack } = await restoreCopy({
        copy: copy?.path ?? '',
        target: path,
        copiesFolder: place.copies,
        now: NOW,
        who: 'Test',
        machine: 'poste-de-test',
      })
      expect(wayBack).toContain(`${place.copies}${sep}dossier-${dossier.fileId}`)
    })
  }

  it('is that of every file that says the same, and of no other', () => {
    const paths = Object.values(IDENTITIES).map((said, n) => withIdentity(`n${n}.jalon`, said))
    const ids = paths.map((path) => {
      const dossier = openDossier(path, place.options())
      opened.push(dossier)
      return dossier.fileId
    })
    expect(new Set(ids).size).toBe(paths.length)
    const again = place.path('encore.jalon')
    copyFileSync(paths[0] ?? '', again)
    expect(compareFiles(paths[0] ?? '', again)).toEqual({ kind: 'same' })
    expect(compareFiles(paths[0] ?? '', paths[1] ?? '')).toEqual({ kind: 'other-dossier' })
  })
})

describe('Copies of two dossiers whose identities begin alike', () => {
  it('lie apart, and the rotation of one leaves those of the other', async () => {
    const [one, other] = [create('un.jalon', ONE), create('deux.jalon', OTHER)]
    await makeCopy(request(one, { now: '2026-01-01T09:00:00' }))
    await makeCopy(request(other, { now: '2026-01-01T11:00:00' }))
    await makeCopy(request(other))
    expect(listCopies(place.copies, ONE).map((copy) => copy.name)).toEqual([
      'un 2026-01-01 0900 horaire.jalon',
    ])
    expect(lastCopyAt(place.copies, ONE)).toBe('2026-01-01T09:00')
    expect(listCopies(place.copies, OTHER)).toHaveLength(2)
    expect(listAllCopies(place.copies)).toHaveLength(3)
  })
})

describe('Copies made by an earlier version, in a folder named by the first letters only', () => {
  const former = () => join(place.copies, `dossier-${ONE.slice(0, 8)}`)
  /** A copy as the earlier version left it. */
  async function formerCopy(dossier: Dossier, now: string): Promise<void> {
    const { name, path } = await makeCopy(request(dossier, { now }))
    mkdirSync(former(), { recursive: true })
    renameSync(path, join(former(), name))
  }

  it('are still listed and restored, then join their dossier, each its own', async () => {
    const [one, other] = [create('un.jalon', ONE), create('deux.jalon', OTHER)]
    await formerCopy(one, '2026-11-22T09:00:00')
    await formerCopy(other, '2026-11-22T10:00:00')
    expect(listCopies(place.copies, ONE).map((copy) => copy.at)).toEqual(['2026-11-22T09:00'])
    expect(listCopies(place.copies, OTHER).map((copy) => copy.at)).toEqual(['2026-11-22T10:00'])
    expect(listAllCopies(place.copies)).toHaveLength(2)
    const [copy] = listCopies(place.copies, ONE)
    expect((await previewCopy(copy?.path ?? '', place.folder)).fileId).toBe(ONE)
    await makeCopy(request(one))
    expect(readdirSync(copiesFolderOf(place.copies, ONE))).toHaveLength(2)
    expect(readdirSync(former())).toHaveLength(1)
    gatherFormerCopies(place.copies, { fileId: OTHER, stem: 'deux' })
    expect(readdirSync(copiesFolderOf(place.copies, OTHER))).toHaveLength(1)
    expect(existsSync(former())).toBe(false)
  })

  it('join it where they are enciphered only if they bear its name and nobody else lies there', async () => {
    const one = create('un.jalon', ONE)
    const protection = { secret: 'phrase longue pour ce test', scratch: place.path('scratch') }
    for (const now of ['2026-11-22T09:00:00', '2026-11-22T10:00:00'])
      await makeCopy(request(one, { now, protection }))
    renameSync(copiesFolderOf(place.copies, ONE), former())
    gatherFormerCopies(place.copies, { fileId: OTHER, stem: 'deux' })
    expect(readdirSync(former())).toHaveLength(2)
    await formerCopy(create('deux.jalon', OTHER), '2026-11-22T11:00:00')
    gatherFormerCopies(place.copies, { fileId: ONE, stem: 'un' })
    expect(readdirSync(former())).toHaveLength(3)
    expect(listCopies(place.copies, ONE).filter((copy) => copy.encrypted)).toHaveLength(2)
    gatherFormerCopies(place.copies, { fileId: OTHER, stem: 'deux' })
    gatherFormerCopies(place.copies, { fileId: ONE, stem: 'un' })
    expect(existsSync(former())).toBe(false)
    expect(listCopies(place.copies, ONE)).toHaveLength(2)
  })
})
