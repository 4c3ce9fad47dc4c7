import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defaultDataRoot } from '../../../electron/services/session/data-folder.ts'
import { createDesk } from '../../../electron/services/session/desk.ts'
import { freePath, safeFileName } from '../../../electron/services/session/names.ts'
import { openings } from '../../../electron/services/session/openings.ts'
import { recentList } from '../../../electron/services/session/recent.ts'
import { readSmallFile, writeSmallFile } from '../../../electron/services/session/small-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the name of a file', () => {
  test.each([
    ['postes.csv', 'postes.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\liste 2026.xlsx', 'liste 2026.xlsx'],
    ['rapport\u202excod.exe', 'rapportxcod.exe'],
    ['CON.csv', '_CON.csv'],
    ['a<b>:c?.csv', 'a b c .csv'],
    ['.cache', 'cache'],
    ['fin. ', 'fin'],
    ['', 'fichier'],
    ['..', 'fichier'],
    ['\u0000\n', 'fichier'],
    ['Été à l’école.jalon', 'Été à l’école.jalon'],
  ])('%j becomes %j', (given, safe) => {
    expect(safeFileName(given)).toBe(safe)
  })

  test('keeps its extension when it is cut', () => {
    const name = safeFileName(`${'x'.repeat(300)}.xlsx`)
    expect(name).toHaveLength(120)
    expect(name.endsWith('.xlsx')).toBe(true)
  })

  test.each([
    ['😀', 'a picture of four bytes'],
    ['漢', 'a sign of three'],
  ])('made of %s is cut between two of them, and any disk takes it', (sign) => {
    const name = safeFileName(`x${sign.repeat(200)}.pdf`)
    expect(name).toBe(name.toWellFormed())
    expect(Buffer.byteLength(name)).toBeGreaterThan(200)
    writeFileSync(join(folder, name), '')
    expect(readdirSync(folder)).toEqual([name])
    expect(Buffer.byteLength(basename(freePath(folder, name.slice(0, -4), '.pdf')))).toBeLessThanOrEqual(247)
  })

  test('whatever was given, never leaves its folder and is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = safeFileName(given)
        expect(['/', '\\', ':', '\u0000', '\u202e'].filter((c) => name.includes(c))).toEqual([])
        expect(name).not.toMatch(/^\.\.?$/)
        expect(name.length).toBeGreaterThan(0)
      }),
      { numRuns: 5000 },
    )
  })

  test('that is taken gets a number', () => {
    writeFileSync(join(folder, 'a.jalon'), '')
    writeFileSync(join(folder, 'a (2).jalon'), '')
    expect(freePath(folder, 'a', '.jalon')).toBe(join(folder, 'a (3).jalon'))
  })
})

describe('the note of an opening', () => {
  test('that cannot be removed stops nobody: something else lies at its place', () => {
    mkdirSync(join(folder, 'ouverture.json'))
    const opening = openings(join(folder, 'ouverture.json'))
    opening.begin(join(folder, 'a.jalon'))
    expect(() => opening.end()).not.toThrow()
  })
})

describe('the recent list', () => {
  const entry = (path: string) => ({ path, name: basename(path), openedAt: '2026-11-23T09:00:00.000+01:00' })

  test('puts the last one first, once, and forgets beyond twelve', () => {
    const recent = recentList(join(folder, 'r.json'))
    for (let n = 0; n < 14; n += 1) recent.remember(entry(`/d/${n}.jalon`))
    recent.remember(entry('/d/5.jalon'))
    expect(recent.list()).toHaveLength(12)
    expect(recent.list()[0]).toMatchObject({ name: '5.jalon', folder: '/d' })
    expect(recent.lastPath()).toBe('/d/5.jalon')
  })

  test('gives the page an id, from which alone the path is found again', () => {
    const recent = recentList(join(folder, 'r.json'))
    recent.remember(entry('/d/a.jalon'))
    const [first] = recent.list()
    expect(JSON.stringify(first)).not.toContain('/d/a.jalon"')
    expect(recent.pathOf(first?.id ?? '')).toBe('/d/a.jalon')
    expect(recent.pathOf('/d/a.jalon')).toBeNull()
  })

  test.each(['{', '[]x', '[{"path": 3}]', '{"a":1}', ''])(
    'that was spoiled (%s) is empty, and works again',
    (text) => {
      writeFileSync(join(folder, 'r.json'), text)
      const recent = recentList(join(folder, 'r.json'))
      expect(recent.list()).toEqual([])
      recent.remember(entry('/d/a.jalon'))
      expect(recent.list()).toHaveLength(1)
    },
  )
})

describe('a small settings file', () => {
  test('that cannot be written is no error: a convenience is lost, not data', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(writeSmallFile(join(folder, 'file', 'below.json'), {})).toBe(false)
    expect(readSmallFile(join(folder, 'file', 'below.json'), z.number(), 3)).toBe(3)
  })

  test('leaves nothing beside it', () => {
    expect(writeSmallFile(join(folder, 'a', 's.json'), { b: 1 })).toBe(true)
    expect(readdirSync(join(folder, 'a'))).toEqual(['s.json'])
  })
})

describe('the desk', () => {
  test('removes the temporary files of a session that was killed, not those of one that lives', () => {
    mkdirSync(join(folder, '999999999-dead'), { recursive: true })
    mkdirSync(join(folder, `${process.pid}-alive`))
    mkdirSync(join(folder, 'of-another-program'))
    createDesk(folder, null)
    expect(readdirSync(folder).sort()).toEqual([`${process.pid}-alive`, 'of-another-program'])
  })

  test('removes its own at the end', () => {
    const desk = createDesk(folder, null)
    writeFileSync(desk.temporaryPath('csv'), 'a')
    desk.close()
    expect(readdirSync(folder)).toEqual([])
  })

  test('never removes a file of the person, even when it forgets it', () => {
    const mine = join(folder, 'mine.csv')
    writeFileSync(mine, 'a')
    const desk = createDesk(join(folder, 'temp'), null)
    for (let n = 0; n < 30; n += 1) desk.adopt(mine)
    desk.discard(mine)
    expect(existsSync(mine)).toBe(true)
  })

  test('forgets the oldest uploads, so that a page fills no disk', () => {
    const desk = createDesk(folder, null)
    const ids = Array.from({ length: 25 }, (_, n) => {
      const path = desk.temporaryPath('csv')
      writeFileSync(path, 'a')
      return desk.receive(`${n}.csv`, path).uploadId
    })
    expect(readdirSync(folder, { recursive: true }).filter((n) => String(n).endsWith('.csv'))).toHaveLength(
      20,
    )
    expect(() => desk.chosen(ids[0] ?? '')).toThrow('choisissez-le à nouveau')
    expect(desk.chosen(ids[24] ?? '').name).toBe('24.csv')
  })

  test('saves through a dialog, whole, and says where; given up, it saves nothing and keeps nothing', async () => {
    const target = join(folder, 'out.csv')
    const answers = [target, null]
    const none = async () => null
    const dialogs = {
      openDossier: none,
      createDossier: none,
      chooseImport: none,
      openFile: async () => true,
      saveAs: async () => answers.shift() ?? null,
    }
    const desk = createDesk(join(folder, 'temp'), dialogs)
    const made = () => {
      const path = desk.temporaryPath('csv')
      writeFileSync(path, 'contenu')
      return path
    }
    expect(await desk.deliver({ name: 'a.csv', path: made() })).toMatchObject({
      savedTo: target,
      downloadId: null,
    })
    expect(readFileSync(target, 'utf8')).toBe('contenu')
    const second = made()
    expect(await desk.deliver({ name: 'a.csv', path: second })).toEqual({ savedTo: null, downloadId: null })
    expect(existsSync(second)).toBe(false)
    expect(readdirSync(folder).sort()).toEqual(['out.csv', 'temp'])
  })
})

test.each([
  ['win32', { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' }, /Roaming.Jalon$/],
  ['darwin', {}, /^\/home\/a\/Library\/Application Support\/Jalon$/],
  ['linux', {}, /^\/home\/a\/\.local\/share\/jalon$/],
  ['linux', { XDG_DATA_HOME: '/x' }, /^\/x\/jalon$/],
  ['linux', { JALON_DATA: '/y' }, /^\/y$/],
])('the data folder on %s %j', (platform, env, expected) => {
  expect(defaultDataRoot(env, platform, '/home/a')).toMatch(expected)
})
