/**
 * An open dossier: reads in one transaction, writes only inside `act`, facts kept until they change, undo kept in the file.
 * How the file came to be open, and what was checked before, is in open.ts.
 */
import { randomUUID } from 'node:crypto'
import type { Day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import { type Connection, type Handles, handlesOf } from './connection.ts'
import type { Action, Dossier, Erased, ErasedPerson, ReadableDb, Whereabouts, WritableDb } from './dossier.ts'
import { compact, eraseFromLog } from './erase.ts'
import { asRefusal, fileRefusal } from './errors.ts'
import { patchFacts, readAllFacts, type TouchedRow } from './facts-reader.ts'
import { brokenReference, type Head, readHead, replay } from './history.ts'
import { fileIdOf } from './identity.ts'
import { checkInvariants } from './invariants.ts'
import { lastLightened, lightenLog } from './lighten.ts'
import { dossierStem } from './opening/companions.ts'
import type { LockHolder } from './opening/lock.ts'
import type { FileWatch } from './opening/whereabouts.ts'

export interface DossierParts {
  readonly db: Connection
  readonly path: string
  readonly readOnlyReason: string | null
  /** Who acts: user name of the session. */
  readonly who: string
  /** Instant of an act, ISO 8601. */
  now(): string
  readonly notices: readonly string[]
  readonly watch: FileWatch
  /** Who took the lock over; null while it is ours. */
  lockLostTo(): Pick<LockHolder, 'who' | 'machine'> | null
  /** Lock and whatever else must go when the file closes. */
  release(): void
}

interface Identity {
  readonly created_at: string
  readonly demo: number
  readonly last_visit_on: Day | null
}

interface Acting {
  actionId: number
  /** Last change of the log that `facts` holds. */
  seen: number
  facts: Facts | null
}

const ELSEWHERE = {
  gone: 'file.vanished',
  replaced: 'file.replaced',
  changed: 'file.changed-elsewhere',
} as const

class OpenDossier implements Dossier {
  readonly path: string
  readonly name: string
  readonly fileId: string
  readonly demo: boolean
  readonly createdAt: string
  readonly lastVisitOn: Day | null
  readonly readOnlyReason: string | null
  readonly notices: readonly string[]
  readonly #parts: DossierParts
  readonly #handles: Handles
  #head: Head
  #facts: { readonly revision: number; readonly value: Facts } | null = null
  /** The action being written, and the facts as it sees them: kept apart, it may still be rolled back. */
  #acting: Acting | null = null

  constructor(parts: DossierParts) {
    const identity = parts.db.prepare('SELECT created_at, demo, last_visit_on FROM dossier').get() as Identity
    this.#parts = parts
    this.#handles = handlesOf(parts.db)
    this.#head = readHead(parts.db)
    this.path = parts.path
    this.name = dossierStem(seenOnOneLine(parts.path))
    this.fileId = fileIdOf(parts.db)
    this.demo = identity.demo === 1
    this.createdAt = identity.created_at
    this.lastVisitOn = identity.last_visit_on
    this.readOnlyReason = parts.readOnlyReason
    this.notices = parts.notices
  }

  get revision(): number {
    return this.#current().revision
  }

  get undoLabel(): string | null {
    return this.readOnlyReason === null ? (this.#current().undo?.label ?? null) : null
  }

  get redoLabel(): string | null {
    return this.readOnlyReason === null ? (this.#current().redo?.label ?? null) : null
  }

  get savedAt(): string | null {
    return this.#current().savedAt
  }

  readFacts(): Facts {
    return this.#inTransaction(() => {
      if (this.#acting !== null) return this.#factsOfAction(this.#acting)
      const { revision } = this.#current()
      if (this.#facts?.revision !== revision) {
        this.#facts = { revision, value: readAllFacts(this.#parts.db) }
      }
      return this.#facts.value
    })
  }

  read<T>(work: (db: ReadableDb) => T): T {
    return this.#inTransaction(() => work(this.#handles.readable))
  }

  act<T>(action: Action, work: (db: WritableDb) => T): T {
    const { db, who } = this.#parts
    return this.#write((acting) => {
      const at = action.at ?? this.#parts.now()
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES (?, ?, ?, ?, ?, ?, 'done')`,
        )
        .run(
          action.uid ?? randomUUID(),
          at,
          who,
          action.label,
          action.kind,
          action.undoable === false ? 0 : 1,
        )
      const actionId = Number(lastInsertRowid)
      acting.actionId = actionId
      db.prepare('UPDATE write_state SET action_id = ?').run(actionId)
      const result = work(this.#handles.writable)
      if (result instanceof Promise) throw new Error('an action is one transaction: it cannot wait')
      const touched = changesSince(db, actionId, 0)
      if (touched.length === 0) return { result, touched, keep: false }
      checkInvariants(db, actionId)
      db.prepare("UPDATE action SET state = 'dropped' WHERE state = 'undone'").run()
      db.prepare('UPDATE write_state SET action_id = NULL, revision = revision + 1, saved_at = ?').run(at)
      return { result, touched, keep: true }
    })
  }

  eraseFromHistory(label: string, persons: readonly ErasedPerson[]): Erased {
    const { db, who } = this.#parts
    // Only here: overwriting what every change frees would slow daily work.
    db.pragma('secure_delete = ON')
    const erased = this.#write(() => {
      const result = eraseFromLog(db, { persons, label, who, at: this.#parts.now() })
      return { result, touched: [], keep: true }
    })
    this.#guarded(() => compact(db))
    this.#parts.watch.left()
    db.pragma('secure_delete = OFF')
    return erased
  }

  lightenHistory(label: string, keepDays: number): { readonly shrunk: boolean } {
    const { db, who } = this.#parts
    this.#write(() => {
      const last = lastLightened(this.#handles.readable, keepDays)
      if (last > 0) lightenLog(db, { last, label, who, at: this.#parts.now() })
      return { result: null, touched: [], keep: last > 0 }
    })
    try {
      compact(db)
      return { shrunk: true }
    } catch {
      // No room for it: the pages that are free now are used again by what comes.
      return { shrunk: false }
    } finally {
      this.#parts.watch.left()
    }
  }

  undo(): { readonly label: string } | null {
    return this.#replay('undo')
  }

  redo(): { readonly label: string } | null {
    return this.#replay('redo')
  }

  whereabouts(): Whereabouts {
    return this.#parts.watch.whereabouts()
  }

  writeTo(path: string): void {
    this.#guarded(() => this.#parts.db.prepare('VACUUM INTO ?').run(path))
  }

  recordVisit(on: Day): void {
    if (this.readOnlyReason !== null) return
    this.#guarded(() => {
      this.#checkStillOurs()
      this.#parts.db.prepare('UPDATE dossier SET last_visit_on = ?').run(on)
      this.#parts.watch.left()
    })
  }

  close(): void {
    if (!this.#parts.db.open) return
    this.#facts = null
    this.#parts.db.close()
    this.#parts.release()
  }

  #replay(direction: 'undo' | 'redo'): { readonly label: string } | null {
    const { db } = this.#parts
    let step: Head['undo'] = null
    try {
      return this.#write(() => {
        step = readHead(db)[direction]
        if (step === null) return { result: null, touched: [], keep: false }
        const touched = replay({ db, rows: this.#handles.writable }, step, direction, this.#parts.now())
        return { result: { label: step.label }, touched, keep: true }
      })
    } catch (error) {
      throw step === null ? error : brokenReference(error, step, direction)
    }
  }

  /** One write transaction; facts in memory follow the rows it touched, and only once it is committed. */
  #write<T>(work: (acting: Acting) => { result: T; touched: readonly TouchedRow[]; keep: boolean }): T {
    const { db } = this.#parts
    if (this.readOnlyReason !== null) {
      throw fileRefusal('file.read-only', { name: this.name, detail: this.readOnlyReason })
    }
    if (this.#acting !== null)
      throw new Error('an action is already open: services call each other inside one act')
    return this.#guarded(() => {
      this.#checkStillOurs()
      const before = this.#head
      db.exec('BEGIN IMMEDIATE')
      const acting: Acting = { actionId: 0, seen: 0, facts: null }
      this.#acting = acting
      try {
        this.#checkAsLeft()
        const { result, touched, keep } = work(acting)
        if (!keep) {
          db.exec('ROLLBACK')
          return result
        }
        db.exec('COMMIT')
        this.#parts.watch.left()
        this.#acting = null
        this.#head = readHead(db)
        this.#follow(before.revision, touched)
        return result
      } finally {
        this.#acting = null
        if (db.inTransaction) db.exec('ROLLBACK')
      }
    })
  }

  /** Asked of the file, not of its name; and two machines must not write in turn without seeing each other. */
  #checkStillOurs(): void {
    const { name } = this
    const whereabouts = this.whereabouts()
    if (whereabouts !== 'here') throw fileRefusal(ELSEWHERE[whereabouts], { name })
    const lostTo = this.#parts.lockLostTo()
    if (lostTo === null) return
    const { who, machine } = lostTo
    throw fileRefusal('file.lock-lost', { name, who: who || undefined, machine: machine || undefined })
  }

  /** Inside the write transaction, once nobody else can write: nothing is added to what the person has not seen. */
  #checkAsLeft(): void {
    const { db } = this.#parts
    const revision = db.prepare('SELECT revision FROM write_state').pluck().get()
    if (revision !== this.#head.revision) throw fileRefusal('file.changed-elsewhere', { name: this.name })
  }

  #follow(former: number, touched: readonly TouchedRow[]): void {
    if (this.#facts === null) return
    const { revision } = this.#head
    // Another program wrote in between: what is in memory says nothing of its rows.
    const value =
      this.#facts.revision === former && revision === former + 1
        ? patchFacts(this.#parts.db, this.#facts.value, touched)
        : null
    this.#facts = value === null ? null : { revision, value }
  }

  /** What an action has written so far, for the rules it asks before going on; only what changed since the last look is read. */
  #factsOfAction(acting: Acting): Facts {
    const { db } = this.#parts
    const changes = changesSince(db, acting.actionId, acting.seen)
    const former = acting.facts ?? (this.#facts?.revision === this.#head.revision ? this.#facts.value : null)
    const facts = (former === null ? null : patchFacts(db, former, changes)) ?? readAllFacts(db)
    acting.facts = facts
    acting.seen = changes.at(-1)?.id ?? acting.seen
    return facts
  }

  /** The only writer knows its own state; a reader looks at what the writer did since. */
  #current(): Head {
    if (this.readOnlyReason !== null && this.#parts.db.open) {
      const { revision } = this.#parts.db.prepare('SELECT revision FROM write_state').get() as {
        revision: number
      }
      if (revision !== this.#head.revision) this.#head = readHead(this.#parts.db)
    }
    return this.#head
  }

  #inTransaction<T>(work: () => T): T {
    const { db } = this.#parts
    if (db.inTransaction) return work()
    return this.#guarded(() => {
      db.exec('BEGIN')
      try {
        return work()
      } finally {
        if (db.inTransaction) db.exec('COMMIT')
      }
    })
  }

  #guarded<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw asRefusal(error, this.name)
    }
  }
}

function changesSince(
  db: Connection,
  actionId: number,
  seen: number,
): readonly (TouchedRow & { id: number })[] {
  return db
    .prepare(
      'SELECT id, table_name AS "table", row_id AS rowId FROM change WHERE action_id = ? AND id > ? ORDER BY id',
    )
    .all(actionId, seen) as (TouchedRow & { id: number })[]
}

export function dossierOn(parts: DossierParts): Dossier {
  return new OpenDossier(parts)
}
