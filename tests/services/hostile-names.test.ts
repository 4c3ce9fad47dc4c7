/** Names that are markup, formulas, calendar lines or direction marks stay names in everything that leaves the dossier. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { JobState } from '#shared/api/envelope.ts'
import { type TestApplication, testApplication } from '../support/application.ts'
import { resultOf } from '../support/jobs.ts'

const FORMULA = `=HYPERLINK("http://exemple.invalid";"cliquez")`
const MARKUP = `<img src=x onerror="window.touché=1"><script>window.touché=1</script>{{nom}}`
const TURNED = `rapport\u202efdp.exe\u2066`
const CALENDAR = `Poste\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:http://exemple.invalid`

async function hostileDossier(app: TestApplication) {
  await app.value('file.demo', {})
  const { employers, positions, persons, contracts, agreements } = app.session.context().dossier.readFacts()
  const rename = (entity: 'employer' | 'position' | 'person', id: number, values: Record<string, string>) =>
    app.value('write.save', { entity, id, values })
  for (const { id } of employers) await rename('employer', id, { name: `${FORMULA}${id}`, shortName: MARKUP })
  for (const { id } of positions)
    await rename('position', id, { label: [CALENDAR, MARKUP, FORMULA][id % 3] ?? '' })
  for (const { id } of persons) await rename('person', id, { lastName: TURNED, firstName: FORMULA })
  return { contracts, agreements }
}

async function built(app: TestApplication, input: object): Promise<{ name: string; bytes: Buffer }> {
  return finished(app, (await app.value('report.build', input as never)) as JobState)
}
async function finished(app: TestApplication, started: JobState): Promise<{ name: string; bytes: Buffer }> {
  const { downloadId } = await resultOf<{ readonly downloadId: string }>(app, started)
  return taken(app, downloadId)
}
function taken(app: TestApplication, downloadId: string | null): { name: string; bytes: Buffer } {
  const file = app.session.desk.takeDownload(downloadId ?? '')
  if (file === null) throw new Error('no file')
  return { name: file.name, bytes: readFileSync(file.path) }
}
const request = { employerId: null, fiscalYear: 2026, at: null, agreementId: null, names: true }

describe('A hostile name', { timeout: 120_000 }, () => {
  test('loses the marks that would make it read otherwise than it is', async () => {
    await using app = testApplication()
    await hostileDossier(app)
    const names = app.session
      .context()
      .dossier.readFacts()
      .persons.map((p) => p.lastName)
    expect(new Set(names)).toEqual(new Set(['rapportfdp.exe']))
  })

  test('is a text in every workbook, never a formula, a link or markup', async () => {
    await using app = testApplication()
    await hostileDossier(app)
    const kinds = (await app.value('report.kinds', {})).filter((k) => !k.parameters.includes('agreement'))
    let seen = 0
    for (const { kind } of kinds) {
      const { bytes } = await built(app, { ...request, kind, format: 'xlsx' })
      const parts = unzipSync(bytes)
      for (const [name, part] of Object.entries(parts)) {
        const xml = strFromU8(part)
        expect(xml, `${kind} ${name}`).not.toMatch(/<f>[^<]*(HYPERLINK|exemple\.invalid)/)
        expect(xml, `${kind} ${name}`).not.toMatch(/<script|<img/i)
        if (name.endsWith('.rels')) expect(xml, `${kind} ${name}`).not.toContain('exemple.invalid')
      }
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(bytes as never)
      workbook.eachSheet((sheet) =>
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (typeof cell.value === 'string' && cell.value.includes('HYPERLINK')) seen += 1
            expect(cell.type, cell.address).not.toBe(ExcelJS.ValueType.Hyperlink)
            if (cell.type === ExcelJS.ValueType.Formula) expect(cell.formula).not.toContain('exemple.invalid')
          }),
        ),
      )
    }
    expect(seen).toBeGreaterThan(10)
  })

  test('does not run when the CSV is opened in a spreadsheet', async () => {
    await using app = testApplication()
    await hostileDossier(app)
    for (const format of ['csv', 'csv-state'] as const) {
      const { bytes } = await built(app, { ...request, kind: 'aid', format })
      const text = bytes.toString('utf8')
      expect(text).toContain('HYPERLINK')
      expect(text.split(/\r\n|[;,"]/).filter((field) => /^\s*=HYPER/.test(field))).toEqual([])
    }
  })

  test('adds no line to a calendar', async () => {
    await using app = testApplication()
    await app.value('file.demo', {})
    const file = async () => {
      const { downloadId } = await app.value('agenda.export', { employerId: null, names: true })
      return taken(app, downloadId).bytes.toString('utf8')
    }
    const events = (ics: string) => ics.match(/^BEGIN:VEVENT\r$/gm)?.length ?? 0
    const before = events(await file())
    await hostileDossier(app)
    const ics = await file()
    expect(before).toBeGreaterThan(10)
    expect(events(ics)).toBe(before)
    expect(ics.match(/^END:VEVENT\r$/gm)).toHaveLength(events(ics))
    expect(ics).not.toMatch(/^ATTACH/m)
  })

  test('is a text in a letter, whose XML stays whole', async () => {
    await using app = testApplication()
    const { contracts } = await hostileDossier(app)
    const { downloadId } = await app.value('letters.build', {
      kind: 'renewal',
      id: contracts.find((c) => c.endsOn !== null)?.id ?? 0,
    })
    const { name, bytes } = taken(app, downloadId)
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('HYPERLINK(')
    expect(xml).not.toMatch(/<script|<img|w:hyperlink|w:instrText/i)
    expect(name).not.toMatch(/[<>:"/\\|?*\u202e]/)
  })

  test('does not escape from an exported JSON', async () => {
    await using app = testApplication()
    await hostileDossier(app)
    const input = { employerIds: null, personId: null, withDocuments: false }
    const { bytes } = await finished(app, (await app.value('interchange.export', input)) as JobState)
    expect(JSON.stringify(JSON.parse(bytes.toString('utf8')))).toContain('<script>window.touché=1</script>')
  })
})

test('A file whose name is turned around is named by what can be seen of it, in every answer and note of the file', async () => {
  await using app = testApplication()
  await app.value('file.create', { name: 'postes' })
  await app.value('write.save', {
    entity: 'person',
    id: null,
    values: { lastName: 'Roux', firstName: 'Lou' },
  })
  await app.value('file.close', {})
  const path = join(app.folder, `\u202egpj.exe\ufeff.jalon`)
  renameSync(join(app.folder, 'dossiers', 'postes.jalon'), path)
  const said: unknown[] = []
  const asked = async <T>(answer: Promise<T>): Promise<T> => {
    said.push(await answer, await app.value('file.status', {}))
    return answer
  }
  await app.session.open(path)
  await asked(app.value('file.backup', {}))
  const [copy] = (await asked(app.value('copies.list', {}))).copies
  const copyId = copy?.id ?? ''
  const { targets } = await asked(app.value('copies.preview', { copyId }))
  const into = targets[0]?.recentId ?? ''
  await asked(app.value('copies.restore', { copyId, into }))
  renameSync(path, `${path}.ailleurs`)
  await asked(app.call('file.backup', {}))
  writeFileSync(path, 'autre')
  await asked(app.call('file.backup', {}))
  await app.value('file.close', {})
  await asked(app.call('copies.restore', { copyId, into }))
  await app.value('file.close', {})
  renameSync(path, `${path}.ailleurs`)
  writeFileSync(`${path}-journal`, 'celui d’un autre')
  await asked(app.call('copies.restore', { copyId, into }))
  const words = JSON.stringify(said)
  for (const known of [
    'avant-restauration',
    'endommagé',
    'journal mis de côté',
    'a pris la place',
    'plus à sa place',
  ])
    expect(words).toContain(known)
  expect(words).not.toMatch(/[\u202e\ufeff]/)
})
