/** What is said of an object that the rules cannot compute: which one, why, what to do, and that nothing is lost. */
import type { IslandKind } from '../../rules/engine/island.ts'
import type { Uncomputed } from '../../rules/engine/uncomputed.ts'
import { fieldLabel } from '../fields.ts'
import { CALENDAR, frDay, frInteger } from '../format.ts'
import { french } from '../french.ts'

interface KindWords {
  /** "Le poste " */
  readonly the: string
  /** "du poste " */
  readonly of: string
  readonly computed: 'calculé' | 'calculée'
  /** Its name is words of the person, which would run into the sentence. */
  readonly quoted?: true
}

const KIND: Readonly<Record<IslandKind, KindWords>> = {
  position: { the: 'Le poste', of: 'du poste', computed: 'calculé' },
  contract: { the: 'Le contrat de', of: 'du contrat de', computed: 'calculé' },
  agreement: { the: 'La convention', of: 'de la convention', computed: 'calculée' },
  instalment: { the: 'La tranche', of: 'de la tranche', computed: 'calculée', quoted: true },
  payment: { the: 'Le versement', of: 'du versement', computed: 'calculé' },
  employer: { the: 'La structure', of: 'de la structure', computed: 'calculée' },
  person: { the: 'La fiche de', of: 'de la fiche de', computed: 'calculée' },
  free: { the: 'L’échéance', of: 'de l’échéance', computed: 'calculée', quoted: true },
}

/** In a cell that has no value to show. */
export const NOT_COMPUTED = 'non calculé'

/** "La convention 2024-A-0118 ne peut pas être calculée : …" */
export function uncomputedSentence(each: Uncomputed): string {
  const { the, computed } = KIND[each.kind]
  return french(`${the} ${shown(each.kind, each.name)} ne peut pas être ${computed} : ${causeWords(each)}`)
}

function shown(kind: IslandKind, name: string): string {
  return KIND[kind].quoted ? `« ${name} »` : name
}

function causeWords({ cause, onName }: Uncomputed): string {
  switch (cause.kind) {
    case 'day':
      return `${fieldLabel(cause.entity, cause.field)} au ${frDay(cause.value)}, hors du calendrier de Jalon (entre ${CALENDAR}). Corriger cette date ; rien d’autre n’est perdu.`
    case 'depends':
      return `le calcul dépend ${KIND[cause.on.kind].of} ${shown(cause.on.kind, onName ?? '')}, qui ne peut pas être ${KIND[cause.on.kind].computed}.`
    case 'fault':
      return `un défaut de Jalon arrête son calcul. Ce qui est saisi est gardé et reste modifiable ; les autres objets sont calculés. À signaler au support : « ${cause.where} ».`
  }
}

/** Above totals: how many objects they leave out. */
export function leftOutSentence(count: number): string {
  return french(
    count === 1
      ? 'Un objet ne peut pas être calculé : les totaux et les échéances sont donnés sans lui.'
      : `${frInteger(count)} objets ne peuvent pas être calculés : les totaux et les échéances sont donnés sans eux.`,
  )
}

/** No object can be named: the whole of an answer is missing. */
export const unavailableSentence = french(
  'Ce calcul n’a pas pu être fait : c’est un défaut de Jalon. Rien n’est perdu ni modifié ; la saisie, l’annulation, les copies et les autres dossiers restent disponibles.',
)

/** The sheet of a report that some object is missing from. */
export const LEFT_OUT_SHEET = {
  name: 'Non calculés',
  title: 'Objets non calculés',
  object: 'Objet',
  why: 'Pourquoi',
  check: 'Contrôle',
} as const

export function leftOutCells(lines: number): string {
  return french(
    lines === 1
      ? `Une ligne porte « ${NOT_COMPUTED} » : les totaux sont donnés sans elle.`
      : `${frInteger(lines)} lignes portent « ${NOT_COMPUTED} » : les totaux sont donnés sans elles.`,
  )
}
