/** Small true files of each kind, and others that are not what their name says. Made here, byte by byte: nothing is fetched. */
import { strToU8, zipSync } from 'fflate'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'application/vnd.openxmlformats-officedocument'
export const WORD_MAIN = `${OFFICE}.wordprocessingml.document.main+xml`
export const SHEET_MAIN = `${OFFICE}.spreadsheetml.sheet.main+xml`

export type Parts = Readonly<Record<string, string | Uint8Array>>

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n')
export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
export const PROGRAM = Buffer.from('MZ\x90\x00\x03This program cannot be run in DOS mode.', 'latin1')

export function zip(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
}

/** A part as the format allows it too (ECMA-376 part 2: UTF-8 or UTF-16), though no program writes it so. */
export function inUtf16(xml: string): Uint8Array {
  return Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')
}

export interface Links {
  readonly [id: string]: readonly [type: string, target: string, external?: boolean]
}

export function relationships(links: Links): string {
  const lines = Object.entries(links).map(
    ([id, [type, target, external]]) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
  )
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
}

export interface WordParts {
  /** Inside w:body. */
  readonly body?: string
  readonly links?: Links
  readonly settings?: string
  readonly settingsLinks?: Links
  readonly main?: string
  readonly overrides?: Readonly<Record<string, string>>
  readonly more?: Parts
}

/** A Word document of a few parts. */
export function wordFile(given: WordParts = {}): Uint8Array {
  const overrides = {
    'word/document.xml': given.main ?? WORD_MAIN,
    ...(given.settings === undefined
      ? {}
      : { 'word/settings.xml': `${OFFICE}.wordprocessingml.settings+xml` }),
    ...given.overrides,
  }
  const types = Object.entries(overrides).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  )
  const namespaces = [
    `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`,
    `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`,
    `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`,
    `xmlns:o="urn:schemas-microsoft-com:office:office"`,
    `xmlns:v="urn:schemas-microsoft-com:vml"`,
  ].join(' ')
  return zip({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/>${types.join('')}</Types>`,
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'word/document.xml'] }),
    'word/document.xml': `${XML}<w:document ${namespaces}><w:body>${given.body ?? paragraph('Cher {titulaire}')}</w:body></w:document>`,
    ...(given.links === undefined ? {} : { 'word/_rels/document.xml.rels': relationships(given.links) }),
    ...(given.settings === undefined
      ? {}
      : { 'word/settings.xml': `${XML}<w:settings ${namespaces}>${given.settings}</w:settings>` }),
    ...(given.settingsLinks === undefined
      ? {}
      : { 'word/_rels/settings.xml.rels': relationships(given.settingsLinks) }),
    ...given.more,
  })
}

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
}

/** A field as Word writes one: begin, its code cut in runs, its result, end. */
export function field(code: readonly string[], result: string): string {
  const run = (inner: string) => `<w:r>${inner}</w:r>`
  const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)
  const runs = code.map((part) => run(`<w:instrText xml:space="preserve">${part}</w:instrText>`)).join('')
  return `<w:p>${mark('begin')}${runs}${mark('separate')}${run(`<w:t>${result}</w:t>`)}${mark('end')}</w:p>`
}

export function openDocument(mime: string, more: Parts = {}): Uint8Array {
  return zip({ mimetype: mime, 'content.xml': '<office:document-content/>', ...more })
}

/** A compound file (.doc, .xls): its directory names these storages and streams. */
export function compoundFile(entries: readonly { name: string; bytes?: Uint8Array }[]): Uint8Array {
  const SECTOR = 512
  const END = 0xfffffffe
  const streams = entries.map(({ name, bytes }) => ({ name, bytes, sectors: 0, start: END }))
  const directorySectors = Math.ceil((entries.length + 1) / 4)
  const table: number[] = [0xfffffffd]
  const chain = (count: number) => {
    const start = table.length
    for (let i = 1; i <= count; i++) table.push(i === count ? END : start + i)
    return start
  }
  const directoryStart = chain(directorySectors)
  for (const stream of streams) {
    if (stream.bytes === undefined) continue
    stream.sectors = Math.ceil(stream.bytes.length / SECTOR)
    stream.start = chain(stream.sectors)
  }
  const file = Buffer.alloc(SECTOR * (1 + table.length))
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 44)
  file.writeUInt32LE(directoryStart, 48)
  // No stream is kept among the small ones.
  file.writeUInt32LE(0, 56)
  file.writeUInt32LE(END, 60)
  file.writeUInt32LE(END, 68)
  file.fill(0xff, 76, 512)
  file.writeUInt32LE(0, 76)
  file.fill(0xff, SECTOR, SECTOR * 2)
  table.forEach((next, i) => {
    file.writeUInt32LE(next, SECTOR + i * 4)
  })
  const entry = (at: number, name: string, type: number, start: number, size: number) => {
    const from = SECTOR * (1 + directoryStart) + at * 128
    file.write(name, from, 'utf16le')
    file.writeUInt16LE(name.length * 2 + 2, from + 64)
    file.writeUInt8(type, from + 66)
    file.writeUInt32LE(start, from + 116)
    file.writeUInt32LE(size, from + 120)
  }
  entry(0, 'Root Entry', 5, END, 0)
  streams.forEach(({ name, bytes, start }, i) => {
    entry(i + 1, name, bytes === undefined ? 1 : 2, start, bytes?.length ?? 0)
    if (bytes !== undefined) Buffer.from(bytes).copy(file, SECTOR * (1 + start))
  })
  return file
}

/** Records of the global part of an .xls, each a type and its bytes. */
export type SheetRecord = readonly [type: number, bytes: readonly number[]]

export function sheetRecords(...records: readonly SheetRecord[]): Uint8Array {
  return Buffer.concat([
    ...records.map(([type, bytes]) => {
      const head = Buffer.alloc(4)
      head.writeUInt16LE(type, 0)
      head.writeUInt16LE(bytes.length, 2)
      return Buffer.concat([head, Buffer.from(bytes)])
    }),
    Buffer.alloc(600),
  ])
}

/** The same archive whose directory announces another size for one part. */
export function announcing(archive: Uint8Array, part: string, size: number): Uint8Array {
  const bytes = Buffer.from(archive)
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; ) {
    const name = bytes.toString('latin1', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    if (name === part) bytes.writeUInt32LE(size, at + 24)
    at = bytes.indexOf('PK\x01\x02', at + 46, 'latin1')
  }
  return bytes
}
