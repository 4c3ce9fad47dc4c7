/**
 * The faults of a machine, met by the real program run by an ordinary user: what is read is still read, what cannot be written is refused
 * in words, and nothing is left behind. On a real full disk where the tests may mount one.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
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
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { jalonProcess } from '../support/command-line.ts'
import { type TinyDisk, tinyDisk } from '../support/tiny-disk.ts'

const root = process.getuid?.() === 0
/** Root is stopped by no permission. */
const ORDINARY = root ? { user: 65_534 } : {}
const AS_NOBODY = fileURLToPath(new URL('../store/support/as-nobody.ts', import.meta.url))
const SHIFT = fileURLToPath(new URL('../support/shifted-clock.ts', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-fautes-'))
  own(folder)
})
afterEach(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const jalon = (...args: readonly string[]) => jalonProcess(args, { cwd: folder, ...ORDINARY })
function own(path: string): void {
  if (root) chownSync(path, 65_534, 65_534)
}
const LIST = 'Nom;Prénom\nRoux;Lou\nPetit;Alix\n'
function list(place = folder): string {
  const path = join(place, 'personnes.csv')
  writeFileSync(path, LIST)
  return path
}
/** A demonstration dossier and its interchange file, made by the program itself. */
async function dossier(name = 'a.jalon'): Promise<string> {
  expect(await jalon('demo', name)).toMatchObject({ code: 0, err: '' })
  return at(name)
}
const beside = (path: string) =>
  readdirSync(join(path, '..')).filter(
    (name) => name.startsWith(`${path.split('/').at(-1)}`) || name.startsWith('.jalon-'),
  )

describe('a folder that may not be written', () => {
  test('is read, refuses a write in words, and keeps no trace of the try', async () => {
    const path = await dossier()
    const before = readFileSync(path)
    list()
    chmodSync(folder, 0o555)
    for (const args of [
      ['check', path],
      ['deadlines', path, '--json'],
      ['aid', path, '--json'],
    ])
      expect(await jalon(...args)).toMatchObject({ code: 0 })
    const refused = await jalon('import', at('personnes.csv'), '--into', path)
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toMatch(/écri(re|ture)/)
    expect(await jalon('demo', 'b.jalon')).toMatchObject({ code: 1, out: '' })
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(beside(path)).toEqual(['a.jalon'])
  })
})

describe('one file under several names', () => {
  test('is written through a link as through its name, with its lock beside the file itself', async () => {
    const path = await dossier()
    mkdirSync(at('bureau'))
    own(at('bureau'))
    symlinkSync(path, at('bureau/raccourci.jalon'))
    expect(await jalon('check', at('bureau/raccourci.jalon'))).toMatchObject({ code: 0 })
    expect(readdirSync(at('bureau'))).toEqual(['raccourci.jalon'])
    linkSync(path, at('b.jalon'))
    list()
    const before = readFileSync(path)
    const refused = await jalon('import', at('personnes.csv'), '--into', at('b.jalon'))
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toContain('plusieurs noms')
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})

describe('imports into one new name', () => {
  test('started together leave one whole dossier: nobody removes what another has made', async () => {
    await dossier()
    expect(await jalon('export', 'a.jalon', '--out', 'a.json')).toMatchObject({ code: 0 })
    const ended = await Promise.all(
      [1, 2, 3].map(() => jalon('import', 'a.json', '--into', 'neuf.jalon', '--json')),
    )
    for (const { code, err } of ended) if (code !== 0) expect(err).toContain('existe déjà')
    expect(ended.some(({ code }) => code === 0)).toBe(true)
    expect(checkCopy(at('neuf.jalon'))).toBe(true)
    expect(
      readdirSync(folder).filter((name) => name.startsWith('.jalon-') || name.endsWith('.lock')),
    ).toEqual([])
    const facts = async (name: string) => {
      const run = await jalon('aid', name, '--json', '--today', '2026-11-23')
      return JSON.parse(run.out) as unknown
    }
    expect(await facts('neuf.jalon')).toEqual(await facts('a.jalon'))
  })

  test('that fail remove nothing they have not made', async () => {
    writeFileSync(at('faux.json'), '{"format":"jalon","version":9999}')
    expect(await jalon('import', 'faux.json', '--into', 'neuf.jalon')).toMatchObject({ code: 1 })
    expect(readdirSync(folder).filter((name) => name !== 'data')).toEqual(['faux.json'])
  })
})

describe('a journal left by a dossier that is gone', () => {
  test('is set aside and named by whichever command makes a file there', async () => {
    await dossier()
    expect(await jalon('export', 'a.jalon', '--out', 'a.json')).toMatchObject({ code: 0 })
    for (const [name, ...args] of [
      ['démo.jalon', 'demo', 'démo.jalon'],
      ['neuf.jalon', 'import', 'a.json', '--into', 'neuf.jalon'],
    ] as const) {
      writeFileSync(at(`${name}-journal`), 'à garder')
      own(at(`${name}-journal`))
      const made = await jalon(...args)
      expect(made.code).toBe(0)
      expect(made.err).toContain(`« ${name}-journal (journal mis de côté) »`)
      expect(readFileSync(at(`${name}-journal (journal mis de côté)`), 'utf8')).toBe('à garder')
      expect(checkCopy(at(name))).toBe(true)
    }
  })
})

describe('a clock far from the truth', () => {
  test.each(['2020-01-01T08:00:00Z', '2037-06-01T08:00:00Z'])(
    'of %s loses no copy and spoils no dossier',
    async (clock) => {
      const path = await dossier()
      const copies = () =>
        existsSync(at('data/sauvegardes'))
          ? readdirSync(at('data/sauvegardes'), { recursive: true }).filter((name) =>
              String(name).endsWith('.jalon'),
            )
          : []
      for (let i = 0; i < 3; i += 1) expect(await jalon('backup', path)).toMatchObject({ code: 0 })
      const before = copies()
      process.env.JALON_TEST_CLOCK = clock
      try {
        const shifted = await jalonProcess(['backup', path], {
          cwd: folder,
          ...ORDINARY,
          node: ['--import', SHIFT],
        })
        expect(shifted).toMatchObject({ code: 0, err: '' })
      } finally {
        delete process.env.JALON_TEST_CLOCK
      }
      expect(await jalon('backup', path)).toMatchObject({ code: 0 })
      expect(copies()).toEqual(expect.arrayContaining(before))
      expect(copies()).toHaveLength(before.length + 2)
      expect(checkCopy(path)).toBe(true)
    },
  )
})

const disk: TinyDisk | null = root ? tinyDisk(4096) : null
describe.skipIf(disk === null)('a disk full to its last byte', () => {
  const on = (name: string) => join(disk?.folder ?? '', name)
  const there = (...args: readonly string[]) => jalonProcess(args, { cwd: folder, ...ORDINARY })
  afterEach(() => disk?.free())
  afterAll(() => disk?.remove())

  test('opens a dossier for reading, says why, and leaves no lock', async () => {
    const path = on('a.jalon')
    copyFileSync(await dossier('modele.jalon'), path)
    own(path)
    disk?.fill()
    const opened = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', AS_NOBODY, 'open', path, at('copies')],
      {
        encoding: 'utf8',
        ...(root ? { uid: 65_534, gid: 65_534 } : {}),
      },
    )
    expect(JSON.parse(opened.stdout)).toMatchObject({
      reason: expect.stringContaining('le disque est plein'),
      write: 'file.read-only',
    })
    expect(readdirSync(disk?.folder ?? '').sort()).toEqual(['a.jalon', 'autre chose.bin'])
    rmSync(path)
  })

  test('is read; a write is refused in words and goes on once there is room; nothing is left behind', async () => {
    const path = on('a.jalon')
    copyFileSync(await dossier('modele.jalon'), path)
    own(path)
    expect(await jalon('export', 'modele.jalon', '--out', 'modele.json')).toMatchObject({ code: 0 })
    disk?.fill()
    const before = readFileSync(path)
    expect(await there('check', path)).toMatchObject({ code: 0 })
    const refused = await there('import', at('modele.json'), '--into', path)
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toMatch(/plein/)
    const made = await there('demo', on('b.jalon'))
    expect([made.code, made.out]).toEqual([1, ''])
    expect(made.err).toMatch(/plein/)
    const exported = await there('export', path, '--out', on('a.json'))
    expect(exported.code).toBe(1)
    expect(exported.err).toMatch(/plein/)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(disk?.folder ?? '').sort()).toEqual(['a.jalon', 'autre chose.bin'])
    disk?.free()
    expect(await there('import', at('modele.json'), '--into', path)).toMatchObject({ code: 0 })
    expect(checkCopy(path)).toBe(true)
    expect(readdirSync(disk?.folder ?? '')).toEqual(['a.jalon'])
  })

  test('under the copies: the copy is refused, and the dossier is as it was', async () => {
    const path = await dossier()
    rmSync(at('data'), { recursive: true, force: true })
    mkdirSync(on('data'))
    own(on('data'))
    symlinkSync(on('data'), at('data'))
    disk?.fill()
    const before = readFileSync(path)
    const refused = await jalon('backup', path)
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toMatch(/plein/)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(
      readdirSync(on('data'), { recursive: true }).filter((name) => /partial|\.jalon$/.test(String(name))),
    ).toEqual([])
  })
})
