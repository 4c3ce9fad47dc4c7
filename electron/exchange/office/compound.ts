/**
 * What a compound file holds (the format of .doc and .xls; MS-CFB): names of its directory and the bytes of one stream. A few
 * sectors are followed and nothing is trusted: a chain that loops or leaves the file ends the reading.
 */
const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const NO_SECTOR = 0xfffffffa
const MINI_SECTOR = 64
const ENTRY = 128
const ENTRY_KINDS: Readonly<Record<number, CompoundEntry['kind']>> = { 1: 'storage', 2: 'stream', 5: 'root' }

export interface CompoundEntry {
  readonly name: string
  readonly kind: 'storage' | 'stream' | 'root'
  readonly start: number
  readonly size: number
}

export interface CompoundFile {
  readonly entries: readonly CompoundEntry[]
  /** Bytes of the stream of that name; null where there is none, or its chain is broken. */
  read(name: string): Uint8Array | null
}

/** Null where it is none, or is broken. */
export function openCompound(bytes: Uint8Array): CompoundFile | null {
  if (bytes.length < 512 || MAGIC.some((byte, i) => bytes[i] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return null
  const sectors = new Sectors(view, 1 << shift)
  const directory = sectors.chain(view.getUint32(48, true))
  if (directory === null) return null
  const entries = entriesOf(directory)
  const root = entries.find((entry) => entry.kind === 'root')
  const cutoff = view.getUint32(56, true)
  return {
    entries,
    read(name) {
      const entry = entries.find((each) => each.kind === 'stream' && each.name === name)
      if (entry === undefined) return null
      if (entry.size >= cutoff) return sectors.chain(entry.start)?.subarray(0, entry.size) ?? null
      const mini = root === undefined ? null : sectors.chain(root.start)
      const table = sectors.chain(view.getUint32(60, true))
      return mini === null || table === null ? null : miniStream(mini, table, entry)
    },
  }
}

class Sectors {
  readonly #view: DataView
  readonly #size: number
  readonly #tables: readonly number[]

  constructor(view: DataView, size: number) {
    this.#view = view
    this.#size = size
    this.#tables = this.#allocationTables()
  }

  /** The sectors that follow one another from `first`, as one; null where they do not. */
  chain(first: number): Uint8Array | null {
    const parts: Uint8Array[] = []
    const most = Math.ceil(this.#view.byteLength / this.#size)
    for (let sector = first; sector < NO_SECTOR; sector = this.#next(sector)) {
      const part = this.#at(sector)
      if (part === null || parts.length > most) return null
      parts.push(part)
    }
    return Buffer.concat(parts)
  }

  #at(sector: number): Uint8Array | null {
    const from = (sector + 1) * this.#size
    if (from >= this.#view.byteLength) return null
    const length = Math.min(this.#size, this.#view.byteLength - from)
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + from, length)
  }

  /** Where the chain breaks, a sector no file has. */
  #next(sector: number): number {
    const perTable = this.#size / 4
    const table = this.#tables[Math.floor(sector / perTable)]
    const at = table === undefined ? -1 : (table + 1) * this.#size + (sector % perTable) * 4
    return at < 0 || at + 4 > this.#view.byteLength ? NO_SECTOR - 1 : this.#view.getUint32(at, true)
  }

  /** Sectors of the allocation table: 109 named in the header, the others in a chain of lists. */
  #allocationTables(): readonly number[] {
    const tables: number[] = []
    const take = (at: number) => {
      const sector = at + 4 > this.#view.byteLength ? NO_SECTOR : this.#view.getUint32(at, true)
      if (sector < NO_SECTOR) tables.push(sector)
    }
    for (let i = 0; i < 109; i++) take(76 + i * 4)
    const perList = this.#size / 4 - 1
    const most = this.#view.byteLength / this.#size
    let list = this.#view.getUint32(68, true)
    for (let seen = 0; list < NO_SECTOR && seen < most; seen++) {
      const from = (list + 1) * this.#size
      if (from + this.#size > this.#view.byteLength) break
      for (let i = 0; i < perList; i++) take(from + i * 4)
      list = this.#view.getUint32(from + perList * 4, true)
    }
    return tables
  }
}

function entriesOf(directory: Uint8Array): readonly CompoundEntry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const entries: CompoundEntry[] = []
  for (let at = 0; at + ENTRY <= view.byteLength; at += ENTRY) {
    const kind = ENTRY_KINDS[view.getUint8(at + 66)]
    if (kind === undefined) continue
    const length = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2))
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length))
    entries.push({ name, kind, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) })
  }
  return entries
}

function miniStream(mini: Uint8Array, table: Uint8Array, entry: CompoundEntry): Uint8Array | null {
  const next = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const parts: Uint8Array[] = []
  for (let sector = entry.start; parts.length * MINI_SECTOR < entry.size; ) {
    const part = mini.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR)
    if (part.length === 0 || (sector + 1) * 4 > next.byteLength) return null
    parts.push(part)
    sector = next.getUint32(sector * 4, true)
  }
  return Buffer.concat(parts).subarray(0, entry.size)
}
