import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentServices } from '../../../electron/services/documents/index.ts'
import { createDesk } from '../../../electron/services/session/desk.ts'
import { writeServices } from '../../../electron/services/write/index.ts'
import { codeOf } from '../../support/refusal-code.ts'
import { passerelles } from '../write/given.ts'

const PDF = Buffer.from('%PDF-1.7\nLettre de préavis')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-pieces-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function desktop() {
  const given = passerelles()
  const desk = createDesk(join(folder, 'temporary'), null)
  const shell = { kind: 'browser', dialogs: null } as const
  const services = documentServices({ desk, shell })
  const choose = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return desk.adopt(path).uploadId
  }
  const attach = (name: string, bytes: Uint8Array, checklistItem: string | null = null) =>
    services['documents.attach'](given.context, {
      ownerKind: 'agreement',
      ownerId: given.agreement,
      uploadId: choose(name, bytes),
      checklistItem,
    }) as { id: number }
  return { ...given, desk, services, attach }
}

describe('A file attached to the dossier', () => {
  it('is found on its convention and on the post it funds, and comes back byte for byte', async () => {
    const { context, services, attach, agreement, position, desk } = desktop()
    const { id } = attach('convention.pdf', PDF)
    const of = await services['documents.of'](context, { ownerKind: 'agreement', ownerId: agreement })
    const ofPost = await services['documents.ofPosition'](context, { positionId: position })
    expect(of).toMatchObject({
      documents: [{ id, name: 'convention.pdf', mime: 'application/pdf' }],
      totalSize: PDF.length,
    })
    expect(ofPost.documents.map((d) => d.id)).toEqual([id])

    const { downloadId } = await services['documents.open'](context, { id })
    const file = desk.takeDownload(downloadId ?? '')
    expect(file?.name).toBe('convention.pdf')
    expect(readFileSync(file?.path ?? '').equals(PDF)).toBe(true)
  })

  it('removed by mistake, comes back with its bytes', async () => {
    const { context, services, attach } = desktop()
    const { id } = attach('convention.pdf', PDF)
    services['documents.remove'](context, { id })
    expect(codeOf(() => services['documents.remove'](context, { id }))).toBe('document.gone')
    writeServices['write.undo'](context, {})
    const { downloadId } = await services['documents.open'](context, { id })
    expect(downloadId).not.toBeNull()
  })

  it('attached twice is stored once', () => {
    const { context, attach } = desktop()
    attach('convention.pdf', PDF)
    attach('copie.pdf', PDF)
    const kept = context.dossier.read((db) =>
      db.get<{ n: number }>('SELECT count(*) AS n FROM document_content'),
    )
    expect(kept?.n).toBe(1)
  })

  it('answers a piece of the checklist of its event', async () => {
    const { context, services, attach, agreement } = desktop()
    const look = () =>
      services['documents.checklist'](context, { event: 'agreement-end', ownerId: agreement })
    const before = await look()
    expect(before.items.map((i) => i.item)).toContain('financial-report')
    attach('attestation.pdf', PDF, 'use-attestation')
    expect((await look()).missing).toBe(before.missing - 1)
  })

  it.each([
    ['virus.exe', PDF, 'document.kind'],
    ['page.html', PDF, 'document.kind'],
    ['sans-extension', PDF, 'document.kind'],
    ['__proto__', PDF, 'document.kind'],
    ['programme.pdf', Buffer.from('MZ\x90\x00'), 'document.not-what-it-says'],
    ['vide.pdf', Buffer.alloc(0), 'document.empty'],
    ['enorme.pdf', Buffer.concat([PDF, Buffer.alloc(26 * 1024 * 1024)]), 'document.too-large'],
  ])('%s is refused: %s', (name, bytes, code) => {
    const { attach, context } = desktop()
    const revision = context.dossier.revision
    expect(codeOf(() => attach(name, bytes))).toBe(code)
    expect(context.dossier.revision).toBe(revision)
  })
})
