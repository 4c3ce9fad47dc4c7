/**
 * Which characters the bytes of a text file are: the mark at its head, else UTF-16 by its zero bytes, else UTF-8 where every
 * byte agrees, else Windows-1252 (what Excel in France writes as "CSV"). A file that is no text is refused.
 */
import { Unreadable } from './source.ts'

export type Encoding = 'UTF-8' | 'UTF-8 (BOM)' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252'

export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf]))
    return { text: utf8(bytes.subarray(3)) ?? windows1252(bytes.subarray(3)), encoding: 'UTF-8 (BOM)' }
  if (startsWith(bytes, [0xff, 0xfe])) return utf16(bytes.subarray(2), 'UTF-16LE')
  if (startsWith(bytes, [0xfe, 0xff])) return utf16(bytes.subarray(2), 'UTF-16BE')
  const guess = utf16ByZeros(bytes)
  if (guess !== null) return utf16(bytes, guess)
  if (bytes.includes(0)) throw new Unreadable('not-text')
  const text = utf8(bytes)
  if (text !== null) return { text, encoding: 'UTF-8' }
  return { text: windows1252(bytes), encoding: 'Windows-1252' }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((b, i) => bytes[i] === b)
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes)
}

function utf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE') {
  if (bytes.length % 2 !== 0) throw new Unreadable('not-text')
  const label = encoding === 'UTF-16LE' ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
  if (text.includes('\0')) throw new Unreadable('not-text')
  return { text, encoding } as const
}

/** Latin text in UTF-16 has a zero byte in nearly every pair, always on the same side. */
function utf16ByZeros(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const length = Math.min(bytes.length, 2000) & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const most = (length / 2) * 0.8
  if (odd >= most && even === 0) return 'UTF-16LE'
  if (even >= most && odd === 0) return 'UTF-16BE'
  return null
}
