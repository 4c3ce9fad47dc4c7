/**
 * Copies of the dossiers: list, look, come back, second place, passphrase; and what is left of a file that no longer opens. They
 * answer without an open dossier too: the welcome screen restores. The page names copies by id, never by path.
 */
import { z } from 'zod'
import { channel } from '../channel.ts'
import type { FileStatus } from '../views/file-status.ts'

const copyReasons = [
  'ouverture',
  'horaire',
  'avant-migration',
  'avant-import',
  'avant-restauration',
  'avant-lot',
  'manuelle',
] as const

export interface CopyRow {
  readonly id: string
  /** Name the dossier had. */
  readonly dossier: string
  /** A copy of the dossier now open. */
  readonly ofOpen: boolean
  readonly at: string
  /** Made under a clock that the other copies show to have been wrong: its place in the list is right, its day is not. */
  readonly doubtful?: boolean
  readonly reason: (typeof copyReasons)[number]
  readonly bytes: number
  readonly encrypted: boolean
  /** In the folder of the application, or in the second place. */
  readonly place: 'here' | 'second'
}

export interface CopiesView {
  readonly copies: readonly CopyRow[]
  /** Copies of this machine. */
  readonly folder: string
  readonly second: { readonly folder: string; readonly present: boolean } | null
  /** Copies of the second place are enciphered. */
  readonly encrypted: boolean
  readonly trouble: string | null
  readonly room: readonly CopiesRoom[]
  readonly budget: number | null
  /** The last copies of a dossier stay in any case: so many. */
  readonly lastKept: number
  /** Copies made in the second place before it was enciphered: anyone who holds it reads them. */
  readonly readableElsewhere: number
  /** True: a dialog asks for the second place; false: it is chosen among `copies.places`. */
  readonly asksByDialog: boolean
}

/** What the copies take in one place, all dossiers together. */
export interface CopiesRoom {
  readonly place: CopyRow['place']
  readonly copies: number
  readonly bytes: number
}

export interface BudgetLook {
  /** Bytes the copies of one dossier may take in one place; null: no bound. */
  readonly budget: number | null
  /** Oldest ones that go: would go, where it was only asked. */
  readonly removed: readonly CopiesRoom[]
}

export interface CopyLook {
  readonly name: string
  readonly createdAt: string
  readonly counts: Readonly<
    Record<'employer' | 'position' | 'person' | 'contract' | 'agreement' | 'instalment' | 'payment', number>
  >
  readonly lastChange: { readonly at: string; readonly who: string; readonly label: string } | null
  readonly actions: number
  /** Files of the same dossier known on this machine: one of them may be replaced. */
  readonly targets: readonly {
    readonly recentId: string
    readonly name: string
    readonly folder: string
    readonly open: boolean
  }[]
}

export interface SalvageView {
  readonly status: FileStatus
  readonly name: string
  readonly saved: number
  readonly lost: number
  readonly tables: readonly {
    readonly label: string
    readonly saved: number
    readonly lost: number
    readonly incomplete: boolean
  }[]
}

const source = {
  copyId: z.string().max(40).optional(),
  uploadId: z.string().max(60).optional(),
  /** Trimmed as the one that was set: a space typed by mistake changes nothing. */
  passphrase: z.string().trim().max(200).optional(),
}

export const copyChannels = {
  'copies.list': channel<CopiesView>()(z.strictObject({})),
  /** Counts and last change, after the copy was read again from end to end. */
  'copies.preview': channel<CopyLook>()(z.strictObject(source)),
  /** `into`: a known file of that dossier, copied first; null: a new file, nothing is replaced. Null: the person gave up. */
  'copies.restore': channel<{ readonly status: FileStatus; readonly wayBack: string | null } | null>()(
    z.strictObject({ ...source, into: z.string().max(40).nullable() }),
  ),
  /** Desktop: a dialog for a copy kept elsewhere. */
  'copies.choose': channel<{ readonly uploadId: string; readonly name: string } | null>()(z.strictObject({})),
  'copies.places': channel<readonly { readonly id: string; readonly folder: string }[]>()(z.strictObject({})),
  /** `placeId` null: a dialog asks (desktop). Null: the person gave up. */
  'copies.setSecond': channel<CopiesView | null>()(
    z.strictObject({ placeId: z.string().max(40).nullable() }),
  ),
  'copies.forgetSecond': channel<CopiesView>()(z.strictObject({})),
  /** Null: copies of the second place are no longer enciphered. The phrase is kept nowhere, only a key made of it. */
  'copies.protect': channel<{ readonly sheet: readonly string[] | null }>()(
    z.strictObject({ passphrase: z.string().trim().min(12).max(200).nullable() }),
  ),
  /** `apply` false: only what it would remove. True: kept, then the oldest copies beyond it go, in every place and dossier. */
  'copies.budget': channel<BudgetLook>()(
    z.strictObject({ bytes: z.int().min(1_000_000).max(1_000_000_000_000).nullable(), apply: z.boolean() }),
  ),
  /** What can still be read of the file refused last, in a new file that is then opened. */
  'file.salvage': channel<SalvageView>()(z.strictObject({})),
  /** The file refused last, of a newer version, read only; or the open one, its lock taken from a machine that stopped. */
  'file.insist': channel<FileStatus>()(z.strictObject({ how: z.enum(['newer', 'take-over']) })),
  'file.noteRead': channel<FileStatus>()(z.strictObject({ id: z.string().max(200) })),
} as const
