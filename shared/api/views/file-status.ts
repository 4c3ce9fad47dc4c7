/** What the frame shows of the open dossier, whatever the screen. */
import type { Day } from '../../domain/day.ts'
import type { EntityName, Id } from '../../domain/facts.ts'

/** Signs of the name a person gives to a new dossier. */
export const LONGEST_FILE_NAME = 80

export interface FileStatus {
  readonly open: boolean
  readonly name: string | null
  readonly readOnly: boolean
  /** French sentence: "Lecture seule : ouvert par …". */
  readonly readOnlyReason: string | null
  readonly demo: boolean
  readonly savedAt: string | null
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  /** Null: the rules could not count them. */
  readonly lateCount: number | null
  readonly today: Day
  readonly lastBackupAt: string | null
  readonly shell: 'desktop' | 'browser'
  readonly version: string
  /** Increases with every change: the page reloads what it shows. */
  readonly revision: number
  readonly recent: readonly {
    readonly id: string
    readonly name: string
    readonly folder: string
    readonly openedAt: string
  }[]
  /** What to know of this file: where it lies, what took its place, another file of the same dossier, copies not made. */
  readonly notes?: readonly FileNote[]
  /** The dossier used last was not opened by itself, and why. Only while none is open. */
  readonly notReopened?: {
    readonly recentId: string | null
    readonly name: string
    readonly message: string
  } | null
  /** The screen is locked: nothing else is answered until its phrase is given. */
  readonly locked?: boolean
}

export interface FileNote {
  readonly id: string
  readonly kind:
    | 'place'
    | 'parted'
    | 'clock'
    | 'copies'
    | 'file'
    | 'settings'
    | 'elsewhere'
    | 'changed'
    | 'day'
    | 'journal'
  readonly message: string
  /** The object to correct, and its field. */
  readonly target?: { readonly entity: EntityName; readonly id: Id; readonly field: string }
}
