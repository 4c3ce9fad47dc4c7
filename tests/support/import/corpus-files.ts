/** The invented files of the import corpus: every quirk of real files, in the smallest file that shows it. */
import { strToU8, zipSync } from 'fflate'
import { AIDS } from './corpus-aids.ts'
import { COSTS } from './corpus-costs.ts'
import type { CorpusFile } from './corpus-file.ts'
import { STATE_ADVISERS, STATE_POSTS } from './corpus-state.ts'
import { STRUCTURES } from './corpus-structures.ts'
import { WORKBOOKS } from './corpus-workbooks.ts'
import { workbook } from './xlsx.ts'

const utf8 = (text: string) => strToU8(text)
const simple = { sheets: [{ name: 'Feuil1', rows: [['Nom', 'Prénom', 'Type de contrat', 'Début']] }] }

/** The head of the old Office container, with a name inside it in UTF-16. */
function oldOffice(streamName: string): Uint8Array {
  const bytes = new Uint8Array(1024)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(Buffer.from(streamName, 'utf16le'), 512)
  return bytes
}

/** Files that must be refused in words, or read without their dangers. */
const HOSTILE: readonly CorpusFile[] = [
  {
    name: 'vieux.xls',
    about: 'an old .xls is recognised and refused in words',
    bytes: oldOffice('Workbook'),
  },
  {
    name: 'protege.xlsx',
    about: 'a workbook locked by a password is recognised and refused in words',
    bytes: oldOffice('EncryptedPackage'),
  },
  {
    name: 'libreoffice.ods',
    about: 'an .ods is recognised and refused in words',
    bytes: zipSync(
      {
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': strToU8('<x/>'),
      },
      { mtime: new Date(2026, 0, 1, 12) },
    ),
  },
  {
    name: 'page-web.xls',
    about: 'a web page named as a workbook is refused in words',
    bytes: utf8('<html><body><table><tr><td>Nom</td></tr></table></body></html>'),
  },
  { name: 'export.pdf', about: 'a PDF is refused in words', bytes: utf8('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj') },
  { name: 'vide.csv', about: 'an empty file is refused', bytes: new Uint8Array(0) },
  {
    name: 'image.csv',
    about: 'bytes that are no text are refused',
    bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0]),
  },
  {
    name: 'guillemet-ouvert.csv',
    about: 'a quote never closed is refused with its line, rather than swallowing the next rows',
    bytes: utf8(
      'Nom;Prénom;Type de contrat;Début\nMaurel;Théo;CDI;01/02/2024\n"Ferrand;Nadia;CDI;01/02/2024\nOrcival;Mathilde;CDI;01/11/2024\n',
    ),
  },
  {
    name: 'bombe.xlsx',
    about: 'a part that inflates out of all proportion is refused before it is opened',
    bytes: workbook({
      ...simple,
      parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000).fill(32) },
    }),
  },
  {
    name: 'million-colonnes.xlsx',
    about: 'a cell in the last column Excel has is refused before anything is allocated for it',
    bytes: workbook({
      ...simple,
      parts: {
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
      },
    }),
  },
  {
    name: 'entites.xlsx',
    about: 'a part that declares entities (an expansion bomb) is refused',
    bytes: workbook({
      ...simple,
      parts: {
        'xl/sharedStrings.xml':
          '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>',
      },
    }),
  },
  { name: 'tronque.xlsx', about: 'a workbook cut short is refused', bytes: workbook(simple).slice(0, 900) },
]

export const CORPUS_FILES: readonly CorpusFile[] = [
  ...STRUCTURES,
  ...STATE_POSTS,
  ...STATE_ADVISERS,
  ...WORKBOOKS,
  ...COSTS,
  ...AIDS,
  ...HOSTILE,
]
