import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { runCli } from '../../../electron/cli/run.ts'
import { fixedClock } from '../../../electron/clock.ts'
import { definitions } from '../../../electron/jobs/definitions.ts'
import type { JobContext } from '../../../electron/jobs/job.ts'
import { createJobRunner, defaultWorkerUrl } from '../../../electron/jobs/runner.ts'
import { deliverReport } from '../../../electron/services/report/deliver.ts'
import { reportServices } from '../../../electron/services/report/index.ts'
import type { ServiceContext } from '../../../electron/services/service.ts'
import { createDesk, type Desk } from '../../../electron/services/session/desk.ts'
import { createDossier } from '../../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../../support/dossier-folder.ts'
import { dossierWith, fillDossier } from '../../support/memory-dossier.ts'
import { PASSERELLES_TODAY, passerelles } from '../../support/passerelles.ts'

const { facts, ids } = passerelles()
const request = {
  kind: 'aid',
  employerId: null,
  fiscalYear: null,
  at: null,
  agreementId: null,
  names: true,
} as const

let folder: DossierFolder
beforeEach(() => {
  folder = dossierFolder()
})
afterEach(() => folder.remove())

function context(): ServiceContext {
  return {
    dossier: dossierWith(facts),
    today: day(PASSERELLES_TODAY),
    now: `${PASSERELLES_TODAY}T12:00:00.000+00:00`,
    who: 'Test',
  }
}

describe('reports at the door', () => {
  test('lists what can be made, in French, with what may be asked', () => {
    const kinds = reportServices['report.kinds']()
    expect(kinds.find((k) => k.kind === 'aid')).toMatchObject({
      label: 'État des aides par convention',
      formats: ['xlsx', 'csv', 'csv-state', 'pdf'],
    })
  })

  test('previews the very sheets the file will hold', () => {
    const preview = reportServices['report.preview'](context(), { ...request })
    expect(preview.truncatedAt).toBeNull()
    expect(preview.sheets[3]?.rows).toHaveLength(29)
    expect(preview.checks.passed).toBe(preview.checks.total)
  })

  test('refuses a report, a structure or a convention that is not there', () => {
    const ask = (given: object) => () => reportServices['report.preview'](context(), { ...request, ...given })
    expect(ask({ kind: 'nothing' })).toThrow(/L’état «\snothing\s» n’existe pas/)
    expect(ask({ employerId: 99_999 })).toThrow(/n’est pas dans ce dossier/)
    expect(ask({ agreementId: 99_999 })).toThrow(/La convention demandée/)
  })
})

describe('building a file', () => {
  async function build(input: object, desk: Desk): Promise<unknown> {
    const base = context()
    const jobContext: JobContext = { ...base, files: desk }
    const runner = createJobRunner({
      definitions,
      workerUrl: defaultWorkerUrl,
      context: () => jobContext,
      announce: () => {},
      log: () => {},
    })
    const started = await runner.start('report.build', { ...request, format: 'xlsx', ...input })
    for (;;) {
      const state = runner.get(started.id)
      if (state === null || state.status === 'failed') throw new Error(state?.error?.message ?? 'lost')
      if (state.status === 'done') return state.result
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  test('in a browser: written beside the main process, then offered as a download', async () => {
    const desk = createDesk(join(folder.folder, 'temp'), null)
    const result = (await build({}, desk)) as { fileName: string; downloadId: string }
    expect(result.fileName).toBe('etat-des-aides-toutes-les-structures-2026-11-23.xlsx')
    const download = desk.takeDownload(result.downloadId)
    expect(download?.name).toBe(result.fileName)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(download?.path ?? '')
    expect(workbook.getWorksheet('Tranches')?.getCell('G32').value).toMatchObject({ result: 396_500 })
    desk.close()
  })

  test('on a desktop: saved where the person chose, nothing left beside', async () => {
    const target = folder.path('choisi.csv')
    const desk = createDesk(join(folder.folder, 'temp'), { saveAs: async () => target } as never)
    const result = await build({ format: 'csv', sheet: 'Versements' }, desk)
    expect(result).toMatchObject({ savedTo: target, downloadId: null })
    expect(readFileSync(target, 'utf8').split('\r\n')).toHaveLength(facts.payments.length + 2)
    desk.close()
    expect(readdirSync(folder.folder).sort()).toEqual(['choisi.csv', 'temp'])
  })

  test('a folder that went away is said in words, and nothing is half written', async () => {
    const desk = createDesk(join(folder.folder, 'temp'), {
      saveAs: async () => folder.path('gone/a.xlsx'),
    } as never)
    await expect(build({}, desk)).rejects.toThrow(/n’existe pas ou n’est plus accessible/)
    desk.close()
  })

  test('a sheet that does not exist is refused with those that do', async () => {
    const desk = createDesk(join(folder.folder, 'temp'), null)
    await expect(build({ format: 'csv', sheet: 'Rien' }, desk)).rejects.toThrow(/Feuilles\s: Synthèse/)
    desk.close()
  })
})

test.each([
  ['ENOSPC', /Le disque est plein/],
  ['EBUSY', /ouvert dans un autre programme/],
  ['EACCES', /ouvert dans un autre programme/],
  ['ENOENT', /n’existe pas ou n’est plus accessible/],
])(
  'a file that cannot be saved (%s) is said in words, and the existing one is kept',
  async (code, message) => {
    const files = {
      deliver: async () => {
        throw Object.assign(new Error('disk'), { code })
      },
    } as never
    await expect(deliverReport(files, { path: 'x', fileName: 'état.xlsx' })).rejects.toThrow(message)
  },
)

describe('jalon report', () => {
  function io() {
    const said = { out: '', err: '' }
    return {
      said,
      io: {
        async out(text: string) {
          said.out += text
        },
        err(text: string) {
          said.err += text
        },
        stdin: Readable.from([]),
        env: { JALON_DATA: join(folder.folder, 'data') },
        cwd: folder.folder,
        clock: fixedClock(day(PASSERELLES_TODAY)),
      },
    }
  }
  function demoFile(): void {
    const dossier = createDossier(folder.path('a.jalon'), { ...folder.options(), createdWith: 'test' })
    fillDossier(dossier, facts)
    dossier.close()
  }

  test('writes the workbook, byte for byte the same twice, and says where', async () => {
    demoFile()
    const first = io()
    expect(await runCli(['report', 'aid', 'a.jalon', '--out', 'a.xlsx'], first.io)).toBe(0)
    expect(first.said).toEqual({ out: 'Écrit\u00a0: a.xlsx\n', err: '' })
    const second = io()
    await runCli(['report', 'aid', 'a.jalon', '--out', 'b.xlsx', '--json'], second.io)
    expect(JSON.parse(second.said.out)).toMatchObject({ file: 'b.xlsx', format: 'xlsx' })
    expect(Buffer.compare(readFileSync(folder.path('a.xlsx')), readFileSync(folder.path('b.xlsx')))).toBe(0)
  })

  test('takes the format from the name, and one structure by its number', async () => {
    demoFile()
    const run = io()
    const args = ['report', 'aid', 'a.jalon', '--out', 'a.csv', '--employer', String(ids.valombre)]
    expect(await runCli(args, run.io)).toBe(0)
    expect(readFileSync(folder.path('a.csv'), 'utf8')).not.toContain('2101')
    expect(await runCli(['report', 'aid', 'a.jalon', '--out', 'a.pdf'], io().io)).toBe(0)
    expect(statSync(folder.path('a.pdf')).size).toBeGreaterThan(10_000)
  })

  test.each([
    [['report', 'nothing', 'a.jalon', '--out', 'a.xlsx'], 2, /État inconnu/],
    [['report', 'aid', 'a.jalon'], 2, /Il manque l’option --out/],
    [['report', 'aid', 'a.jalon', '--out', 'a.doc'], 2, /Format non reconnu/],
    [['report', 'aid', 'a.jalon', '--out', 'none/a.xlsx'], 1, /n’existe pas ou n’est plus accessible/],
    [['report', 'aid', 'a.jalon', '--out', 'data.xlsx/', '--format', 'xlsx'], 1, /est un dossier/],
    [['report', 'aid', 'a.jalon', '--out', 'a.xlsx', '--employer', '777777'], 1, /n’est pas dans ce dossier/],
    [['report', 'aid', 'absent.jalon', '--out', 'a.xlsx'], 1, /introuvable/],
  ] as const)('%j is refused with %i', async (args, code, message) => {
    demoFile()
    const { mkdirSync } = await import('node:fs')
    mkdirSync(folder.path('data.xlsx'))
    const run = io()
    expect(await runCli(args, run.io)).toBe(code)
    expect(run.said.err).toMatch(message)
    expect(readdirSync(folder.folder).filter((name) => name.startsWith('a.') && name !== 'a.jalon')).toEqual(
      [],
    )
  })
})
