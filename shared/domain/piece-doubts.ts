/** Why an attached piece is never handed to the system's viewer, only saved where the person says. Words: shared/text/dossier/pieces.ts. */
export const PIECE_DOUBTS = [
  /** Its extension is none of those kept in a dossier. */
  'kind',
  /** The dossier says another type than its name does. */
  'label',
  /** Its content is not that of its extension. */
  'content',
  /** Its content is also an archive. */
  'two-kinds',
  'macros',
  /** It fetches a template or an object elsewhere as soon as it is opened. */
  'remote',
  /** Under a password: nothing can be judged. */
  'sealed',
  /** Out of all measure once inflated: nothing can be judged either. */
  'huge',
  /** Its bytes are not those that were recorded. */
  'altered',
] as const
export type PieceDoubt = (typeof PIECE_DOUBTS)[number]
