/**
 * The judgement of each piece of a list. Contents never change under their SHA-256, so each is judged once while the dossier is
 * open; opening judges again, on the bytes it hands over.
 */
import type { ShownDocument } from '#shared/api/channels/documents.ts'
import type { Document } from '#shared/domain/facts.ts'
import type { PieceDoubt } from '#shared/domain/piece-doubts.ts'
import type { Dossier } from '../../store/dossier.ts'
import { contentOf } from './content.ts'
import { judgePiece } from './judge.ts'

const known = new WeakMap<Dossier, Map<string, PieceDoubt | null>>()

export function doubtsOf(dossier: Dossier, documents: readonly Document[]): readonly ShownDocument[] {
  const judged = known.get(dossier) ?? new Map<string, PieceDoubt | null>()
  known.set(dossier, judged)
  return documents.map((document) => {
    const { name, mime, size, sha256 } = document
    const key = JSON.stringify([name, mime, size, sha256])
    let doubt = judged.get(key)
    if (doubt === undefined) {
      const bytes = dossier.read((db) => contentOf(db, sha256))
      doubt = bytes === null ? 'altered' : judgePiece(document, bytes).doubt
      judged.set(key, doubt)
    }
    return { ...document, doubt }
  })
}
