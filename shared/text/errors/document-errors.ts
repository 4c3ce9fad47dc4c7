/** What attaching and opening a file refuses: what happened, what was kept, what to do. */
import type { DoorError } from '../../api/envelope.ts'
import type { PieceDoubt } from '../../domain/piece-doubts.ts'
import { PIECES_TEXT } from '../dossier/pieces.ts'

const sentences = {
  'document.too-large':
    'Ce fichier dépasse 25 Mo : il n’a pas été joint. Le réduire (par exemple en PDF), ou le garder dans vos dossiers et noter son emplacement.',
  'document.dossier-full':
    'Ce dossier pèse déjà près de 2 Go de pièces jointes : le fichier n’a pas été joint. Le garder dans vos dossiers et noter son emplacement.',
  'document.empty': 'Ce fichier est vide : il n’a pas été joint. Choisir un autre fichier.',
  'document.kind':
    'Seuls les PDF, images et documents bureautiques sont joints au dossier ; les programmes et pages web ne le sont jamais. Rien n’a été ajouté.',
  'document.gone': 'Cette pièce n’existe plus dans le dossier. Actualiser l’affichage.',
  'document.no-viewer':
    'Aucun programme de cet ordinateur n’a pu ouvrir cette pièce. Elle reste dans le dossier : l’enregistrer à l’endroit de votre choix, puis l’ouvrir de là.',
  'document.owner-gone': 'L’élément auquel joindre la pièce n’existe plus. Actualiser l’affichage.',
} as const

export function documentErrorOf(code: keyof typeof sentences): DoorError {
  return { code, message: sentences[code] }
}

/** Attaching refuses what could not be opened afterwards. */
export function attachRefusal(doubt: PieceDoubt): DoorError {
  if (doubt === 'kind') return documentErrorOf('document.kind')
  return { code: 'document.not-what-it-says', message: PIECES_TEXT.notAttached(PIECES_TEXT.why[doubt]) }
}

/** Opening refuses, and says how to have the piece all the same. */
export function openRefusal(name: string, doubt: PieceDoubt): DoorError {
  return { code: 'document.save-only', message: PIECES_TEXT.refused(name, PIECES_TEXT.why[doubt]) }
}
