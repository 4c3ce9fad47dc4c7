/**
 * One running Jalon: the open dossier, who acts and which day it is, its jobs, and whom to tell of a change. Everything a
 * shell keeps between two messages is here; what is done with it is in the services.
 */
import { existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ClientEvent } from '#shared/api/contract.ts'
import type { FileStatus } from '#shared/api/views/file-status.ts'
import { type Day, parseDay } from '#shared/domain/day.ts'
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import { doorErrorOf } from '#shared/text/errors/door-errors.ts'
import { doorError, type FailureLog } from '../../api/failure.ts'
import { type Clock, dayOfInstant } from '../../clock.ts'
import type { AnyDefinition } from '../../jobs/definitions.ts'
import type { JobContext } from '../../jobs/job.ts'
import { createJobRunner, type JobRunner } from '../../jobs/runner.ts'
import type { Dossier } from '../../store/dossier.ts'
import { makeFolder } from '../../store/opening/rights.ts'
import type { CopyPlaces } from '../copies/copy-places.ts'
import { type ScreenLock, screenLock } from '../lock/screen-lock.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import { automaticCopies } from './automatic-copies.ts'
import type { DataFolder } from './data-folder.ts'
import { createDesk, type Desk } from './desk.ts'
import { type FileNotes, fileNotes, whereaboutsNote } from './file-notes.ts'
import { lockedStatus } from './locked-status.ts'
import { freePath, isSameFile, safeFileName } from './names.ts'
import { openings } from './openings.ts'
import { ownNotes } from './own-notes.ts'
import type { DossierStore, OpenHow, ShellPort } from './ports.ts'
import { type RecentFile, recentList } from './recent.ts'
import { strangeDayNotes } from './strange-days.ts'

/** How often the day is looked at, so that a window left open overnight wakes up on the right day. */
const DAY_CHECK_MS = 60_000
/** After an opening: the address is printed, the window asked for, the page's files given first. */
const AHEAD_MS = 200

export interface SessionOptions {
  readonly store: DossierStore
  readonly copyPlaces: CopyPlaces
  readonly shell: ShellPort
  readonly clock: Clock
  readonly who: string
  readonly version: string
  readonly dataFolder: DataFolder
  readonly jobs: { readonly definitions: Readonly<Record<string, AnyDefinition>>; readonly workerUrl: URL }
  /** Late deadlines of the open dossier, never hidden by a filter. */
  lateCount(context: ServiceContext): number
  readonly log: FailureLog
}

export interface RefusedFile {
  readonly path: string
  readonly name: string
  readonly code: string
}

export interface Session {
  readonly shell: ShellPort
  readonly desk: Desk
  readonly jobs: JobRunner
  readonly copyPlaces: CopyPlaces
  readonly notes: FileNotes
  readonly screenLock: ScreenLock
  context(): ServiceContext
  status(): FileStatus
  /** Path of a recent dossier, null where the id is not in the list. */
  recentPath(id: string): string | null
  /** Opens it beside the current one, then closes that one: a refusal leaves the current dossier open. */
  open(path: string, how?: OpenHow): Promise<void>
  /** The file refused last: what may be salvaged of it, or read of a newer one. Its path stays here. */
  readonly refused: RefusedFile | null
  /** The same file, where it lies now. */
  refusedAt(file: { readonly name: string; readonly path: string }): void
  recentFiles(): readonly RecentFile[]
  /** Closes that file where it is the open one, works on it, opens it; the former one comes back where the work is refused. */
  reopenAfter(path: string, work: () => Promise<void>): Promise<void>
  /** The dossier used last, where it is still there and opens; otherwise none, and the welcome screen says what there is. */
  reopenLast(): Promise<void>
  create(path: string, name: string): Promise<void>
  openDemo(): Promise<void>
  closeDossier(): Promise<void>
  copyTo(path: string): Promise<void>
  backup(): Promise<{ readonly name: string }>
  /** A checked copy where so many objects are about to change. Throws where it cannot be made: nothing may be changed then. */
  beforeBulk(objects: number): void
  isTaken(path: string): boolean
  /** Free path for a dossier of that name in the data folder, where the shell has no dialogs. */
  freeDossierPath(name: string): string
  subscribe(listener: (event: ClientEvent) => void): () => void
  /** Tells the listeners where the dossier, its content or the day is not what they last heard. */
  announceChange(): void
  /** A menu or a shortcut of the shell asks the page to do something. */
  announceCommand(command: string): void
  /** Stops the jobs, closes the dossier, removes the temporary files. */
  close(): Promise<void>
}

export function createSession(options: SessionOptions): Session {
  const { store, shell, clock, dataFolder } = options
  const listeners = new Set<(event: ClientEvent) => void>()
  const recent = recentList(dataFolder.recentFile)
  const desk = createDesk(dataFolder.temporary, shell.dialogs)
  const lock = screenLock({
    file: dataFolder.screenLockFile,
    triesFile: dataFolder.lockTriesFile,
    changed: () => sayAgain(),
  })
  const notes = fileNotes(dataFolder.notesFile)
  let dossier: Dossier | null = null
  let refused: RefusedFile | null = null
  /** The list of recent dossiers could not be kept. */
  let forgetful = false
  let lookedOn: Day | null = null
  const opening = openings(dataFolder.openingFile)
  let turn: Promise<unknown> = Promise.resolve()

  const tell = (event: ClientEvent) => {
    // The result of a job names people: a locked page hears only that something changed.
    if (lock.locked && event.kind !== 'changed') return
    for (const listener of listeners) listener(event)
  }
  const context = (): ServiceContext => ({
    get dossier() {
      if (dossier === null) throw new Refusal(doorErrorOf('file.none'))
      return dossier
    },
    today: clock.today(),
    now: clock.now(),
    who: options.who,
  })
  const jobContext = (): JobContext => {
    const current = context().dossier
    return { dossier: current, today: clock.today(), now: clock.now(), who: options.who, files: desk }
  }
  const copies = automaticCopies(store, (error) => {
    const said = error === null ? null : doorError(error, 'copy', options.log)
    sayAgain()
    return said
  })
  const jobs = createJobRunner({
    ...options.jobs,
    beforeWriting: ({ dossier: written }) => copies.before(written, 'avant-import'),
    context: jobContext,
    log: options.log,
    announce(job) {
      announceChange()
      tell({ kind: 'job', job })
    },
  })

  // One number for the page, whichever dossier is open: it only ever grows.
  let seen: { dossier: Dossier | null; revision: number; today: string; whereabouts: string } | null = null
  let shown = 0
  function revisionNow(): number {
    const whereabouts = dossier?.whereabouts() ?? ''
    const now = { dossier, revision: dossier?.revision ?? 0, today: clock.today(), whereabouts }
    const same =
      seen !== null &&
      seen.dossier === now.dossier &&
      seen.revision === now.revision &&
      seen.whereabouts === now.whereabouts &&
      seen.today === now.today
    if (!same) shown += 1
    seen = now
    return shown
  }
  let announced = revisionNow()
  function announceChange(): void {
    const revision = revisionNow()
    if (revision === announced) return
    announced = revision
    tell({ kind: 'changed', revision })
  }
  /** What is shown of the session changed, the dossier did not. */
  function sayAgain(): void {
    shown += 1
    announced = shown
    tell({ kind: 'changed', revision: shown })
  }
  const dayWatch = setInterval(() => {
    // The day of the machine, whichever is looked at: a clock put right, or wrong, while Jalon is open is seen too.
    if (dossier !== null && dayOfInstant(clock.now()) !== lookedOn) lookAtNotes(null)
    copies.keepLastTrace()
    announceChange()
  }, DAY_CHECK_MS)
  dayWatch.unref()

  let late: { readonly revision: number; readonly count: number | null } | null = null
  /** Never in the way of the rest of the status: null where the rules cannot say. */
  function lateCount(revision: number): number | null {
    if (dossier === null) return 0
    if (late?.revision !== revision) late = { revision, count: countLate() }
    return late.count
  }
  function countLate(): number | null {
    try {
      return options.lateCount(context())
    } catch (error) {
      doorError(error, 'late-count', options.log)
      return null
    }
  }

  /** Opening and closing wait for each other: two clicks never interleave. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work, work)
    turn = next.catch(() => {})
    return next
  }
  async function replaceBy(next: Dossier | null): Promise<void> {
    await jobs.stop()
    const former = dossier
    dossier = next
    copies.keepLastTrace()
    await copies.settled()
    if (former !== null) leave(former)
    copies.follow(next)
    const known = recent.files()
    if (next !== null && !next.demo) {
      const { path, name, fileId } = next
      forgetful = !recent.remember({ path, name, openedAt: clock.now(), fileId })
    }
    lookAtNotes(known.find((file) => file.fileId === next?.fileId)?.openedAt ?? null)
    announceChange()
    if (next !== null) setTimeout(() => workAhead(next), AHEAD_MS).unref()
  }
  /** `before`: when this dossier was opened the time before, as far as this machine knows. */
  function lookAtNotes(before: string | null): void {
    // As they stand in files: one that is no day bears witness of nothing.
    const dayIn = (instant: string | null | undefined) => parseDay(instant?.slice(0, 10) ?? '')
    lookedOn = dayOfInstant(clock.now())
    notes.look(dossier, recent.files(), {
      today: lookedOn,
      lastChange: dayIn(dossier?.savedAt),
      copies: dossier === null ? [] : store.lastBackups(dossier).map(dayOfInstant),
      lastOpening: dayIn(before),
    })
  }
  /** Remembered at the end of a visit: what is new since then is counted at the next one. A file that is gone is left all the same. */
  function leave(former: Dossier): void {
    for (const step of [() => former.recordVisit(dayOfInstant(clock.now())), () => former.close()]) {
      try {
        step()
      } catch (error) {
        doorError(error, 'leave', options.log)
      }
    }
  }
  /** What is late is the first thing the page asks: worked out while its code is being read. */
  function workAhead(opened: Dossier): void {
    if (dossier !== opened) return
    lateCount(revisionNow())
    opening.end()
  }
  const current = () => context().dossier

  async function opened(path: string, how: OpenHow = {}): Promise<Dossier> {
    opening.begin(path)
    try {
      const found = await store.open(path, how)
      refused = null
      return found
    } catch (error) {
      // Said now to whoever asked for it: the next start has nothing to add.
      opening.end()
      if (error instanceof Refusal)
        refused = { path, name: seenOnOneLine(basename(path)), code: error.error.code }
      throw error
    }
  }

  return {
    shell,
    desk,
    jobs,
    context,
    announceChange,
    announceCommand: (command) => tell({ kind: 'command', command }),
    recentPath: (id) => recent.pathOf(id),
    freeDossierPath(name) {
      makeFolder(dataFolder.dossiers)
      return freePath(dataFolder.dossiers, safeFileName(name, 'dossier'), '.jalon')
    },
    status() {
      copies.keepLastTrace()
      const revision = revisionNow()
      if (lock.locked) return lockedStatus(clock.today(), shell.kind, options.version, revision)
      const lastBackupAt = dossier === null ? null : store.lastBackupAt(dossier)
      return {
        open: dossier !== null,
        name: dossier?.name ?? null,
        readOnly: (dossier?.readOnlyReason ?? null) !== null,
        readOnlyReason: dossier?.readOnlyReason ?? null,
        demo: dossier?.demo ?? false,
        savedAt: dossier?.savedAt ?? null,
        undoLabel: dossier?.undoLabel ?? null,
        redoLabel: dossier?.redoLabel ?? null,
        lateCount: lateCount(revision),
        today: clock.today(),
        lastBackupAt,
        shell: shell.kind,
        version: options.version,
        revision,
        recent: recent.list(),
        notReopened: dossier === null ? opening.told(recent.files()) : null,
        notes: [
          ...(dossier === null ? [] : [...whereaboutsNote(dossier), ...strangeDayNotes(dossier)]),
          ...notes.list(),
          ...ownNotes(dossier, {
            copy: copies.trouble(),
            lastCopyAt: lastBackupAt,
            places: options.copyPlaces,
            screenLock: lock.trouble(),
            forgetful,
          }),
        ],
      }
    },
    get refused() {
      return refused
    },
    refusedAt({ name, path }) {
      if (refused !== null) refused = { ...refused, name, path }
    },
    isTaken: (path) => existsSync(path),
    notes,
    screenLock: lock,
    copyPlaces: options.copyPlaces,
    recentFiles: () => recent.files(),
    open: (path, how) =>
      inTurn(async () => {
        if (dossier !== null && isSameFile(dossier.path, path)) {
          if (how?.takeOver !== true) return
          await replaceBy(null)
        }
        await replaceBy(await opened(path, how))
      }),
    reopenAfter: (path, work) =>
      inTurn(async () => {
        const wasOpen = dossier !== null && isSameFile(dossier.path, path)
        if (wasOpen) await replaceBy(null)
        try {
          await work()
        } catch (error) {
          if (wasOpen) await replaceBy(await store.open(path))
          throw error
        }
        await replaceBy(await opened(path))
      }),
    reopenLast: () =>
      inTurn(async () => {
        const path = recent.lastPath()
        if (dossier !== null || path === null || !existsSync(path)) return
        if (opening.leaves(path)) return
        opening.begin(path)
        try {
          await replaceBy(await store.open(path))
        } catch (error) {
          // A start is no moment to be stopped by it: the welcome screen says why, now and until it opens.
          opening.refuse(path, doorError(error, 'reopen', options.log).message)
        }
      }),
    create: (path, name) => inTurn(async () => replaceBy(await store.create(path, name))),
    openDemo: () =>
      inTurn(async () => {
        // Always the same invented file: what was tried in the last one is not kept, and never meets real data.
        if (dossier?.demo) await replaceBy(null)
        rmSync(dataFolder.demo, { recursive: true, force: true })
        makeFolder(dataFolder.demo)
        const path = join(dataFolder.demo, 'passerelles.jalon')
        await replaceBy(await store.createDemo(path, clock.today()))
      }),
    closeDossier: () => inTurn(() => replaceBy(null)),
    copyTo: (path) => store.copyTo(current(), path),
    backup: () => store.backup(current(), 'manuelle'),
    beforeBulk: (objects) => copies.beforeBulk(current(), objects),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () =>
      inTurn(async () => {
        clearInterval(dayWatch)
        lock.stop()
        copies.stop()
        if (dossier !== null) opening.end()
        await replaceBy(null)
        desk.close()
        listeners.clear()
      }),
  }
}
