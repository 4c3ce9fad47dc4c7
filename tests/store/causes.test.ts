/** Words that name the right cause: real faults of the disk, met by an ordinary user at the command line. */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jalonProcess, type ProcessOptions } from '../support/command-line.ts'

/** Where the tests have all rights, the command runs as somebody who has none. */
const NOBODY = process.getuid?.() === 0 ? { user: 65_534 } : {}
const LETTERS = 'n'.repeat(220)
const DEEP = Array.from({ length: 3 }, () => 'd'.repeat(180)).join('/')

let folder = ''
const at = (name: string) => join(folder, name)
const jalon = (args: readonly string[], more: Partial<ProcessOptions> = {}) =>
  jalonProcess(args, { cwd: folder, ...NOBODY, ...more })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-causes-'))
  chmodSync(folder, 0o777)
  mkdirSync(at(DEEP), { recursive: true })
  for (let path = DEEP; path !== ''; path = path.split('/').slice(0, -1).join('/')) chmodSync(at(path), 0o777)
  mkdirSync(at('ferme'))
  expect((await jalon(['demo', 'ok.jalon'])).code).toBe(0)
  copyFileSync(at('ok.jalon'), at('secret.jalon'))
  chmodSync(at('secret.jalon'), 0o000)
  writeFileSync(at('secret.csv'), 'a;b\n')
  chmodSync(at('secret.csv'), 0o000)
  copyFileSync(at('ok.jalon'), at('ferme/ok.jalon'))
  chmodSync(at('ferme'), 0o555)
  symlinkSync('boucle.jalon', at('boucle.jalon'))
  mkdirSync(at('repertoire.jalon'))
  writeFileSync(at('ok.csv'), 'a;b\n1;2\n')
})
afterAll(() => {
  chmodSync(at('ferme'), 0o755)
  rmSync(folder, { recursive: true, force: true })
})

/** Beside the folder of the application. */
const there = () => [...readdirSync(folder), ...readdirSync(at('ferme'))].filter((name) => name !== 'data')

describe('a fault of the disk is said for what it is, and nothing is left', () => {
  test.each([
    ['reading what may not be read', ['aid', 'secret.jalon'], 'n’a pas le droit de lire'],
    ['checking it', ['check', 'secret.jalon'], 'n’a pas le droit de lire'],
    ['copying it', ['backup', 'secret.jalon'], 'n’a pas le droit de lire'],
    ['importing what may not be read', ['import', 'secret.csv', '--into', 'neuf.jalon'], 'le droit de lire'],
    ['importing what is not there', ['import', 'absent.csv', '--into', 'neuf.jalon'], 'n’est plus là'],
    ['importing a folder', ['import', 'ferme', '--into', 'neuf.jalon'], 'C’est un répertoire'],
    ['making where one may not write', ['demo', 'ferme/neuf.jalon'], 'n’a pas été créé'],
    [
      'importing there',
      ['import', 'ok.csv', '--into', 'ferme/neuf.jalon'],
      '« neuf.jalon » n’a pas été créé',
    ],
    ['exporting there', ['export', 'ok.jalon', '--out', 'ferme/x.json'], 'n’a pas le droit d’écrire'],
    ['opening a folder', ['aid', 'repertoire.jalon'], 'est un répertoire'],
    ['opening below a file', ['aid', 'ok.jalon/x.jalon'], 'introuvable'],
    ['making below a file', ['demo', 'ok.jalon/x.jalon'], 'n’existe pas ou n’est plus accessible'],
    ['making where no folder is', ['demo', 'nulle-part/x.jalon'], 'n’existe pas ou n’est plus accessible'],
    ['opening a link that leads to itself', ['aid', 'boucle.jalon'], 'tourne en rond'],
    ['making at a link that leads to itself', ['demo', 'boucle.jalon'], 'existe déjà'],
    ['opening a name too long', ['aid', `${LETTERS}${LETTERS}`], 'trop long'],
    ['making a name too long', ['demo', `${LETTERS}${LETTERS}.jalon`], '247 au plus'],
    [
      'making a name of 130 accents',
      ['demo', `${'é'.repeat(130)}.jalon`],
      'une lettre accentuée en prenant deux',
    ],
    ['opening a path too long', ['aid', `${DEEP}/x.jalon`], 'trop long'],
    ['making a path too long', ['demo', `${DEEP}/x.jalon`], 'trop long'],
    ['making ".jalon"', ['demo', '.jalon'], 'n’est pas un nom'],
    ['making a name of points', ['demo', '...'], 'n’est pas un nom'],
    ['making a lock', ['demo', 'ok.jalon.lock'], 'nom d’un verrou ou d’un journal'],
    ['making a journal', ['demo', 'ok.jalon-journal'], 'nom d’un verrou ou d’un journal'],
    ['making what Windows keeps', ['demo', 'CON.jalon'], 'Windows n’accepte pas'],
    ['making what ends with a point', ['demo', 'a.jalon.'], 'Windows n’accepte pas'],
  ])('%s: %j', async (_what, args, words) => {
    const before = there()
    const said = await jalon(args)
    expect({ code: said.code, err: said.err }).toEqual({ code: 1, err: expect.stringContaining(words) })
    expect(said.err).not.toContain('[jalon]')
    expect(there()).toEqual(before)
  })

  test('a name of 220 letters works from end to end: made, opened to write, copied, changed', async () => {
    const name = `${LETTERS}.jalon`
    expect(await jalon(['demo', name])).toMatchObject({ code: 0 })
    const copied = await jalon(['backup', name, '--json'])
    expect(copied).toMatchObject({ code: 0 })
    expect(JSON.parse(copied.out).name).toMatch(/^n+ \d{4}-\d{2}-\d{2} .* manuelle\.jalon$/)
    expect(await jalon(['export', name, '--out', 'long.json'])).toMatchObject({ code: 0 })
    expect(await jalon(['import', 'long.json', '--into', name])).toMatchObject({ code: 0 })
  })

  test('a dossier named ".jalon" before this was refused is still copied', async () => {
    copyFileSync(at('ok.jalon'), at('.jalon'))
    chmodSync(at('.jalon'), 0o666)
    expect(await jalon(['backup', '.jalon'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('/dossier 2'),
    })
  })
})
