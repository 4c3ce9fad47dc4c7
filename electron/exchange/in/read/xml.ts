/**
 * A small forward reader of XML, enough for workbook parts: elements without their prefix, attributes, text, CDATA and the
 * predefined entities. A document type declaration is refused: it is where entity bombs and outside files come from.
 *
 * Linear whatever the text: each character is looked at once to find what it belongs to, and no search ever runs beyond the end
 * of the tag, comment or text it began in (one that finds no end refuses the part, and so runs only once).
 */
import { Unreadable } from './source.ts'

export interface XmlHandler {
  /** `attributes` is the raw text between the name and ">": read with `attribute`, only where one is needed. */
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

export function scanXml(xml: string, handler: XmlHandler): void {
  let at = xml.indexOf('<')
  while (at !== -1) {
    const next = xml.charCodeAt(at + 1)
    if (next === 0x3f /* ? */) {
      at = after(xml, '?>', at)
    } else if (next === 0x21 /* ! */) {
      if (xml.startsWith('<!--', at)) {
        at = after(xml, '-->', at)
      } else if (xml.startsWith('<![CDATA[', at)) {
        const end = after(xml, ']]>', at)
        handler.text(xml.slice(at + 9, end - 3))
        at = end
      } else throw new Unreadable('archive-damaged')
    } else {
      const end = tagEnd(xml, at + 1)
      if (next === 0x2f /* / */) {
        handler.close(localName(xml.slice(at + 2, end).trim()))
      } else {
        const selfClosing = xml.charCodeAt(end - 1) === 0x2f
        const last = selfClosing ? end - 1 : end
        const cut = nameEnd(xml, at + 1, last)
        const name = localName(xml.slice(at + 1, cut))
        handler.open(name, xml.slice(cut, last))
        if (selfClosing) handler.close(name)
      }
      at = end + 1
    }
    const following = xml.indexOf('<', at)
    if (following === -1) return
    if (following > at) handler.text(decodeEntities(xml.slice(at, following)))
    at = following
  }
}

/** Value of one attribute (any prefix), entities decoded; null where it is absent. The attributes are walked one after the other. */
export function attribute(attributes: string, name: string): string | null {
  const { length } = attributes
  let at = 0
  while (at < length) {
    const start = skipSpaces(attributes, at)
    const end = nameEnd(attributes, start, length)
    const equals = skipSpaces(attributes, end)
    // A name alone is no attribute of XML: passed over, as is whatever is not between quotes.
    if (attributes.charCodeAt(equals) !== EQUALS) {
      at = Math.max(equals, start + 1)
      continue
    }
    const open = skipSpaces(attributes, equals + 1)
    const quote = attributes.charCodeAt(open)
    if (quote !== DOUBLE && quote !== SINGLE) {
      at = open
      continue
    }
    const close = attributes.indexOf(quote === DOUBLE ? '"' : "'", open + 1)
    if (close === -1) return null
    if (isNamed(attributes, start, end, name)) return decodeEntities(attributes.slice(open + 1, close))
    at = close + 1
  }
  return null
}

const DOUBLE = 0x22
const SINGLE = 0x27
const EQUALS = 0x3d
const CLOSES = 0x3e
const COLON = 0x3a

/** The name written there is this one, alone or after a prefix. */
function isNamed(text: string, start: number, end: number, name: string): boolean {
  const from = end - name.length
  if (from < start || !text.startsWith(name, from)) return false
  return from === start || text.charCodeAt(from - 1) === COLON
}

/** First character that is no part of a name: a space, or the sign of equality. */
function nameEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== EQUALS) at += 1
  return at
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at += 1
  return at
}

/** NaN, beyond the end, is none. */
function isSpace(code: number): boolean {
  return code <= 0x20
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(amp|lt|gt|quot|apos));/g, (whole, decimal, hex, name) => {
    if (name !== undefined)
      return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name as 'amp'] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

function after(xml: string, mark: string, at: number): number {
  const end = xml.indexOf(mark, at)
  if (end === -1) throw new Unreadable('archive-damaged')
  return end + mark.length
}

/** The ">" that closes the tag: attributes may hold one between quotes of either kind. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at += 1) {
    const char = xml.charCodeAt(at)
    if (quote !== 0) {
      if (char === quote) quote = 0
    } else if (char === CLOSES) return at
    else if (char === DOUBLE || char === SINGLE) quote = char
  }
  throw new Unreadable('archive-damaged')
}
