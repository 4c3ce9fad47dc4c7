/** French words of the Journal, and a change told in words: the field by its name on screen, before → after. */
import type { JournalEntry } from '#shared/api/views/journal.ts'
import { isDay } from '#shared/domain/day.ts'
import type { EntityName } from '#shared/domain/facts.ts'
import { isCents } from '#shared/domain/money.ts'
import { ENTITY_LABELS, FIELD_LABELS } from '#shared/text/fields.ts'
import { frBytes, frDay, frEuros, frRate } from '#shared/text/format.ts'
import { KEPT_ROWS } from '#shared/text/kept-rows.ts'
import { pieceLabel } from '#shared/text/rules/checklists.ts'
import { frMonthDay } from '#shared/text/typed.ts'
import {
  ACCOUNTING_METHOD_WORDS,
  ANSWER_WORDS,
  CHART_WORDS,
  CONFIDENCE_WORDS,
  CONTRACT_KIND_WORDS,
  EARNING_METHOD_WORDS,
  END_MOTIVE_WORDS,
  FUNDER_KIND_WORDS,
  GROUND_WORDS,
  LEGAL_FORM_WORDS,
  POSITION_KIND_WORDS,
  RETURN_MOTIVE_WORDS,
  SCHEME_WORDS,
  SECTOR_WORDS,
  ZONE_WORDS,
} from '#shared/text/words.ts'
import { frMinutes } from '../ui/show.ts'
import { plural } from './fr.ts'

export const JOURNAL = {
  title: 'Journal',
  subtitle: 'Ce qui a été fait dans ce dossier, du plus récent au plus ancien',
  when: 'Quand',
  who: 'Qui',
  action: 'Action',
  detail: 'Ce qui a changé',
  undone: 'annulée',
  lighten: 'Alléger le journal…',
  lightened: 'Détail retiré du journal.',
  stuck: (why: string) => `Cette étape ne peut pas être annulée : ${why}.`,
  more: 'Actions plus anciennes',
  find: 'Chercher dans le journal',
  empty: 'Rien n’a encore été fait dans ce dossier.',
  noMatch: 'Aucune action ne répond à cette recherche.',
  deleted: (what: string) => `${what} : suppression`,
  show: (count: number) => `Voir ${plural(count, 'changement')}`,
  hide: 'Replier',
  before: 'avant',
  after: 'après',
  yes: 'oui',
  no: 'non',
} as const

type Change = JournalEntry['changes'][number]

/** Tables are the entity's name in snake_case. */
function entityOf(table: string): EntityName | null {
  const camel = camelOf(table)
  return (Object.keys(ENTITY_LABELS) as EntityName[]).find((name) => name === camel) ?? null
}

function camelOf(text: string): string {
  return text.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

type Labels = Readonly<Record<string, string>>

/** Of a row only the services write; null: it is none of these. */
function keptFields(table: string): Labels | null {
  const name = (Object.keys(KEPT_ROWS) as (keyof typeof KEPT_ROWS)[]).find((each) => each === table)
  return name === undefined ? null : KEPT_ROWS[name].fields
}

const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sector: SECTOR_WORDS,
  legalForm: LEGAL_FORM_WORDS,
  zone: ZONE_WORDS,
  kind: { ...CONTRACT_KIND_WORDS, ...POSITION_KIND_WORDS },
  endMotive: END_MOTIVE_WORDS,
  returnMotive: RETURN_MOTIVE_WORDS,
  ground: GROUND_WORDS,
  funderKind: FUNDER_KIND_WORDS,
  scheme: SCHEME_WORDS,
  earningMethod: EARNING_METHOD_WORDS,
  accountingMethod: ACCOUNTING_METHOD_WORDS,
  answer: ANSWER_WORDS,
  chart: CHART_WORDS,
  confidence: CONFIDENCE_WORDS,
  ownerKind: ENTITY_LABELS,
}
const FLAGS = /^(in[A-Z]|franceServices|doubledNotice|bonus$)/

function shown(field: string, value: string | number | null): string {
  if (value === null || value === '') return '—'
  if (typeof value === 'number') {
    if (/Cents$/.test(field) && isCents(value)) return frEuros(value)
    if (/Minutes$/.test(field)) return frMinutes(value)
    if (field === 'chargesRate') return frRate(value)
    if (field === 'size') return frBytes(value)
    if (FLAGS.test(field)) return value === 1 ? JOURNAL.yes : JOURNAL.no
    return String(value)
  }
  if (isDay(value)) return frDay(value)
  if (field === 'fiscalYearStart') return frMonthDay(value)
  if (field === 'checklistItem') return pieceLabel(value)
  return CODES[field]?.[value] ?? value
}

export interface FieldChange {
  readonly name: string
  readonly before: string | null
  readonly after: string
}

/** Fields worth telling: not the ids behind, not what a creation left empty. */
export function fieldsOf(change: Change): readonly FieldChange[] {
  const entity = entityOf(change.table)
  const kept = keptFields(change.table)
  const labels: Labels = entity === null ? (kept ?? {}) : FIELD_LABELS[entity]
  return change.fields
    .map((field) => ({ ...field, field: camelOf(field.field) }))
    .filter((field) => field.field !== 'id' && !/Id$/.test(field.field) && field.field !== 'definition')
    .filter((field) => kept === null || field.field in kept)
    .filter((field) => change.op === 'update' || field.after !== null)
    .map((field) => ({
      name: labels[field.field] ?? field.field,
      before: change.op === 'update' ? shown(field.field, field.before) : null,
      after: shown(field.field, field.after),
    }))
}

export function subjectOf(change: Change): string {
  if (change.subject !== '') return change.subject
  const entity = entityOf(change.table)
  return entity === null ? change.table : ENTITY_LABELS[entity]
}
