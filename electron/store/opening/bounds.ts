/**
 * How large a dossier and what it holds may be. A file from a stranger may have the right schema and hold millions of rows, or one
 * text of hundreds of megabytes: read, it would take all memory. Counted by SQLite itself, which answers lengths without reading.
 */
import { statSync } from 'node:fs'
import { isId } from '#shared/domain/ids.ts'
import type { FileErrorValues } from '#shared/text/errors/file-errors.ts'
import type { Connection } from '../connection.ts'
import { fileRefusal } from '../errors.ts'

const MEGABYTE = 1024 * 1024
/** A dossier of national size is 46 MB; the rest is room for attached files, which are refused before this is reached. */
const MOST_FILE_BYTES = 2048 * MEGABYTE
/** Twenty times the rows of national size, the change log apart: it is never read whole. */
const MOST_ROWS = 2_000_000
/** A form takes 100 000 characters at most. */
const MOST_TEXT_BYTES = 4 * MEGABYTE
/** One row of the log, or one attached file. */
export const MOST_LARGE_BYTES = 64 * MEGABYTE
/** All that is read into memory on opening. */
const MOST_FACT_BYTES = 512 * MEGABYTE
/** Up to this size nothing in the log can be too long to be read, and texts together cannot be too many. */
const SMALL_FILE_BYTES = 64 * MEGABYTE

const PLAIN_NAME = /^[a-z][a-z0-9_]*$/
/** Kept in the file, never read whole. */
const LARGE_TABLES: ReadonlySet<string> = new Set(['change', 'document_content'])

/** Before the file is opened at all. */
export function refuseHugeFile(path: string, name: string): void {
  const { size } = statSync(path)
  if (size > MOST_FILE_BYTES) refuse(name, { fileMegabytes: inMegabytes(size) })
}

/** Before something is added: a tenth is kept for all that is not an attached file. */
export function hasRoomFor(path: string, bytes: number): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return size + bytes <= MOST_FILE_BYTES * 0.9
}

/** Once the schema is known to be ours. */
export function refuseHugeContent(db: Connection, name: string): void {
  const isSmall = fileBytes(db) <= SMALL_FILE_BYTES
  refuseForeignNextId(db, name)
  refuseForeignRevision(db, name)
  let rows = 0
  let factBytes = 0
  for (const table of tablesOf(db)) {
    refuseForeignIds(db, table, name)
    const isLarge = LARGE_TABLES.has(table)
    if (isLarge && isSmall) continue
    const found = measure(db, table, !isSmall && !isLarge)
    if (found.longest > (isLarge ? MOST_LARGE_BYTES : MOST_TEXT_BYTES))
      refuse(name, { valueMegabytes: inMegabytes(found.longest) })
    if (isLarge) continue
    rows += found.rows
    factBytes += found.bytes
    if (rows > MOST_ROWS) refuse(name, { rows })
    if (factBytes > MOST_FACT_BYTES) refuse(name, { fileMegabytes: inMegabytes(factBytes) })
  }
}

/** Read as doubles, ids beyond 2^53 would be taken for each other. The ends of the key answer at once. */
function refuseForeignIds(db: Connection, table: string, name: string): void {
  const { first, last } = db.prepare(`SELECT min(id) AS first, max(id) AS last FROM "${table}"`).get() as {
    readonly first: unknown
    readonly last: unknown
  }
  if ((first !== null && !isId(first)) || (last !== null && !isId(last))) refuse(name, { ids: true })
}

/** The last id given is kept apart: the next row takes the one after it. */
function refuseForeignNextId(db: Connection, name: string): void {
  const last = db.prepare('SELECT max(seq) FROM sqlite_sequence').pluck().get()
  if (last !== null && last !== 0 && !isId(last)) refuse(name, { ids: true })
}

/** Beyond what numbers tell apart it no longer grows: nothing could be written any more, and two states would look the same. */
function refuseForeignRevision(db: Connection, name: string): void {
  const revision = db.prepare('SELECT revision FROM write_state').pluck().get()
  if (revision !== undefined && revision !== 0 && !isId(revision)) refuse(name, { ids: true })
}

interface Measure {
  readonly rows: number
  readonly longest: number
  readonly bytes: number
}

function measure(db: Connection, table: string, withSum: boolean): Measure {
  const columns = db
    .prepare("SELECT name FROM pragma_table_info(?) WHERE type IN ('TEXT', 'BLOB')")
    .pluck()
    .all(table) as string[]
  const lengths = columns.map((column) => `octet_length("${column}")`)
  const longest = lengths.map((length) => `coalesce(max(${length}), 0)`)
  const sum = withSum ? lengths.map((length) => `total(${length})`).join(' + ') : ''
  return db
    .prepare(
      `SELECT count(*) AS rows, max(0, ${['0', ...longest].join(', ')}) AS longest, ${sum || '0'} AS bytes FROM "${table}"`,
    )
    .get() as Measure
}

function tablesOf(db: Connection): readonly string[] {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  return names.filter((name) => PLAIN_NAME.test(name) && !name.startsWith('sqlite_'))
}

function fileBytes(db: Connection): number {
  return Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))
}

function refuse(name: string, size: FileErrorValues['size']): never {
  throw fileRefusal('file.oversized', { name, size })
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / MEGABYTE)
}
