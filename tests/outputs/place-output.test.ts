/** Placing a finished file: what comes there meanwhile, disks without hard links, stray journals, the desk and its dialogs. */
import {
  chmodSync,
  existsSync,
  linkSync,
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
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { placeOutput } from '../../electron/outputs/place-output.ts'
import { createDesk } from '../../electron/services/session/desk.ts'
import { createDossier } from '../../electron/store/open.ts'
import { dossierFolder } from '../support/dossier-folder.ts'
import { codeOf, codeOfAsync } from '../support/refusal-code.ts'

let folder = ''
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-place-'))
  writeFileSync(at('fini'), 'contenu')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function dossierAt(name: string): void {
  const made = dossierFolder()
  createDossier(at(name), made.options({})).close()
  made.remove()
}

describe('a finished file', () => {
  test('takes a free name with the rights of any new file, and leaves nothing beside', () => {
    placeOutput(at('fini'), at('x.csv'), { replace: false })
    expect(readFileSync(at('x.csv'), 'utf8')).toBe('contenu')
    expect(readdirSync(folder).sort()).toEqual(['fini', 'x.csv'])
    const rights = (name: string) => statSync(at(name)).mode & 0o777
    expect(rights('x.csv'), 'in a folder closed to others').toBe(0o600)
    mkdirSync(at('partagé'))
    chmodSync(at('partagé'), 0o755)
    placeOutput(at('fini'), at('partagé/x.csv'), { replace: false })
    expect(rights('partagé/x.csv')).toBe(0o666 & ~process.umask())
  })

  test('that replaces another leaves the other names of that file as they were', () => {
    writeFileSync(at('x.csv'), 'ancien')
    linkSync(at('x.csv'), at('y.csv'))
    placeOutput(at('fini'), at('x.csv'), { replace: true })
    expect(readFileSync(at('x.csv'), 'utf8')).toBe('contenu')
    expect(readFileSync(at('y.csv'), 'utf8')).toBe('ancien')
  })

  test('never replaces the file it was made from, by any name of it', () => {
    writeFileSync(at('modele.xlsx'), 'modèle')
    linkSync(at('modele.xlsx'), at('autre.xlsx'))
    symlinkSync(at('modele.xlsx'), at('lien.xlsx'))
    for (const name of ['modele.xlsx', 'autre.xlsx', 'lien.xlsx'])
      expect(
        codeOf(() => placeOutput(at('fini'), at(name), { replace: true, sources: [at('modele.xlsx')] })),
      ).toBe('output.source')
    expect(readFileSync(at('modele.xlsx'), 'utf8')).toBe('modèle')
  })

  test('that is not there gives back the reason, and the former file stays', () => {
    writeFileSync(at('out.csv'), 'former')
    expect(() => placeOutput(at('absent'), at('out.csv'), { replace: true })).toThrow()
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('former')
    expect(readdirSync(folder).sort()).toEqual(['fini', 'out.csv'])
  })
})

describe('a copy of a dossier', () => {
  test('never lands on another dossier; a journal that would be played into it is set aside and named', () => {
    dossierAt('copie.jalon')
    dossierAt('autre.jalon')
    const before = readFileSync(at('autre.jalon'))
    expect(codeOf(() => placeOutput(at('copie.jalon'), at('autre.jalon'), { replace: true }))).toBe(
      'output.dossier',
    )
    expect(readFileSync(at('autre.jalon')).equals(before)).toBe(true)

    writeFileSync(at('neuf.jalon-journal'), 'reste')
    const notices = placeOutput(at('copie.jalon'), at('neuf.jalon'), { replace: true })
    expect(notices.join('')).toContain('neuf.jalon-journal (journal mis de côté)')
    expect(readFileSync(at('neuf.jalon')).equals(readFileSync(at('copie.jalon')))).toBe(true)
    expect(readFileSync(at('neuf.jalon-journal (journal mis de côté)'), 'utf8')).toBe('reste')
  })
})

describe('two outputs into one new name', () => {
  test('one is there, whole; the others are told that a file stands there', async () => {
    const { jalonProcess } = await import('../support/command-line.ts')
    dossierAt('a.jalon')
    const ended = await Promise.all(
      [1, 2, 3, 4].map(() => jalonProcess(['export', 'a.jalon', '--out', 'x.json'], { cwd: folder })),
    )
    expect(ended.map(({ code }) => code).sort()).toEqual([0, 1, 1, 1])
    for (const { code, err } of ended) if (code === 1) expect(err).toContain('existe déjà')
    expect(JSON.parse(readFileSync(at('x.json'), 'utf8'))).toMatchObject({ format: 'jalon' })
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  })
})

describe('the desk', () => {
  test.each(['dossier.jalon', 'renomme.xlsx'])(
    'refuses %s in words where the person chose a dossier, and keeps it',
    async (name) => {
      dossierAt(name)
      const before = readFileSync(at(name))
      const desk = createDesk(at('temp'), { saveAs: async () => at(name) } as never)
      const path = desk.temporaryPath('xlsx')
      writeFileSync(path, 'classeur')
      expect(await codeOfAsync(() => desk.deliver({ name: 'a.xlsx', path }))).toBe('output.dossier')
      expect(readFileSync(at(name)).equals(before)).toBe(true)
      expect(existsSync(path)).toBe(false)
    },
  )
})
