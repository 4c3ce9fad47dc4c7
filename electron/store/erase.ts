/**
 * Taking the former values of an anonymised person out of the change log, for good. What is kept of each step is its shape: who
 * acted, when, on which rows; the values become those the person has now. Files that belonged to the person go from the log and
 * from the file. SQLite overwrites what it frees (secure_delete), then the file is rewritten without holes (VACUUM).
 */
import { randomUUID } from 'node:crypto'
import type { Connection } from './connection.ts'
import type { Erased, ErasedPerson } from './dossier.ts'
import { entityTables, storedNames } from './tables.ts'

/** Columns that say who someone is, per table whose rows belong to a person. */
const IDENTITY: Readonly<Record<'person' | 'contract', readonly string[]>> = {
  person: ['last_name', 'first_name', 'email', 'phone', 'state_id', 'note'],
  contract: ['state_id', 'note'],
}

export interface ErasureRequest {
  readonly persons: readonly ErasedPerson[]
  readonly label: string
  readonly who: string
  readonly at: string
}

/** Inside a transaction of its own; the caller rewrites the file after it (`compact`). */
export function eraseFromLog(db: Connection, request: ErasureRequest): Erased {
  const former = new Set<string>()
  let changes = 0
  let documents = 0
  db.prepare('UPDATE write_state SET replaying = 1').run()
  for (const person of request.persons) {
    const names = formerNames(db, person)
    for (const name of names) former.add(name)
    const contracts = contractsOf(db, person.id)
    changes += rewriteRows(db, 'person', [person.id])
    changes += rewriteRows(db, 'contract', contracts)
    documents += removeDocuments(db, person.id, contracts)
    changes += replaceNames(db, names, person.name)
  }
  // What nothing names any more, in the dossier or in its log.
  forgetContents(db)
  db.prepare('UPDATE write_state SET replaying = 0').run()
  // Undo stops here: steps that lost their values are no longer steps to go back to.
  db.prepare("UPDATE action SET state = 'dropped' WHERE state = 'undone'").run()
  db.prepare(
    "INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES (?, ?, ?, ?, 'privacy', 0, 'done')",
  ).run(randomUUID(), request.at, request.who, request.label)
  db.prepare('UPDATE write_state SET revision = revision + 1, saved_at = ?').run(request.at)
  return { changes, documents, mentions: mentionsOf(db, former) }
}

/** Contents of attached files that neither the dossier nor its log names any more, out of the file. While replaying. */
export function forgetContents(db: Connection): void {
  db.prepare(
    `DELETE FROM document_content WHERE sha256 NOT IN (SELECT sha256 FROM document)
      AND NOT EXISTS (SELECT 1 FROM change WHERE table_name = 'document' AND ${held('sha256')} = document_content.sha256)`,
  ).run()
}

/** A field of the row a step is about; nothing where the step, which may be a stranger's, is not JSON. */
function held(column: string, row = 'coalesce(before, after)'): string {
  return `CASE WHEN json_valid(${row}) THEN json_extract(${row}, '$.${column}') END`
}

/** The file rewritten without the holes that erased values leave. Outside any transaction. */
export function compact(db: Connection): void {
  db.exec('VACUUM')
}

/** "Lila Cordier", "Cordier Lila", as the log ever knew them; e-mail and phone too. Short words are left: they are anybody's. */
export function formerNames(db: Connection, { id, name }: ErasedPerson): readonly string[] {
  const rows = db
    .prepare("SELECT before, after FROM change WHERE table_name = 'person' AND row_id = ?")
    .all(id) as { before: string | null; after: string | null }[]
  const names = new Set<string>()
  for (const text of rows.flatMap((row) => [row.before, row.after])) {
    if (text === null) continue
    const value = rowIn(text)
    // What stands for the name since is no name.
    if (value.anonymised_on !== null && value.anonymised_on !== undefined) continue
    const word = (key: string) => (typeof value[key] === 'string' ? value[key].trim() : '')
    const [first, last] = [word('first_name'), word('last_name')]
    if (first !== '' && last !== '') {
      names.add(`${first} ${last}`)
      names.add(`${last} ${first}`)
    }
    for (const contact of [word('email'), word('phone')]) if (contact.length >= 6) names.add(contact)
  }
  return [...names].filter((each) => each !== name)
}

/** Nothing where it is no row: a step of the log may be a stranger's. */
function rowIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}

/** Contracts this person has or ever had, those that were deleted included. */
function contractsOf(db: Connection, personId: number): readonly number[] {
  return db
    .prepare(
      `SELECT id FROM contract WHERE person_id = @id UNION
       SELECT row_id FROM change WHERE table_name = 'contract'
         AND (${held('person_id', 'before')} = @id OR ${held('person_id', 'after')} = @id)`,
    )
    .pluck()
    .all({ id: personId }) as number[]
}

/** Identity of these rows in every step: the values of today where the row still is, nothing where it is gone. */
function rewriteRows(db: Connection, table: 'person' | 'contract', ids: readonly number[]): number {
  const columns = IDENTITY[table]
  const read = db.prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE id = ?`)
  const blank = Object.fromEntries(columns.map((column) => [column, null]))
  // A side that is no row keeps nothing: who knows whose name it holds.
  const sets = (side: string) =>
    `CASE WHEN json_valid(${side}) AND json_type(${side}) = 'object'
       THEN json_set(${side}, ${columns.map((column) => `'$.${column}', @${column}`).join(', ')}) ELSE '{}' END`
  const write = db.prepare(
    `UPDATE change SET before = CASE WHEN before IS NULL THEN NULL ELSE ${sets('before')} END,
       after = CASE WHEN after IS NULL THEN NULL ELSE ${sets('after')} END
     WHERE table_name = '${table}' AND row_id = @row`,
  )
  return ids.reduce((count, row) => {
    const now = (read.get(row) as Record<string, unknown> | undefined) ?? blank
    return count + write.run({ ...now, row }).changes
  }, 0)
}

/** Files of the person and of their contracts: every step about them leaves the log, so that replaying it stays coherent. */
function removeDocuments(db: Connection, personId: number, contracts: readonly number[]): number {
  const owners = JSON.stringify(contracts)
  const ids = db
    .prepare(
      `SELECT DISTINCT row_id FROM change WHERE table_name = 'document'
        AND row_id NOT IN (SELECT id FROM document) AND (
          (${held('owner_kind')} = 'person' AND ${held('owner_id')} = @person)
          OR (${held('owner_kind')} = 'contract'
            AND ${held('owner_id')} IN (SELECT value FROM json_each(@owners))))`,
    )
    .pluck()
    .all({ person: personId, owners }) as number[]
  const remove = db.prepare("DELETE FROM change WHERE table_name = 'document' AND row_id = ?")
  for (const id of ids) remove.run(id)
  return ids.length
}

/** The name as part of another text: labels of steps, notes of other rows as they once were. */
function replaceNames(db: Connection, names: readonly string[], by: string): number {
  replaceInLabels(db, names, by)
  const steps = db.prepare(
    `UPDATE change SET before = replace(before, @name, @by), after = replace(after, @name, @by)
     WHERE instr(coalesce(before, ''), @name) > 0 OR instr(coalesce(after, ''), @name) > 0`,
  )
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1)
  return names.reduce((count, name) => count + steps.run({ name: inJson(name), by: inJson(by) }).changes, 0)
}

export function replaceInLabels(db: Connection, names: readonly string[], by: string): void {
  const labels = db.prepare(
    'UPDATE action SET label = replace(label, @name, @by) WHERE instr(label, @name) > 0',
  )
  for (const name of names) labels.run({ name, by })
}

function mentionsOf(db: Connection, names: ReadonlySet<string>): number {
  let count = 0
  for (const stored of storedNames) {
    const { table, columns } = entityTables[stored]
    const text = columns.map((c) => `coalesce(${c.column}, '')`).join(` || ' ' || `)
    const found = db.prepare(`SELECT count(*) FROM ${table} WHERE instr(${text}, ?) > 0`).pluck()
    for (const name of names) count += Number(found.get(name))
  }
  return count
}
