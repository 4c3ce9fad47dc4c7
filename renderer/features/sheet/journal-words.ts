/** A change of the journal in words: the field by its name on screen, before → after. */
import type { JournalEntry } from '#shared/api/rows.ts'
import type { Day } from '#shared/domain/day.ts'
import { isDay } from '#shared/domain/day.ts'
import type { EntityName } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { ENTITY_LABELS, FIELD_LABELS } from '#shared/text/fields.ts'
import { frDay, frEuros } from '#shared/text/format.ts'
import { JOURNAL_WORDS as W } from './text.ts'

type Change = JournalEntry['changes'][number]
const MAX_FIELDS = 6

export function changeWords(entry: JournalEntry): string[] {
  return entry.changes.map((change) => {
    const entity = entityOf(change.table)
    const what =
      change.subject === '' ? (entity === null ? change.table : ENTITY_LABELS[entity]) : change.subject
    if (change.op === 'delete') return W.deleted(what)
    const fields = change.fields
      .filter((field) => field.field !== 'id' && (change.op === 'update' || field.after !== null))
      .slice(0, MAX_FIELDS)
      .map((field) => {
        const name = fieldName(entity, field.field)
        const after = show(field.field, field.after)
        return change.op === 'insert'
          ? `${name} ${after}`
          : `${name} ${show(field.field, field.before)} → ${after}`
      })
    return `${what} : ${fields.join(', ')}`
  })
}

/** Tables are the plural of the entity in snake_case. */
function entityOf(table: Change['table']): EntityName | null {
  const camel = table.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const names = Object.keys(ENTITY_LABELS) as EntityName[]
  return (
    names.find((name) => camel === name || camel === `${name}s` || camel === name.replace(/y$/, 'ies')) ??
    null
  )
}

function fieldName(entity: EntityName | null, field: string): string {
  const camel = field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const labels: Readonly<Record<string, string>> = entity === null ? {} : FIELD_LABELS[entity]
  return (labels[camel] ?? field).toLowerCase()
}

function show(field: string, value: string | number | null): string {
  if (value === null || value === '') return '—'
  if (typeof value === 'number') return /cents$/i.test(field) ? frEuros(cents(value)) : String(value)
  return isDay(value) ? frDay(value as Day) : `« ${value} »`
}
