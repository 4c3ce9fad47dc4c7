/** Copies under a passphrase: what opens them, what does not, and that they are never in the clear where they go. */
import { createDecipheriv, scryptSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COPIES_TEXT } from '#shared/text/dossier/copies.ts'
import { type CopyRequest, makeCopy } from '../../electron/backup/copies.ts'
import { copyKeyOf, decryptFile, encryptFile } from '../../electron/backup/encryption.ts'
import { copiesFolderOf } from '../../electron/backup/folders.ts'
import { previewCopy, restoreCopy } from '../../electron/backup/restore.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { codeOfAsync } from '../support/refusal-code.ts'

const NOW = '2026-11-23T09:30:00.000+01:00'
let place: DossierFolder
let dossier: Dossier
beforeEach(() => {
  place = dossierFolder()
  dossier = createDossier(place.path('passerelles.jalon'), place.options())
  add('Roux')
})
afterEach(() => {
  dossier.close()
  place.remove()
})

function add(name: string): void {
  dossier.act({ label: `ajout de ${name}`, kind: 'edit' }, (db) =>
    db.insert('person', { last_name: name, first_name: '' }),
  )
}
const request = (secret: string, more: Partial<CopyRequest> = {}): CopyRequest => ({
  path: dossier.path,
  fileId: dossier.fileId,
  folder: place.copies,
  reason: 'avant-import',
  now: NOW,
  protection: { secret, scratch: place.path('brouillon') },
  ...more,
})
const restoring = (copy: string) => ({
  copy,
  target: place.path('passerelles.jalon'),
  copiesFolder: place.copies,
  now: NOW,
  who: 'Test',
  machine: 'poste-de-test',
})

describe('an encrypted copy', () => {
  it('gives the dossier back with its phrase, whatever the keyboard composed it with', async () => {
    const copy = await makeCopy(request('été à la plage'))
    expect(copy).toMatchObject({
      name: 'passerelles 2026-11-23 0930 avant-import.jalon.chiffre',
      encrypted: true,
    })
    expect(readFileSync(copy.path).includes('SQLite format')).toBe(false)
    expect(readFileSync(copy.path).includes('Roux')).toBe(false)
    const decomposed = 'été à la plage'.normalize('NFD')
    expect((await previewCopy(copy.path, place.folder, decomposed)).counts.person).toBe(1)
    add('Petit')
    dossier.close()
    await restoreCopy({ ...restoring(copy.path), passphrase: 'été à la plage' })
    const back = openDossier(place.path('passerelles.jalon'), place.options())
    expect(back.readFacts().persons.map((person) => person.lastName)).toEqual(['Roux'])
    back.close()
    expect(
      readdirSync(copiesFolderOf(place.copies, dossier.fileId)).filter((n) => n.startsWith('.')),
    ).toEqual([])
  })

  it('gives nothing with another phrase, or where one byte was altered anywhere', async () => {
    const plain = place.path('clair.bin')
    const sealed = place.path('scellé.bin')
    const back = place.path('retour.bin')
    writeFileSync(plain, Buffer.alloc(100_000, 7))
    await encryptFile(plain, sealed, 'phrase')
    expect(await codeOfAsync(() => decryptFile(sealed, back, 'Phrase'))).toBe('backup.wrong-passphrase')
    const bytes = readFileSync(sealed)
    const answers: string[] = []
    for (const at of [14, 30, 40, 50_000, bytes.length - 1]) {
      const altered = Buffer.from(bytes)
      altered.writeUInt8((altered.readUInt8(at) + 1) % 256, at)
      writeFileSync(sealed, altered)
      answers.push(await codeOfAsync(() => decryptFile(sealed, back, 'phrase')))
    }
    expect(answers).toEqual(Array(5).fill('backup.wrong-passphrase'))
    expect(existsSync(back)).toBe(false)
    expect(readdirSync(place.folder).filter((n) => n.endsWith('.partial'))).toEqual([])
  })

  it('that asks for an absurd amount of work, or is cut short, is refused at once', async () => {
    const copy = await makeCopy(request('phrase'))
    const bytes = readFileSync(copy.path)
    bytes.writeUInt8(40, 9)
    writeFileSync(copy.path, bytes)
    expect(await codeOfAsync(() => previewCopy(copy.path, place.folder, 'phrase'))).toBe(
      'backup.not-encrypted',
    )
    writeFileSync(copy.path, bytes.subarray(0, 30))
    expect(await codeOfAsync(() => previewCopy(copy.path, place.folder, 'phrase'))).toBe(
      'backup.not-encrypted',
    )
  })
})

describe('what an encrypted copy says of itself', () => {
  it('is answered in words, whatever byte of its head was changed, without long work', async () => {
    const sealed = place.path('scellé.bin')
    writeFileSync(place.path('clair.bin'), 'x'.repeat(500))
    await encryptFile(place.path('clair.bin'), sealed, await copyKeyOf('phrase'))
    const bytes = readFileSync(sealed)
    for (let at = 0; at < 12; at += 1) {
      for (const value of [0, 1, 2, 5, 64, 128, 255]) {
        if (at === 9 && value > 5) continue // a longer work is refused by the test above
        const altered = Buffer.from(bytes)
        if (altered[at] === value) continue
        altered[at] = value
        // A small work: what counts is the answer.
        if (at > 9) altered[9] = 4
        writeFileSync(sealed, altered)
        expect(
          await codeOfAsync(() => decryptFile(sealed, place.path('r'), 'phrase')),
          `${at}: ${value}`,
        ).toMatch(/^backup\.(not-encrypted|wrong-passphrase)$/)
      }
    }
    expect(existsSync(place.path('r'))).toBe(false)
  })

  it('lets whoever has the recovery sheet read it without Jalon', async () => {
    const copy = await makeCopy(request('été à la plage'))
    const bytes = readFileSync(copy.path)
    const [logN = 0, r = 0, p = 0] = bytes.subarray(9, 12)
    const options = { N: 2 ** logN, r, p, maxmem: 2 ** 29 }
    const key = scryptSync('été à la plage'.normalize('NFKC'), bytes.subarray(12, 28), 32, options)
    const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(28, 40)).setAAD(bytes.subarray(0, 40))
    opener.setAuthTag(bytes.subarray(-16))
    const plain = Buffer.concat([opener.update(bytes.subarray(40, -16)), opener.final()])
    expect(plain.toString('latin1', 0, 15)).toBe('SQLite format 3')
    const sheet = COPIES_TEXT.sheet({ dossier: 'x', folder: 'y', day: 'z' }).join('\n')
    expect(sheet).toMatch(/JALONCPY.*sel \(16\), nonce \(12\)[\s\S]*scrypt[\s\S]*AES-256-GCM/)
  })

  it('is never written in the clear where it goes', async () => {
    const away = place.path('cle')
    mkdirSync(away)
    const seen = new Set<string>()
    const look = setInterval(() => {
      for (const name of readdirSync(away, { recursive: true, encoding: 'utf8' }))
        if (existsSync(join(away, name)) && statSync(join(away, name)).isFile())
          seen.add(readFileSync(join(away, name)).toString('latin1', 0, 8))
    }, 1)
    await makeCopy(request('phrase', { folder: away, mustBeThere: true }))
    clearInterval(look)
    expect([...seen].filter((head) => head.startsWith('SQLite'))).toEqual([])
    expect(readdirSync(place.path('brouillon'))).toEqual([])
  })
})
