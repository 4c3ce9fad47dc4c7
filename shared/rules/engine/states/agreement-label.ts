/**
 * Which agreement a post is shown under, and how its aids are named together, as codes: "v2-bonus", "v1+region".
 * The words are in the text catalogue.
 */
import type { AidShare } from '../aid/aid-share.ts'
import type { AgreementView } from './agreement-state.ts'

/** Running aids first, the State's before others, the latest end first. Null where the post has none. */
export function mainShare(shares: readonly AidShare[]): AidShare | null {
  let main: AidShare | null = null
  for (const share of shares) if (main === null || isBefore(share, main)) main = share
  return main
}

export function agreementLabelCode(shares: readonly AidShare[]): string | null {
  const running = shares.filter((s) => s.agreement.state === 'current')
  const main = mainShare(shares)
  if (main === null) return null
  const shown = running.length > 0 ? [...running].sort((a, b) => (isBefore(a, b) ? -1 : 1)) : [main]
  return [...new Set(shown.map(codeOf))].join('+')
}

export function schemeCode(view: AgreementView, hasBonus: boolean): string {
  const { scheme, funderKind } = view.agreement
  if (scheme === 'other') return funderKind
  return hasBonus ? `${scheme}-bonus` : scheme
}

function codeOf(share: AidShare): string {
  return schemeCode(share.agreement, share.bonusCents > 0)
}

const STATE_ORDER = { current: 0, upcoming: 1, expired: 2, settled: 3 } as const

function isBefore(a: AidShare, b: AidShare): boolean {
  const order = STATE_ORDER[a.agreement.state] - STATE_ORDER[b.agreement.state]
  if (order !== 0) return order < 0
  const byScheme =
    Number(a.agreement.agreement.scheme === 'other') - Number(b.agreement.agreement.scheme === 'other')
  if (byScheme !== 0) return byScheme < 0
  if (a.agreement.endsOn !== b.agreement.endsOn) return a.agreement.endsOn > b.agreement.endsOn
  return a.agreement.agreement.id < b.agreement.agreement.id
}
