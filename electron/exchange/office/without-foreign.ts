/**
 * The same Word document without what acts by itself: the parts that are programs, the relationships that lead out, and the
 * elements and fields that ask for them. What a field last showed stays, and so do the words of a link. Read again afterwards:
 * where anything is left, the document is refused rather than filled by half.
 */
import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { Unreadable } from '../in/read/source.ts'
import { fieldMarks } from './field-marks.ts'
import {
  ADDRESS_ATTRIBUTES,
  foreignParts,
  isControl,
  isMacro,
  isOddLink,
  kindOfRelationship,
  textParts,
} from './foreign.ts'
import {
  type OfficePackage,
  openPackage,
  type Relationship,
  relationshipsPart,
  resolvedTarget,
} from './package.ts'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PLAIN_WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const MACRO_WORD = /application\/vnd\.ms-word\.(document|template)\.macroEnabled(Template)?\.main\+xml/g

/** Every part of the package, none of them changed: an archive whose sizes are those it says. */
export function everyPart({ archive }: OfficePackage): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {}
  for (const name of archive.written) {
    const bytes = name.endsWith('/') ? null : archive.readBytes(name)
    if (bytes !== null) parts[name] = bytes
  }
  return parts
}

/** Throws Unreadable `foreign-left` where something could not be taken out. */
export function withoutForeign(office: OfficePackage): Record<string, Uint8Array> {
  const dropped = droppedParts(office)
  const cut = office.relationships.filter((r) => isCut(r, office, dropped))
  const parts: Record<string, Uint8Array> = {}
  const text = new Set(textParts(office))
  for (const [name, bytes] of Object.entries(everyPart(office))) {
    const lower = name.toLowerCase()
    if (dropped.has(lower) || dropped.has(ownerOf(lower))) continue
    const ids = new Set(cut.filter((r) => r.from === lower).map((r) => r.id))
    if (lower === '[content_types].xml') parts[name] = strToU8(typesWithout(strFromU8(bytes), dropped))
    else if (lower.endsWith('.rels')) {
      const gone = new Set(cut.filter((r) => relationshipsPart(r.from) === lower).map((r) => r.id))
      parts[name] = gone.size === 0 ? bytes : edited(bytes, (document) => dropRelationships(document, gone))
    } else if (lower.endsWith('.xml') && (ids.size > 0 || text.has(lower)))
      parts[name] = edited(bytes, (document) => {
        for (const element of elementsOf(document)) cutLinks(element, ids)
        cutFields(document)
      })
    else parts[name] = bytes
  }
  if (foreignParts(openPackage(zipSync(parts, { level: 0 }))).length > 0) throw new Unreadable('foreign-left')
  return parts
}

/** Parts that are programs or objects, in lower case. */
function droppedParts(office: OfficePackage): ReadonlySet<string> {
  const dropped = new Set<string>()
  for (const name of office.archive.names) {
    const type = office.typeOf(name)
    if (isMacro(name, type) || isControl(name, type)) dropped.add(name)
  }
  for (const relationship of office.relationships)
    if (!relationship.external && kindOfRelationship(relationship) !== null)
      dropped.add(resolvedTarget(relationship))
  return dropped
}

function isCut(relationship: Relationship, office: OfficePackage, dropped: ReadonlySet<string>): boolean {
  if (kindOfRelationship(relationship) !== null) return true
  if (relationship.external) return false
  const target = resolvedTarget(relationship)
  return dropped.has(target) || isMacro(target, office.typeOf(target))
}

/** The part whose relationships these are; its own name for any other. */
function ownerOf(name: string): string {
  return name.replace(/(^|\/)_rels\/([^/]+)\.rels$/, '$1$2')
}

function typesWithout(xml: string, dropped: ReadonlySet<string>): string {
  const kept = edited(strToU8(xml), (document) => {
    for (const element of elementsOf(document)) {
      const part = element.getAttribute('PartName')?.replace(/^\//, '').toLowerCase()
      const type = element.getAttribute('ContentType') ?? ''
      if ((part !== undefined && dropped.has(part)) || isMacro('', type))
        element.parentNode?.removeChild(element)
    }
  })
  return strFromU8(kept).replace(MACRO_WORD, PLAIN_WORD)
}

function dropRelationships(document: Document, ids: ReadonlySet<string>): void {
  for (const element of elementsOf(document))
    if (element.localName === 'Relationship' && ids.has(element.getAttribute('Id') ?? ''))
      element.parentNode?.removeChild(element)
}

/** What shows one thing only: without it nothing is left to show. */
const HOLDERS = new Set(['drawing', 'pict', 'object', 'AlternateContent'])
const PICTURES = new Set(['blip', 'imagedata', 'fill', 'stroke', 'svgBlip'])

function cutLinks(element: Element, ids: ReadonlySet<string>): void {
  for (const name of ADDRESS_ATTRIBUTES) {
    const address = element.getAttribute(name)
    if (address !== null && (name.endsWith('src') || isOddLink(address))) element.removeAttribute(name)
  }
  const named = attributesOf(element).filter(
    (attribute) => attribute.namespaceURI === RELATIONSHIPS && ids.has(attribute.value),
  )
  if (named.length === 0) return
  for (const attribute of named) element.removeAttributeNode(attribute)
  const name = element.localName ?? ''
  // A picture kept inside the file as well is still there.
  if (attributesOf(element).some((attribute) => attribute.namespaceURI === RELATIONSHIPS)) return
  if (name === 'hyperlink') unwrap(element)
  else if (PICTURES.has(name)) remove(outermost(element, HOLDERS))
  else if (name === 'dataSource' || name === 'headerSource')
    remove(outermost(element, new Set(['mailMerge'])))
  else remove(element)
}

function cutFields(document: Document): void {
  const { simple, pieces } = fieldMarks(elementsOf(document))
  for (const element of simple) unwrap(element)
  for (const element of pieces) remove(element)
}

function edited(bytes: Uint8Array, edit: (document: Document) => void): Uint8Array {
  const document = new DOMParser({ onError: refuseBroken }).parseFromString(strFromU8(bytes), 'text/xml')
  edit(document)
  return strToU8(new XMLSerializer().serializeToString(document))
}

function refuseBroken(level: string): void {
  if (level !== 'warning') throw new Unreadable('archive-damaged')
}

function elementsOf(document: Document): readonly Element[] {
  return [...document.getElementsByTagName('*')]
}

function attributesOf(element: Element) {
  return [...element.attributes]
}

/** The farthest of those elements around this one, or itself. */
function outermost(element: Element, names: ReadonlySet<string>): Element {
  let found = element
  for (let at = element.parentNode; at !== null; at = at.parentNode)
    if (at.nodeType === at.ELEMENT_NODE && names.has((at as Element).localName ?? '')) found = at as Element
  return found
}

function remove(element: Element): void {
  element.parentNode?.removeChild(element)
}

function unwrap(element: Element): void {
  const parent = element.parentNode
  if (parent === null) return
  while (element.firstChild !== null) parent.insertBefore(element.firstChild, element)
  parent.removeChild(element)
}
