/** Files attached inside the dossier, and the pieces an event still misses. */
import { z } from 'zod'
import type { Document } from '../../domain/facts.ts'
import type { PieceDoubt } from '../../domain/piece-doubts.ts'
import { OWNER_KINDS } from '../../domain/words.ts'
import { CHECKLIST_EVENTS, type Checklist } from '../../rules/checklists.ts'
import { idField } from '../../schemas/values.ts'
import { channel } from '../channel.ts'
import type { DeliveredFile } from './letters.ts'

/** `doubt`: why it is only saved, never opened; null: it opens. */
export interface ShownDocument extends Document {
  readonly doubt: PieceDoubt | null
}

export interface DocumentsView {
  readonly documents: readonly ShownDocument[]
  /** Of all files of the dossier, in bytes: what they weigh in its copies. */
  readonly totalSize: number
}

export const documentChannels = {
  /** Of a post: its own files and those of its contracts, agreements and tranches. */
  'documents.ofPosition': channel<DocumentsView>()(z.strictObject({ positionId: idField })),
  'documents.of': channel<DocumentsView>()(
    z.strictObject({ ownerKind: z.enum(OWNER_KINDS), ownerId: idField }),
  ),
  'documents.attach': channel<{ readonly id: number }>()(
    z.strictObject({
      ownerKind: z.enum(OWNER_KINDS),
      ownerId: idField,
      uploadId: z.string().max(100),
      checklistItem: z.string().max(60).nullable(),
    }),
  ),
  'documents.remove': channel<{ readonly removed: number }>()(z.strictObject({ id: idField })),
  /** Desktop: opened with the system. Browser: offered as a download. Refused where anything of it is doubtful. */
  'documents.open': channel<{ readonly downloadId: string | null }>()(z.strictObject({ id: idField })),
  /** Saved where the person says, under its true name; the doubtful ones too, once the page has said why. */
  'documents.save': channel<DeliveredFile>()(z.strictObject({ id: idField })),
  'documents.checklist': channel<Checklist>()(
    z.strictObject({ event: z.enum(CHECKLIST_EVENTS), ownerId: idField }),
  ),
} as const
