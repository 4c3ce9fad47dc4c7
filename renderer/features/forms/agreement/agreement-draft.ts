/**
 * An agreement before it is written: yearly amounts from a scale, one tranche per convention year and post, all editable.
 * A scale only proposes: percentages and due days are those of the convention the user holds. Pure.
 */
import { addMonths, type Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { type Cents, cents, sumCents, ZERO } from '#shared/domain/money.ts'
import { endAfterMonths } from '#shared/rules/calendar/contract-end.ts'

export interface ScaleYear {
  readonly baseCents: Cents
  readonly bonusCents: Cents
}

export interface DraftGrant extends ScaleYear {
  readonly positionId: Id
  readonly year: number
}

export interface DraftInstalment {
  readonly key: string
  readonly positionId: Id | null
  readonly label: string
  readonly amountCents: Cents
  readonly claimableOn: Day | null
  readonly dueOn: Day | null
  readonly conditions: string
}

/** The scale's amounts for each post; the bonus only where the post gives right to it. */
export function proposeGrants(
  years: readonly ScaleYear[],
  positions: readonly { readonly id: Id; readonly bonus: boolean }[],
): DraftGrant[] {
  return positions.flatMap((position) =>
    years.map((year, index) => ({
      positionId: position.id,
      year: index + 1,
      baseCents: year.baseCents,
      bonusCents: position.bonus ? year.bonusCents : ZERO,
    })),
  )
}

/** Amounts typed for posts that stay, nothing for those that come, none for those that leave. */
export function keepGrants(
  grants: readonly DraftGrant[],
  positions: readonly Id[],
  years: number,
): DraftGrant[] {
  return positions.flatMap((positionId) =>
    Array.from({ length: years }, (_, index) => {
      const year = index + 1
      const known = grants.find((grant) => grant.positionId === positionId && grant.year === year)
      return known ?? { positionId, year, baseCents: ZERO, bonusCents: ZERO }
    }),
  )
}

/** One tranche per convention year and post, claimable on the first day of its year, expected some months later. */
export function proposeInstalments(
  grants: readonly DraftGrant[],
  startsOn: Day,
  dueAfterMonths: number,
  label: (year: number) => string,
): DraftInstalment[] {
  return [...grants]
    .sort((a, b) => a.positionId - b.positionId || a.year - b.year)
    .filter((grant) => grant.baseCents + grant.bonusCents > 0)
    .map((grant) => {
      const claimableOn = addMonths(startsOn, 12 * (grant.year - 1))
      return {
        key: `${grant.positionId}-${grant.year}`,
        positionId: grant.positionId,
        label: label(grant.year),
        amountCents: cents(grant.baseCents + grant.bonusCents),
        claimableOn,
        dueOn: addMonths(claimableOn, dueAfterMonths),
        conditions: '',
      }
    })
}

/** Rank of a tranche among those of its post, in the order of the table. */
export function ranks(instalments: readonly DraftInstalment[]): number[] {
  const seen = new Map<Id | null, number>()
  return instalments.map((instalment) => {
    const rank = (seen.get(instalment.positionId) ?? 0) + 1
    seen.set(instalment.positionId, rank)
    return rank
  })
}

export interface DraftTotals {
  readonly grantedCents: Cents
  readonly plannedCents: Cents
  /** Planned minus granted: not zero where the schedule does not add up to the agreement. */
  readonly gapCents: Cents
}

export function totalsOf(
  grants: readonly DraftGrant[],
  instalments: readonly DraftInstalment[],
): DraftTotals {
  const grantedCents = sumCents(grants.map((g) => cents(g.baseCents + g.bonusCents)))
  const plannedCents = sumCents(instalments.map((i) => i.amountCents))
  return { grantedCents, plannedCents, gapCents: cents(plannedCents - grantedCents) }
}

/** Last day of an agreement of so many years. */
export function theoreticalEnd(startsOn: Day, years: number): Day {
  return endAfterMonths(startsOn, 12 * years)
}
