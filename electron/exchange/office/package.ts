/**
 * An Office file (.docx, .xlsx) as its format sees it (ECMA-376 part 2): parts with a content type, and relationships that lead
 * from one part to another or out of the file. Read over the archive itself: sizes are judged before anything is inflated, and
 * a part that inflates beyond what it declared stops there.
 */
import { type ArchiveLimits, Unreadable } from '../in/read/source.ts'
import { attribute, scanXml } from '../in/read/xml.ts'
import { type Archive, openArchive } from '../in/read/zip.ts'

export interface Relationship {
  /** The part it starts from, "" for the package itself. */
  readonly from: string
  readonly id: string
  /** Last word of its type: hyperlink, attachedTemplate, oleObject… */
  readonly type: string
  readonly target: string
  /** It leads out of the file. */
  readonly external: boolean
}

export interface OfficePackage {
  readonly archive: Archive
  /** Content type of each part, by its name in lower case; a part without one of its own has that of its extension. */
  typeOf(part: string): string
  readonly relationships: readonly Relationship[]
}

const TYPES = '[content_types].xml'
/** Bounds of a document written by hand; measured on what comes out, not on what the archive says of itself. */
export const OFFICE_LIMITS: ArchiveLimits = {
  maxBytes: 50_000_000,
  maxPartBytes: 60_000_000,
  maxInflatedBytes: 200_000_000,
  maxRatio: 500,
  maxEntries: 5_000,
}

/** Throws Unreadable where it is no archive, is out of measure, holds no list of content types, or is written to be read otherwise. */
export function openPackage(bytes: Uint8Array, limits: ArchiveLimits = OFFICE_LIMITS): OfficePackage {
  if (bytes.length > limits.maxBytes) throw new Unreadable('archive-too-big')
  const archive = inPlainLetters(openArchive(bytes, limits))
  const types = archive.readText(TYPES)
  if (types === null || archive.repeats) throw new Unreadable('archive-damaged')
  const { parts, extensions } = contentTypes(types)
  return {
    archive,
    typeOf: (part) => parts.get(part.toLowerCase()) ?? extensions.get(extensionOf(part)) ?? '',
    relationships: archive.names.flatMap((name) => relationshipsIn(archive, name)),
  }
}

/**
 * A part may also be UTF-16 (ECMA-376 part 2, 8.1.4), and a reader may know more: what it says would be read by Office and not here. No
 * program writes it so: it is refused rather than believed to say nothing.
 */
function inPlainLetters(archive: Archive): Archive {
  return {
    ...archive,
    readText(name) {
      const xml = archive.readText(name)
      if (xml !== null && xml !== '' && !isInPlainLetters(xml)) throw new Unreadable('archive-damaged')
      return xml
    },
  }
}

/** Those of the encodings where "<" is "<" and nothing else is. */
const PLAIN_ENCODING = /^(utf-8|us-ascii|iso-8859-\d{1,2}|windows-125\d)$/i

function isInPlainLetters(xml: string): boolean {
  if (!/^\s*</.test(xml) || xml.includes('\0')) return false
  const declared = /^\s*<\?xml\b([^>]*)/.exec(xml)?.[1] ?? ''
  return PLAIN_ENCODING.test(attribute(declared, 'encoding') ?? 'utf-8')
}

/** Name of the part a relationship of `from` leads to, in lower case. */
export function resolvedTarget({ from, target }: Pick<Relationship, 'from' | 'target'>): string {
  const base = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const path: string[] = []
  for (const step of [...base, ...target.split('/')]) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/').toLowerCase()
}

/** The part that holds the relationships of another: "word/_rels/document.xml.rels". */
export function relationshipsPart(part: string): string {
  const cut = part.lastIndexOf('/') + 1
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`
}

function relationshipsIn(archive: Archive, name: string): readonly Relationship[] {
  const match = /^(.*\/)?_rels\/([^/]*)\.rels$/.exec(name)
  if (match === null) return []
  const from = `${match[1] ?? ''}${match[2] ?? ''}`
  const found: Relationship[] = []
  scanXml(archive.readText(name) ?? '', {
    open(element, attributes) {
      if (element !== 'Relationship') return
      found.push({
        from,
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: attribute(attributes, 'Target') ?? '',
        external: /^external$/i.test(attribute(attributes, 'TargetMode') ?? ''),
      })
    },
    close() {},
    text() {},
  })
  return found
}

function contentTypes(xml: string) {
  const parts = new Map<string, string>()
  const extensions = new Map<string, string>()
  scanXml(xml, {
    open(element, attributes) {
      const type = attribute(attributes, 'ContentType') ?? ''
      const part = attribute(attributes, 'PartName')
      const extension = attribute(attributes, 'Extension')
      if (element === 'Override' && part !== null) parts.set(part.replace(/^\//, '').toLowerCase(), type)
      if (element === 'Default' && extension !== null) extensions.set(extension.toLowerCase(), type)
    },
    close() {},
    text() {},
  })
  return { parts, extensions }
}

function extensionOf(part: string): string {
  return part.slice(part.lastIndexOf('.') + 1).toLowerCase()
}
