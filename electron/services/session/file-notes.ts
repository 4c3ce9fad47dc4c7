/**
 * What a person should know of the file just opened: it lies on a network or in a synchronised folder, another file of the same
 * dossier took another way, the clock of this machine is not plausible. Each is told until it was read, once.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import type { FileNote } from '#shared/api/views/file-status.ts'
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import { fileNoteText, placeAdvice } from '#shared/text/errors/file-errors.ts'
import { UNCHANGED } from '#shared/text/errors/setting-errors.ts'
import { compareFiles } from '../../backup/compare.ts'
import type { Dossier } from '../../store/dossier.ts'
import { networkRootsOf, oneDriveRootsOf, placeOf } from '../../store/opening/place.ts'
import { lighteningProposal } from '../journal/proposal.ts'
import { clockNote, type Witnesses } from './clock-notes.ts'
import type { RecentFile } from './recent.ts'
import { keepSmallFile, readSmallFile } from './small-file.ts'

const MOST_READ = 200
const readSchema = z.array(z.string().max(200))

export interface FileNotes {
  /** Looks at the file just opened; null: none is open. */
  look(dossier: Dossier | null, known: readonly RecentFile[], clock: Witnesses): void
  list(): readonly FileNote[]
  /** What an act on files moved or set aside, in words: told until it is read or another dossier is opened. */
  tell(messages: readonly string[]): void
  /** What was proposed is done: it goes, and may be told again another day. */
  settle(kind: FileNote['kind']): void
  /** Read: not told again for this file. Throws where that cannot be remembered; it is then out of the way for this time only. */
  dismiss(id: string): void
}

export function fileNotes(file: string): FileNotes {
  let notes: readonly FileNote[] = []
  return {
    look(dossier, known, clock) {
      if (dossier === null || dossier.demo) {
        notes = []
        return
      }
      const read = new Set(readSmallFile(file, readSchema, []))
      notes = [
        ...dossier.notices.map(fileNote),
        ...notesOf(dossier, known, clock).filter((note) => !read.has(note.id)),
      ]
    },
    list: () => notes,
    tell(messages) {
      notes = [...messages.map(fileNote), ...notes]
    },
    settle(kind) {
      notes = notes.filter((note) => note.kind !== kind)
    },
    dismiss(id) {
      if (!notes.some((note) => note.id === id)) return
      notes = notes.filter((note) => note.id !== id)
      keepSmallFile(file, [id, ...readSmallFile(file, readSchema, [])].slice(0, MOST_READ), UNCHANGED.note)
    },
  }
}

function notesOf(dossier: Dossier, known: readonly RecentFile[], clock: Witnesses): readonly FileNote[] {
  const notes: FileNote[] = []
  const place = placeOf(pathsOf(dossier.path), networkRoots(), oneDriveRootsOf(process.env))
  const advice = placeAdvice(place)
  if (advice !== null) notes.push({ id: `place ${dossier.fileId}`, kind: 'place', message: advice })
  const time = clockNote(clock)
  if (time !== null) notes.push(time)
  const proposal = lighteningProposal(dossier)
  if (proposal !== null) notes.push(proposal)
  for (const other of known) {
    const note = other.fileId === dossier.fileId ? kinshipNote(dossier, other) : null
    if (note !== null) notes.push(note)
  }
  return notes
}

function fileNote(message: string): FileNote {
  return { id: `file ${message}`.slice(0, 200), kind: 'file', message }
}

/** Said as long as it is so: the file that bears the name of the open dossier is no longer the one that is open. */
export function whereaboutsNote(dossier: Dossier): readonly FileNote[] {
  const whereabouts = dossier.whereabouts()
  if (whereabouts === 'here') return []
  const message = fileNoteText[whereabouts](seenOnOneLine(basename(dossier.path)))
  return [
    { id: `whereabouts ${whereabouts}`, kind: whereabouts === 'changed' ? 'changed' : 'elsewhere', message },
  ]
}

/** Another file of the same dossier, still there: is it ahead, or did the two part? */
function kinshipNote(dossier: Dossier, other: RecentFile): FileNote | null {
  try {
    if (!existsSync(other.path) || realpathSync(other.path) === realpathSync(dossier.path)) return null
    const kinship = compareFiles(dossier.path, other.path)
    const names = { mine: seenOnOneLine(basename(dossier.path)), other: seenOnOneLine(other.path) }
    if (kinship.kind === 'second-ahead') {
      const id = `ahead ${other.id} ${kinship.ahead}`
      return { id, kind: 'parted', message: fileNoteText.behind(names, kinship.ahead) }
    }
    if (kinship.kind !== 'parted') return null
    const id = `parted ${other.id} ${kinship.first} ${kinship.second}`
    return { id, kind: 'parted', message: fileNoteText.parted(names, kinship) }
  } catch {
    // The other file cannot be read now: nothing can be said of it, and this one is open and whole.
    return null
  }
}

/** As it was opened, and where it truly is. */
function pathsOf(path: string): readonly string[] {
  try {
    return [path, realpathSync.native(path)]
  } catch {
    return [path]
  }
}

function networkRoots(): readonly string[] {
  try {
    return networkRootsOf(readFileSync('/proc/mounts', 'utf8'))
  } catch {
    // Not Linux: network paths of Windows are told by their shape.
    return []
  }
}
