/** What the import screen asks besides its two jobs: the kinds of files and the fields a column may be. */
import type { ImportProfile } from '#shared/api/import.ts'
import { ENTITY_LABELS } from '#shared/text/fields.ts'
import { PROFILES } from '../../exchange/in/profiles/index.ts'

function fields(): readonly ImportProfile[] {
  return PROFILES.map(({ id, label, fields: all }) => ({
    id,
    label,
    fields: all.map((field) => ({ id: field.id, label: field.label, object: objectOf(field.id) })),
  }))
}

/** "contract.startsOn" → "Contrat"; fields of the public list that are no object's own go under the post. */
function objectOf(fieldId: string): string {
  const [entity = ''] = fieldId.split('.')
  const labels: Readonly<Record<string, string>> = ENTITY_LABELS
  return labels[entity] ?? ENTITY_LABELS.position
}

export const importServices = { 'import.fields': fields } as const
