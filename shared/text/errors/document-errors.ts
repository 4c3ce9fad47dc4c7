/** What attaching and opening a file refuses: what happened, what was kept, what to do. */
import type { DoorError } from '../../api/envelope.ts'
import type { PieceDoubt } from '../../domain/piece-doubts.ts'
import { PIECES_TEXT } from '../dossier/pieces.ts'

const sentences = {
  'document.gone': 'Cette pièce n’existe plus dans le dossier. Actualiser l’affichage.',
  'document.no-viewer':
    'Aucun programme de cet ordinateur n’a pu ouvrir cette pièce. Elle reste dans le dossier : l’enregistrer à l’endroit de votre choix, puis l’ouvrir de là.',
  'document.owner-gone': 'L’élément auquel joindre la pièce n’existe plus. Actualiser l’affichage.',
} as const

/** Of one file among several that were given at once: each is named. */
const ofFile = {
  'document.too-large': (name) =>
    `« ${name} » dépasse 25 Mo et n’a pas été joint. Le réduire (par exemple en PDF), ou le garder dans vos dossiers et noter son emplacement.`,
  'document.dossier-full': (name) =>
    `Ce dossier pèse déjà près de 2 Go de pièces jointes : « ${name} » n’a pas été joint. Le garder dans vos dossiers et noter son emplacement.`,
  'document.empty': (name) => `« ${name} » est vide et n’a pas été joint. Choisir un autre fichier.`,
  'document.kind': (name) =>
    `« ${name} » n’a pas été joint : seuls le sont les PDF, les images et les documents bureautiques sans macros, jamais les programmes ni les pages web. Rien n’a été ajouté.`,
} as const satisfies Readonly<Record<string, (name: string) => string>>

export function documentErrorOf(code: keyof typeof sentences): DoorError {
  return { code, message: sentences[code] }
}

export function fileNotAttached(code: keyof typeof ofFile, name: string): DoorError {
  return { code, message: ofFile[code](name) }
}

/** Attaching refuses what could not be opened afterwards. */
export function attachRefusal(name: string, doubt: PieceDoubt): DoorError {
  if (doubt === 'kind') return fileNotAttached('document.kind', name)
  const advice = doubt === 'macros' ? PIECES_TEXT.withoutMacros : PIECES_TEXT.again
  return {
    code: 'document.not-what-it-says',
    message: PIECES_TEXT.notAttached(name, PIECES_TEXT.why[doubt], advice),
  }
}

/** Opening refuses, and says how to have the piece all the same. */
export function openRefusal(name: string, doubt: PieceDoubt): DoorError {
  return { code: 'document.save-only', message: PIECES_TEXT.refused(name, PIECES_TEXT.why[doubt]) }
}
