import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { runNamed } from '../../../electron/jobs/run-inline.ts'
import { passerelles } from '../../../electron/services/demo/passerelles/passerelles.ts'
import { letterServices } from '../../../electron/services/letters/index.ts'
import type { ServiceContext } from '../../../electron/services/service.ts'
import { createDesk, type Desk } from '../../../electron/services/session/desk.ts'
import { type DossierFolder, dossierFolder } from '../../support/dossier-folder.ts'
import { dossierWith } from '../../support/memory-dossier.ts'

const facts = passerelles()
let folder: DossierFolder
let desk: Desk
beforeEach(() => {
  folder = dossierFolder()
  desk = createDesk(join(folder.folder, 'temp'), null)
})
afterEach(() => {
  desk.close()
  folder.remove()
})

function context(): ServiceContext {
  return {
    dossier: dossierWith(facts),
    today: day('2026-11-23'),
    now: '2026-11-23T12:00:00.000+00:00',
    who: 'Test',
  }
}

function delivered(downloadId: string | null): Buffer {
  return readFileSync(desk.takeDownload(downloadId ?? '')?.path ?? '')
}

describe('letters at the door', () => {
  test('lists seven letters and what each is about', () => {
    const { letters, fields } = letterServices({ desk })['letters.kinds'](context(), {}) as never as {
      letters: { kind: string; about: string }[]
      fields: { name: string }[]
    }
    expect(letters.map((l) => [l.kind, l.about])).toEqual([
      ['renewal', 'contract'],
      ['non-renewal', 'contract'],
      ['instalment-claim', 'instalment'],
      ['instalment-reminder', 'instalment'],
      ['vacancy', 'position'],
      ['position-return', 'position'],
      ['use-attestation', 'agreement'],
    ])
    expect(fields.map((f) => f.name)).toContain('preavis_legal')
  })

  test('writes an attestation with the real cost of the agreement, named after it', async () => {
    const agreement = facts.agreements.find((a) => a.reference === '2024-A-0118')
    const file = await letterServices({ desk })['letters.build'](context(), {
      kind: 'use-attestation',
      id: agreement?.id ?? 0,
    })
    expect(file?.fileName).toBe('attestation-emploi-2024-a-0118-2026-11-23.docx')
    const xml = strFromU8(
      unzipSync(delivered(file?.downloadId ?? null))['word/document.xml'] ?? new Uint8Array(),
    )
    expect(xml).toContain('Réseau Passerelles Numériques')
    expect(xml).toMatch(/coût salarial de la période\u00a0: 1?\d{2}\u202f\d{3},\d{2}\u00a0€/)
  })

  test('fills one’s own template, handed over by an upload', async () => {
    const services = letterServices({ desk })
    const blank = await services['letters.build'](context(), {
      kind: 'renewal',
      id: null,
    })
    expect(blank?.fileName).toBe('renouvellement-modele-2026-11-23.docx')
    const kept = desk.takeDownload(blank?.downloadId ?? '')
    const { uploadId } = desk.receive('mon modèle.docx', kept?.path ?? '')
    const contract = facts.contracts.find((c) => c.endsOn === '2027-01-31')
    const file = await runNamed<{ downloadId: string }>(
      'letters.fill',
      { ...context(), files: desk },
      { kind: 'renewal', id: contract?.id ?? 0, templateUploadId: uploadId, withoutForeign: false },
    )
    const xml = strFromU8(unzipSync(delivered(file.downloadId))['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('Lucie Charvin')
    expect(xml).not.toContain('{titulaire}')
  })

  test('shows the letter before it is written: its words, what is missing, what a person typed in its place', async () => {
    const { 'letters.preview': preview } = letterServices({ desk })
    const id = facts.contracts.find((c) => c.endsOn === '2027-01-31')?.id ?? 0
    const bare = await preview(context(), { kind: 'renewal', id })
    const field = (letter: typeof bare, name: string) => letter?.fields.find((f) => f.name === name)
    expect(bare?.to).toEqual(['Lucie Charvin'])
    expect(field(bare, 'titulaire')).toMatchObject({ value: 'Lucie Charvin', used: true })
    expect(field(bare, 'renouvellement_duree')).toMatchObject({ value: null, used: true })
    expect(field(bare, 'tranche')).toMatchObject({ value: null, used: false })
    expect(bare?.paragraphs.map((p) => p.text).join(' ')).toContain('[à compléter')
    const typed = await preview(context(), {
      kind: 'renewal',
      id,
      values: { renouvellement_duree: '12 mois', inconnu: 'x', titulaire: '' },
    })
    expect(typed?.paragraphs.map((p) => p.text)).toContain('durée\u00a0: 12 mois')
    expect(typed?.to).toEqual(['Lucie Charvin'])
    expect(field(typed, 'inconnu')).toBeUndefined()
  })

  test('refuses a letter about something that is gone', async () => {
    const { 'letters.build': build } = letterServices({ desk })
    const gone = { kind: 'renewal', id: 999_999 } as const
    await expect(build(context(), gone)).rejects.toThrow(/n’est plus dans le dossier/)
  })
})

test('one’s own workbook is filled by the job, and the template itself is not touched', async () => {
  const template = new ExcelJS.Workbook()
  template.addWorksheet('Suivi').getCell('A1').value = 'Total'
  template.definedNames.add("'Suivi'!$B$1", 'total_conventions_notifie')
  const path = folder.path('mon suivi.xlsx')
  await template.xlsx.writeFile(path)
  const before = readFileSync(path)
  const { uploadId } = desk.adopt(path)
  const result = await runNamed<{ fileName: string; filled: number; downloadId: string }>(
    'templates.fill',
    { ...context(), files: desk },
    { uploadId, employerId: null, fiscalYear: 2026, at: null, names: true, withoutForeign: false },
  )
  expect(result).toMatchObject({ fileName: 'mon suivi-rempli.xlsx', filled: 1 })
  const filled = new ExcelJS.Workbook()
  await filled.xlsx.load(delivered(result.downloadId) as unknown as ExcelJS.Buffer)
  expect(filled.getWorksheet('Suivi')?.getCell('B1').value).toBe(396_500)
  expect(Buffer.compare(before, readFileSync(path))).toBe(0)
})

test('a template that is gone, or is a folder, is said in words: nothing is filled, nothing is called unexpected', async () => {
  const gone = desk.adopt(folder.path('parti.docx')).uploadId
  const isFolder = desk.adopt(folder.folder).uploadId
  const files = { ...context(), files: desk }
  const contract = facts.contracts.find((c) => c.endsOn === '2027-01-31')?.id ?? 0
  const year = { employerId: null, fiscalYear: 2026, at: null, names: true, withoutForeign: false }
  const letter = { kind: 'renewal', id: contract, withoutForeign: false }
  for (const [uploadId, code] of [
    [gone, 'import.gone'],
    [isFolder, 'import.folder'],
  ]) {
    const refused = { error: { code } }
    await expect(runNamed('templates.look', files, { uploadId, kind: 'docx' })).rejects.toMatchObject(refused)
    await expect(runNamed('templates.fill', files, { ...year, uploadId })).rejects.toMatchObject(refused)
    const filled = runNamed('letters.fill', files, { ...letter, templateUploadId: uploadId })
    await expect(filled).rejects.toMatchObject(refused)
  }
})
