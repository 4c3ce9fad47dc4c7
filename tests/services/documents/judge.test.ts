/** What a piece is, said by its name, its recorded type and its bytes together; true files pass, those that lie are only saved. */
import { createHash } from 'node:crypto'
import { Document, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeFile, judgePiece } from '../../../electron/services/documents/judge.ts'
import {
  compoundFile,
  inUtf16,
  openDocument,
  PDF,
  PNG,
  PROGRAM,
  paragraph,
  relationships,
  SHEET_MAIN,
  type SheetRecord,
  sheetRecords,
  wordFile,
  zip,
} from '../../support/files/strange-files.ts'

const ODT = 'application/vnd.oasis.opendocument.text'
const MACRO_MAIN = 'application/vnd.ms-word.document.macroEnabled.main+xml'
const stream = Buffer.alloc(600, 7)
const doc = compoundFile([{ name: 'WordDocument', bytes: stream }])
const BOUNDSHEET = 0x85
const sheet = (kind: number) => [0, 0, 0, 0, 0, kind, 3, 0, 0x41, 0x42, 0x43] as const
const xls = (...records: readonly SheetRecord[]) =>
  compoundFile([{ name: 'Workbook', bytes: sheetRecords(...records) }])
const archive = zip({ 'programme.bat': 'del *' })
const behind = (head: Uint8Array) => Buffer.concat([head, archive])

/** Two parts under one name, which a viewer may read the other way round. */
function twice(): Uint8Array {
  const one = Buffer.from(wordFile({ more: { 'word/documemt.xml': '<x/>' } }))
  for (let at = one.indexOf('word/documemt.xml'); at !== -1; at = one.indexOf('word/documemt.xml'))
    one.write('word/document.xml', at)
  return one
}

/** Its end has a comment that bears the mark of another end, of another list of parts: strict readers see the first, lenient ones the last. */
function endedTwice(): Uint8Array {
  const [shown, hidden] = [wordFile(), Buffer.from(wordFile({ more: { 'word/vbaProject.bin': stream } }))]
  const list = Buffer.from(shown).subarray(Buffer.from(shown).lastIndexOf('PK\x05\x06'))
  list.writeUInt16LE(7, 20)
  hidden.writeUInt16LE(list.length, hidden.length - 2)
  const file = Buffer.concat([shown, hidden, list])
  const end = shown.length + hidden.length - 22
  file.writeUInt32LE(file.readUInt32LE(end + 16) + shown.length, end + 16)
  return file
}

describe('a true file', () => {
  test('of each kind passes', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Suivi')
    const written = new Document({ sections: [{ children: [new Paragraph('Lettre')] }] })
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['contrat signé.PDF', PDF],
      ['photo.png', PNG],
      ['photo.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
      ['lettre.docx', new Uint8Array(await Packer.toBuffer(written))],
      ['modèle.docx', wordFile()],
      ['suivi.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer())],
      ['note.odt', openDocument(ODT)],
      ['ancien.doc', doc],
      ['ancien.xls', xls([BOUNDSHEET, sheet(0)])],
    ]
    for (const [name, bytes] of files) expect([name, judgeFile(name, bytes).doubt]).toEqual([name, null])
  })

  test('keeps links a person clicks, pictures of the web and a template of its own disk', () => {
    const bytes = wordFile({
      links: {
        rId1: ['hyperlink', 'https://www.exemple.test/', true],
        rId2: ['image', 'https://www.exemple.test/logo.png', true],
      },
      settings: '<w:attachedTemplate r:id="rId1"/>',
      settingsLinks: { rId1: ['attachedTemplate', 'file:///C:\\Modeles\\courrier.dotx', true] },
    })
    expect(judgeFile('lettre.docx', bytes).doubt).toBeNull()
  })
})

describe('a file that lies', () => {
  test.each<[string, string, Uint8Array, string]>([
    ['a program under its own name', 'Contrat signé.exe', PROGRAM, 'kind'],
    ['a program whose name is turned around', 'Contrat sign\u202efdp.exe', PROGRAM, 'kind'],
    ['a program behind many spaces', `contrat.pdf${' '.repeat(80)}.exe`, PROGRAM, 'kind'],
    ['a program behind a sign of no width', 'contrat.exe\u200b', PROGRAM, 'kind'],
    ['a program in a stream of a PDF', 'contrat.pdf:programme.exe', PROGRAM, 'kind'],
    ['letters of another alphabet', 'contrat.рdf', PDF, 'kind'],
    ['a page', 'page.html', PDF, 'kind'],
    ['a shortcut', 'contrat.pdf.lnk', PDF, 'kind'],
    ['a program called PDF', 'contrat.pdf', PROGRAM, 'content'],
    [
      'a PDF that starts as a script',
      'contrat.pdf',
      Buffer.concat([Buffer.from('#!/bin/sh\n'), PDF]),
      'content',
    ],
    ['a PDF that is an archive too', 'contrat.pdf', behind(PDF), 'two-kinds'],
    ['a picture that is an archive too', 'photo.png', behind(PNG), 'two-kinds'],
    ['a document that is an archive too', 'ancien.doc', behind(doc), 'two-kinds'],
    ['an archive called Word', 'lettre.docx', archive, 'content'],
    ['a workbook called Word', 'lettre.docx', wordFile({ main: SHEET_MAIN }), 'content'],
    ['a document of macros renamed', 'lettre.docx', wordFile({ main: MACRO_MAIN }), 'macros'],
    [
      'a document with macros',
      'lettre.docx',
      wordFile({ more: { 'word/vbaProject.bin': stream } }),
      'macros',
    ],
    [
      'macros under another name',
      'lettre.docx',
      wordFile({
        overrides: { 'word/image1.bin': 'application/vnd.ms-office.vbaProject' },
        more: { 'word/image1.bin': stream },
      }),
      'macros',
    ],
    [
      'a template of another machine',
      'lettre.docx',
      wordFile({
        settings: '<w:attachedTemplate r:id="rId1"/>',
        settingsLinks: { rId1: ['attachedTemplate', 'https://exemple.invalid/m.dotm', true] },
      }),
      'remote',
    ],
    [
      'a template of another machine in letters Office alone would read',
      'lettre.docx',
      wordFile({
        settings: '<w:attachedTemplate r:id="rId1"/>',
        more: {
          'word/_rels/settings.xml.rels': inUtf16(
            relationships({ rId1: ['attachedTemplate', 'https://exemple.invalid/m.dotm', true] }),
          ),
        },
      }),
      'content',
    ],
    [
      'an object of another machine',
      'lettre.docx',
      wordFile({ links: { rId1: ['oleObject', 'mhtml:https://exemple.invalid/x.html!x', true] } }),
      'remote',
    ],
    ['a document with two parts of one name', 'lettre.docx', twice(), 'content'],
    ['a document with two ends', 'lettre.docx', endedTwice(), 'content'],
    ['a document cut short', 'lettre.docx', wordFile().subarray(0, 300), 'content'],
    ['a document with something before it', 'lettre.docx', Buffer.concat([PROGRAM, wordFile()]), 'content'],
    [
      'an installer called Word',
      'ancien.doc',
      compoundFile([{ name: 'Property', bytes: stream }]),
      'content',
    ],
    ['a workbook called .doc', 'ancien.doc', xls([BOUNDSHEET, sheet(0)]), 'content'],
    [
      'an old document with macros',
      'ancien.doc',
      compoundFile([
        { name: 'WordDocument', bytes: stream },
        { name: 'Macros' },
        { name: '_VBA_PROJECT', bytes: stream },
      ]),
      'macros',
    ],
    [
      'an old workbook with a sheet of macros',
      'ancien.xls',
      xls([BOUNDSHEET, sheet(0)], [BOUNDSHEET, sheet(1)]),
      'macros',
    ],
    ['an old workbook under a password', 'ancien.xls', xls([0x2f, [0, 0]]), 'sealed'],
    [
      'a document under a password',
      'lettre.docx',
      compoundFile([{ name: 'EncryptedPackage', bytes: stream }]),
      'sealed',
    ],
    [
      'a list of parts made to be long',
      'lettre.docx',
      wordFile({ more: { 'word/_rels/header1.xml.rels': new Uint8Array(9_000_000).fill(32) } }),
      'huge',
    ],
    ['another OpenDocument', 'note.odt', openDocument(`${ODT}-template`), 'content'],
    [
      'an OpenDocument with macros',
      'note.odt',
      openDocument(ODT, { 'Basic/Standard/Module1.xml': '<x/>' }),
      'macros',
    ],
    [
      'an OpenDocument whose object has macros',
      'note.odt',
      openDocument(ODT, { 'Object 1/Scripts/python/a.py': 'x' }),
      'macros',
    ],
  ])('%s', (_, name, bytes, doubt) => {
    expect(judgeFile(name, bytes).doubt).toBe(doubt)
  })

  test('about its type, its size or its digest is doubted too', () => {
    const sha256 = createHash('sha256').update(PDF).digest('hex')
    const piece = { name: 'contrat.pdf', mime: 'application/pdf', size: PDF.length, sha256 }
    expect(judgePiece(piece, PDF).doubt).toBeNull()
    expect(judgePiece({ ...piece, mime: 'text/html' }, PDF).doubt).toBe('label')
    expect(judgePiece({ ...piece, size: 3 }, PDF).doubt).toBe('altered')
    expect(judgePiece(piece, Buffer.concat([PDF, PDF])).doubt).toBe('altered')
  })

  test('and is damaged at random is judged all the same, whatever its bytes', () => {
    const files = [
      wordFile({ body: paragraph('x') }),
      doc,
      xls([BOUNDSHEET, sheet(0)]),
      openDocument(ODT),
      PDF,
    ]
    const names = ['a.docx', 'a.doc', 'a.xls', 'a.odt', 'a.pdf']
    fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        (which, changes) => {
          const bytes = Uint8Array.from(files[which] ?? PDF)
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte
          const judged = judgeFile(names[which] ?? '', bytes)
          expect(judged.name).toBe(names[which])
        },
      ),
      { numRuns: 2000 },
    )
  })
})
