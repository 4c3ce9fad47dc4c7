/**
 * Is the journal beside a dossier its own? SQLite asks nobody: one left by a crash plays into whatever file bears that name since, as
 * when a synchronisation or a person puts a copy there. A rollback journal is told by what both say of the same transaction, a
 * write-ahead log by a file that never had one (SQLite file format, 1.3.3, 1.3.7 and 3). Only reads.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { JOURNAL_MAGIC } from './file-kind.ts'

const VERSIONS_AT = 18
const WITH_LOG = 2
const COUNTER_AT = 24
const PAGES_AT = 28
/** The largest dossier has half a million pages: a journal of more parts was made to be looked through for minutes. */
const MOST_LOOKS = 600_000

/** True as well where there is nothing to play back. Throws where one of the two cannot be read. */
export function isOwnJournal(path: string, journal: string): boolean {
  if (!journal.endsWith('-journal')) return keepsLog(path)
  for (;;) {
    const before = stateOf(path)
    const said = transactionIn(journal)
    // Somebody writes at this very moment: both are read again.
    if (!before.equals(stateOf(path))) continue
    return said === null || isOf(before, said)
  }
}

/** Whether the file is one written to through a log (and the index of it, "-shm"). */
function keepsLog(path: string): boolean {
  return stateOf(path)
    .subarray(VERSIONS_AT, VERSIONS_AT + 2)
    .includes(WITH_LOG)
}

/** What a journal says of the database as it was before its transaction. */
interface Transaction {
  readonly pageSize: number
  readonly pages: number
  /** Of the first page; null: the transaction has not touched it. */
  readonly counter: number | null
}

function isOf(header: Buffer, { pageSize, pages, counter }: Transaction): boolean {
  const size = header.readUInt16BE(16)
  if ((size === 1 ? 65_536 : size) !== pageSize) return false
  if (counter === null) return header.readUInt32BE(PAGES_AT) === pages
  const now = header.readUInt32BE(COUNTER_AT)
  return now === counter || now === (counter + 1) % 2 ** 32
}

/** The first bytes of the first page. */
function stateOf(path: string): Buffer {
  return reading(path, (bytesAt) => bytesAt(0, 100))
}

/** Null: nothing SQLite would play back. */
function transactionIn(journal: string): Transaction | null {
  return reading(journal, (bytesAt, size) => {
    const head = bytesAt(0, 28)
    if (!head.subarray(0, JOURNAL_MAGIC.length).equals(JOURNAL_MAGIC)) return null
    const sector = head.readUInt32BE(20)
    const pageSize = head.readUInt32BE(24)
    const said = { pageSize, pages: head.readUInt32BE(16), counter: null }
    if (sector < 32 || pageSize < 512) return said
    const record = pageSize + 8
    let looks = 0
    // Parts of a header and its records, each from the beginning of a sector.
    for (let at = 0; at < size && bytesAt(at, JOURNAL_MAGIC.length).equals(JOURNAL_MAGIC); ) {
      const records = bytesAt(at, 12).readUInt32BE(8)
      let next = at + sector
      if (looks++ > MOST_LOOKS) return said
      for (let n = 0; n < records && next < size && looks++ < MOST_LOOKS; n += 1, next += record)
        if (bytesAt(next, 4).readUInt32BE(0) === 1)
          return { ...said, counter: bytesAt(next + 4 + COUNTER_AT, 4).readUInt32BE(0) }
      at = Math.ceil(next / sector) * sector
    }
    return said
  })
}

/** What lies beyond the end is read as zeros. */
function reading<T>(
  path: string,
  work: (bytesAt: (at: number, length: number) => Buffer, size: number) => T,
): T {
  const fd = openSync(path, 'r')
  try {
    const bytesAt = (at: number, length: number) => {
      const bytes = Buffer.alloc(length)
      readSync(fd, bytes, 0, length, at)
      return bytes
    }
    return work(bytesAt, fstatSync(fd).size)
  } finally {
    closeSync(fd)
  }
}
