import { existsSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { CommandIo } from '../../../electron/cli/command.ts'
import { demoCommand } from '../../../electron/cli/commands/demo.ts'
import { fixedClock } from '../../../electron/clock.ts'
import { createDemo } from '../../../electron/services/demo/create-demo.ts'
import { generateDemo } from '../../../electron/services/demo/generate-demo.ts'
import { judgeFile } from '../../../electron/services/documents/judge.ts'
import { readPosition } from '../../../electron/services/read/position.ts'
import { openDossier } from '../../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../../support/dossier-folder.ts'

let folder: DossierFolder | null = null
const inFolder = (): DossierFolder => {
  folder ??= dossierFolder()
  return folder
}
afterEach(() => {
  folder?.remove()
  folder = null
})

/** Order of rows as the store gives them back is its own business: compared by id. */
const sorted = (facts: object) =>
  Object.fromEntries(
    Object.entries(facts).map(([name, rows]) => [
      name,
      [...(rows as { id?: number }[])].sort((a, b) => (a.id ?? 0) - (b.id ?? 0)),
    ]),
  )

describe('a demonstration dossier', () => {
  it('holds exactly the invented facts, is marked as such, and cannot be undone into an empty file', () => {
    const { path, options } = inFolder()
    const dossier = createDemo(path('passerelles.jalon'), options())
    expect(dossier.demo).toBe(true)
    expect(dossier.undoLabel).toBe(null)
    expect(sorted(dossier.readFacts())).toEqual(sorted(generateDemo()))
    dossier.close()
    const again = openDossier(path('passerelles.jalon'), options())
    expect(sorted(again.readFacts())).toEqual(sorted(generateDemo()))
    again.close()
  })

  it('keeps its identity from one time to the next', () => {
    const { path, options } = inFolder()
    const [a, b, c] = [
      createDemo(path('a.jalon'), options()),
      createDemo(path('b.jalon'), options()),
      createDemo(path('c.jalon'), options(), { positions: 12 }),
    ]
    expect(a.fileId).toBe(b.fileId)
    expect(c.fileId).not.toBe(a.fileId)
    for (const dossier of [a, b, c]) dossier.close()
  })

  it('is the same file every time, byte for byte, on the same day', () => {
    const { path, options } = inFolder()
    const bytes = ['a.jalon', 'b.jalon'].map((name) => {
      createDemo(path(name), { ...options(), now: () => '2026-11-23T09:41:00' }).close()
      return readFileSync(path(name))
    })
    expect(bytes[0]?.equals(bytes[1] ?? Buffer.alloc(0))).toBe(true)
  })

  it('has pieces attached: most of those of one contract, few of another, and none that is not a PDF', () => {
    const { path, options } = inFolder()
    const dossier = createDemo(path('pieces.jalon'), options())
    const pieces = (stateId: string) => {
      const position = dossier.readFacts().positions.find((p) => p.stateId === stateId)
      const sheet = readPosition(
        { dossier, today: day('2026-11-23'), now: '', who: '' },
        { positionId: position?.id ?? 0 },
      )
      return [sheet?.documents, ...(sheet?.pieces ?? []).map((p) => `${p.present} sur ${p.total}`)]
    }
    expect(pieces('3310')).toEqual([8, '4 sur 6', '3 sur 11'])
    expect(pieces('2102')).toEqual([2, '2 sur 3', '0 sur 8'])
    expect(pieces('2105')[0]).toBe(2)
    const contents = dossier.read((db) => db.all<{ bytes: Buffer }>('SELECT bytes FROM document_content'))
    expect(contents).toHaveLength(12)
    for (const { bytes } of contents) expect(judgeFile('x.pdf', bytes).doubt).toBeNull()
    dossier.close()
  })

  it('never takes the place of a file', () => {
    const { path, options } = inFolder()
    createDemo(path('a.jalon'), options()).close()
    expect(() => createDemo(path('a.jalon'), options())).toThrow()
    const kept = openDossier(path('a.jalon'), options())
    expect(kept.readFacts().positions).toHaveLength(9)
    kept.close()
  })

  it('of several hundred posts passes every constraint of the store', () => {
    const { path, options } = inFolder()
    const dossier = createDemo(path('n.jalon'), options(), { positions: 700, seed: 4 })
    expect(sorted(dossier.readFacts())).toEqual(sorted(generateDemo({ positions: 700, seed: 4 })))
    dossier.close()
  })
})

describe('jalon demo', () => {
  const run = async (args: readonly string[]) => {
    const out: string[] = []
    const io: CommandIo = {
      out: async (text) => {
        out.push(text)
      },
      err: () => {},
      stdin: Readable.from([]),
      env: { HOME: inFolder().folder, XDG_DATA_HOME: inFolder().folder },
      cwd: inFolder().folder,
      clock: fixedClock(day('2026-11-23')),
    }
    return { code: await demoCommand.run(args, io), out: out.join('') }
  }

  it('makes the file and says what is in it', async () => {
    const { code, out } = await run(['d.jalon', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      counts: { employers: 2, positions: 9, contracts: 13, agreements: 9, instalments: 26, payments: 20 },
    })
    expect(existsSync(inFolder().path('d.jalon'))).toBe(true)
  })

  it('makes any size, and refuses a size that makes no sense', async () => {
    expect(
      JSON.parse((await run(['n.jalon', '--positions', '40', '--seed', '9', '--json'])).out).counts.positions,
    ).toBe(40)
    await expect(run(['x.jalon', '--positions', '0'])).rejects.toThrow('--positions')
    await expect(run([])).rejects.toThrow('FICHIER')
    await expect(run(['n.jalon'])).rejects.toThrow()
  })
})
