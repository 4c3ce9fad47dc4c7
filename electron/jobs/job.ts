/**
 * What a long job is. Three parts, so that SQLite stays in the main process and the heavy work leaves it free:
 *   prepare (main)   reads what is needed, in one short transaction, and answers a payload that can be cloned;
 *   task (worker)    does the long work on that payload only, telling its progress; it knows no dossier and no shell;
 *   finish (main)    writes the result in one transaction, or hands the finished file to the person.
 * To plug a job in: its definition in `definitions.ts` (main side) and its task in `tasks.ts` (worker side), under the name
 * of its channel. The command line runs the very same parts, in line, through `runInline`.
 */
import type { ServiceContext } from '../services/service.ts'

/** A file the person chose (native dialog) or handed over (upload). Read where it is, by the worker rather than here. */
export interface ChosenFile {
  /** As the person knows it, without folders: shown, and recorded with an import. */
  readonly name: string
  readonly path: string
}

/** Where a finished file went: `savedTo` on desktop and command line, `downloadId` in a browser, both null: gave up. */
export interface Delivered {
  readonly savedTo: string | null
  readonly downloadId: string | null
  /** What was found where it landed and set aside, in words. */
  readonly notices?: readonly string[]
}

/** A finished file to hand over. */
export interface Finished {
  /** With its extension, without folders. */
  readonly name: string
  readonly path: string
  /** Files of the person it was made from: never replaced by it. */
  readonly sources?: readonly string[]
}

/** Files in and out, without a path ever coming from or going to the page. */
export interface FileDesk {
  /** Throws Refusal `upload.unknown` where the id names no file. */
  chosen(uploadId: string): ChosenFile
  /** Path for the worker to write a finished file to; removed by the desk when delivered, failed or closed. */
  temporaryPath(extension: string): string
  /** Saves where the person says (see electron/outputs), or offers as a download. */
  deliver(file: Finished): Promise<Delivered>
}

export interface JobContext extends ServiceContext {
  readonly files: FileDesk
}

/** Main side. `I` input after its schema, `P` payload and `R` result (structured clone), `O` what the channel answers when done. */
export interface JobDefinition<I, P, R, O> {
  /** The job writes to the dossier: refused at once on a read-only file, and refused at the end if the dossier changed meanwhile. */
  readonly writes: boolean
  /** The worker is stopped after so many milliseconds: a file made to be slow holds nothing up. Left out: as long as it takes. */
  readonly patienceMs?: number
  prepare(context: JobContext, input: I): P | Promise<P>
  finish(context: JobContext, result: R, input: I): O | Promise<O>
}

/** `total` null while it is not known. Called as often as one likes: the runner thins it out. */
export type Progress = (done: number, total: number | null) => void

/**
 * Worker side. May throw a Refusal: it comes out as the job's error. A cancelled task is simply stopped: it must leave
 * nothing behind but its temporary file.
 */
export type JobTask<P, R> = (payload: P, progress: Progress) => R | Promise<R>
