/** An output never lands on a dossier: the command line as a process, real files, every way to name the same file. */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encryptFile } from '../../electron/backup/encryption.ts'
import { createDossier } from '../../electron/store/open.ts'
import { jalonProcess } from '../support/command-line.ts'
import { dossierFolder } from '../support/dossier-folder.ts'
import { fillDossier } from '../support/memory-dossier.ts'
import { passerelles } from '../support/passerelles.ts'

let folder = ''
const at = (name: string) => join(folder, name)
const jalon = (...args: string[]) => jalonProcess(args, { cwd: folder })

/** The journal a crash leaves begins like this. */
const JOURNAL = Buffer.concat([Buffer.from('d9d505f920a163d7', 'hex'), Buffer.alloc(600)])

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-sortie-'))
  const made = dossierFolder()
  for (const name of ['a.jalon', 'b.jalon']) {
    const dossier = createDossier(at(name), made.options({}))
    fillDossier(dossier, passerelles().facts)
    dossier.close()
  }
  made.remove()
  await encryptFile(at('b.jalon'), at('secret.bin'), 'une phrase longue')
  for (const [path, name] of [
    ['b.jalon', 'lien.json'],
    ['a.jalon', 'source.json'],
  ] as const)
    symlinkSync(at(path), at(name))
  linkSync(at('b.jalon'), at('dur.json'))
  writeFileSync(at('sans-extension'), readFileSync(at('b.jalon')))
  writeFileSync(at('orphelin.json'), JOURNAL)
  // A dossier whose beginning was lost is still what is left of a dossier.
  writeFileSync(at('abime.jalon'), Buffer.alloc(5000))
  mkdirSync(at('dossier.json'))
  symlinkSync(at('nulle-part'), at('vide.json'))
  symlinkSync(at('boucle.json'), at('boucle.json'))
  symlinkSync(folder, at('autre-chemin'))
  writeFileSync(at('notes.json'), 'mes notes')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every file and what it holds, but not the folder of the application. */
function content(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'notes.json')
      .map((entry) => [entry.name, readFileSync(at(entry.name)).toString('base64')]),
  )
}

const PLACES: readonly (readonly [string, string, string])[] = [
  ['another dossier', 'b.jalon', 'dossier Jalon ou l’une de ses copies'],
  ['its own source', 'a.jalon', 'dossier Jalon ou l’une de ses copies'],
  ['a dossier through a link', 'lien.json', 'dossier Jalon ou l’une de ses copies'],
  ['its source through a link', 'source.json', 'dossier Jalon ou l’une de ses copies'],
  ['a dossier under a second name', 'dur.json', 'dossier Jalon ou l’une de ses copies'],
  ['a dossier by another path', 'autre-chemin/b.jalon', 'dossier Jalon ou l’une de ses copies'],
  ['a dossier without extension', 'sans-extension', 'dossier Jalon ou l’une de ses copies'],
  ['an enciphered copy of any name', 'secret.bin', 'dossier Jalon ou l’une de ses copies'],
  ['a dossier whose beginning is lost', 'abime.jalon', 'dossier Jalon ou l’une de ses copies'],
  ['the lock of a dossier', 'a.jalon.lock', 'verrou ou du journal'],
  ['the journal of a dossier', 'a.jalon-journal', 'verrou ou du journal'],
  ['the journal of a dossier without extension', 'sans-extension-JOURNAL', 'verrou ou du journal'],
  ['the journal of a dossier that is away', 'parti.jalon-wal', 'verrou ou du journal'],
  ['a journal of any name', 'orphelin.json', 'journal d’une base de données'],
  ['a folder', 'dossier.json', 'est un dossier'],
  ['a device', '/dev/null', 'n’est pas un fichier ordinaire'],
  ['a link that leads nowhere', 'vide.json', 'lien vers un fichier absent'],
  ['a link that leads to itself', 'boucle.json', 'tourne en rond'],
]

/** All of them for one command; the same door is seen to stand before the others. */
const FEW = PLACES.filter(
  ([what]) => what === 'its own source' || what.startsWith('the lock') || what === 'a device',
)
const writers: readonly (readonly [string, (out: string) => string[], typeof PLACES])[] = [
  ['export', (out) => ['export', 'a.jalon', '--out', out], PLACES],
  ['report', (out) => ['report', 'aid', 'a.jalon', '--out', out, '--format', 'csv'], FEW],
  ['deadlines', (out) => ['deadlines', 'a.jalon', '--ics', out], FEW],
]

describe.each(writers)('jalon %s', (_name, args, places) => {
  test.each(places)('refuses %s, with --force too, and touches nothing', async (_what, out, words) => {
    const before = content()
    const said = await jalon(...args(out), '--force')
    expect({ code: said.code, err: said.err }).toEqual({ code: 1, err: expect.stringContaining(words) })
    expect(said.err).not.toContain('[jalon]')
    expect(content()).toEqual(before)
    expect(existsSync(at('nulle-part'))).toBe(false)
  })

  test('refuses a pipe without waiting for anybody', async () => {
    rmSync(at('tube.json'), { force: true })
    execFileSync('mkfifo', [at('tube.json')])
    const said = await jalon(...args('tube.json'), '--force')
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining('n’est pas un fichier ordinaire') })
    rmSync(at('tube.json'))
  })
})

describe('another file that stands there', () => {
  test('is replaced only where that was asked, whole, with its rights and through its link', async () => {
    const { chmodSync, lstatSync, statSync } = await import('node:fs')
    chmodSync(at('notes.json'), 0o640)
    symlinkSync(at('notes.json'), at('vers-notes.json'))
    const refused = await jalon('export', 'a.jalon', '--out', 'vers-notes.json', '--json')
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'output.exists' } })
    expect(refused.err).toContain('--force')
    expect(readFileSync(at('notes.json'), 'utf8')).toBe('mes notes')

    expect(await jalon('export', 'a.jalon', '--out', 'vers-notes.json', '--force')).toMatchObject({ code: 0 })
    expect(JSON.parse(readFileSync(at('notes.json'), 'utf8'))).toMatchObject({ format: 'jalon' })
    expect(lstatSync(at('vers-notes.json')).isSymbolicLink()).toBe(true)
    expect(statSync(at('notes.json')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  })

  test.each([
    ['export', ['export', 'a.jalon', '--out', 'x.csv'], '.json'],
    ['export', ['export', 'a.jalon', '--out', 'x'], '.json'],
    ['report', ['report', 'aid', 'a.jalon', '--out', 'x.jalon'], '.xlsx'],
    ['report', ['report', 'aid', 'a.jalon', '--out', 'x.pdf', '--format', 'csv'], '.csv'],
    ['deadlines', ['deadlines', 'a.jalon', '--ics', 'x.json'], '.ics'],
  ] as const)('jalon %s %j is bad usage: the extension says the format', async (_name, args, expected) => {
    const said = await jalon(...args)
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining(expected) })
    expect(existsSync(at(basename(args.at(-1) ?? '')))).toBe(false)
  })

  test('a name of 240 letters is written: what is made beside it has a shorter one', async () => {
    const name = `${'n'.repeat(240)}.json`
    expect(await jalon('export', 'a.jalon', '--out', name)).toMatchObject({ code: 0 })
    expect(readdirSync(folder)).toContain(name)
  })

  test.each([
    ['a name', `${'n'.repeat(300)}.json`],
    ['a path', `${'d/'.repeat(2100)}x.json`],
  ])('%s longer than the disk takes is said so', async (_what, name) => {
    const said = await jalon('export', 'a.jalon', '--out', name)
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining('trop long') })
    expect(said.err).not.toContain('[jalon]')
  })
})
