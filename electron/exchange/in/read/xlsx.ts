/**
 * A workbook (.xlsx, .xlsm) to sheets of raw cells: values only. Formulas give the value they were saved with, macros and
 * external links are never opened. Written over the archive itself rather than a workbook library, because a library expands
 * merged ranges and validations cell by cell before any bound of ours could stop it.
 */
import {
  LIMITS,
  type RawCell,
  type ReadLimits,
  type Sheet,
  type SourceNotice,
  textCell,
  Unreadable,
} from './source.ts'
import { readSheetRows, type SheetContext } from './xlsx-sheet.ts'
import { dateStyles } from './xlsx-styles.ts'
import { attribute, scanXml } from './xml.ts'
import { type Archive, openArchive } from './zip.ts'

export function readWorkbook(
  bytes: Uint8Array,
  limits: ReadLimits = LIMITS,
): { readonly sheets: readonly Sheet[]; readonly notices: readonly SourceNotice[] } {
  const archive = openArchive(bytes, limits)
  refuseOtherArchives(archive)
  const workbookPath = findWorkbookPath(archive)
  const workbookXml = archive.readText(workbookPath)
  if (workbookXml === null) throw new Unreadable('not-a-workbook')
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1)
  const relations = readRelations(archive, `${folder}_rels/${workbookPath.slice(folder.length)}.rels`, folder)
  const { listed, date1904 } = readSheetList(workbookXml)

  const budget = { cells: limits.maxCells, places: limits.maxPlaces, characters: limits.maxCharacters }
  const context: SheetContext = {
    strings: readSharedStrings(archive, relations, limits),
    dateStyles: dateStyles(partOfType(archive, relations, 'styles')),
    date1904,
    limits,
    budget,
  }
  const sheets: Sheet[] = []
  const read = new Set<string>()
  for (const { name, hidden, relation } of listed) {
    const target = relations.get(relation)
    if (target === undefined || !/\/worksheet$/.test(target.type)) continue
    // Each sheet is a part of its own: a list that names one part a thousand times would have it read as often.
    if (read.has(target.path)) throw new Unreadable('archive-damaged')
    read.add(target.path)
    const xml = archive.readText(target.path)
    if (xml === null) throw new Unreadable('archive-damaged')
    sheets.push({ name, hidden, rows: readSheetRows(xml, name, context) })
  }
  return { sheets, notices: noticesOf(archive, sheets) }
}

interface Relation {
  readonly type: string
  readonly path: string
}

function refuseOtherArchives(archive: Archive): void {
  const kind = archive.names.includes('mimetype') ? (archive.readText('mimetype') ?? '') : ''
  if (kind.includes('opendocument.spreadsheet')) throw new Unreadable('ods')
  if (archive.names.includes('xl/workbook.bin')) throw new Unreadable('xlsb')
  if (archive.names.includes('word/document.xml')) throw new Unreadable('word')
  if (!archive.names.includes('[content_types].xml')) throw new Unreadable('not-a-workbook')
}

function findWorkbookPath(archive: Archive): string {
  for (const relation of readRelations(archive, '_rels/.rels', '').values())
    if (relation.type.endsWith('/officeDocument')) return relation.path
  return 'xl/workbook.xml'
}

/** Relations of a part. Those that point outside the archive are dropped: nothing outside is ever read. */
function readRelations(archive: Archive, path: string, folder: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>()
  scanXml(archive.readText(path) ?? '', {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const target = attribute(attributes, 'Target') ?? ''
      const resolved = target.startsWith('/') ? target.slice(1) : normalisePath(folder + target)
      relations.set(attribute(attributes, 'Id') ?? '', {
        type: attribute(attributes, 'Type') ?? '',
        path: resolved,
      })
    },
    close() {},
    text() {},
  })
  return relations
}

function normalisePath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function readSheetList(xml: string): {
  readonly listed: readonly { readonly name: string; readonly hidden: boolean; readonly relation: string }[]
  readonly date1904: boolean
} {
  const listed: { name: string; hidden: boolean; relation: string }[] = []
  let date1904 = false
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const state = attribute(attributes, 'state') ?? 'visible'
      const relation = attribute(attributes, 'id') ?? ''
      listed.push({ name: attribute(attributes, 'name') ?? '', hidden: state !== 'visible', relation })
    },
    close() {},
    text() {},
  })
  return { listed, date1904 }
}

function partOfType(archive: Archive, relations: ReadonlyMap<string, Relation>, type: string): string {
  for (const relation of relations.values())
    if (relation.type.endsWith(`/${type}`)) return archive.readText(relation.path) ?? ''
  return ''
}

/**
 * The shared texts, as cells: made once each, so that a text shown a hundred thousand times is one in memory. Readings of a word
 * (phonetic runs) are no part of it.
 */
function readSharedStrings(
  archive: Archive,
  relations: ReadonlyMap<string, Relation>,
  limits: ReadLimits,
): readonly RawCell[] {
  const strings: RawCell[] = []
  let current = ''
  let inText = false
  let phonetic = 0
  scanXml(partOfType(archive, relations, 'sharedStrings'), {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic++
      else if (name === 't') inText = phonetic === 0
    },
    close(name) {
      if (name === 'si') {
        if (strings.length >= limits.maxStrings)
          throw new Unreadable('too-many-strings', { max: limits.maxStrings })
        strings.push(textCell(current))
      } else if (name === 'rPh') phonetic--
      else if (name === 't') inText = false
    },
    text(text) {
      if (inText) current += text
    },
  })
  return strings
}

function noticesOf(archive: Archive, sheets: readonly Sheet[]): readonly SourceNotice[] {
  const notices: SourceNotice[] = []
  if (archive.names.some((n) => n.endsWith('vbaproject.bin')))
    notices.push({ code: 'macros-ignored', values: {} })
  if (archive.names.some((n) => n.startsWith('xl/externallinks/')))
    notices.push({ code: 'external-links-ignored', values: {} })
  for (const sheet of sheets)
    if (sheet.hidden) notices.push({ code: 'hidden-sheet', values: { sheet: sheet.name } })
  return notices
}
