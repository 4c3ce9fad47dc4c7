/** Attached pieces that are only saved, never opened: why, in a few words that follow "car" or stand alone in a list. */
import type { PieceDoubt } from '../../domain/piece-doubts.ts'
import { frenchAll } from '../french.ts'

export const PIECES_TEXT = frenchAll({
  saveOnly: 'à enregistrer seulement',
  why: {
    kind: `son nom n'est celui ni d'un PDF, ni d'une image, ni d'un document bureautique, et ce peut être un programme`,
    label: `le dossier l'annonce comme autre chose que ce que dit son nom`,
    content: `son contenu n'est pas celui qu'annonce son nom`,
    'two-kinds': `son contenu est aussi celui d'une archive, cachée derrière ce qu'il montre`,
    macros: `il contient des macros, c'est-à-dire un programme`,
    remote: `il va chercher un modèle ou un objet sur une autre machine dès qu'on l'ouvre`,
    sealed: `il est protégé par un mot de passe, et son contenu ne peut pas être vérifié`,
    huge: `il est démesuré une fois décompressé, et son contenu ne peut pas être vérifié`,
    altered: `son contenu n'est pas celui qui avait été enregistré`,
  } satisfies Readonly<Record<PieceDoubt, string>>,
  refused: (name: string, why: string) =>
    `« ${name} » n'est pas ouvert par Jalon : ${why}. La pièce reste dans le dossier. Si vous savez de qui elle vient, enregistrez-la à l'endroit de votre choix.`,
  imported: (name: string, why: string) =>
    `La pièce « ${name} » est reprise, mais à enregistrer seulement : ${why}. Jalon ne l'ouvrira pas.`,
  notAttached: (name: string, why: string, advice: string) =>
    `« ${name} » n'a pas été joint : ${why}. Rien n'a été ajouté. ${advice}`,
  again: `L'enregistrer à nouveau dans son format (PDF, par exemple), puis réessayer.`,
  withoutMacros: `L'enregistrer sans macros (.docx, .xlsx) ou en PDF, puis réessayer.`,
})
