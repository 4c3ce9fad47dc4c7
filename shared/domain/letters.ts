/** The letters Jalon writes, and which object of the dossier each is about. Their words are in the text catalogue. */

export const LETTER_KINDS = [
  'renewal',
  'non-renewal',
  'instalment-claim',
  'instalment-reminder',
  'vacancy',
  'position-return',
  'use-attestation',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]
export type LetterOwner = 'contract' | 'instalment' | 'position' | 'agreement'
