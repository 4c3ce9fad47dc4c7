/** What a stranger's document holds that acts by itself: its name, and what it could do once opened. */
import type { ForeignKind, ForeignPart } from '../../domain/foreign-parts.ts'
import { seenBeginning } from '../../domain/seen-text.ts'
import { frenchAll } from '../french.ts'

export const FOREIGN_WORDS = frenchAll({
  macros: { name: 'Macros', does: `un programme, qui peut se lancer à l'ouverture` },
  controls: { name: 'Contrôles ActiveX', does: 'de petits programmes placés dans la page' },
  objects: {
    name: `Objets d'un autre logiciel`,
    does: `un fichier caché dans le document, qu'un double-clic ouvre`,
  },
  chunks: { name: 'Documents insérés', does: `un autre document, ajouté au texte à l'ouverture` },
  'remote-template': {
    name: 'Modèle attaché',
    does: `cherché à cette adresse à l'ouverture, avec ses macros`,
  },
  'remote-pictures': {
    name: 'Images à distance',
    does: `chargées à l'ouverture : leur auteur apprend que le document est lu, et d'où`,
  },
  'remote-parts': { name: 'Éléments à distance', does: `pris à cette adresse à l'ouverture` },
  'odd-links': {
    name: 'Liens inhabituels',
    does: `un clic ouvre un fichier ou un programme, non une page web`,
  },
  fields: {
    name: 'Champs actifs',
    does: `insèrent un fichier, une image ou la réponse d'un autre programme`,
  },
  connections: {
    name: 'Connexions à des données',
    does: `interrogent une base ou un autre fichier à l'ouverture`,
  },
  'workbook-links': {
    name: `Liens vers d'autres classeurs`,
    does: `prennent des valeurs dans d'autres fichiers`,
  },
  formulas: {
    name: 'Formules qui sortent du classeur',
    does: `appellent un programme, un service web ou un autre fichier`,
  },
} satisfies Readonly<Record<ForeignKind, { readonly name: string; readonly does: string }>>)

const MOST_NAMED = 3
const LONGEST = 60

/** "Macros (vbaProject.bin)": the kind and a few of the addresses, codes or parts it is made of. */
export function foreignName({ kind, named }: ForeignPart): string {
  const first = named
    .filter((each) => each !== '')
    .slice(0, MOST_NAMED)
    .map((each) => seenBeginning(each, LONGEST))
  const more = named.length > MOST_NAMED ? ', …' : ''
  return first.length === 0
    ? FOREIGN_WORDS[kind].name
    : `${FOREIGN_WORDS[kind].name} (${first.join(', ')}${more})`
}
