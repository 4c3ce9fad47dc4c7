/** Is a copy whole? Judged as an opening would, then read from end to end: a copy nobody opened is not a copy. */
import { Refusal } from '../refusal.ts'
import { fileRefusal } from '../store/errors.ts'
import { refuseUnsound } from '../store/opening/soundness.ts'

export function checkCopy(path: string): boolean {
  try {
    refuseUnsound(path)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Throws where the copy just made is not whole, and says whose fault it is: a copy of a damaged dossier is as damaged. */
export function refuseUnverified(copy: string, source: { readonly name: string; isSound(): boolean }): void {
  if (checkCopy(copy)) return
  throw fileRefusal(source.isSound() ? 'backup.not-verified' : 'backup.source-damaged', { name: source.name })
}
