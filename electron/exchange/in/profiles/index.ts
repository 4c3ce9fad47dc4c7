/** The kinds of files Jalon knows, the most precise first. */
import { AID_REPORT_PROFILES } from '../own/aid-report-profiles.ts'
import type { Profile } from '../plan/profile.ts'
import { costsProfile } from './costs.ts'
import { advisersProfile, workbookProfile } from './rows-profiles.ts'
import { statePostsProfile } from './state-posts.ts'
import { structuresProfile } from './structures.ts'

export const PROFILES: readonly Profile[] = [
  ...AID_REPORT_PROFILES,
  structuresProfile,
  statePostsProfile,
  advisersProfile,
  costsProfile,
  workbookProfile,
]

/** Names a person or a script may give for a profile, besides its id. */
const ALIASES: Readonly<Record<string, string>> = {
  structures: 'structures',
  positions: 'postes-etat',
  postes: 'postes-etat',
  advisers: 'conseillers-etat',
  conseillers: 'conseillers-etat',
  costs: 'couts',
  couts: 'couts',
  workbook: 'classeur',
}

export function profileNamed(name: string): Profile | null {
  const id = ALIASES[name] ?? name
  return PROFILES.find((p) => p.id === id) ?? null
}
