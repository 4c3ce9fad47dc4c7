/**
 * Pieces that came with a stranger's file, by every door: an interchange file, a dossier written by another hand, its copy put
 * back. Whatever the door, the system's viewer is handed nothing that is not what it says.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { JobState } from '#shared/api/envelope.ts'
import type { ImportPlan } from '#shared/api/import.ts'
import type { ShellDialogs } from '../../../electron/services/session/ports.ts'
import { type TestApplication, testApplication } from '../../support/application.ts'
import { announcedSha, type StrangePiece, slipIn } from '../../support/files/slip-in.ts'
import { PDF, PROGRAM, wordFile } from '../../support/files/strange-files.ts'
import { resultOf } from '../../support/jobs.ts'

interface Opened {
  readonly name: string
  readonly bytes: Buffer
  readonly mode: number
}

/** A desktop whose system viewer writes down what it was handed, and whose dialogs save in a folder of their own. */
function desktop() {
  const opened: Opened[] = []
  const saved: string[] = []
  let viewerTakes = true
  const place: { folder: string } = { folder: '' }
  const dialogs: ShellDialogs = {
    openDossier: async () => null,
    createDossier: async (name) => join(place.folder, name),
    chooseImport: async () => null,
    async saveAs(name) {
      saved.push(name)
      return join(place.folder, name)
    },
    async openFile(path) {
      opened.push({ name: basename(path), bytes: readFileSync(path), mode: statSync(path).mode & 0o777 })
      return viewerTakes
    },
  }
  const app = testApplication({ shell: { kind: 'desktop', dialogs } })
  place.folder = app.folder
  return { app, opened, saved, withoutViewer: () => (viewerTakes = false) }
}

const PIECES: readonly StrangePiece[] = [
  { name: 'Contrat signé.exe', bytes: PROGRAM },
  { name: 'Contrat sign\u202efdp.exe', bytes: Buffer.concat([PROGRAM, PROGRAM]) },
  { name: 'avenant.pdf', bytes: Buffer.from('#!/bin/sh\necho %PDF-1.7') },
  { name: 'courrier.docx', bytes: wordFile({ more: { 'word/vbaProject.bin': PROGRAM } }) },
  { name: 'page.pdf', mime: 'text/html', bytes: Buffer.concat([PDF, PDF]) },
]
const HONEST: StrangePiece = { name: 'convention\u200b signée.pdf', bytes: PDF }

/** A dossier of one structure with these pieces, as an interchange file written by hand. */
async function interchangeFile(app: TestApplication, pieces: readonly StrangePiece[]): Promise<string> {
  const started = await app.value('interchange.export', {
    employerIds: null,
    personId: null,
    withDocuments: true,
  })
  const { savedTo } = await resultOf<{ savedTo: string }>(app, started as JobState)
  const json = JSON.parse(readFileSync(savedTo, 'utf8'))
  json.documents = pieces.map((piece, i) => ({
    id: i + 1,
    ownerKind: 'employer',
    ownerId: 1,
    name: piece.name,
    mime: piece.mime ?? 'application/pdf',
    size: piece.size ?? piece.bytes.length,
    sha256: announcedSha(piece),
    addedOn: '2026-11-20',
    checklistItem: null,
  }))
  json.documentContents = pieces.map((piece) => ({
    sha256: announcedSha(piece),
    base64: Buffer.from(piece.bytes).toString('base64'),
  }))
  const path = join(app.folder, 'recu.json')
  writeFileSync(path, JSON.stringify(json))
  return path
}

async function ownDossier(app: TestApplication): Promise<string> {
  await app.value('file.create', { name: 'lien' })
  const values = { name: 'Association Lien', sector: 'private', legalForm: 'association' }
  await app.value('write.save', { entity: 'employer', id: null, values })
  return app.session.context().dossier.path
}

const listed = (app: TestApplication) => app.value('documents.of', { ownerKind: 'employer', ownerId: 1 })

describe('pieces of an interchange file', () => {
  test('that are not what they say are kept, announced before anything is written, and never opened', async () => {
    const { app, opened } = desktop()
    await using _ = app
    await ownDossier(app)
    const path = await interchangeFile(app, [...PIECES, HONEST])
    await app.value('file.create', { name: 'autre' })
    const { uploadId } = app.session.desk.adopt(path)
    const plan = await resultOf<ImportPlan>(
      app,
      (await app.value('import.plan', { uploadId, profile: null, mapping: null })) as JobState,
    )
    const said = plan.notices.filter((n) => n.code === 'merge.piece').map((n) => n.message)
    expect(said).toHaveLength(PIECES.length)
    expect(said[0]).toMatch(/«\sContrat signé\.exe\s» est reprise, mais à enregistrer seulement/)
    await resultOf(
      app,
      (await app.value('import.apply', { uploadId, profile: null, mapping: null, leaveOut: [] })) as JobState,
    )

    const { documents } = await listed(app)
    expect(documents.map((d) => [d.name, d.doubt])).toEqual([
      ['Contrat signé.exe', 'kind'],
      ['Contrat signfdp.exe', 'kind'],
      ['avenant.pdf', 'content'],
      ['courrier.docx', 'macros'],
      ['page.pdf', 'label'],
      ['convention signée.pdf', null],
    ])
    for (const { id, doubt } of documents) {
      const answer = await app.call('documents.open', { id })
      expect(answer.ok).toBe(doubt === null)
      if (!answer.ok) expect(answer.error.code).toBe('document.save-only')
    }
    expect(opened.map((file) => file.name)).toEqual(['convention signée.pdf'])
  })

  test('are saved on request, byte for byte, under their true name', async () => {
    const { app, saved } = desktop()
    await using _ = app
    await ownDossier(app)
    const path = await interchangeFile(app, PIECES)
    await app.value('file.create', { name: 'autre' })
    const { uploadId } = app.session.desk.adopt(path)
    await resultOf(
      app,
      (await app.value('import.apply', { uploadId, profile: null, mapping: null, leaveOut: [] })) as JobState,
    )
    saved.length = 0
    const { documents } = await listed(app)
    const turned = documents.find((d) => d.name === 'Contrat signfdp.exe')
    const { savedTo } = await app.value('documents.save', { id: turned?.id ?? 0 })
    expect(saved).toEqual(['Contrat signfdp.exe'])
    expect(readFileSync(savedTo ?? '').equals(Buffer.concat([PROGRAM, PROGRAM]))).toBe(true)
    expect(statSync(savedTo ?? '').mode & 0o111).toBe(0)
  })
})

describe('pieces of a dossier another hand wrote', () => {
  test('are judged when listed and when opened, also where the bytes are not those the file announces', async () => {
    const { app, opened } = desktop()
    await using _ = app
    const path = await ownDossier(app)
    await app.value('file.close', {})
    const altered: StrangePiece = { name: 'attestation.pdf', bytes: PDF, sha256: 'a'.repeat(64) }
    const shorter: StrangePiece = { name: 'fiche.pdf', bytes: Buffer.concat([PDF, PDF, PDF]), size: 10 }
    slipIn(path, [...PIECES, altered, shorter])
    await app.session.open(path)

    const { documents } = await listed(app)
    expect(documents.filter((d) => d.doubt === null)).toEqual([])
    expect(documents.slice(-2).map((d) => d.doubt)).toEqual(['altered', 'altered'])
    for (const { id } of documents) expect((await app.call('documents.open', { id })).ok).toBe(false)
    expect(opened).toEqual([])
  })

  test('show their names, and those who wrote them, without what nobody can see', async () => {
    const { app } = desktop()
    await using _ = app
    const path = await ownDossier(app)
    await app.value('file.close', {})
    slipIn(path, [...PIECES, HONEST])
    await app.session.open(path)
    const shown = JSON.stringify([
      await listed(app),
      await app.value('file.status', {}),
      await app.value('read.journal', { positionId: null, before: null, limit: 20 }),
    ])
    expect(shown).toContain('Contrat signfdp.exe')
    expect(shown).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/)
  })
})

describe('a piece that is what it says', () => {
  test('is handed to the viewer for reading only, to its owner only, under the kind that was judged', async () => {
    const { app, opened } = desktop()
    await using _ = app
    const path = await ownDossier(app)
    await app.value('file.close', {})
    slipIn(path, [{ ...HONEST, name: '../../Contrat:signé .PDF' }])
    await app.session.open(path)
    const { documents } = await listed(app)
    await app.value('documents.open', { id: documents[0]?.id ?? 0 })
    expect(opened).toEqual([{ name: 'Contrat signé .pdf', bytes: PDF, mode: 0o400 }])
    expect(extname(opened[0]?.name ?? '')).toBe('.pdf')
  })

  test('that no program of the machine can show says so', async () => {
    const { app, withoutViewer } = desktop()
    await using _ = app
    const path = await ownDossier(app)
    await app.value('file.close', {})
    slipIn(path, [HONEST])
    await app.session.open(path)
    withoutViewer()
    const { documents } = await listed(app)
    const answer = await app.call('documents.open', { id: documents[0]?.id ?? 0 })
    expect(answer).toMatchObject({ ok: false, error: { code: 'document.no-viewer' } })
  })
})
