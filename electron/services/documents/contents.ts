/** What the bytes of a piece say, held against the kind its name announces. Null: nothing to doubt. */
import type { PieceDoubt } from '#shared/domain/piece-doubts.ts'
import { type ArchiveLimits, Unreadable } from '../../exchange/in/read/source.ts'
import { openArchive } from '../../exchange/in/read/zip.ts'
import { type CompoundFile, openCompound } from '../../exchange/office/compound.ts'
import { foreignKinds } from '../../exchange/office/foreign.ts'
import { OFFICE_LIMITS, type OfficePackage, openPackage } from '../../exchange/office/package.ts'
import type { PieceKind } from './kinds.ts'

const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0))
/** First bytes, up to what the format itself fixes. */
const STARTS: Readonly<Record<'pdf' | 'png' | 'jpeg' | 'zip', readonly number[]>> = {
  pdf: ascii('%PDF-'),
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
  zip: [0x50, 0x4b, 0x03, 0x04],
}

/** Only lists of parts are read, and lists of parts are short: a list made to be long freezes no screen. */
const PIECE_LIMITS: ArchiveLimits = {
  ...OFFICE_LIMITS,
  maxBytes: 64_000_000,
  maxPartBytes: 2_000_000,
  maxInflatedBytes: 8_000_000,
}

export function doubtOfContent({ content, mime }: PieceKind, bytes: Uint8Array): PieceDoubt | null {
  switch (content.form) {
    case 'pdf':
    case 'png':
    case 'jpeg':
      if (!startsWith(bytes, STARTS[content.form])) return 'content'
      return endsAsArchive(bytes) ? 'two-kinds' : null
    case 'office':
      return doubtOfOffice(bytes, content.main)
    case 'opendocument':
      return doubtOfOpenDocument(bytes, mime)
    case 'compound':
      return doubtOfCompound(bytes, content.streams)
  }
}

/** Of an Office file, the parts that say what it is and those that act; a macro document renamed is one of the latter. */
function doubtOfOffice(bytes: Uint8Array, main: string): PieceDoubt | null {
  if (openCompound(bytes)?.entries.some((entry) => entry.name === 'EncryptedPackage')) return 'sealed'
  if (!isOneArchive(bytes)) return 'content'
  return readOr('content', () => {
    const office = openPackage(bytes, PIECE_LIMITS)
    const foreign = foreignKinds(office)
    const types = office.relationships.filter((r) => r.from === '' && r.type === 'officeDocument')
    const type = office.typeOf(types[0]?.target.replace(/^\//, '') ?? '')
    if (foreign.has('macros') || foreign.has('controls') || /macroenabled/i.test(type)) return 'macros'
    if (types.length !== 1 || type !== main) return 'content'
    return fetchesOnOpening(office) ? 'remote' : null
  })
}

/** A template or an object of another machine is loaded without a click; one of the person's own disk is not looked for elsewhere. */
function fetchesOnOpening(office: OfficePackage): boolean {
  return office.relationships.some(
    ({ external, type, target }) =>
      external &&
      ['attachedTemplate', 'oleObject', 'frame', 'subDocument', 'aFChunk'].includes(type) &&
      !/^(file:\/\/\/)?[a-z]:[\\/]/i.test(target),
  )
}

function doubtOfOpenDocument(bytes: Uint8Array, mime: string): PieceDoubt | null {
  if (!isOneArchive(bytes)) return 'content'
  return readOr('content', () => {
    const archive = openArchive(bytes, PIECE_LIMITS)
    if (archive.repeats || archive.readText('mimetype') !== mime) return 'content'
    if (archive.names.some((name) => /(^|\/)(basic|scripts)\/./.test(name))) return 'macros'
    return null
  })
}

function doubtOfCompound(bytes: Uint8Array, streams: readonly string[]): PieceDoubt | null {
  const file = openCompound(bytes)
  const main = file?.entries.find((entry) => entry.kind === 'stream' && streams.includes(entry.name))
  if (file === null || main === undefined) return 'content'
  if (endsAsArchive(bytes)) return 'two-kinds'
  if (file.entries.some(({ name }) => /^(_vba_project(_cur)?|vba|macros)$/i.test(name))) return 'macros'
  return main.name === 'WordDocument' ? null : doubtOfSheets(file, main.name)
}

const SHEET_RECORD = 0x85
const SEALED_RECORD = 0x2f
/** Records of the first, global part of an .xls: a sheet of macros (1) needs no VBA at all; under a password nothing is readable. */
function doubtOfSheets(file: CompoundFile, stream: string): PieceDoubt | null {
  const bytes = file.read(stream)
  if (bytes === null) return 'content'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 4 <= bytes.length; ) {
    const record = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (record === SEALED_RECORD) return 'sealed'
    if (record === SHEET_RECORD && bytes[at + 9] === 1) return 'macros'
    at += 4 + length
  }
  return null
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}

const ARCHIVE_END = 0x06054b50
/** An archive is read from its end: one stuck behind a picture or a PDF is an archive to whoever opens it as one. */
function endsAsArchive(bytes: Uint8Array): boolean {
  return archiveEnds(bytes).includes(true)
}

/** One archive to every reader: the last mark of an end, which lenient ones take unread, is the end strict ones would find. */
function isOneArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, STARTS.zip) && archiveEnds(bytes)[0] === true
}

/** For each mark of an end, the last first: does what it says end with the file? */
function archiveEnds(bytes: Uint8Array): readonly boolean[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lowest = Math.max(0, bytes.length - 22 - 65_535)
  const ends: boolean[] = []
  for (let at = bytes.length - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === ARCHIVE_END)
      ends.push(at + 22 + view.getUint16(at + 20, true) === bytes.length)
  return ends
}

function readOr(otherwise: PieceDoubt, read: () => PieceDoubt | null): PieceDoubt | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return error.code === 'archive-too-big' ? 'huge' : otherwise
  }
}
