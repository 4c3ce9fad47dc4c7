/**
 * A file whose first pages are gone still holds its rows: what is missing is the description of the tables. Every dossier made by this
 * version has that description on the same pages, so an empty one lends it. Works on a copy, never on the damaged file itself.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from '../../store/connection.ts'
import { buildSchema } from '../../store/opening/create.ts'

const PAGE_SIZE_AT = 16
const PAGE_COUNT_AT = 28
const FREELIST_AT = 32

/** A file cut short is refused by SQLite as a whole; filled with empty pages, its first ones can be read. */
export function fillToItsLength(bytes: Buffer): Buffer {
  if (bytes.length < 100) return bytes
  const stated = bytes.readUInt16BE(PAGE_SIZE_AT)
  const pageSize = stated === 1 ? 65_536 : stated
  const wanted = bytes.readUInt32BE(PAGE_COUNT_AT) * pageSize
  // A damaged header may state anything: no more than twice what there is.
  if (wanted <= bytes.length || wanted > bytes.length * 2 + 1_000_000) return bytes
  return Buffer.concat([bytes, Buffer.alloc(wanted - bytes.length)])
}

/** Rewrites the pages of the description in the file, and the header with the file's own length. */
export function graftSchema(path: string): void {
  const db = connect(':memory:', { readOnly: false, mustExist: false })
  buildSchema(db)
  const pages = db.prepare("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").pluck().all() as number[]
  const model = db.serialize()
  db.close()
  const pageSize = model.readUInt16BE(PAGE_SIZE_AT)
  const damaged = readFileSync(path)
  if (damaged.length < pageSize) return
  const length = Math.ceil(damaged.length / pageSize)
  const grafted = Buffer.concat([damaged, Buffer.alloc(length * pageSize - damaged.length)])
  for (const page of pages) {
    if (page > length) continue
    model.copy(grafted, (page - 1) * pageSize, (page - 1) * pageSize, page * pageSize)
  }
  grafted.writeUInt32BE(length, PAGE_COUNT_AT)
  grafted.writeUInt32BE(0, FREELIST_AT)
  grafted.writeUInt32BE(0, FREELIST_AT + 4)
  writeFileSync(path, grafted)
}
