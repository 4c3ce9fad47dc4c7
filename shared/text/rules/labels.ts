/** French names of what the engine answers with codes that are not plain vocabulary: aids of a post, notice, deadline kinds. */
import type { FunderKind } from '../../domain/words.ts'
import { FUNDER_KIND_WORDS } from '../words.ts'

const SCHEME_LABELS: Readonly<Record<string, string>> = {
  v1: 'V1',
  'v1-bonus': 'V1 bonifiée',
  v2: 'V2',
  'v2-bonus': 'V2 bonifiée',
}

/** "V2 bonifiée", "V1 + Région" from the codes of the engine ("v2-bonus", "v1+region"). "—" where there is no aid. */
export function agreementLabel(code: string | null): string {
  if (code === null) return '—'
  return code
    .split('+')
    .map((part) => SCHEME_LABELS[part] ?? FUNDER_KIND_WORDS[part as FunderKind] ?? part)
    .join(' + ')
}

export const NOTICE_STATE_WORDS = {
  'not-applicable': 'sans objet',
  none: '—',
  upcoming: 'à venir',
  soon: 'bientôt',
  missed: 'dépassé',
  answered: 'fait',
} as const

/** Names of the five amounts and of what is late or at risk, always the same. */
export const AMOUNT_WORDS = {
  notifiedCents: 'Notifié',
  earnedCents: 'Acquis',
  receivedCents: 'Reçu',
  outstandingCents: 'Reste à recevoir',
  claimableCents: 'À demander',
  lateCents: 'En retard',
  cancelledCents: 'Annulé',
  overpaidCents: 'Trop-perçu',
} as const
