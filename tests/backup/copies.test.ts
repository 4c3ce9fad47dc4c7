import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { compareFiles } from '../../electron/backup/compare.ts'
import {
  type CopyRequest,
  copyDossierTo,
  lastCopyAt,
  listAllCopies,
  listCopies,
  makeCopy,
} from '../../electron/backup/copies.ts'
import { fileSource } from '../../electron/backup/copy-source.ts'
import { copiesFolderOf } from '../../electron/backup/folders.ts'
import { copyName, parseCopyName } from '../../electron/backup/names.ts'
import { previewCopy, restoreCopy } from '../../electron/backup/restore.ts'
import { migrations } from '../../electron/migrations/list.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { contentOf } from '../support/content.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { codeOfAsync } from '../support/refusal-code.ts'

const NOW = '2026-11-23T09:30:00.000+01:00'
let place: DossierFolder
const opened: Dossier[] = []
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => {
  for (const dossier of opened.splice(0)) dossier.close()
  place.remove()
})

function create(name = 'passerelles.jalon', persons: readonly string[] = ['Roux']): Dossier {
  const dossier = createDossier(place.path(name), place.options())
  opened.push(dossier)
  for (const person of persons) add(dossier, person)
  return dossier
}
function open(name = 'passerelles.jalon', more = {}): Dossier {
  const dossier = openDossier(place.path(name), place.options(more))
  opened.push(dossier)
  return dossier
}
function add(dossier: Dossier, name: string): void {
  dossier.act({ label: `ajout de ${name}`, kind: 'edit' }, (db) =>
    db.insert('person', { last_name: name, first_name: '' }),
  )
}
const request = (dossier: Dossier, more: Partial<CopyRequest> = {}): CopyRequest => ({
  path: dossier.path,
  fileId: dossier.fileId,
  folder: place.copies,
  reason: 'avant-import',
  now: NOW,
  ...more,
})
const restoring = (copy: string, name = 'passerelles.jalon') => ({
  copy,
  target: place.path(name),
  copiesFolder: place.copies,
  now: NOW,
  who: 'Test',
  machine: 'poste-de-test',
})

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const names = (dossier: Dossier) => dossier.readFacts().persons.map((p) => p.lastName)

describe('a copy', () => {
  it('is made while the dossier is open, named by its reason and instant, and holds the same content', async () => {
    const dossier = create()
    const copy = await makeCopy(request(dossier))
    expect(copy.name).toBe('passerelles 2026-11-23 0930 avant-import.jalon')
    expect(checkCopy(copy.path)).toBe(true)
    const read = openDossier(copy.path, place.options({ readOnly: true }))
    opened.push(read)
    expect(contentOf(read)).toEqual(contentOf(dossier))
    add(dossier, 'Petit')
    expect(names(read)).toEqual(['Roux'])
  })

  it('never takes the place of another of the same minute', async () => {
    const dossier = create()
    await makeCopy(request(dossier))
    const second = await makeCopy(request(dossier))
    expect(second.name).toBe('passerelles 2026-11-23 0930 2 avant-import.jalon')
    expect(listCopies(place.copies, dossier.fileId)).toHaveLength(2)
  })

  it('is kept apart from those of another dossier of the same name', async () => {
    const first = create()
    await makeCopy(request(first))
    first.close()
    const other = create('autre.jalon')
    await makeCopy(request(other, { path: other.path }))
    expect(listCopies(place.copies, first.fileId)).toHaveLength(1)
    expect(lastCopyAt(place.copies, first.fileId)).toBe('2026-11-23T09:30')
    expect(listAllCopies(place.copies)).toHaveLength(2)
  })

  it('leaves nothing behind where it fails, and says the dossier is intact', async () => {
    const dossier = create()
    const folder = place.path('occupé')
    writeFileSync(folder, 'un fichier à la place du dossier')
    expect(await codeOfAsync(() => makeCopy(request(dossier, { folder })))).toBe('backup.failed')
    expect(names(dossier)).toEqual(['Roux'])
  })

  it('is not made on the wrong disk where the second place is absent', async () => {
    const dossier = create()
    const folder = place.path('cle-usb')
    expect(await codeOfAsync(() => makeCopy(request(dossier, { folder, mustBeThere: true })))).toBe(
      'backup.folder-missing',
    )
    expect(existsSync(folder)).toBe(false)
  })

  it('is thinned out with the others by the rotation', async () => {
    const dossier = create()
    const folder = copiesFolderOf(place.copies, dossier.fileId)
    const hours = Array.from({ length: 30 }, (_, i) => `2026-01-01T09:${String(i).padStart(2, '0')}:00`)
    for (const now of hours) await makeCopy(request(dossier, { reason: 'horaire', now }))
    // Of one hour, the last ones.
    expect(readdirSync(folder).sort()).toEqual(
      hours.slice(-24).map((at) => `passerelles 2026-01-01 09${at.slice(14, 16)} horaire.jalon`),
    )
  })

  it('is made beside what has its name and is no copy, and where a former one cannot be removed', async () => {
    const dossier = create()
    const first = await makeCopy(request(dossier))
    mkdirSync(first.path.replace('0930 avant-import', '0930 2 avant-import'))
    const second = await makeCopy(request(dossier))
    expect(second.name).toContain('0930 3 avant-import')
    for (let i = 0; i < 60; i += 1)
      writeFileSync(
        first.path
          .replace('2026-11-23', `2025-01-${String(1 + (i % 28)).padStart(2, '0')}`)
          .replace('0930', `08${10 + i}`),
        'ancienne',
      )
    for (const name of readdirSync(dirname(first.path)))
      if (name.includes(' 2025-'))
        mkdirSync(join(dirname(first.path), `${name}-journal`, 'tenu'), { recursive: true })
    const third = await makeCopy(request(dossier, { budget: 1_000_000 }))
    expect(checkCopy(third.path)).toBe(true)
  })

  it('reads back whatever the name of its dossier', async () => {
    const dossier = create()
    for (const name of ['sur deux\nlignes.jalon', '.jalon', 'été 2026-01-01 0900 manuelle.jalon']) {
      writeFileSync(place.path(name), readFileSync(dossier.path))
      const made = await makeCopy(request(dossier, { path: place.path(name) }))
      expect(checkCopy(made.path)).toBe(true)
    }
  })

  it('begins a series in its name where the clock went back, and stays the last made', async () => {
    const dossier = create()
    for (const now of ['2037-01-01T09:00:00', NOW, NOW, '2026-11-23T09:40:00'])
      await makeCopy(request(dossier, { now }))
    expect(listCopies(place.copies, dossier.fileId).map((copy) => copy.name)).toEqual([
      'passerelles 2026-11-23 0940 s2 avant-import.jalon',
      'passerelles 2026-11-23 0930 s2 2 avant-import.jalon',
      'passerelles 2026-11-23 0930 s2 avant-import.jalon',
      'passerelles 2037-01-01 0900 avant-import.jalon',
    ])
    expect(lastCopyAt(place.copies, dossier.fileId)).toBe('2026-11-23T09:40')
  })

  it('is saved under a chosen name, replacing a former one only once whole', async () => {
    const dossier = create()
    const target = place.path('envoi.jalon')
    writeFileSync(target, 'ancien')
    await copyDossierTo(fileSource(dossier.path), target)
    expect(checkCopy(target)).toBe(true)
    expect(await codeOfAsync(() => copyDossierTo(fileSource(place.path('absent.jalon')), target))).not.toBe(
      'accepted',
    )
    expect(checkCopy(target)).toBe(true)
  })

  it('has a name that reads back as it was written', () => {
    for (const reason of ['horaire', 'avant-restauration'] as const) {
      for (const [series, rank] of [
        [1, 1],
        [1, 2],
        [2, 1],
        [14, 12],
      ] as const) {
        const name = copyName('mon dossier 2026-01-01 1200 x', { at: NOW, series, rank }, reason)
        expect(parseCopyName(name)).toEqual({
          stem: 'mon dossier 2026-01-01 1200 x',
          at: '2026-11-23T09:30',
          series,
          rank,
          reason,
          encrypted: false,
        })
      }
    }
    expect(parseCopyName('passerelles.jalon')).toBeNull()
    expect(parseCopyName('passerelles 2026-11-23 0930 autre-chose.jalon')).toBeNull()
  })
})

describe('coming back to a copy', () => {
  it('shows first what it holds and its last change', async () => {
    const dossier = create('passerelles.jalon', ['Roux', 'Petit'])
    dossier.undo()
    const copy = await makeCopy(request(dossier))
    expect(await previewCopy(copy.path, place.folder)).toMatchObject({
      fileId: dossier.fileId,
      counts: { person: 1, employer: 0, position: 0 },
      lastChange: { at: NOW, who: 'Test', label: 'ajout de Roux' },
      actions: 2,
    })
  })

  it('puts it in place, and keeps a way back to what stood there', async () => {
    const dossier = create()
    const copy = await makeCopy(request(dossier))
    add(dossier, 'Petit')
    dossier.close()
    const { wayBack } = await restoreCopy(restoring(copy.path))
    const restored = open()
    expect(names(restored)).toEqual(['Roux'])
    restored.close()
    expect(parseCopyName(wayBack?.split('/').at(-1) ?? '')?.reason).toBe('avant-restauration')
    await restoreCopy(restoring(wayBack ?? ''))
    expect(names(open())).toEqual(['Roux', 'Petit'])
  })

  it('puts a damaged dossier aside under another name, bytes untouched', async () => {
    const dossier = create()
    const copy = await makeCopy(request(dossier))
    dossier.close()
    truncateSync(dossier.path, 20_000)
    const damaged = sha256(dossier.path)
    const { wayBack } = await restoreCopy(restoring(copy.path))
    expect(wayBack).toContain('(endommagé 2026-11-23 0930)')
    expect(sha256(wayBack ?? '')).toBe(damaged)
    expect(names(open())).toEqual(['Roux'])
  })

  it('is refused over a lock nobody can read, in words that name no stranger and say the way out', async () => {
    const dossier = create()
    const copy = await makeCopy(request(dossier))
    dossier.close()
    writeFileSync(`${dossier.path}.lock`, '')
    await expect(restoreCopy(restoring(copy.path))).rejects.toThrow(
      /peut-être ouvert ailleurs \(son verrou est illisible\).*dans un nouveau fichier/,
    )
  })

  it('is refused while the dossier is open, or where the copy is damaged, hostile, or no copy at all', async () => {
    const dossier = create()
    const copy = await makeCopy(request(dossier))
    expect(await codeOfAsync(() => restoreCopy(restoring(copy.path)))).toBe('restore.in-use')
    dossier.close()
    const before = sha256(dossier.path)
    const cut = place.path('coupée.jalon')
    writeFileSync(cut, readFileSync(copy.path).subarray(0, 30_000))
    const hostile = place.path('piégée.jalon')
    writeFileSync(hostile, readFileSync(copy.path))
    const db = new Database(hostile)
    db.exec('CREATE TRIGGER spy AFTER INSERT ON person BEGIN DELETE FROM payment; END')
    db.close()
    const text = place.path('texte.jalon')
    writeFileSync(text, 'bonjour '.repeat(100))
    expect(await codeOfAsync(() => restoreCopy(restoring(cut)))).toBe('file.damaged')
    expect(await codeOfAsync(() => restoreCopy(restoring(hostile)))).toBe('file.hostile')
    expect(await codeOfAsync(() => restoreCopy(restoring(text)))).toBe('file.not-jalon')
    expect(await codeOfAsync(() => restoreCopy(restoring(place.path('nulle-part.jalon'))))).toBe(
      'file.not-found',
    )
    expect(sha256(dossier.path)).toBe(before)
    expect(readdirSync(place.folder).filter((n) => n.startsWith('.') || n.endsWith('.lock'))).toEqual([])
  })
})

describe('a file of an older version', () => {
  const older = migrations.slice(0, 3)

  function olderFile(): string {
    const path = place.path('ancien.jalon')
    createDossier(path, place.options({ migrations: older })).close()
    const db = new Database(path)
    db.exec(
      "INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES ('u', '', '', 'ajout', 'edit', 1, 'done')",
    )
    db.exec('UPDATE write_state SET action_id = 1')
    db.exec("INSERT INTO person (last_name, first_name) VALUES ('Roux', '')")
    db.exec('UPDATE write_state SET action_id = NULL')
    db.close()
    return path
  }

  it('is copied and checked before it is brought to the new one', () => {
    olderFile()
    const dossier = open('ancien.jalon')
    expect(names(dossier)).toEqual(['Roux'])
    const [copy] = listCopies(place.copies, dossier.fileId)
    expect(copy?.reason).toBe('avant-migration')
    expect(checkCopy(copy?.path ?? '')).toBe(true)
    expect(new Database(copy?.path, { readonly: true }).pragma('user_version', { simple: true })).toBe(3)
    dossier.undo()
    expect(names(dossier)).toEqual([])
  })

  it('is read without being changed where it may not be written', () => {
    const path = olderFile()
    const before = sha256(path)
    const dossier = open('ancien.jalon', { readOnly: true })
    expect(names(dossier)).toEqual(['Roux'])
    dossier.close()
    expect(sha256(path)).toBe(before)
    expect(existsSync(place.copies)).toBe(false)
  })

  it('stays as it was where the migration fails, and the copy is named', async () => {
    const path = olderFile()
    const before = sha256(path)
    const failing = [
      ...older,
      {
        version: 4,
        title: 'x',
        statements: ["UPDATE person SET last_name = 'perdu'", 'SELECT x FROM nowhere'],
      },
    ]
    let message = ''
    const code = await codeOfAsync(() => {
      try {
        openDossier(path, place.options({ migrations: failing }))
      } catch (error) {
        message = error instanceof Error ? error.message : ''
        throw error
      }
    })
    expect(code).toBe('file.migration-failed')
    expect(message).toContain('«\u00a0ancien 2026-11-23 0930 avant-migration.jalon\u00a0»')
    expect(sha256(path)).toBe(before)
    expect(existsSync(`${path}.lock`)).toBe(false)
    const [copy] = listAllCopies(place.copies)
    expect(checkCopy(copy?.path ?? '')).toBe(true)
    expect(names(open('ancien.jalon'))).toEqual(['Roux'])
  })

  it('is not migrated where the copy cannot be made: it is read as it is, and why is said', () => {
    const path = olderFile()
    const before = sha256(path)
    const occupied = place.path('occupé')
    writeFileSync(occupied, '')
    const dossier = openDossier(path, place.options({ copiesFolder: join(occupied, 'x') }))
    expect(dossier.readOnlyReason).toContain('copie de sauvegarde')
    dossier.close()
    expect(sha256(path)).toBe(before)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})

describe('two files of the same dossier', () => {
  it('are told apart: the same, one ahead of the other, parted, or not the same dossier', async () => {
    const dossier = create()
    const early = (await makeCopy(request(dossier))).path
    expect(compareFiles(dossier.path, early)).toEqual({ kind: 'same' })
    add(dossier, 'Petit')
    expect(compareFiles(dossier.path, early)).toEqual({ kind: 'first-ahead', ahead: 1 })
    expect(compareFiles(early, dossier.path)).toEqual({ kind: 'second-ahead', ahead: 1 })
    const twin = openDossier(early, place.options())
    opened.push(twin)
    add(twin, 'Autre')
    add(twin, 'Encore')
    expect(compareFiles(dossier.path, early)).toEqual({
      kind: 'parted',
      common: 1,
      first: 1,
      second: 2,
      lastCommonAt: NOW,
    })
    expect(compareFiles(dossier.path, create('autre.jalon').path)).toEqual({ kind: 'other-dossier' })
  })
})
