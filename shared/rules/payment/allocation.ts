/**
 * How a payment is shared over tranches: what is proposed, what is refused, what is only said. The dialog previews with
 * these functions and the service refuses with them. Amounts in cents; a negative payment is a repayment to the funder. A share
 * of the other sign than its payment is a credit ("avoir"): money the funder took back by paying less, so that the shares add
 * up to the bank line.
 */
import type { Day } from '../../domain/day.ts'
import { daysBetween } from '../../domain/day.ts'
import type { Id } from '../../domain/facts.ts'
import { type Cents, cents, sumCents, ZERO } from '../../domain/money.ts'
import type { Finding } from '../explanation.ts'
import { checkRepayment } from './repayment.ts'

/** A tranche as the allocation sees it: what it still waits for, whose it is. */
export interface OpenInstalment {
  readonly id: Id
  readonly label: string
  readonly employerId: Id
  readonly funder: string
  readonly amountCents: Cents
  /** Already received, without the payment being entered. */
  readonly receivedCents: Cents
  /** Of what it had received, what went back to the funder: not expected again. */
  readonly repaidCents: Cents
  readonly dueOn: Day | null
  readonly cancelledOn: Day | null
}

export interface DraftAllocation {
  readonly instalmentId: Id
  readonly amountCents: Cents
}

export interface PaymentDraft {
  readonly employerId: Id
  readonly funder: string
  readonly receivedOn: Day
  readonly amountCents: Cents
  readonly bankReference: string | null
  /** What went to tranches before, where the payment is already recorded. */
  readonly alreadyCents?: Cents
  readonly allocations: readonly DraftAllocation[]
}

/** What it still waits for. */
export function outstandingOf(instalment: OpenInstalment): Cents {
  return cents(Math.max(0, roomOf(instalment) - instalment.repaidCents))
}

/** What it may still receive: what was given back is not waited for, but a funder may pay it again. */
export function roomOf(instalment: OpenInstalment): Cents {
  if (instalment.cancelledOn !== null) return ZERO
  return cents(Math.max(0, instalment.amountCents - instalment.receivedCents))
}

/** Of the shares of a tranche, what went back to the funder: repayments and credits. */
export function repaidOf(shares: readonly Pick<DraftAllocation, 'amountCents'>[]): Cents {
  return cents(-sumCents(shares.map((share) => share.amountCents).filter((amount) => amount < 0)))
}

/** What is left of the payment once its allocations are taken out. */
export function remainderOf(
  draft: Pick<PaymentDraft, 'amountCents' | 'alreadyCents' | 'allocations'>,
): Cents {
  const given = sumCents(draft.allocations.map((a) => a.amountCents))
  return cents(draft.amountCents - (draft.alreadyCents ?? 0) - given)
}

/** Oldest due day first; a tranche without a day comes last; equal days by id. A repayment goes to the latest received first. */
export function proposeAllocation(amountCents: Cents, open: readonly OpenInstalment[]): DraftAllocation[] {
  const byDue = [...open].sort((a, b) => compareDue(a.dueOn, b.dueOn) || a.id - b.id)
  return amountCents >= 0
    ? fill(amountCents, byDue, outstandingOf)
    : fill(cents(-amountCents), byDue.reverse(), (i) => i.receivedCents).map((a) => ({
        ...a,
        amountCents: cents(-a.amountCents),
      }))
}

/** Refusals first, then warnings. `others`: payments already recorded, to recognise one typed twice. */
export function checkPayment(
  draft: PaymentDraft,
  instalments: ReadonlyMap<Id, OpenInstalment>,
  others: readonly Omit<PaymentDraft, 'allocations'>[],
  today: Day,
): Finding[] {
  const findings: Finding[] = []
  const say = (
    severity: Finding['severity'],
    code: string,
    field: string | null,
    values: Finding['values'] = {},
  ) => findings.push({ severity, code, field, values, basis: [] })

  if (draft.amountCents === 0) say('refused', 'payment.amount-zero', 'amountCents')
  if (draft.receivedOn > today)
    say('refused', 'payment.future', 'receivedOn', { receivedOn: draft.receivedOn, today })

  const seen = new Set<Id>()
  draft.allocations.forEach((allocation, index) => {
    const field = `allocations.${index}`
    const instalment = instalments.get(allocation.instalmentId)
    if (!instalment) {
      say('refused', 'allocation.unknown-instalment', field)
      return
    }
    const label = instalment.label
    if (seen.has(instalment.id)) say('refused', 'allocation.twice', field, { label })
    seen.add(instalment.id)
    if (instalment.employerId !== draft.employerId)
      say('refused', 'allocation.other-employer', field, { label })
    if (instalment.cancelledOn !== null)
      say('refused', 'allocation.cancelled', field, { label, cancelledOn: instalment.cancelledOn })
    if (allocation.amountCents === 0) say('refused', 'allocation.amount-zero', field, { label })
    checkRoom(allocation, instalment, field, say)
    if (instalment.funder !== draft.funder)
      say('warning', 'allocation.other-funder', field, {
        label,
        funder: instalment.funder,
        payer: draft.funder,
      })
    if (allocation.amountCents > 0 && instalment.dueOn !== null && draft.receivedOn > instalment.dueOn)
      say('warning', 'payment.late', field, { label, days: daysBetween(instalment.dueOn, draft.receivedOn) })
  })

  const remainder = remainderOf(draft)
  const given = draft.amountCents - remainder
  if (given !== 0 && given > 0 !== draft.amountCents > 0)
    say('refused', 'allocation.credit-too-large', 'allocations', {
      amountCents: draft.amountCents,
      creditCents: sumCents(draft.allocations.map(({ amountCents }) => creditOf(draft, amountCents))),
    })
  else if (draft.amountCents >= 0 ? remainder < 0 : remainder > 0)
    say('refused', 'allocation.exceeds-payment', 'allocations', {
      amountCents: draft.amountCents,
      allocatedCents: cents(given),
    })
  else if (remainder !== 0)
    say('warning', 'payment.unallocated', 'allocations', {
      remainderCents: remainder,
      amountCents: draft.amountCents,
    })

  findings.push(...checkRepayment(draft, others))

  if (others.some((other) => sameMoney(other, draft)))
    say('warning', 'payment.duplicate', 'bankReference', {
      receivedOn: draft.receivedOn,
      amountCents: draft.amountCents,
      bankReference: draft.bankReference,
    })
  return findings.sort((a, b) => Number(a.severity !== 'refused') - Number(b.severity !== 'refused'))
}

type Say = (
  severity: Finding['severity'],
  code: string,
  field: string | null,
  values?: Finding['values'],
) => void

/** A share of the other sign than its payment. */
function creditOf(draft: PaymentDraft, share: Cents): Cents {
  return share !== 0 && share > 0 !== draft.amountCents > 0 ? cents(Math.abs(share)) : ZERO
}

function checkRoom(allocation: DraftAllocation, instalment: OpenInstalment, field: string, say: Say): void {
  const label = instalment.label
  if (allocation.amountCents > 0) {
    const roomCents = roomOf(instalment)
    const outstandingCents = outstandingOf(instalment)
    if (roomCents === 0) say('refused', 'allocation.nothing-left', field, { label })
    else if (allocation.amountCents > roomCents)
      say('refused', 'allocation.too-much', field, {
        label,
        outstandingCents: roomCents,
        amountCents: allocation.amountCents,
      })
    else if (allocation.amountCents < outstandingCents)
      say('warning', 'allocation.partial', field, {
        label,
        outstandingCents: outstandingCents - allocation.amountCents,
      })
  } else if (-allocation.amountCents > instalment.receivedCents) {
    say('refused', 'allocation.repays-too-much', field, { label, receivedCents: instalment.receivedCents })
  }
}

function fill(
  amount: Cents,
  instalments: readonly OpenInstalment[],
  room: (i: OpenInstalment) => Cents,
): DraftAllocation[] {
  let left = amount as number
  const allocations: DraftAllocation[] = []
  for (const instalment of instalments) {
    const part = Math.min(left, room(instalment))
    if (part <= 0) continue
    allocations.push({ instalmentId: instalment.id, amountCents: cents(part) })
    left -= part
  }
  return allocations
}

function compareDue(a: Day | null, b: Day | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

function sameMoney(a: Omit<PaymentDraft, 'allocations'>, b: PaymentDraft): boolean {
  return (
    a.employerId === b.employerId &&
    a.receivedOn === b.receivedOn &&
    a.amountCents === b.amountCents &&
    a.bankReference === b.bankReference
  )
}
