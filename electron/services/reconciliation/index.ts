/** Reads the differences with the State's list and records what is decided of each; accepting one changes the fact it speaks of. */
import type { DifferenceRow, reconciliationChannels } from '#shared/api/channels/reconciliation.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import { day, isDay, isInCalendar } from '#shared/domain/day.ts'
import type { StateDifference } from '#shared/domain/facts.ts'
import { type Derived, derive } from '#shared/rules/engine/derive.ts'
import { mainShare } from '#shared/rules/engine/states/agreement-label.ts'
import { termOf } from '#shared/rules/engine/states/contract-state.ts'
import type { PositionView } from '#shared/rules/engine/states/position-state.ts'
import {
  COMPARED_FIELDS,
  type ComparedField,
  compare,
  NOTHING_SAID,
  ownValues,
} from '#shared/rules/reconciliation/compare.ts'
import {
  COMPARED_LABELS,
  comparedValue,
  differenceLabel,
  OPEN_ENDED,
  RECONCILIATION_REFUSALS,
  stateChangedSince,
} from '#shared/text/exchange/reconciliation.ts'
import type { WritableDb } from '../../store/dossier.ts'
import { readEntities, readEntity, updateEntity } from '../../store/entities.ts'
import { computed } from '../read/computing.ts'
import { Refusal, type Service, type ServiceContext } from '../service.ts'

export const reconciliationServices: {
  readonly [C in keyof typeof reconciliationChannels]: Service<Parsed<C>, Output<C>>
} = {
  'reconciliation.rows': rows,
  'reconciliation.decide': decide,
}

function rows(
  { dossier, today }: ServiceContext,
  input: Parsed<'reconciliation.rows'>,
): readonly DifferenceRow[] {
  const derived = derive(dossier.readFacts(), today)
  return dossier
    .read((db) => readEntities(db, 'stateDifference'))
    .filter((d) => input.settled || d.decision === 'open')
    .filter((d) => input.positionId === null || d.positionId === input.positionId)
    .flatMap((d) => {
      const row = derived.containment.attempt('position', d.positionId, () => rowOf(d, derived)) ?? null
      return row !== null && (input.employerId === null || row.employerId === input.employerId) ? [row] : []
    })
}

function rowOf(d: StateDifference, derived: Derived): DifferenceRow | null {
  const view = derived.positions.get(d.positionId)
  if (view === undefined || !isComparedField(d.field)) return null
  const field = d.field
  const own = ownValues(derived, d.positionId, null)
  const [compared] = compare({ ...NOTHING_SAID, [field]: d.stateValue }, own)
  const refused = refusalToAccept(derived, d, field)
  const employer = view.employerId === null ? undefined : derived.index.employers.get(view.employerId)
  return {
    id: d.id,
    positionId: d.positionId,
    positionLabel: view.position.label,
    positionStateId: view.position.stateId,
    employerId: view.employerId,
    employerName: employer?.name ?? '',
    field,
    fieldLabel: COMPARED_LABELS[field],
    stateValue: d.stateValue,
    stateShown: comparedValue(field, d.stateValue),
    ownValue: own[field],
    ownShown: isPermanent(field, view) ? OPEN_ENDED : comparedValue(field, own[field]),
    same: compared?.same ?? false,
    oneDay: compared?.hint === 'one-day',
    seenOn: d.seenOn,
    decision: d.decision,
    note: d.note,
    changed: stateChangedSince(d.note),
    byHand: refused === null ? null : (RECONCILIATION_REFUSALS[refused] ?? refused),
    canAccept: refused === null,
  }
}

function decide({ dossier, today }: ServiceContext, input: Parsed<'reconciliation.decide'>) {
  const difference = dossier.read((db) => readEntity(db, 'stateDifference', input.id))
  if (difference === undefined || !isComparedField(difference.field)) throw refusal('difference.gone')
  const { field } = difference
  const note = input.note ?? difference.note
  if ((input.decision === 'kept' || input.decision === 'contested') && note === null)
    throw refusal('difference.note-missing')
  const derived = derive(dossier.readFacts(), today)
  const reason =
    input.decision === 'accepted'
      ? computed(derived, 'position', difference.positionId, () =>
          refusalToAccept(derived, difference, field),
        )
      : null
  if (reason !== null) throw refusal(reason)
  const label = differenceLabel(input.decision, field)
  return dossier.act({ label, kind: 'edit' }, (db) => {
    if (input.decision === 'accepted') accept(db, derived, difference, field)
    updateEntity(db, 'stateDifference', difference.id, { decision: input.decision, note })
    return { id: difference.id, warnings: [] }
  })
}

/** A contract without term has no end to compare: that is known, and said. */
function isPermanent(field: ComparedField, { holder }: PositionView): boolean {
  return field === 'contractEndsOn' && holder !== null && holder.endsOn === null
}

/** Ends are one value of one object; totals, states and bonuses come from several entries and are corrected there. */
function refusalToAccept(derived: Derived, d: StateDifference, field: ComparedField): string | null {
  if (d.stateValue === null || !isDay(d.stateValue) || !isInCalendar(d.stateValue))
    return 'difference.by-hand'
  if (field === 'agreementEndsOn') {
    const agreement = agreementOf(derived, d.positionId)
    if (agreement === null) return 'difference.no-owner'
    if (agreement.endsOn !== agreement.agreement.endsOn) return 'difference.amended'
    return d.stateValue < agreement.agreement.startsOn ? 'difference.by-hand' : null
  }
  if (field === 'contractEndsOn') {
    const holder = derived.positions.get(d.positionId)?.holder ?? null
    if (holder === null) return 'difference.no-owner'
    if (termOf(holder, derived.index) !== holder.endsOn) return 'difference.amended'
    return holder.endsOn === null || d.stateValue < holder.startsOn ? 'difference.by-hand' : null
  }
  return 'difference.by-hand'
}

function accept(db: WritableDb, derived: Derived, d: StateDifference, field: ComparedField): void {
  const endsOn = day(d.stateValue ?? '')
  const agreement = agreementOf(derived, d.positionId)
  const holder = derived.positions.get(d.positionId)?.holder ?? null
  if (field === 'agreementEndsOn' && agreement !== null)
    updateEntity(db, 'agreement', agreement.agreement.id, { endsOn })
  if (field === 'contractEndsOn' && holder !== null) updateEntity(db, 'contract', holder.id, { endsOn })
}

function agreementOf(derived: Derived, positionId: number) {
  const shares = derived.sharesByPosition.get(positionId) ?? []
  return mainShare(shares.filter((s) => s.agreement.agreement.funderKind === 'state'))?.agreement ?? null
}

function isComparedField(field: string): field is ComparedField {
  return (COMPARED_FIELDS as readonly string[]).includes(field)
}

function refusal(code: string): Refusal {
  return new Refusal({ code, message: RECONCILIATION_REFUSALS[code] ?? code })
}
