/**
 * Files in and out of a session: those the person chose or handed over, and those made for them. The page and the jobs name
 * them by ids; paths stay here. Temporary files hold personal data: they live in one private folder, removed at the end.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { doorErrorOf } from '#shared/text/errors/door-errors.ts'
import type { ChosenFile, Delivered, FileDesk } from '../../jobs/job.ts'
import { placeOutput } from '../../outputs/place-output.ts'
import { isRunning } from '../../store/opening/partials.ts'
import { Refusal } from '../service.ts'
import { safeFileName } from './names.ts'
import type { ShellDialogs } from './ports.ts'

/** Beyond these the oldest are forgotten: a page that uploads without end fills no disk. */
const MAX_CHOSEN = 20
const MAX_DOWNLOADS = 20

export interface Desk extends FileDesk {
  /** A file of the person's own disk, chosen by a dialog: read where it is, never moved. */
  adopt(path: string): { readonly uploadId: string; readonly name: string }
  /** A file received into `temporaryPath()` by the upload route. */
  receive(name: string, path: string): { readonly uploadId: string; readonly name: string }
  /** The file behind a download id, once: the next call answers null. The caller removes it with `discard` when sent. */
  takeDownload(id: string): { readonly name: string; readonly path: string } | null
  /** Path for a file another program will show: its own name, in a folder of its own. */
  temporaryFile(name: string): string
  discard(path: string): void
  close(): void
}

export function createDesk(temporaryRoot: string, dialogs: ShellDialogs | null): Desk {
  removeLeftovers(temporaryRoot)
  const folder = join(temporaryRoot, `${process.pid}-${randomUUID().slice(0, 8)}`)
  const chosen = new Map<string, ChosenFile>()
  const downloads = new Map<string, { readonly name: string; readonly path: string }>()

  const discard = (path: string) => {
    if (!path.startsWith(folder)) return
    const own = dirname(path)
    rmSync(own === folder ? path : own, { recursive: true, force: true })
  }
  const keepLast = (kept: Map<string, { readonly path: string }>, max: number) => {
    for (const [id, file] of kept) {
      if (kept.size <= max) break
      kept.delete(id)
      discard(file.path)
    }
  }
  const choose = (name: string, path: string) => {
    const uploadId = randomUUID()
    const safe = safeFileName(name)
    chosen.set(uploadId, { name: safe, path })
    keepLast(chosen, MAX_CHOSEN)
    return { uploadId, name: safe }
  }

  return {
    adopt: (path) => choose(basename(path), path),
    receive: choose,
    chosen(uploadId) {
      const file = chosen.get(uploadId)
      if (file !== undefined) return file
      throw new Refusal(doorErrorOf('upload.unknown'))
    },
    temporaryPath(extension) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return join(folder, `${randomUUID()}.${extension.replace(/[^a-z0-9]/gi, '')}`)
    },
    temporaryFile(name) {
      const own = join(folder, randomUUID().slice(0, 8))
      mkdirSync(own, { recursive: true, mode: 0o700 })
      return join(own, safeFileName(name))
    },
    async deliver(file): Promise<Delivered> {
      const name = safeFileName(file.name)
      if (dialogs === null) {
        const downloadId = randomUUID()
        downloads.set(downloadId, { name, path: file.path })
        keepLast(downloads, MAX_DOWNLOADS)
        return { savedTo: null, downloadId }
      }
      const target = await dialogs.saveAs(name)
      try {
        if (target === null) return { savedTo: null, downloadId: null }
        // The dialog asked whether what stands there may be replaced; what comes there later was not asked about.
        const terms = { replace: existsSync(target), sources: file.sources ?? [] }
        return { savedTo: target, downloadId: null, notices: placeOutput(file.path, target, terms) }
      } finally {
        discard(file.path)
      }
    },
    takeDownload(id) {
      const file = downloads.get(id) ?? null
      downloads.delete(id)
      return file
    },
    discard,
    close() {
      chosen.clear()
      downloads.clear()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Folders of sessions that were killed, named by their process after `prefix`: it is gone. */
export function removeLeftovers(root: string, prefix = ''): void {
  for (const name of namesIn(root)) {
    const pid = name.startsWith(prefix) ? Number(/^(\d+)-/.exec(name.slice(prefix.length))?.[1]) : Number.NaN
    if (Number.isSafeInteger(pid) && !isRunning(pid)) removeFolder(join(root, name))
  }
}

/** A start is not stopped by what another program still holds (a piece left open in its viewer): it is removed at another one. */
function removeFolder(path: string): void {
  try {
    if (lstatSync(path).isDirectory()) rmSync(path, { recursive: true, force: true })
  } catch {
    // Left where it is, in a private folder.
  }
}

function namesIn(root: string): readonly string[] {
  try {
    return readdirSync(root)
  } catch {
    return []
  }
}
