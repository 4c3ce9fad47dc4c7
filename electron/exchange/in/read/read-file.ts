/** Bytes to sheets of rows: recognises the format by its first bytes (never by the name alone) and refuses the others in words. */
import { readDelimited } from './delimited.ts'
import { decodeText } from './encoding.ts'
import { LIMITS, type ReadLimits, type SourceFile, Unreadable } from './source.ts'
import { readWorkbook } from './xlsx.ts'

export function readFile(bytes: Uint8Array, limits: ReadLimits = LIMITS): SourceFile {
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.length > limits.maxBytes)
    throw new Unreadable('too-big', { megabytes: Math.round(limits.maxBytes / 1e6) })
  if (hasHead(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const { sheets, notices } = readWorkbook(bytes, limits)
    if (sheets.every((sheet) => sheet.rows.length === 0)) throw new Unreadable('empty')
    return { format: 'xlsx', encoding: 'xlsx', separator: null, sheets, notices }
  }
  if (hasHead(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable(oleKind(bytes))
  if (hasHead(bytes, ascii('%PDF'))) throw new Unreadable('pdf')
  if (hasHead(bytes, ascii('SQLite format 3'))) throw new Unreadable('jalon-file')
  const { text, encoding } = decodeText(bytes)
  if (/^\s*(<!doctype html|<html|<table|<\?xml)/i.test(text.slice(0, 500))) throw new Unreadable('web-page')
  if (/^\s*[{[]/.test(text)) throw new Unreadable('json')
  const { separator, rows } = readDelimited(text, limits)
  if (rows.length === 0) throw new Unreadable('empty')
  return { format: 'csv', encoding, separator, sheets: [{ name: '', hidden: false, rows }], notices: [] }
}

function hasHead(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((b, i) => bytes[i] === b)
}

function ascii(text: string): readonly number[] {
  return [...text].map((c) => c.charCodeAt(0))
}

/** The old container of Office holds either an .xls or a workbook locked by a password: names inside are UTF-16. */
function oleKind(bytes: Uint8Array): 'password' | 'xls' {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name) ? 'password' : 'xls'
}
