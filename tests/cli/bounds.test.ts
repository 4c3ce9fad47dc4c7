/** The command line on absurd inputs, as its own process: words and an exit code, never an abort of the engine. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { runApart } from '../../electron/cli/run-apart.ts'
import { exportDossier, interchangeText } from '../../electron/services/interchange/export.ts'
import { connect } from '../../electron/store/connection.ts'
import { createDossier } from '../../electron/store/open.ts'
import { jalonProcess } from '../support/command-line.ts'
import { dossierFolder } from '../support/dossier-folder.ts'
import { fillDossier, memoryDossier } from '../support/memory-dossier.ts'
import { passerelles } from '../support/passerelles.ts'

let folder = ''
const at = (name: string) => join(folder, name)
const jalon = (...args: string[]) => jalonProcess(args, { cwd: folder })
const FRAME = '"format":"jalon","version":2,"exportedOn":"2026-11-23","demo":false,"scope":{"kind":"all"}'
const repeated = (text: string, times: number) => Array.from({ length: times }, () => text).join(',')

/** Larger than any disk needs to hold: no block is written. */
function sparse(name: string, bytes: number): void {
  writeFileSync(at(name), '')
  truncateSync(at(name), bytes)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-bornes-'))
  writeFileSync(at('ok.csv'), 'a;b\n1;2\n')
  sparse('3go.csv', 3e9)
  sparse('3go.xlsx', 3e9)
  sparse('3go.json', 3e9)
  writeFileSync(at('crochets.json'), `{${FRAME},"employers":[${repeated('[]', 7_000_000)}]}`)
  writeFileSync(at('profond.json'), `{${FRAME},"employers":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)
  writeFileSync(at('fautes.json'), `{${FRAME},"employers":[${repeated('{"id":1}', 300_000)}]}`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a source out of all measure', () => {
  test.each([
    ['3go.csv', 'dépasse 100 Mo'],
    ['3go.xlsx', 'dépasse 100 Mo'],
    ['/dev/zero', 'dépasse 100 Mo'],
    ['crochets.json', 'plus de valeurs qu’aucun dossier'],
    ['profond.json', 'imbriqué au-delà de toute mesure'],
    ['fautes.json', 'n’est pas valable'],
  ])('%s is refused in words, and leaves no dossier', async (source, words) => {
    const said = await jalon('import', source, '--into', 'neuf.jalon')
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining(words) })
    expect(said.err).not.toContain('[jalon]')
    expect(readdirSync(folder).filter((name) => name.startsWith('neuf'))).toEqual([])
  })

  test('so is a mapping file, as bad usage', async () => {
    const said = await jalon('import', 'ok.csv', '--into', 'neuf.jalon', '--mapping', '3go.json')
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining('dépasse 100 ko') })
  })

  test('a stream without a line break, without end for a calculator, takes no memory', async () => {
    async function* zeros() {
      const block = Buffer.alloc(1_000_000, 0x30)
      for (let n = 0; n < 300; n += 1) yield block
      yield '\n{"id":1,"calc":"delay","input":{}}\n'
    }
    const options = { cwd: folder, input: zeros(), node: ['--max-old-space-size=64'] }
    const { code, out } = await jalonProcess(['calc', '--batch'], options)
    expect(code).toBe(0)
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers).toMatchObject([{ error: { code: 'request.too-long' } }, { id: 1 }])
  })

  test('a command that takes more memory than it is granted ends in words, and exit code 1', async () => {
    const said = { out: '', err: '' }
    const io = {
      out: async (text: string) => {
        said.out += text
      },
      err: (text: string) => {
        said.err += text
      },
    }
    const args = ['demo', at('grand.jalon'), '--positions', '5139']
    expect(await runApart(args, io, 24)).toBe(1)
    expect(said.err).toContain('plus de mémoire')
    expect(existsSync(at('grand.jalon'))).toBe(false)
  })
})

describe('the temporary files of a command', () => {
  test('that was killed are removed by the next one, those of a running one are not', async () => {
    const temporary = at('temporaire')
    vi.stubEnv('TMPDIR', temporary)
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    const [left, running] = [dead, process.pid].map((pid) => join(temporary, `jalon-commande-${pid}-abc`))
    for (const each of [left, running]) mkdirSync(each ?? '', { recursive: true })
    expect(await jalon('demo', 'temp.jalon')).toMatchObject({ code: 0 })
    expect(await jalon('export', 'temp.jalon', '--out', 'temp.json')).toMatchObject({ code: 0 })
    expect(readdirSync(temporary).map((name) => join(temporary, name))).toEqual([running])
    vi.unstubAllEnvs()
  })
})

describe('ids no double holds', () => {
  const whole = interchangeText(exportDossier({ dossier: memoryDossier(), today: day('2026-11-23') }))
  /** A file of exchange that holds two rows under ids written so, and nothing else that is wrong. */
  const withSettings = (...ids: readonly string[]) =>
    whole.replace(
      /"settings": *\[\]/,
      `"settings":[${ids.map((id, n) => `{"id":${id},"key":"x${n}","value":"1"}`).join(',')}]`,
    )

  test('beside which ordinary ones are taken', async () => {
    writeFileSync(at('numeros.json'), withSettings('7', '3'))
    const said = await jalon('import', 'numeros.json', '--into', 'ordinaire.jalon')
    expect(said).toMatchObject({ code: 0, err: '' })
  })

  test.each([
    ['9007199254740992', '9007199254740993'],
    ['9007199254740991.4', '3'],
    ['-7', '3'],
    ['"7"', '3'],
    ['1.5', '3'],
    ['281474976710657', '3'],
  ])('rows %s and %s of a file of exchange never become one row', async (first, second) => {
    writeFileSync(at('numeros.json'), withSettings(first, second))
    const said = await jalon('import', 'numeros.json', '--into', 'neuf.jalon')
    expect(said.code).toBe(1)
    expect(said.err).toMatch(/plus de 16 chiffres|« settings\.[01]\.id » n’est pas valable/)
    expect(existsSync(at('neuf.jalon'))).toBe(false)
  })

  test.each(['9007199254740993', '1e3', '0x10', '-1', '1.0', '9'.repeat(30)])(
    'an option --person %s is bad usage',
    async (id) => {
      const said = await jalon('export', 'absent.jalon', '--out', 'x.json', `--person=${id}`)
      expect(said).toMatchObject({
        code: 2,
        err: expect.stringContaining('--person attend un nombre entier'),
      })
    },
  )

  test.each([
    ['a row of 2^53', 'UPDATE employer SET id = 9007199254740992 WHERE id = (SELECT max(id) FROM employer)'],
    ['a row below zero', 'UPDATE employer SET id = -4 WHERE id = (SELECT max(id) FROM employer)'],
    ['a next row of 2^53', "UPDATE sqlite_sequence SET seq = 9007199254740992 WHERE name = 'employer'"],
    ['a last revision', 'UPDATE write_state SET revision = 9223372036854775807'],
  ])('a dossier that holds %s is not opened', async (_what, sql) => {
    const made = dossierFolder()
    const dossier = createDossier(made.path('a.jalon'), made.options({}))
    fillDossier(dossier, passerelles().facts)
    dossier.close()
    const db = connect(made.path('a.jalon'), { readOnly: false, mustExist: true })
    const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string
      sql: string
    }[]
    db.pragma('foreign_keys = OFF')
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
    db.exec(sql)
    for (const trigger of triggers) db.exec(trigger.sql)
    db.close()
    const said = await jalon('aid', made.path('a.jalon'))
    expect(said).toMatchObject({
      code: 1,
      err: expect.stringContaining('numéros d’objets que Jalon ne donne'),
    })
    made.remove()
  })
})
