/**
 * Parts of a workbook (a ZIP archive), read from its central directory so that sizes and ratios are judged BEFORE anything is
 * inflated: a "zip bomb" is refused, and a part that inflates beyond what it declared stops there. Only the parts asked for
 * are ever inflated: macros, images and external links stay closed.
 */
import { inflateRawSync } from 'node:zlib'
import { type ArchiveLimits, LIMITS, Unreadable } from './source.ts'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const RATIO_JUDGED_ABOVE = 1_000_000

interface Entry {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

export interface Archive {
  readonly names: readonly string[]
  /** The same names as the archive writes them. */
  readonly written: readonly string[]
  /** Two parts under one name: which one is read depends on the reader. */
  readonly repeats: boolean
  /** The part's bytes, or null where the archive has none of that name. */
  readBytes(name: string): Uint8Array | null
  /** The part's text, or null where the archive has none of that name. */
  readText(name: string): string | null
}

export function openArchive(bytes: Uint8Array, limits: ArchiveLimits = LIMITS): Archive {
  const { entries, count } = readDirectory(bytes, limits)
  let inflated = 0
  const counted = new Set<Entry>()
  const readBytes = (name: string) => {
    const entry = entries.get(name.toLowerCase())
    if (entry === undefined) return null
    judge(entry, limits)
    if (!counted.has(entry)) inflated += entry.size
    counted.add(entry)
    if (inflated > limits.maxInflatedBytes) throw new Unreadable('archive-too-big', { part: entry.name })
    return inflate(bytes, entry)
  }
  return {
    names: [...entries.keys()],
    written: [...entries.values()].map((entry) => entry.name),
    repeats: entries.size < count,
    readBytes,
    readText(name) {
      const part = readBytes(name)
      return part === null ? null : new TextDecoder('utf-8').decode(part)
    },
  }
}

function judge(entry: Entry, limits: ArchiveLimits): void {
  if ((entry.flags & 1) !== 0) throw new Unreadable('encrypted')
  const ratio = entry.packed === 0 ? entry.size : entry.size / entry.packed
  if (entry.size > limits.maxPartBytes || (entry.size > RATIO_JUDGED_ABOVE && ratio > limits.maxRatio))
    throw new Unreadable('archive-too-big', { part: entry.name })
}

function inflate(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE)
    throw new Unreadable('archive-damaged')
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw new Unreadable('archive-damaged')
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new Unreadable('archive-damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
  } catch (error) {
    // More came out than the directory announced: the sizes lie.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw new Unreadable('archive-too-big', { part: entry.name })
    throw new Unreadable('archive-damaged')
  }
}

function readDirectory(
  bytes: Uint8Array,
  limits: ArchiveLimits,
): { readonly entries: ReadonlyMap<string, Entry>; readonly count: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > limits.maxEntries) throw new Unreadable('archive-too-big', { part: `${count}` })
  const entries = new Map<string, Entry>()
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      throw new Unreadable('archive-damaged')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder('utf-8')
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/')
    entries.set(name.toLowerCase(), {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { entries, count }
}

/** The end record is within the last 64 KB (it may be followed by a comment). */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  throw new Unreadable('archive-damaged')
}
