/** Files attached inside the dossier: added and removed as undoable acts, their bytes kept once, opened only on request. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { documentChannels } from '#shared/api/channels/documents.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { Document, Facts, Id } from '#shared/domain/facts.ts'
import type { OwnerKind, Sector } from '#shared/domain/words.ts'
import { checklist, EVENT_OWNER } from '#shared/rules/checklists.ts'
import { indexFacts, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerOf } from '#shared/rules/engine/states/position-state.ts'
import { documentErrorOf } from '#shared/text/errors/document-errors.ts'
import type { Dossier, ReadableDb } from '../../store/dossier.ts'
import { insertEntity, readEntity, removeEntity } from '../../store/entities.ts'
import { hasRoomFor } from '../../store/opening/bounds.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import type { Session } from '../session/session.ts'
import { keepContent } from './content.ts'
import { kindOf } from './kinds.ts'
import { documentsOf, type Owner, ownersOfPosition } from './owners.ts'

const MAX_BYTES = 25 * 1024 * 1024

type Context = ServiceContext

export function documentServices(session: Pick<Session, 'desk' | 'shell'>): {
  readonly [C in keyof typeof documentChannels]: (
    context: Context,
    input: Parsed<C>,
  ) => Output<C> | Promise<Output<C>>
} {
  return {
    'documents.of': ({ dossier }, owner) => viewOf(dossier, [owner]),
    'documents.ofPosition': ofPosition,
    'documents.attach': (context, input) => attach(context, input, session.desk.chosen(input.uploadId)),
    'documents.remove': remove,
    'documents.open': ({ dossier }, { id }) => open(dossier, id, session),
    'documents.checklist': (context, input) => checklistOf(context, input),
  }
}

function viewOf(dossier: Dossier, owners: readonly Owner[]): Output<'documents.of'> {
  return {
    documents: documentsOf(dossier, owners),
    totalSize: dossier.read(
      (db) => db.get<{ size: number | null }>('SELECT sum(size) AS size FROM document')?.size ?? 0,
    ),
  }
}

function ofPosition({ dossier }: Context, { positionId }: Parsed<'documents.ofPosition'>) {
  const facts = dossier.readFacts()
  return viewOf(dossier, ownersOfPosition(facts, indexFacts(facts), positionId))
}

function attach(
  { dossier, today }: Context,
  input: Parsed<'documents.attach'>,
  file: { readonly name: string; readonly path: string },
): { id: Id } {
  if (statSync(file.path).size > MAX_BYTES) throw new Refusal(documentErrorOf('document.too-large'))
  if (!hasRoomFor(dossier.path, MAX_BYTES)) throw new Refusal(documentErrorOf('document.dossier-full'))
  const bytes = readFileSync(file.path)
  if (bytes.length === 0) throw new Refusal(documentErrorOf('document.empty'))
  const kind = kindOf(file.name, bytes)
  if ('refused' in kind) throw new Refusal(documentErrorOf(kind.refused))
  const { ownerKind, ownerId, checklistItem } = input
  const id = dossier.act({ label: `pièce jointe « ${file.name} »`, kind: 'edit' }, (db) => {
    if (!ownerExists(db, input)) throw new Refusal(documentErrorOf('document.owner-gone'))
    const sha256 = keepContent(db, bytes)
    const values = { ownerKind, ownerId, name: file.name, mime: kind.mime, size: bytes.length, sha256 }
    return insertEntity(db, 'document', { ...values, addedOn: today, checklistItem })
  })
  return { id }
}

function ownerExists(db: ReadableDb, { ownerKind, ownerId }: Owner): boolean {
  return readEntity(db, ownerKind, ownerId) !== undefined
}

function remove({ dossier }: Context, { id }: Parsed<'documents.remove'>): { removed: number } {
  const document = documentOf(dossier, id)
  dossier.act({ label: `retrait de la pièce « ${document.name} »`, kind: 'edit' }, (db) =>
    removeEntity(db, 'document', id),
  )
  return { removed: 1 }
}

async function open(
  dossier: Dossier,
  id: Id,
  { desk, shell }: Pick<Session, 'desk' | 'shell'>,
): Promise<Output<'documents.open'>> {
  const document = documentOf(dossier, id)
  const content = dossier.read((db) =>
    db.get<{ bytes: Uint8Array }>('SELECT bytes FROM document_content WHERE sha256 = ?', document.sha256),
  )
  if (content === undefined) throw new Refusal(documentErrorOf('document.gone'))
  const path = desk.temporaryPath(extname(document.name).slice(1))
  writeFileSync(path, content.bytes, { mode: 0o600 })
  if (shell.dialogs === null) {
    const { downloadId } = await desk.deliver({ name: document.name, path })
    return { downloadId }
  }
  await shell.dialogs.openFile(path)
  return { downloadId: null }
}

function documentOf(dossier: Dossier, id: Id): Document {
  const document = dossier.read((db) => readEntity(db, 'document', id))
  if (document === undefined) throw new Refusal(documentErrorOf('document.gone'))
  return document
}

function checklistOf(
  { dossier, today }: Context,
  { event, ownerId }: Parsed<'documents.checklist'>,
): Output<'documents.checklist'> {
  const { documents } = viewOf(dossier, [{ ownerKind: EVENT_OWNER[event], ownerId }])
  return checklist(event, sectorOf(dossier.readFacts(), EVENT_OWNER[event], ownerId, today), documents)
}

/** Sector of the employer behind a contract, an agreement or a tranche. */
function sectorOf(facts: Facts, kind: OwnerKind, id: Id, today: Context['today']): Sector {
  const index = indexFacts(facts)
  const agreementId = kind === 'instalment' ? index.instalments.get(id)?.agreementId : id
  const positionId = kind === 'contract' ? index.contracts.get(id)?.positionId : undefined
  const employerId =
    positionId === undefined
      ? index.agreements.get(agreementId ?? 0)?.employerId
      : employerOf(rowsOf(index.attachmentsByPosition, positionId), today)
  return index.employers.get(employerId ?? 0)?.sector ?? 'private'
}
