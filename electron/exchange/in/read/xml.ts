/**
 * A small forward reader of XML, enough for workbook parts: elements without their prefix, attributes, text, CDATA and the
 * predefined entities. A document type declaration is refused: it is where entity bombs and outside files come from.
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
        const end = xml.indexOf(']]>', at)
        if (end === -1) throw new Unreadable('archive-damaged')
        handler.text(xml.slice(at + 9, end))
        at = end + 3
      } else throw new Unreadable('archive-damaged')
    } else {
      const end = tagEnd(xml, at)
      if (next === 0x2f /* / */) {
        handler.close(localName(xml.slice(at + 2, end).trim()))
      } else {
        const selfClosing = xml.charCodeAt(end - 1) === 0x2f
        const inner = xml.slice(at + 1, selfClosing ? end - 1 : end)
        const cut = inner.search(/\s/)
        const name = localName(cut === -1 ? inner : inner.slice(0, cut))
        handler.open(name, cut === -1 ? '' : inner.slice(cut))
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

/** Value of one attribute (any prefix), entities decoded; null where it is absent. */
export function attribute(attributes: string, name: string): string | null {
  let from = 0
  for (;;) {
    const at = attributes.indexOf(name, from)
    if (at === -1) return null
    from = at + name.length
    const before = attributes.charCodeAt(at - 1)
    if (!(before === 0x3a || before <= 0x20)) continue
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(from))
    if (match !== null) return decodeEntities(match[1] ?? match[2] ?? '')
  }
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

/** The ">" that closes the tag, attributes may hold a ">" between quotes. */
function tagEnd(xml: string, at: number): number {
  const end = xml.indexOf('>', at)
  if (end === -1) throw new Unreadable('archive-damaged')
  const firstQuote = xml.indexOf('"', at)
  if (firstQuote === -1 || firstQuote > end) return end
  let quote = 0
  for (let i = at; i < xml.length; i++) {
    const char = xml.charCodeAt(i)
    if (quote !== 0) {
      if (char === quote) quote = 0
    } else if (char === 0x22 || char === 0x27) quote = char
    else if (char === 0x3e) return i
  }
  throw new Unreadable('archive-damaged')
}
