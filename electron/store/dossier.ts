/**
 * The handle of an open dossier, as services see it. The type says what may be done: a `ReadableDb` cannot write, a
 * `WritableDb` exists only inside `act`, so that no change escapes the change log.
 */
import type { Day } from '#shared/domain/day.ts'
import type { Facts, Id } from '#shared/domain/facts.ts'

/** A value SQLite stores. Booleans travel as 0 / 1. */
export type SqlValue = string | number | bigint | null | Uint8Array

export interface ReadableDb {
  all<T>(sql: string, ...values: SqlValue[]): T[]
  get<T>(sql: string, ...values: SqlValue[]): T | undefined
  iterate<T>(sql: string, ...values: SqlValue[]): IterableIterator<T>
}

export interface WritableDb extends ReadableDb {
  /** Inserts one row given by its column names (snake_case); answers its id. Only plain column names are accepted. */
  insert(table: string, row: Readonly<Record<string, SqlValue>>): Id
  /** Changes the given columns of one row. Throws where the row does not exist: a write checks what it changed. */
  update(table: string, id: Id, row: Readonly<Record<string, SqlValue>>): void
  /** Deletes one row. Throws where it does not exist. */
  remove(table: string, id: Id): void
  run(sql: string, ...values: SqlValue[]): { readonly changes: number }
}

/** A human act: its label is what "Annuler : …" says, in French. */
export interface Action {
  readonly label: string
  readonly kind: 'edit' | 'import' | 'payment' | 'renewal' | 'deadline' | 'settings' | 'restore' | 'privacy'
  /** False: kept in the journal, never offered to undo, and undo stops there (the content a dossier is created with). */
  readonly undoable?: boolean
  /** Identity of the action in every copy of the file; given only where the same file must come out every time. */
  readonly uid?: string
  /** Instant of the act, ISO 8601; given only where the same file must come out every time. */
  readonly at?: string
}

/** A person whose former names leave the history for good. */
export interface ErasedPerson {
  readonly id: number
  /** What stands for the name now. */
  readonly name: string
}

/** What erasing them came to. */
export interface Erased {
  /** Steps of the log that were rewritten. */
  readonly changes: number
  /** Files taken out for good. */
  readonly documents: number
  /** Rows of the dossier whose free text still holds a former name: a person must read them. */
  readonly mentions: number
}

/** Whether the file opened is still the one that bears its name: moved away, another in its place, or its content written over. */
export type Whereabouts = 'here' | 'gone' | 'replaced' | 'changed'

export interface Dossier {
  /** As it was asked by. */
  readonly path: string
  readonly name: string
  /** What a person should know of how it came to be open, in French. */
  readonly notices: readonly string[]
  /** Identity of this file, kept for its whole life: two copies that diverged share it. */
  readonly fileId: string
  readonly demo: boolean
  /** Null where the file may be written; else why not, in French. */
  readonly readOnlyReason: string | null
  /** Increases with every committed change. */
  readonly revision: number
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  readonly savedAt: string | null
  readonly createdAt: string
  /** Day of the last visit before this one; null: first visit. */
  readonly lastVisitOn: Day | null
  /** Remembers this visit; not an action. Does nothing on a read-only file. */
  recordVisit(on: Day): void
  /** All facts the rules read, in one short transaction. Cached until the revision changes. */
  readFacts(): Facts
  read<T>(work: (db: ReadableDb) => T): T
  /** One transaction, one action, one step of undo. Throws (and writes nothing) where `work` throws or the file is read-only. */
  act<T>(action: Action, work: (db: WritableDb) => T): T
  /**
   * Takes the former values of anonymised people out of the change log and out of the bytes of the file. Kept in the journal,
   * never undone: undo stops there.
   */
  eraseFromHistory(label: string, persons: readonly ErasedPerson[]): Erased
  whereabouts(): Whereabouts
  /**
   * Takes the detail of old acts out of the change log: not of the last ones, nor of the last `keepDays` days of work. The acts stay, and
   * undo passes over this one. `shrunk` false: done, but the file could not be made smaller now.
   */
  lightenHistory(label: string, keepDays: number): { readonly shrunk: boolean }
  /** All it holds, into a new file: also where its own file was moved away or replaced while it was open. */
  writeTo(path: string): void
  undo(): { readonly label: string } | null
  redo(): { readonly label: string } | null
  close(): void
}
