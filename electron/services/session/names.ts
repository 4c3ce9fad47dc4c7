/** File names: made safe for every system, and never the name of a file that exists. */
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import { fittingName, isDeviceName } from '../../store/opening/name-limits.ts'

/** Characters some systems refuse. */
const UNSAFE = /[<>:"/\\|?*]/g
/** Characters: more would not be read, and Windows counts the folders too. */
const MAX_LENGTH = 120

/** The last part of a name, without anything that could leave its folder. Never empty. */
export function safeFileName(name: string, fallback = 'fichier'): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const clean = seenOnOneLine(last)
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '')
  const kept = isDeviceName(clean) ? `_${clean}` : clean
  return shorten(kept === '' ? fallback : kept)
}

/** `folder/stem.ext`, or `folder/stem (2).ext` and so on where it is taken. */
export function freePath(folder: string, stem: string, extension: string): string {
  for (let n = 1; ; n += 1) {
    const path = join(folder, fittingName(stem, n === 1 ? extension : ` (${n})${extension}`))
    if (!existsSync(path)) return path
  }
}

/** Never inside a character, and within the bytes a disk takes: a name in another alphabet has three for each. */
function shorten(name: string): string {
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : ''
  const stem = name.slice(0, name.length - extension.length)
  const kept = [...stem].slice(0, MAX_LENGTH - extension.length).join('')
  return fittingName(kept === stem ? stem : kept.trimEnd(), extension)
}

/** One file, under whatever names. */
export function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}
