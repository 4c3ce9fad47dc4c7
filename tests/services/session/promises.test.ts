/** A protection is promised once it is written, read back and proven; else it is refused in words, and what was in force still is. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Channel, Input } from '#shared/api/contract.ts'
import { type CopyKey, copyKeyOf, proveKey } from '../../../electron/backup/encryption.ts'
import { copyPlaces } from '../../../electron/services/copies/copy-places.ts'
import { testApplication } from '../../support/application.ts'
import { codeOfAsync } from '../../support/refusal-code.ts'

const PHRASE = 'cheval correct agrafe pile'
const PROMISING = fileURLToPath(new URL('promising.ts', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-promises-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const places = () => copyPlaces(join(folder, 'sauvegardes.json'), join(folder, 'sauvegardes'))
const bytesOf = (key: CopyKey | null) => (key === null ? null : Buffer.from(key.key).toString('hex'))

/** The answers of a process none of whose files may hold a byte: as on a disk without room. */
function withoutRoom(phrase: string) {
  const command = `trap '' XFSZ; ulimit -f 0; exec "$0" --disable-warning=ExperimentalWarning "$@"`
  const run = spawnSync('sh', ['-c', `{ ${command}; } | cat`, process.execPath, PROMISING, folder, phrase], {
    encoding: 'utf8',
  })
  expect(run.stderr).toBe('')
  return JSON.parse(run.stdout) as Record<string, { ok: boolean; error?: { code: string; message: string } }>
}

describe('On a disk without room', () => {
  test('nothing is promised, and what was in force still is, with the words to say so', async () => {
    mkdirSync(join(folder, 'cle'))
    places().setSecond(join(folder, 'cle'))
    await places().setPassphrase(PHRASE)
    const key = bytesOf(places().key())
    const kept = readFileSync(join(folder, 'sauvegardes.json'), 'utf8')

    const answers = withoutRoom('une tout autre phrase')
    expect(Object.entries(answers).map(([name, answer]) => [name, answer.ok])).toEqual([
      ['protect', false],
      ['unprotect', false],
      ['lock', false],
      ['budget', false],
      ['forget', false],
    ])
    expect(answers.protect?.error).toMatchObject({ code: 'backup.not-proven' })
    expect(answers.protect?.error?.message).toContain('ne sont pas chiffrées par cette phrase')
    for (const name of ['unprotect', 'lock', 'budget', 'forget'])
      expect(answers[name]?.error, name).toMatchObject({
        code: 'setting.not-kept',
        message: expect.stringMatching(/n’a pas été enregistré.*le disque est plein/),
      })

    expect(readFileSync(join(folder, 'sauvegardes.json'), 'utf8')).toBe(kept)
    expect(bytesOf(places().key())).toBe(key)
    expect(places().second()).toMatchObject({ present: true })
    expect(readdirSync(folder).sort()).toEqual(['cle', 'sauvegardes.json'])
  })
})

describe('Where something else stands at its place', () => {
  const refused: readonly (readonly [string, Channel, unknown])[] = [
    ['sauvegardes.json', 'copies.protect', { passphrase: PHRASE }],
    ['sauvegardes.json', 'copies.budget', { bytes: null, apply: true }],
    ['verrouillage.json', 'lock.set', { current: null, passphrase: PHRASE, minutes: 5 }],
  ]
  test.each(refused)('%s: %s is refused, and why is said', async (file, channel, input) => {
    await using app = testApplication()
    mkdirSync(join(app.folder, file, 'dedans'), { recursive: true })
    const answer = await app.call(channel, input as Input<Channel>)
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'setting.not-kept', message: expect.stringContaining('occupe sa place') },
    })
    expect((await app.value('copies.list', {})).encrypted).toBe(false)
    expect((await app.value('lock.status', {})).enabled).toBe(false)
  })

  test('a list of recent dossiers that cannot be kept is said above the screens, and the dossier opens', async () => {
    await using app = testApplication()
    mkdirSync(join(app.folder, 'recents.json', 'dedans'), { recursive: true })
    expect(await app.value('file.create', { name: 'postes' })).toMatchObject({ open: true })
    expect((await app.value('file.status', {})).notes).toMatchObject([
      { kind: 'settings', message: expect.stringContaining('ne peut rien garder') },
    ])
  })
})

describe('Settings that no longer read', () => {
  test('are not taken for none: the second place and the lock are said to be off', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    writeFileSync(join(app.folder, 'sauvegardes.json'), '{')
    writeFileSync(join(app.folder, 'verrouillage.json'), '{')
    const notes = (await app.value('file.status', {})).notes?.map((note) => note.message)
    expect(notes).toEqual([
      expect.stringContaining('« sauvegardes.json »'.replaceAll(' ', '\u00a0')),
      expect.stringContaining('« verrouillage.json »'.replaceAll(' ', '\u00a0')),
    ])
  })
})

describe('The key of the copies', () => {
  test('is proven by giving back with the phrase what it hid', async () => {
    await proveKey(await copyKeyOf(PHRASE), PHRASE, folder)
    expect(readdirSync(folder)).toEqual([])
    expect(await codeOfAsync(async () => proveKey(await copyKeyOf(PHRASE), 'une autre phrase', folder))).toBe(
      'backup.not-proven',
    )
  })

  test('also says which copies of the second place are still readable by anybody', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    app.session.copyPlaces.setSecond(app.folder)
    await app.value('file.backup', {})
    await app.value('copies.protect', { passphrase: PHRASE })
    await app.value('file.backup', {})
    expect(await app.value('copies.list', {})).toMatchObject({ encrypted: true, readableElsewhere: 1 })
  })
})
