/** A whole dossier, a part of it, or one person's data, as interchange JSON. Same facts and same day: same bytes. */
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { INTERCHANGE_REFUSALS } from '#shared/text/exchange/interchange.ts'
import { ofEmployers, ofPerson } from '../../exchange/interchange/scope.ts'
import {
  type DocumentContent,
  INTERCHANGE_FORMAT,
  INTERCHANGE_VERSION,
  type Interchange,
  LISTED,
  LISTS,
  type Lists,
  type Scope,
} from '../../exchange/interchange/shape.ts'
import type { Dossier, ReadableDb } from '../../store/dossier.ts'
import { readEntities } from '../../store/entities.ts'
import { Refusal } from '../service.ts'

export interface ExportOptions {
  readonly dossier: Dossier
  readonly today: Day
  /** Null: everything. */
  readonly employerIds?: readonly Id[] | null
  readonly personId?: Id | null
  /** Attached files travel inside the JSON; without them their list stays. */
  readonly withDocuments?: boolean
}

export function exportDossier(options: ExportOptions): Interchange {
  const { dossier, today } = options
  return dossier.read((db) => {
    const all = readLists(db)
    const { lists, scope } = part(all, options)
    const withDocuments = options.withDocuments ?? true
    return {
      format: INTERCHANGE_FORMAT,
      version: INTERCHANGE_VERSION,
      exportedOn: today,
      demo: dossier.demo,
      scope,
      ...lists,
      documents: withDocuments ? lists.documents : [],
      documentContents: withDocuments ? contentsOf(db, lists) : [],
    }
  })
}

/** One row a line: a text a person can read and a tool can compare. */
export function interchangeText(file: Interchange): string {
  const entries = Object.entries(file).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`
    return `${JSON.stringify(key)}: [\n  ${value.map((row) => JSON.stringify(row)).join(',\n  ')}\n ]`
  })
  return `{\n ${entries.join(',\n ')}\n}\n`
}

export function readLists(db: ReadableDb): Lists {
  return Object.fromEntries(LISTED.map((name) => [LISTS[name], readEntities(db, name)])) as unknown as Lists
}

function part(all: Lists, options: ExportOptions): { readonly lists: Lists; readonly scope: Scope } {
  const personId = options.personId ?? null
  if (personId !== null) {
    const person = all.persons.find((p) => p.id === personId)
    if (person === undefined) throw refusal('interchange.person-unknown')
    return {
      lists: ofPerson(all, personId),
      scope: { kind: 'person', name: `${person.firstName} ${person.lastName}` },
    }
  }
  const employerIds = options.employerIds ?? null
  if (employerIds === null) return { lists: all, scope: { kind: 'all' } }
  const ids = new Set(employerIds)
  const employers = all.employers.filter((e) => ids.has(e.id))
  if (employers.length === 0) throw refusal('interchange.employer-unknown')
  return { lists: ofEmployers(all, ids), scope: { kind: 'employers', names: employers.map((e) => e.name) } }
}

function contentsOf(db: ReadableDb, lists: Lists): readonly DocumentContent[] {
  const wanted = [...new Set(lists.documents.map((d) => d.sha256))].sort()
  return wanted.flatMap((sha256) => {
    const row = db.get<{ bytes: Uint8Array }>('SELECT bytes FROM document_content WHERE sha256 = ?', sha256)
    return row === undefined ? [] : [{ sha256, base64: Buffer.from(row.bytes).toString('base64') }]
  })
}

function refusal(code: keyof typeof INTERCHANGE_REFUSALS): Refusal {
  return new Refusal({ code, message: INTERCHANGE_REFUSALS[code] })
}
