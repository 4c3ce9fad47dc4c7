/** What attaching and opening a file refuses: what happened, what was kept, what to do. */
import type { DoorError } from '../../api/envelope.ts'

const sentences = {
  'document.too-large':
    'Ce fichier dépasse 25 Mo : il n’a pas été joint. Le réduire (par exemple en PDF), ou le garder dans vos dossiers et noter son emplacement.',
  'document.dossier-full':
    'Ce dossier pèse déjà près de 2 Go de pièces jointes : le fichier n’a pas été joint. Le garder dans vos dossiers et noter son emplacement.',
  'document.empty': 'Ce fichier est vide : il n’a pas été joint. Choisir un autre fichier.',
  'document.kind':
    'Seuls les PDF, images et documents bureautiques sont joints au dossier ; les programmes et pages web ne le sont jamais. Rien n’a été ajouté.',
  'document.not-what-it-says':
    'Le contenu de ce fichier ne correspond pas à son extension : il n’a pas été joint. L’enregistrer à nouveau dans son format, puis réessayer.',
  'document.gone': 'Cette pièce n’existe plus dans le dossier. Actualiser l’affichage.',
  'document.owner-gone': 'L’élément auquel joindre la pièce n’existe plus. Actualiser l’affichage.',
} as const

export function documentErrorOf(code: keyof typeof sentences): DoorError {
  return { code, message: sentences[code] }
}
