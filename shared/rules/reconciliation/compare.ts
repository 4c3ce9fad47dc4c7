/**
 * The State's list of posts beside the dossier: for each value the State gives of a post, ours, and whether they agree.
 * Values travel as text (codes, days, cents) so that both sides are kept as they were said.
 */
import { daysBetween, isDay } from '../../domain/day.ts'
import type { Id } from '../../domain/facts.ts'
import type { AidShare } from '../engine/aid/aid-share.ts'
import type { Derived } from '../engine/derive.ts'
import { mainShare } from '../engine/states/agreement-label.ts'
import { termOf } from '../engine/states/contract-state.ts'

export const COMPARED_FIELDS = [
  'state',
  'kind',
  'scheme',
  'agreementEndsOn',
  'contractEndsOn',
  'bonus',
  'notifiedCents',
  'receivedCents',
] as const
export type ComparedField = (typeof COMPARED_FIELDS)[number]

/** What one side says of a post; null: nothing. */
export type Said = Readonly<Record<ComparedField, string | null>>

export const NOTHING_SAID: Said = {
  state: null,
  kind: null,
  scheme: null,
  agreementEndsOn: null,
  contractEndsOn: null,
  bonus: null,
  notifiedCents: null,
  receivedCents: null,
}

export interface Compared {
  readonly field: ComparedField
  readonly stateValue: string
  readonly ownValue: string | null
  readonly same: boolean
  /** A known cause of such a gap. */
  readonly hint: 'one-day' | null
}

/** What the dossier says of a post, in the State's terms. Under several agreements of the State, the one of that scheme. */
export function ownValues(derived: Derived, positionId: Id, scheme: string | null): Said {
  const view = derived.positions.get(positionId)
  if (view === undefined) return NOTHING_SAID
  const share = stateShare(derived.sharesByPosition.get(positionId) ?? [], scheme)
  return {
    state: view.state,
    kind: view.position.kind,
    scheme: share?.agreement.agreement.scheme ?? null,
    agreementEndsOn: share?.agreement.endsOn ?? null,
    contractEndsOn: view.holder === null ? null : termOf(view.holder, derived.index),
    bonus: share === null ? null : share.bonusCents > 0 ? 'yes' : 'no',
    notifiedCents: share === null ? null : String(share.amounts.notifiedCents),
    receivedCents: share === null ? null : String(share.amounts.receivedCents),
  }
}

function stateShare(shares: readonly AidShare[], scheme: string | null): AidShare | null {
  const ofState = shares.filter((s) => s.agreement.agreement.funderKind === 'state')
  return mainShare(ofState.filter((s) => s.agreement.agreement.scheme === scheme)) ?? mainShare(ofState)
}

/** One line per value the State gives; what it leaves empty is not compared. */
export function compare(state: Said, own: Said): readonly Compared[] {
  const compared: Compared[] = []
  for (const field of COMPARED_FIELDS) {
    const stateValue = state[field]
    if (stateValue === null) continue
    const ownValue = own[field]
    const same = ownValue !== null && isSame(field, stateValue, ownValue)
    compared.push({ field, stateValue, ownValue, same, hint: same ? null : hintOf(stateValue, ownValue) })
  }
  return compared
}

/** The State writes whole euros: cents do not make a difference. */
function isSame(field: ComparedField, stateValue: string, ownValue: string): boolean {
  if (field === 'notifiedCents' || field === 'receivedCents')
    return Math.abs(Number(stateValue) - Number(ownValue)) < 100
  return stateValue === ownValue
}

/** Its exports have been seen one day early, by the hour of summer time. */
function hintOf(stateValue: string, ownValue: string | null): Compared['hint'] {
  if (ownValue === null || !isDay(stateValue) || !isDay(ownValue)) return null
  return daysBetween(stateValue, ownValue) === 1 ? 'one-day' : null
}
