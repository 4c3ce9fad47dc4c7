/**
 * What a document of a stranger may hold that acts by itself: macros, objects of other programs, links that fetch something
 * elsewhere, fields that do the same. Each is named by its kind and by what it names, so that a person can judge; ordinary
 * links to web pages and addresses are none of it.
 */
import type { ForeignKind, ForeignPart } from '#shared/domain/foreign-parts.ts'
import { seenBeginning } from '#shared/domain/seen-text.ts'
import { scanXml } from '../in/read/xml.ts'
import { fieldReader } from './fields.ts'
import { type OfficePackage, type Relationship, resolvedTarget } from './package.ts'

/** Parts that are programs, by content type and by the name Office gives them. */
const MACRO_TYPE = /vbaproject|vbadata|macrosheet|keymapcustomizations|ms-office\.customui/i
const MACRO_NAME = /(^|\/)(vbaproject|vbadata)[^/]*\.(bin|xml)$|(^|\/)macrosheets\/|^customui\//
const CONTROL = /(^|\/)activex\/|ms-office\.activex/i

/** Relationships of the file itself that bring in something else than text and pictures. */
const INNER: Readonly<Record<string, ForeignKind>> = {
  oleObject: 'objects',
  control: 'controls',
  aFChunk: 'chunks',
  connections: 'connections',
  queryTable: 'connections',
  externalLink: 'workbook-links',
  vbaProject: 'macros',
  keyMapCustomizations: 'macros',
}
/** Relationships that lead out of the file. */
const OUTER: Readonly<Record<string, ForeignKind>> = {
  attachedTemplate: 'remote-template',
  image: 'remote-pictures',
  video: 'remote-pictures',
  audio: 'remote-pictures',
  media: 'remote-pictures',
  externalLinkPath: 'workbook-links',
  mailMergeSource: 'connections',
  mailMergeHeaderSource: 'connections',
}
/** What a click asks the system's browser or mail for: ordinary. */
const ORDINARY_LINK = /^(https?:\/\/|mailto:|tel:|#)/i

/** Signs of an address or a code that are shown. */
export const MOST_SHOWN = 200

type Found = Map<ForeignKind, Set<string>>

/** Everything, the text gone through as well. */
export function foreignParts(office: OfficePackage): readonly ForeignPart[] {
  const found = foundInStructure(office)
  for (const name of textParts(office)) {
    const { fields, addresses } = actsIn(office.archive.readText(name) ?? '')
    for (const field of fields) add(found, 'fields', field.code)
    for (const { loaded, text } of addresses) add(found, loaded ? 'remote-pictures' : 'odd-links', text)
  }
  return [...found].map(([kind, named]) => ({ kind, named: [...named] }))
}

/** What its parts and relationships alone tell: nothing large is inflated. */
export function foreignKinds(office: OfficePackage): ReadonlySet<ForeignKind> {
  return new Set(foundInStructure(office).keys())
}

function foundInStructure(office: OfficePackage): Found {
  const found: Found = new Map()
  for (const name of office.archive.written) {
    const type = office.typeOf(name)
    if (isMacro(name, type)) add(found, 'macros', lastOf(name))
    else if (isControl(name, type)) add(found, 'controls', lastOf(name))
  }
  for (const relationship of office.relationships) {
    const kind = kindOfRelationship(relationship)
    if (kind === null) continue
    const inner = resolvedTarget(relationship)
    if (!relationship.external && isMacro(inner, office.typeOf(inner))) continue
    add(found, kind, relationship.external ? relationship.target : lastOf(relationship.target))
  }
  return found
}

function add(found: Found, kind: ForeignKind, what: string): void {
  const named = found.get(kind) ?? new Set<string>()
  found.set(kind, named.add(seenBeginning(what, MOST_SHOWN)))
}

export function isMacro(name: string, type: string): boolean {
  return MACRO_NAME.test(name.toLowerCase()) || MACRO_TYPE.test(type)
}

export function isControl(name: string, type: string): boolean {
  return CONTROL.test(name) || CONTROL.test(type)
}

/** What is wrong with it, null where it is ordinary. */
export function kindOfRelationship({ from, type, target, external }: Relationship): ForeignKind | null {
  if (external) {
    if (type === 'hyperlink') return isOddLink(target) ? 'odd-links' : null
    return OUTER[type] ?? 'remote-parts'
  }
  // A chart keeps the workbook of its figures inside; a document that holds one as an object shows a program of its own.
  if (type === 'package') return /(^|\/)charts\//.test(from) ? null : 'objects'
  return INNER[type] ?? null
}

/** The parts where Word writes fields. */
export function textParts(office: OfficePackage): readonly string[] {
  return office.archive.names.filter(
    (name) => /^word\/[^/]+\.xml$/.test(name) || /wordprocessingml\.[a-z]+\+xml$/.test(office.typeOf(name)),
  )
}

/** Attributes of old drawings that hold an address themselves, without a relationship: loaded at once, or followed on a click. */
const LOADED = /\s(?:o:)?src\s*=\s*(?:"([^"]*)"|'([^']*)')/
const FOLLOWED = /\s(?:o:)?href\s*=\s*(?:"([^"]*)"|'([^']*)')/
export const ADDRESS_ATTRIBUTES = ['src', 'o:src', 'href', 'o:href'] as const

/** An address no one would click without thinking: neither a page of the web, nor a mail, nor a place of the document itself. */
export function isOddLink(address: string): boolean {
  return address !== '' && !ORDINARY_LINK.test(address.trim())
}

/** Fields that fetch or run something, by their code (page, date and the like are left out), and addresses written in drawings. */
function actsIn(xml: string) {
  const reader = fieldReader()
  const addresses: { readonly text: string; readonly loaded: boolean }[] = []
  scanXml(xml, {
    ...reader.handler,
    open(name, attributes) {
      reader.handler.open(name, attributes)
      const loaded = textOf(LOADED, attributes)
      const followed = textOf(FOLLOWED, attributes)
      if (loaded !== '') addresses.push({ text: loaded, loaded: true })
      if (isOddLink(followed)) addresses.push({ text: followed, loaded: false })
    },
  })
  return { fields: reader.fields().filter((field) => field.foreign), addresses }
}

function textOf(pattern: RegExp, attributes: string): string {
  const match = pattern.exec(attributes)
  return match?.[1] ?? match?.[2] ?? ''
}

function lastOf(name: string): string {
  return name.split('/').at(-1) ?? name
}
