/** A database and its journal are one thing: whatever judges, moves, replaces or names a dossier knows both. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { copyDossierTo, listAllCopies, makeCopy } from '../../electron/backup/copies.ts'
import { fileSource } from '../../electron/backup/copy-source.ts'
import { restoreCopy } from '../../electron/backup/restore.ts'
import { salvageDossier } from '../../electron/backup/salvage/salvage-dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import {
  ACKNOWLEDGED,
  addPersons,
  firstNamesOf,
  interruptedDossier,
  PERSONS,
} from '../support/interrupted.ts'

let place: DossierFolder
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => place.remove())

const NOW = '2026-11-23T09:30:00.000+01:00'
const journals = () => readdirSync(place.folder).filter((name) => /-(journal|wal|shm)$/.test(name))
const setAside = () => readdirSync(place.folder).filter((name) => name.includes('journal mis de côté'))

/** A sound copy, of the same dossier as nothing here. */
async function soundCopy(persons: number): Promise<string> {
  const path = place.path('autre.jalon')
  const dossier = createDossier(path, place.options())
  addPersons(dossier, persons, 'copie')
  const copy = await makeCopy({
    path,
    fileId: dossier.fileId,
    folder: place.path('ailleurs'),
    reason: 'manuelle',
    now: NOW,
  })
  dossier.close()
  return copy.path
}
function restore(copy: string, target: string) {
  return restoreCopy({
    copy,
    target,
    copiesFolder: place.copies,
    now: NOW,
    who: 'T',
    machine: 'poste-de-test',
  })
}
/** A name that only bears the journal of a dossier that is gone. */
function strayJournal(name: string): string {
  const crashed = interruptedDossier(place, `disparu de ${name}`)
  const path = place.path(name)
  copyFileSync(`${crashed}-journal`, `${path}-journal`)
  return path
}

describe('restoring over a dossier that a crash interrupted', () => {
  it('keeps as the way back what was acknowledged, and puts the copy there whole', async () => {
    const target = interruptedDossier(place, 'a.jalon')
    const { wayBack } = await restore(await soundCopy(300), target)
    expect(checkCopy(target)).toBe(true)
    expect(firstNamesOf(target, place)).toEqual(['copie'])
    expect(wayBack !== null && checkCopy(wayBack)).toBe(true)
    expect(firstNamesOf(wayBack ?? '', place)).toEqual([ACKNOWLEDGED])
    expect(journals()).toEqual([])
  })

  it('moves a damaged one aside with its journal: none of the two is left to play into the copy', async () => {
    const target = interruptedDossier(place, 'a.jalon')
    // Its journal cannot be played back: the header says a page size that no file has.
    const journal = Buffer.from('d9d505f920a163d7ffffffff00000000000007d00000000000000003', 'hex')
    writeFileSync(`${target}-journal`, Buffer.concat([journal, Buffer.alloc(600, 7)]))
    const before = readdirSync(place.folder).length
    const { wayBack } = await restore(await soundCopy(300), target)
    expect(firstNamesOf(target, place)).toEqual(['copie'])
    expect(checkCopy(target)).toBe(true)
    expect(existsSync(`${target}-journal`)).toBe(false)
    expect(existsSync(wayBack ?? '')).toBe(true)
    expect(readdirSync(place.folder).length).toBeGreaterThanOrEqual(before)
  })
})

describe('a name that only bears a stray journal', () => {
  it('takes a new dossier, whole: the journal is set aside and named', () => {
    const path = strayJournal('neuf.jalon')
    const dossier = createDossier(path, place.options())
    addPersons(dossier, 10)
    expect(dossier.notices.join(' ')).toContain(setAside()[0] ?? 'nothing was set aside')
    dossier.close()
    expect(checkCopy(path)).toBe(true)
    expect(firstNamesOf(path, place)).toEqual([ACKNOWLEDGED])
  })

  it('takes a restored copy, whole', async () => {
    const path = strayJournal('neuf.jalon')
    const { notices } = await restore(await soundCopy(300), path)
    expect(notices.join(' ')).toContain(setAside()[0] ?? 'nothing was set aside')
    expect(checkCopy(path)).toBe(true)
    expect(firstNamesOf(path, place)).toEqual(['copie'])
  })

  it('takes « Enregistrer une copie », whole', async () => {
    const copy = await soundCopy(300)
    const path = strayJournal('neuf.jalon')
    await copyDossierTo(fileSource(copy), path)
    expect(setAside()).toHaveLength(1)
    expect(firstNamesOf(path, place)).toEqual(['copie'])
  })

  it('takes what was salvaged, whole', async () => {
    const damaged = place.path('abîmé.jalon')
    copyFileSync(await soundCopy(300), damaged)
    const path = strayJournal('neuf.jalon')
    expect(salvageDossier(damaged, path, place.options()).notices.join(' ')).toContain('journal mis de côté')
    expect(firstNamesOf(path, place)).toEqual(['copie'])
  })
})

describe('a name given to a copy', () => {
  it('is never one beside which a journal lies', async () => {
    const dossier = createDossier(place.path('a.jalon'), place.options())
    addPersons(dossier, 10)
    const request = {
      path: dossier.path,
      fileId: dossier.fileId,
      folder: place.copies,
      reason: 'manuelle',
      now: NOW,
    } as const
    const first = await makeCopy(request)
    const crashed = interruptedDossier(place, 'b.jalon')
    copyFileSync(`${crashed}-journal`, `${first.path.replace('0930 manuelle', '0930 2 manuelle')}-journal`)
    const second = await makeCopy(request)
    dossier.close()
    expect(basename(second.path)).toContain('0930 2 manuelle')
    for (const copy of listAllCopies(place.copies))
      expect(firstNamesOf(copy.path, place)).toEqual([ACKNOWLEDGED])
  })
})

describe('the salvage of a dossier that a crash interrupted', () => {
  it('keeps only what was acknowledged, its journal played back', () => {
    const damaged = interruptedDossier(place, 'a.jalon')
    const target = place.path('récupéré.jalon')
    const { saved } = salvageDossier(damaged, target, place.options())
    expect(saved).toBe(PERSONS)
    expect(firstNamesOf(target, place)).toEqual([ACKNOWLEDGED])
    expect(existsSync(`${damaged}-journal`)).toBe(true)
  })

  it('undoes by the change log what was never acknowledged, where the journal is lost', () => {
    const damaged = interruptedDossier(place, 'a.jalon', false)
    const target = place.path('récupéré.jalon')
    const { saved } = salvageDossier(damaged, target, place.options())
    expect(saved).toBeGreaterThan(0)
    expect(firstNamesOf(target, place)).toEqual([ACKNOWLEDGED])
  })
})

describe('opening', () => {
  it('refuses, unread, a journal that names other files: SQLite would look them up and remove them', () => {
    const path = interruptedDossier(place, 'a.jalon')
    const victim = place.path('précieux.txt')
    writeFileSync(victim, 'à garder')
    const name = Buffer.from(victim)
    const sum = [...name].reduce((total, byte) => total + byte, 0)
    const trailer = Buffer.alloc(4 + name.length + 8)
    trailer.writeUInt32BE(0x40000000 / 4096 + 1, 0)
    name.copy(trailer, 4)
    trailer.writeUInt32BE(name.length, 4 + name.length)
    trailer.writeUInt32BE(sum, 8 + name.length)
    const magic = Buffer.from('d9d505f920a163d7', 'hex')
    writeFileSync(`${path}-journal`, Buffer.concat([trailer, magic]), { flag: 'a' })
    expect(() => openDossier(path, place.options())).toThrow(/Jalon n’y met jamais/)
    expect(existsSync(victim)).toBe(true)
  })
})

describe('a copy put by hand, or by a synchronisation, under the name of a dossier that a crash interrupted', () => {
  const BEGUN = 'UPDATE write_state SET action_id = (SELECT max(id) FROM action)'
  const ENDED = 'UPDATE write_state SET action_id = NULL'

  /** An earlier state of the dossier under its name, beside the journal of a later one. */
  function putBack(name: string): { readonly path: string; readonly bytes: Buffer } {
    const path = place.path(name)
    const dossier = createDossier(path, place.options())
    addPersons(dossier, 40, 'ancien')
    const copy = place.path('copie mise de côté')
    dossier.writeTo(copy)
    for (let i = 0; i < 12; i += 1) addPersons(dossier, 1, 'suite')
    dossier.close()
    const writer = new Database(path)
    writer.pragma('cache_size = 2')
    writer.exec('BEGIN IMMEDIATE')
    writer.exec(`${BEGUN}; UPDATE person SET first_name = 'perdu'`)
    copyFileSync(`${path}-journal`, place.path('journal'))
    writer.exec('ROLLBACK')
    writer.close()
    copyFileSync(copy, path)
    copyFileSync(place.path('journal'), `${path}-journal`)
    return { path, bytes: readFileSync(path) }
  }

  it.each([{ readOnly: true }, {}])(
    'is opened as it is: the journal of the other is set aside, and named (%o)',
    (how) => {
      const { path, bytes } = putBack('a.jalon')
      const dossier = openDossier(path, place.options(how))
      expect(dossier.notices.join(' ')).toContain(setAside()[0] ?? 'nothing was set aside')
      dossier.close()
      expect(readFileSync(path).equals(bytes)).toBe(true)
      expect(firstNamesOf(path, place)).toEqual(['ancien'])
      expect(journals()).toEqual([])
    },
  )

  it('is the way back of a restore there, as it was', async () => {
    const { path } = putBack('a.jalon')
    const { wayBack, notices } = await restore(await soundCopy(300), path)
    expect(firstNamesOf(wayBack ?? '', place)).toEqual(['ancien'])
    expect(notices.join(' ')).toContain(setAside()[0] ?? 'nothing was set aside')
    expect(firstNamesOf(path, place)).toEqual(['copie'])
  })

  it('takes no write-ahead log either: a dossier at rest never had one', () => {
    const { path, bytes } = putBack('a.jalon')
    rmSync(`${path}-journal`)
    const other = place.path('autre.jalon')
    copyFileSync(path, other)
    const writer = new Database(other)
    writer.pragma('journal_mode = WAL')
    writer.exec(`BEGIN; ${BEGUN}; UPDATE person SET first_name = 'perdu'; ${ENDED}; COMMIT`)
    copyFileSync(`${other}-wal`, `${path}-wal`)
    writer.close()
    expect(firstNamesOf(path, place)).toEqual(['ancien'])
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(setAside()).toHaveLength(1)
  })

  it('is left alone with it where neither is whole: nothing is played, nothing is moved', () => {
    const { path } = putBack('a.jalon')
    const bytes = readFileSync(path)
    bytes.fill(7, 4096 * 2)
    writeFileSync(path, bytes)
    const journal = readFileSync(`${path}-journal`)
    expect(() => openDossier(path, place.options())).toThrow(/ni modifié ni remplacé/)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readFileSync(`${path}-journal`).equals(journal)).toBe(true)
  })
})

describe('a dossier whose compaction a crash cut short', () => {
  it('is undone by its journal all the same: its first page bears the counter of another database by then', () => {
    const path = interruptedDossier(place, 'a.jalon')
    const bytes = readFileSync(path)
    bytes.writeUInt32BE(bytes.readUInt32BE(24) + 40, 24)
    writeFileSync(path, bytes)
    openDossier(path, place.options()).close()
    expect(journals()).toEqual([])
    expect(firstNamesOf(path, place)).toEqual([ACKNOWLEDGED])
    expect(readdirSync(place.folder).filter((name) => name.startsWith('.jalon-'))).toEqual([])
  })
})

describe('what bears the name of a journal and is none', () => {
  it.each(['folder', 'pipe'])('(a %s) is refused in words, without waiting', async (kind) => {
    const path = place.path('a.jalon')
    const dossier = createDossier(path, place.options())
    addPersons(dossier, 3)
    dossier.close()
    if (kind === 'folder') mkdirSync(`${path}-journal`)
    else expect(spawnSync('mkfifo', [`${path}-journal`]).status).toBe(0)
    expect(() => openDossier(path, place.options())).toThrow(/Jalon n’y met jamais/)
    const { wayBack } = await restore(await soundCopy(30), path)
    expect(firstNamesOf(path, place)).toEqual(['copie'])
    expect(firstNamesOf(wayBack ?? '', place)).toEqual([ACKNOWLEDGED])
  })
})
