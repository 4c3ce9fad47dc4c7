/** The import as the page runs it: a plan to look at, then the same plan written, in the three parts of a job. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportPlan, ImportSummary } from '#shared/api/import.ts'
import { day } from '#shared/domain/day.ts'
import { DEFAULT_MAPPING } from '#shared/schemas/import.ts'
import type { JobContext } from '../../../electron/jobs/job.ts'
import { runNamed } from '../../../electron/jobs/run-inline.ts'
import { importServices } from '../../../electron/services/import/index.ts'
import { exportDossier, interchangeText } from '../../../electron/services/interchange/export.ts'
import type { Dossier } from '../../../electron/store/dossier.ts'
import { memoryDossier, TEST_NOW } from '../../support/memory-dossier.ts'

const TODAY = day('2026-11-23')
const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-import-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** An upload id is a path here. */
function contextOf(dossier: Dossier): JobContext {
  return {
    dossier,
    today: TODAY,
    now: TEST_NOW,
    who: 'Test',
    files: {
      chosen: (path) => ({ name: path.split('/').at(-1) ?? '', path }),
      temporaryPath: (extension) => join(folder, `out.${extension}`),
      deliver: async (file) => ({ savedTo: file.path, downloadId: null }),
    },
  }
}

const plan = (dossier: Dossier, path: string, mapping: string | null = null) =>
  runNamed<ImportPlan>('import.plan', contextOf(dossier), { uploadId: path, profile: null, mapping })
const apply = (
  dossier: Dossier,
  path: string,
  leaveOut: readonly number[] = [],
  mapping: string | null = null,
) =>
  runNamed<ImportSummary>('import.apply', contextOf(dossier), {
    uploadId: path,
    profile: null,
    mapping,
    leaveOut,
  })

describe('the import as the page runs it', () => {
  it('plans without writing, with the values read and shown at each cell', async () => {
    const dossier = memoryDossier()
    const seen = await plan(dossier, fixture('suivi-contrats.xlsx'))
    expect(dossier.readFacts().contracts).toEqual([])
    expect(seen).toMatchObject({
      profile: 'classeur',
      sheet: 'Contrats',
      sheets: ['Contrats', 'Notes'],
      headerLine: 3,
      previewTruncated: false,
    })
    const [first] = seen.preview
    expect(first?.cells.find((c) => c.field === 'contract.monthlyGrossCents')).toMatchObject({
      raw: '2240',
      value: 224000,
      shown: '2\u202f240,00\u00a0€',
    })
    expect(seen.columns.find((c) => c.name === 'Fin')).toMatchObject({ read: 1, empty: 3, refused: 0 })
    expect(seen.columns.find((c) => c.name === 'Observations')?.field).toBeNull()
  })

  it('writes what the plan said, less the lines left out, and tells what it did', async () => {
    const dossier = memoryDossier()
    const told: number[] = []
    const summary = await runNamed<ImportSummary>(
      'import.apply',
      contextOf(dossier),
      { uploadId: fixture('suivi-contrats.xlsx'), profile: null, mapping: null, leaveOut: [6] },
      (done) => told.push(done),
    )
    expect(summary.objects.contract).toMatchObject({ created: 3 })
    expect(dossier.readFacts().persons.map((p) => p.lastName)).toEqual(['Ferrand', 'Maurel', 'Montbrun'])
    expect(told.length).toBeGreaterThan(0)
    expect(dossier.undoLabel).toBe('import de suivi-contrats.xlsx')
  })

  it('remembers the mapping an import was made with, and reads the next file of that shape by it', async () => {
    const dossier = memoryDossier()
    const { mapping } = JSON.parse(readFileSync(fixture('colonnes-inconnues.csv.plan.json'), 'utf8'))
    await apply(dossier, fixture('colonnes-inconnues.csv'), [], JSON.stringify(mapping))
    const again = await plan(dossier, fixture('forme-memorisee.csv'), JSON.stringify(DEFAULT_MAPPING))
    expect(again).toMatchObject({
      remembered: true,
      profile: 'classeur',
      mapping: { columns: mapping.columns, keepUnmapped: true },
    })
    dossier.undo()
    await expect(plan(dossier, fixture('forme-memorisee.csv'))).rejects.toMatchObject({
      error: { code: 'import.headers-not-found' },
    })
  })

  it.each([
    ['{"columns": 3}', 'import.mapping-unreadable'],
    ['not json', 'import.mapping-unreadable'],
    ['{"sheet": "Ailleurs"}', 'import.sheet-unknown'],
    ['{"profile": "autre"}', 'import.profile-unknown'],
    ['{"profile": "structures"}', 'import.profile-missing-columns'],
  ])('refuses the mapping %s in words', async (mapping, code) => {
    await expect(plan(memoryDossier(), fixture('suivi-contrats.xlsx'), mapping)).rejects.toMatchObject({
      error: { code, message: expect.stringContaining('Rien n’a été modifié') },
    })
  })

  it('says that a file chosen is gone', async () => {
    await expect(plan(memoryDossier(), join(folder, 'parti.csv'))).rejects.toMatchObject({
      error: { code: 'import.gone' },
    })
  })

  it('takes an interchange file through the same two jobs', async () => {
    const source = memoryDossier()
    await apply(source, fixture('suivi-contrats.xlsx'))
    const path = join(folder, 'dossier.json')
    writeFileSync(path, interchangeText(exportDossier({ dossier: source, today: TODAY })))
    const target = memoryDossier()
    expect(await plan(target, path)).toMatchObject({ profile: 'echange', rows: { rejected: 0 } })
    expect(target.readFacts().contracts).toEqual([])
    await apply(target, path)
    expect(target.readFacts()).toEqual(source.readFacts())
    const exported = await runNamed<{ savedTo: string }>('interchange.export', contextOf(target), {
      employerIds: null,
      personId: null,
      withDocuments: true,
    })
    expect(JSON.parse(readFileSync(exported.savedTo, 'utf8')).contracts).toHaveLength(4)
  })

  it('documents every field a column may be, under the id a mapping uses', () => {
    const guide = readFileSync(new URL('../../../docs/import-mapping.md', import.meta.url), 'utf8')
    const ids = importServices['import.fields']().flatMap((p) => p.fields.map((f) => f.id))
    expect(ids.filter((id) => !guide.includes(`\`${id}\``))).toEqual([])
    expect(importServices['import.fields']().flatMap((p) => p.fields.filter((f) => f.label === ''))).toEqual(
      [],
    )
  })
})
