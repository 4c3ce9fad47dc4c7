/** Files attached inside the dossier: added and removed as undoable acts, their bytes kept once, opened only on request. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import type { documentChannels } from '#shared/api/channels/documents.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { Document, Facts, Id } from '#shared/domain/facts.ts'
import type { OwnerKind, Sector } from '#shared/domain/words.ts'
import { checklist, EVENT_OWNER } from '#shared/rules/checklists.ts'
import { indexFacts, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerOf } from '#shared/rules/engine/states/position-state.ts'
import {
  attachRefusal,
  documentErrorOf,
  fileNotAttached,
  openRefusal,
} from '#shared/text/errors/document-errors.ts'
import { dayOfInstant } from '../../clock.ts'
import type { Dossier, ReadableDb } from '../../store/dossier.ts'
import { insertEntity, readEntity, removeEntity } from '../../store/entities.ts'
import { hasRoomFor } from '../../store/opening/bounds.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import { safeFileName } from '../session/names.ts'
import type { Session } from '../session/session.ts'
import { contentOf, keepContent } from './content.ts'
import { doubtsOf } from './doubts.ts'
import { judgeFile, judgePiece } from './judge.ts'
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
    'documents.save': ({ dossier }, { id }) => save(dossier, id, session),
    'documents.checklist': (context, input) => checklistOf(context, input),
  }
}

function viewOf(dossier: Dossier, owners: readonly Owner[]): Output<'documents.of'> {
  return {
    documents: doubtsOf(dossier, documentsOf(dossier, owners)),
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
  { dossier, now }: Context,
  input: Parsed<'documents.attach'>,
  file: { readonly name: string; readonly path: string },
): { id: Id } {
  const name = safeFileName(file.name, 'piece')
  if (statSync(file.path).size > MAX_BYTES) throw new Refusal(fileNotAttached('document.too-large', name))
  if (!hasRoomFor(dossier.path, MAX_BYTES)) throw new Refusal(fileNotAttached('document.dossier-full', name))
  const bytes = readFileSync(file.path)
  if (bytes.length === 0) throw new Refusal(fileNotAttached('document.empty', name))
  const judged = judgeFile(file.name, bytes)
  if (judged.doubt !== null) throw new Refusal(attachRefusal(name, judged.doubt))
  const { ownerKind, ownerId, checklistItem } = input
  const id = dossier.act({ label: `pièce jointe « ${file.name} »`, kind: 'edit' }, (db) => {
    if (!ownerExists(db, input)) throw new Refusal(documentErrorOf('document.owner-gone'))
    const sha256 = keepContent(db, bytes)
    const { mime } = judged.kind
    const values = { ownerKind, ownerId, name: file.name, mime, size: bytes.length, sha256 }
    return insertEntity(db, 'document', { ...values, addedOn: dayOfInstant(now), checklistItem })
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

/** Judged at this very moment, on the bytes that are handed over: whatever brought the piece here. */
async function open(
  dossier: Dossier,
  id: Id,
  { desk, shell }: Pick<Session, 'desk' | 'shell'>,
): Promise<Output<'documents.open'>> {
  const { document, bytes } = pieceOf(dossier, id)
  const judged = judgePiece(document, bytes)
  if (judged.doubt !== null) throw new Refusal(openRefusal(judged.name, judged.doubt))
  // For reading: what would be typed in the viewer goes with the temporary file, and must not seem kept.
  const path = desk.temporaryFile(judged.name)
  writeFileSync(path, bytes, { mode: 0o400 })
  if (shell.dialogs === null) {
    const { downloadId } = await desk.deliver({ name: judged.name, path })
    return { downloadId }
  }
  if (!(await shell.dialogs.openFile(path))) throw new Refusal(documentErrorOf('document.no-viewer'))
  return { downloadId: null }
}

async function save(
  dossier: Dossier,
  id: Id,
  { desk }: Pick<Session, 'desk'>,
): Promise<Output<'documents.save'>> {
  const { document, bytes } = pieceOf(dossier, id)
  const { name } = judgePiece(document, bytes)
  const path = desk.temporaryPath('piece')
  writeFileSync(path, bytes, { mode: 0o600 })
  return { fileName: name, ...(await desk.deliver({ name, path })) }
}

function pieceOf(dossier: Dossier, id: Id): { readonly document: Document; readonly bytes: Uint8Array } {
  const document = documentOf(dossier, id)
  const bytes = dossier.read((db) => contentOf(db, document.sha256))
  if (bytes === null) throw new Refusal(documentErrorOf('document.gone'))
  return { document, bytes }
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
