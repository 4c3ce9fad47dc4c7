/** What the first screen shows of a structure or of all. */
import type { Day } from '../../domain/day.ts'
import type { Id } from '../../domain/facts.ts'
import type { Cents } from '../../domain/money.ts'
import type { Deadline } from '../../rules/engine/deadlines/deadline.ts'
import type { Uncomputed } from '../../rules/engine/uncomputed.ts'
import type { AidFigures } from './aid-figures.ts'

export interface HomeView {
  readonly today: Day
  readonly lastVisitOn: string | null
  readonly changedPositions: number
  /** Of what the amounts of `aid` are made of, but for the posts and structures, which are all there are. */
  readonly counts: {
    readonly positions: number
    readonly employers: number
    readonly agreements: number
    readonly instalments: number
    readonly openInstalments: number
    readonly lateInstalments: number
    /** Days the oldest of them is late. */
    readonly latestDays: number
    readonly occupied: number
    readonly vacant: number
    readonly returned: number
  }
  readonly aid: AidFigures
  /** What every figure here is given without; empty as a rule. */
  readonly uncomputed: readonly Uncomputed[]
  readonly deadlines: readonly Deadline[]
  readonly ageing: readonly {
    readonly fromDays: number
    readonly toDays: number | null
    readonly instalments: number
    readonly cents: Cents
  }[]
  /** 36 months around today, cents per month by what became of them. */
  readonly months: readonly {
    readonly month: string
    readonly expectedCents: Cents
    readonly receivedCents: Cents
    readonly lateCents: Cents
    readonly claimableCents: Cents
    readonly suspendedCents: Cents
  }[]
  readonly nextAidEnds: readonly {
    readonly positionId: Id
    readonly label: string
    readonly endsOn: Day
    readonly monthlyCents: Cents
  }[]
}
