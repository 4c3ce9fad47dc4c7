/** The kinds of files Jalon knows, the most precise first. */
import type { Profile } from '../plan/profile.ts'
import { structuresProfile } from './structures.ts'

export const PROFILES: readonly Profile[] = [structuresProfile]

/** Names a person or a script may give for a profile, besides its id. */
export function profileNamed(name: string): Profile | null {
  return PROFILES.find((p) => p.id === name) ?? null
}
