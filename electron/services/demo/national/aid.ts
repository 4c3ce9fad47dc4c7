/** The aid of a national file: V1 and V2 agreements over the posts of an employer, their tranches, and the money that came. */
import { addDays, addMonths, type Day, day, lastDayOfMonth, minDay } from '#shared/domain/day.ts'
import type { Agreement, Employer, Instalment, Position } from '#shared/domain/facts.ts'
import { type Cents, cents, sumCents } from '#shared/domain/money.ts'
import { aidScheme } from '#shared/rules/aid/aid-scheme.ts'
import type { ScaleYear } from '#shared/rules/aid/scales.ts'
import { endAfterMonths } from '#shared/rules/calendar/contract-end.ts'
import type { FactsDraft } from '../facts-draft.ts'
import type { Random } from './random.ts'

/** No new agreement since then. */
const LAST_V2_START = day('2025-05-01')
const V1_MONTHS = { public: 24, private: 18 } as const
const V2_MONTHS = 36
/** An amount seen in a real file, far from any scale. */
const ODD_V1 = cents(5_609_800)

export interface Wave {
  readonly employer: Employer
  readonly positions: readonly Position[]
  readonly today: Day
}

export function v1End(employer: Employer, startsOn: Day): Day {
  return endAfterMonths(startsOn, V1_MONTHS[employer.sector])
}

export function v2Start(random: Random, afterV1: Day): Day {
  const firstOfMonth = day(`${addMonths(afterV1, random.int(0, 3)).slice(0, 7)}-01`)
  return minDay(firstOfMonth, LAST_V2_START)
}

/** One cumulated amount per post, paid at once or in two or three times. */
export function addV1(draft: FactsDraft, random: Random, wave: Wave, startsOn: Day): Agreement {
  const { employer, positions, today } = wave
  const endsOn = v1End(employer, startsOn)
  const territory = employer.departmentCode?.length === 3 ? employer.departmentCode : undefined
  const agreement = draft.agreement({
    employerId: employer.id,
    scheme: 'v1',
    ...references(employer, startsOn),
    signedOn: addDays(startsOn, -random.int(5, 60)),
    startsOn,
    endsOn,
    settledOn: endsOn < addMonths(today, -9) && random.chance(0.8) ? addMonths(endsOn, 6) : null,
  })
  const scale = aidScheme({
    scheme: 'v1',
    sector: employer.sector,
    bonus: false,
    positions: 1,
    ...(territory === undefined ? {} : { territory }),
  })
  for (const position of positions) {
    const amount = random.chance(0.04) ? ODD_V1 : (scale?.totalCents ?? ODD_V1)
    draft.grant({
      agreementId: agreement.id,
      positionId: position.id,
      year: 1,
      baseCents: amount,
      bonusCents: cents(0),
    })
    const instalment = draft.instalment({
      agreementId: agreement.id,
      positionId: position.id,
      rank: 1,
      label: 'Cumul V1',
      amountCents: amount,
      dueOn: endsOn,
      claimableOn: startsOn,
      claimedOn: addDays(startsOn, random.int(2, 30)),
    })
    let left: number = amount
    let receivedOn = addMonths(startsOn, random.int(2, 5))
    for (let parts = random.int(1, 3); parts > 0 && receivedOn <= today; parts--) {
      const part = parts === 1 ? left : Math.round(amount / 3 / 100) * 100
      pay(draft, random, employer, receivedOn, [[instalment, cents(part)]])
      left -= part
      receivedOn = addMonths(receivedOn, random.int(5, 8))
    }
  }
  return agreement
}

/** Three yearly tranches per post; some agreements pay all their posts by one tranche. */
export function addV2(draft: FactsDraft, random: Random, wave: Wave, startsOn: Day): Agreement {
  const { employer, positions, today } = wave
  const endsOn = endAfterMonths(startsOn, V2_MONTHS)
  const agreement = draft.agreement({
    employerId: employer.id,
    scheme: 'v2',
    ...references(employer, startsOn),
    signedOn: addDays(startsOn, -random.int(3, 45)),
    startsOn,
    endsOn,
    earningMethod: random.chance(0.8) ? 'months' : 'days',
    accountingMethod: random.weighted([
      ['months', 6],
      ['schedule', 3],
      ['days', 1],
    ]),
    incomeAccount: employer.sector === 'public' ? '74718' : '741',
  })
  if (random.chance(0.04))
    draft.agreementAmendment({
      agreementId: agreement.id,
      signedOn: addMonths(startsOn, 14),
      effectiveOn: addMonths(startsOn, 15),
      newEndsOn: endAfterMonths(startsOn, V2_MONTHS + random.int(1, 5)),
      reason: 'Prolongation après vacance',
    })
  const scales = positions.map((position) => v2Years(employer, position))
  for (const [index, position] of positions.entries())
    for (const [year, { baseCents, bonusCents }] of (scales[index] ?? []).entries())
      draft.grant({
        agreementId: agreement.id,
        positionId: position.id,
        year: year + 1,
        baseCents,
        bonusCents,
      })

  const together = positions.length > 1 && random.chance(0.2)
  for (let rank = 1; rank <= 3; rank++) {
    const amounts = scales.map((years) => sumOf(years[rank - 1]))
    const tranches = together
      ? [addTranche(draft, random, agreement, null, rank, sumCents(amounts), today)]
      : positions.map((position, i) =>
          addTranche(draft, random, agreement, position, rank, amounts[i] ?? cents(0), today),
        )
    payTranches(draft, random, employer, tranches, today)
  }
  return agreement
}

function v2Years(employer: Employer, position: Position): readonly ScaleYear[] {
  const bonus = position.inQpv || position.inFrr
  return aidScheme({ scheme: 'v2', sector: employer.sector, bonus, positions: 1 })?.years ?? []
}

function sumOf(year: ScaleYear | undefined): Cents {
  return year === undefined ? cents(0) : cents(year.baseCents + year.bonusCents)
}

function addTranche(
  draft: FactsDraft,
  random: Random,
  agreement: Agreement,
  position: Position | null,
  rank: number,
  amountCents: Cents,
  today: Day,
): Instalment {
  const claimableOn = addMonths(agreement.startsOn, 12 * (rank - 1))
  const claim = addDays(claimableOn, random.int(2, 25))
  const isMissing = random.chance(0.05)
  const isForgotten = random.chance(0.04)
  const returnedOn = position?.returnedOn ?? null
  const isCancelled = returnedOn !== null && claimableOn > returnedOn
  return draft.instalment({
    agreementId: agreement.id,
    positionId: position?.id ?? null,
    rank,
    label: `Tranche ${rank}`,
    amountCents,
    dueOn: lastDayOfMonth(addMonths(claimableOn, 1)),
    claimableOn,
    conditions:
      rank === 1
        ? 'Contrat de travail déposé, recrutement validé'
        : 'Compte rendu d’activité, tranche précédente justifiée',
    conditionsMetOn: isMissing || claim > today ? null : claimableOn,
    claimedOn: isMissing || isForgotten || isCancelled || claim > today ? null : claim,
    cancelledOn: isCancelled && returnedOn !== null && returnedOn <= today ? returnedOn : null,
    cancelReason: isCancelled && returnedOn !== null && returnedOn <= today ? 'Poste rendu' : null,
  })
}

/** One payment for the tranches of the same rank that were asked for; a few are partial, a few never come. */
function payTranches(
  draft: FactsDraft,
  random: Random,
  employer: Employer,
  tranches: readonly Instalment[],
  today: Day,
): void {
  const asked = tranches.filter((t) => t.claimedOn !== null && t.amountCents > 0)
  const first = asked[0]
  if (first?.dueOn === undefined || first.dueOn === null || random.chance(0.05)) return
  const receivedOn = addDays(first.dueOn, random.int(-20, 110))
  if (receivedOn > today) return
  const isPartial = random.chance(0.06)
  pay(
    draft,
    random,
    employer,
    receivedOn,
    asked.map((t) => [t, isPartial ? cents(Math.round((t.amountCents * 0.6) / 100) * 100) : t.amountCents]),
  )
}

function pay(
  draft: FactsDraft,
  random: Random,
  employer: Employer,
  receivedOn: Day,
  parts: readonly (readonly [Instalment, Cents])[],
): void {
  const number = String(random.int(1, 9999)).padStart(4, '0')
  const payment = draft.payment({
    employerId: employer.id,
    receivedOn,
    amountCents: sumCents(parts.map(([, amount]) => amount)),
    bankReference: `CDC-${receivedOn.slice(2, 4)}-${number}`,
    ...(employer.sector === 'public'
      ? {
          titleNumber: number,
          titleIssuedOn: addDays(receivedOn, random.int(2, 20)),
          bordereau: String(random.int(1, 300)),
        }
      : {}),
  })
  for (const [instalment, amountCents] of parts)
    draft.allocation({ paymentId: payment.id, instalmentId: instalment.id, amountCents })
}

function references(employer: Employer, startsOn: Day) {
  const letter = employer.sector === 'public' ? 'P' : 'A'
  const number = String(employer.id).padStart(4, '0')
  return {
    reference: `${startsOn.slice(0, 4)}-${letter}-${number}`,
    dsNumber: String(16_000_000 + employer.id * 7 + Number(startsOn.slice(2, 4))),
    ejNumber: String(2_104_000_000 + employer.id * 3 + Number(startsOn.slice(2, 4))),
  }
}
