/**
 * Kind of contract, from the many spellings of real files: "CDD 18 MOIS", "CONTRAT DE PROJET 24 MOIS", "CDD PUBLIQUE 1+1"…
 * A CDD signed by a public employer is public law; its article is not guessed.
 */
import type { ContractKind, Sector } from '#shared/domain/words.ts'
import type { RawCell } from '../read/source.ts'
import { bare, type CellRead, EMPTY, errorOf, isAbsent, read, refused, shownText } from './cell.ts'

export interface WrittenKind {
  readonly kind: ContractKind
  /** Length said beside the kind; null where none is. */
  readonly months: number | null
  readonly text: string
}

export function readContractKind(cell: RawCell): CellRead<WrittenKind> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell).replace(/\s+/g, ' ')
  if (isAbsent(text)) return EMPTY
  const kind = kindOf(bare(text).replace(/[._-]/g, ' ').replace(/\s+/g, ' '))
  if (kind === null) return refused('contract-kind.unknown', { text })
  const months = /(\d{1,2}) ?mois/i.exec(text)
  const years = /(\d) ?ans?\b/i.exec(text)
  const length = months !== null ? Number(months[1]) : years !== null ? Number(years[1]) * 12 : null
  return read({ kind, months: length, text })
}

function kindOf(words: string): ContractKind | null {
  const article = /\b(?:l ?)?332 ?(8|13|14|23)\b/.exec(words)
  if (article !== null) return article[1] === '23' ? 'L332-23-1' : (`L332-${article[1]}` as ContractKind)
  if (/\bprojet\b/.test(words)) return 'contrat-de-projet'
  if (/\b(pec|cui|cae|parcours emploi competences?)\b/.test(words)) return 'PEC'
  if (/\b(titulaire|fonctionnaire|stagiaire de la fonction publique)\b/.test(words)) return 'titulaire'
  if (/\b(cdi|duree indeterminee|indeterminee)\b/.test(words)) return 'CDI'
  if (/\b(cdd|duree determinee|determinee|contractuel|contractuelle)\b/.test(words))
    return /\bpubli(c|que)s?\b/.test(words) || /\bcontractuel/.test(words) ? 'cdd-public' : 'CDD'
  return null
}

/** The kind as the employer's law names it. */
export function kindForSector(kind: ContractKind, sector: Sector | null): ContractKind {
  return kind === 'CDD' && sector === 'public' ? 'cdd-public' : kind
}
