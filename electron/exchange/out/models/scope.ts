/**
 * What a report is about: the structures, conventions, posts and payments it covers, in the order they are printed, with all
 * the rules derived at its day. Every model starts from here, so that two reports of one scope speak of the same lines.
 */
import type { Day } from '#shared/domain/day.ts'
import type {
  Allocation,
  Document,
  Employer,
  Facts,
  Id,
  Payment,
  Position,
  Scenario,
} from '#shared/domain/facts.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import type { AidShare } from '#shared/rules/engine/aid/aid-share.ts'
import { type AidAmounts, NO_AID, sumAid } from '#shared/rules/engine/aid/amounts.ts'
import { peek } from '#shared/rules/engine/containment.ts'
import { type Derived, derive } from '#shared/rules/engine/derive.ts'
import { rowsOf } from '#shared/rules/engine/index-facts.ts'
import { personName } from '#shared/rules/engine/names.ts'
import type { AgreementView } from '#shared/rules/engine/states/agreement-state.ts'
import type { InstalmentView } from '#shared/rules/engine/states/instalment-state.ts'
import type { PositionView } from '#shared/rules/engine/states/position-state.ts'

export interface ReportInput {
  readonly facts: Facts
  readonly kind: string
  readonly employerId: Id | null
  readonly fiscalYear: number | null
  readonly at: Day | null
  readonly agreementId: Id | null
  /** Names of the holders are written in the file. */
  readonly names: boolean
  readonly today: Day
  readonly version: string
  /** Files of the dossier, without their bytes, for the reports that list pieces. */
  readonly documents?: readonly Document[]
  readonly scenarios?: readonly Scenario[]
}

export interface AgreementScope {
  readonly view: AgreementView
  readonly employer: Employer
  readonly shares: readonly AidShare[]
  readonly instalments: readonly InstalmentView[]
  readonly amounts: AidAmounts
}

export interface PaymentScope {
  readonly payment: Payment
  /** To tranches of the scope. */
  readonly allocated: readonly Allocation[]
  readonly allocatedCents: Cents
  /** To tranches out of the scope. */
  readonly elsewhereCents: Cents
  readonly unallocatedCents: Cents
}

export interface EmployerScope {
  readonly employer: Employer
  readonly positions: readonly PositionView[]
  readonly agreements: readonly AgreementScope[]
  readonly payments: readonly PaymentScope[]
  readonly amounts: AidAmounts
}

export interface Scope {
  readonly input: ReportInput
  readonly at: Day
  readonly derived: Derived
  readonly employers: readonly EmployerScope[]
  readonly agreements: readonly AgreementScope[]
  readonly positions: readonly PositionView[]
}

const collator = new Intl.Collator('fr', { numeric: true })

/** `keep`: which agreements the report speaks of; a payment to the others counts as allocated elsewhere. */
export function scopeOf(
  input: ReportInput,
  at: Day = input.at ?? input.today,
  keep: (view: AgreementView, employer: Employer) => boolean = () => true,
): Scope {
  const derived = derive(input.facts, at)
  const wanted = input.facts.employers.filter((employer) => isWanted(input, derived, employer))
  const positionsByEmployer = groupPositions(input.facts, derived)
  const employers = wanted
    .map((employer) =>
      employerScope(input, derived, employer, positionsByEmployer.get(employer.id) ?? [], keep),
    )
    .sort((a, b) => collator.compare(a.employer.name, b.employer.name) || a.employer.id - b.employer.id)
  return {
    input,
    at,
    derived,
    employers,
    agreements: employers.flatMap((e) => e.agreements),
    positions: employers.flatMap((e) => e.positions),
  }
}

function isWanted(input: ReportInput, derived: Derived, employer: Employer): boolean {
  if (input.agreementId !== null)
    return derived.index.agreements.get(input.agreementId)?.employerId === employer.id
  return input.employerId === null || input.employerId === employer.id
}

function employerScope(
  input: ReportInput,
  derived: Derived,
  employer: Employer,
  attached: readonly PositionView[],
  keep: (view: AgreementView, employer: Employer) => boolean,
): EmployerScope {
  const agreements = rowsOf(derived.index.agreementsByEmployer, employer.id)
    .filter((agreement) => input.agreementId === null || agreement.id === input.agreementId)
    .flatMap((agreement): AgreementScope[] => {
      const view = peek(derived.agreements, agreement.id)
      if (view === undefined || !keep(view, employer)) return []
      // Without its aid a convention would be lines of zeros: it is left out, named and checked in red (finish.ts).
      const shares = peek(derived.sharesByAgreement, agreement.id)
      if (shares === undefined) return []
      const instalments = rowsOf(derived.index.instalmentsByAgreement, agreement.id).flatMap(
        (i) => peek(derived.instalments, i.id) ?? [],
      )
      const sorted = [...shares].sort((a, b) => byPost(postOf(a, derived), postOf(b, derived)))
      const amounts = shares.length === 0 ? NO_AID : sumAid(shares.map((s) => s.amounts))
      return [{ view, employer, shares: sorted, instalments, amounts }]
    })
    .sort(
      (a, b) =>
        collator.compare(a.view.agreement.reference, b.view.agreement.reference) ||
        a.view.agreement.id - b.view.agreement.id,
    )
  const covered = new Set(agreements.flatMap((a) => a.shares.map((s) => s.positionId)))
  const positions = input.agreementId === null ? attached : attached.filter((p) => covered.has(p.position.id))
  return {
    employer,
    positions: [...positions].sort((a, b) => byPost(a.position, b.position)),
    agreements,
    payments: paymentsOf(input, derived, employer, agreements),
    amounts: sumAid(agreements.map((a) => a.amounts)),
  }
}

function paymentsOf(
  input: ReportInput,
  derived: Derived,
  employer: Employer,
  agreements: readonly AgreementScope[],
): PaymentScope[] {
  const inScope = new Set(agreements.flatMap((a) => a.instalments.map((i) => i.instalment.id)))
  return rowsOf(derived.index.paymentsByEmployer, employer.id)
    .filter((payment) => payment.receivedOn <= derived.today)
    .map((payment): PaymentScope => {
      const all = rowsOf(derived.index.allocationsByPayment, payment.id)
      const allocated = all.filter((a) => inScope.has(a.instalmentId))
      const allocatedCents = total(allocated)
      const elsewhereCents = cents(total(all) - allocatedCents)
      return {
        payment,
        allocated,
        allocatedCents,
        elsewhereCents,
        unallocatedCents: cents(payment.amountCents - total(all)),
      }
    })
    .filter((p) => input.agreementId === null || p.allocated.length > 0)
}

function total(allocations: readonly Allocation[]): Cents {
  return cents(allocations.reduce((sum, a) => sum + a.amountCents, 0))
}

function groupPositions(facts: Facts, derived: Derived): Map<Id, PositionView[]> {
  const groups = new Map<Id, PositionView[]>()
  for (const position of facts.positions) {
    const view = peek(derived.positions, position.id)
    if (view === undefined || view.employerId === null) continue
    const known = groups.get(view.employerId)
    if (known === undefined) groups.set(view.employerId, [view])
    else known.push(view)
  }
  return groups
}

function postOf(share: AidShare, derived: Derived): Position | null {
  return share.positionId === null ? null : (derived.index.positions.get(share.positionId) ?? null)
}

/** By the State's number, then by name; a share without a post comes last. */
function byPost(a: Position | null, b: Position | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return collator.compare(a.stateId ?? a.label, b.stateId ?? b.label) || a.id - b.id
}

/** Name of the present holder, where names are asked for. */
export function holderName(scope: Scope, view: PositionView | undefined): string | null {
  if (!scope.input.names || view?.holder == null) return null
  return personName(scope.derived.index.persons.get(view.holder.personId)) || null
}

export function siretOf(employer: Employer): string | null {
  return employer.siret ?? employer.ridet
}
