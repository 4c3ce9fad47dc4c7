/**
 * Whether a piece may be handed to the system's viewer. A piece comes from a stranger's file as often as from the person's own
 * disk, so the one judgement is asked at every door (attaching, import, list, opening): name, recorded type and content agree,
 * and are of a kind that only shows something. Everything else stays in the dossier and is only saved, with words.
 *
 * Proportionate: what a viewer already asks before doing (a link in a PDF, an object to double-click) is left to it.
 */
import { createHash } from 'node:crypto'
import type { Document } from '#shared/domain/facts.ts'
import type { PieceDoubt } from '#shared/domain/piece-doubts.ts'
import { safeFileName } from '../session/names.ts'
import { doubtOfContent } from './contents.ts'
import { kindOfName, type PieceKind } from './kinds.ts'

export type Judgement =
  /** `name` as it may be shown and given to a file, its extension that of the kind judged. */
  | { readonly name: string; readonly kind: PieceKind; readonly doubt: null }
  | { readonly name: string; readonly doubt: PieceDoubt }

export type JudgedPiece = Pick<Document, 'name' | 'mime' | 'size' | 'sha256'>

/** A piece of the dossier and the bytes kept for it. */
export function judgePiece(piece: JudgedPiece, bytes: Uint8Array): Judgement {
  const judged = judgeFile(piece.name, bytes)
  if (piece.size !== bytes.length || piece.sha256 !== createHash('sha256').update(bytes).digest('hex'))
    return { name: judged.name, doubt: 'altered' }
  if (judged.doubt === null && piece.mime !== judged.kind.mime) return { name: judged.name, doubt: 'label' }
  return judged
}

/** A file that no dossier has yet said anything of. */
export function judgeFile(givenName: string, bytes: Uint8Array): Judgement {
  const name = safeFileName(givenName, 'piece')
  const kind = kindOfName(name)
  if (kind === null) return { name, doubt: 'kind' }
  const doubt = doubtOfContent(kind, bytes)
  if (doubt !== null) return { name, doubt }
  const stem = name.slice(0, name.lastIndexOf('.'))
  return { name: `${stem}.${kind.extension}`, kind, doubt }
}
