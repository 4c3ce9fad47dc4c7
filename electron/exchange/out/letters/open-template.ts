/** The person's own Word template, opened within bounds and looked at before any library sees it. */
import type { ForeignPart } from '#shared/domain/foreign-parts.ts'
import { type ArchiveLimits, Unreadable } from '../../in/read/source.ts'
import { foreignParts } from '../../office/foreign.ts'
import { OFFICE_LIMITS, type OfficePackage, openPackage } from '../../office/package.ts'

export type UnreadTemplate = { readonly code: 'not-docx' | 'too-large' | 'foreign-left' }

/** A letter with its pictures; what truly comes out of the archive is held to them. */
const LETTER_LIMITS: ArchiveLimits = {
  ...OFFICE_LIMITS,
  maxBytes: 20_000_000,
  maxPartBytes: 30_000_000,
  maxInflatedBytes: 60_000_000,
}

/** Throws Unreadable: `unreadTemplate` says what that means. */
export function openTemplate(template: Uint8Array): {
  readonly word: OfficePackage
  readonly foreign: readonly ForeignPart[]
} {
  const word = openPackage(template, LETTER_LIMITS)
  if (!word.archive.names.includes('word/document.xml')) throw new Unreadable('archive-damaged')
  return { word, foreign: foreignParts(word) }
}

/** Throws the error again where it is none of a template's. */
export function unreadTemplate(error: unknown): UnreadTemplate {
  if (!(error instanceof Unreadable)) throw error
  if (error.code === 'archive-too-big') return { code: 'too-large' }
  return { code: error.code === 'foreign-left' ? 'foreign-left' : 'not-docx' }
}
