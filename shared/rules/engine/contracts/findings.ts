/**
 * What the rules say of a contract, as entered or proposed: refused, to watch, respected. One list, so that the assistant,
 * the contract's row and the form agree. Nothing here writes or blocks by itself.
 */
import { addDays, maxDay } from '../../../domain/day.ts'
import type { Contract } from '../../../domain/facts.ts'
import type { Finding } from '../../explanation.ts'
import { minimumWage } from '../../law/minimum-wage.ts'
import { waitingPeriod } from '../../law/waiting-period.ts'
import { basisOf } from '../../texts.ts'
import type { Derived } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'
import { personName } from '../names.ts'
import { gaps, union } from '../periods.ts'
import { type ContractView, isPermanent, lastDayOf, termsAt } from '../states/contract-state.ts'
import type { ContractDraft, DraftCase } from './contract-draft.ts'
import { limitFindings } from './limit-findings.ts'
import { regimeOf } from './regime.ts'
import { chainOf } from './service.ts'
import { floorFor } from './wage-floor.ts'

/** Open days of an establishment where nothing is said: Monday to Friday. */
const USUAL_OPEN_DAYS = [1, 2, 3, 4, 5] as const
const SEVERITY_ORDER = { refused: 0, warning: 1, respected: 2 } as const

/** Findings of a contract that still matters; a finished one is history. */
export function contractFindings(view: ContractView, derived: Derived): readonly Finding[] {
  if (view.state === 'ended' || view.state === 'broken') return []
  const { contract, endsOn } = view
  const { monthlyGrossCents, weeklyMinutes } = termsAt(contract, derived.index, derived.today)
  return checkDraft({ ...contract, endsOn, monthlyGrossCents, weeklyMinutes }, derived).filter(
    (f) => f.severity !== 'respected',
  )
}

/** Everything the rules say of a draft: refusals, then warnings, then what is respected. */
export function checkDraft(draft: ContractDraft, derived: Derived): readonly Finding[] {
  const employerId = derived.positions.get(draft.positionId)?.employerId ?? null
  const sector =
    (employerId === null ? undefined : derived.index.employers.get(employerId)?.sector) ?? 'private'
  const findings: Finding[] = []
  const c: DraftCase = {
    draft,
    regime: regimeOf(draft.kind, sector),
    derived,
    say: (severity, code, field, values = {}, texts = []) => {
      findings.push({ severity, code, field, values, basis: basisOf(texts, draft.startsOn) })
    },
  }
  checkTerm(c)
  limitFindings(c)
  checkGround(c)
  checkNeighbours(c)
  checkWage(c)
  checkFunding(c)
  return findings.sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity])
}

function checkTerm({ draft, say }: DraftCase): void {
  const { kind, startsOn, endsOn } = draft
  if (isPermanent(kind) && endsOn !== null) say('refused', 'contract.permanent-with-end', 'endsOn')
  if (!isPermanent(kind) && endsOn === null) say('refused', 'contract.fixed-without-end', 'endsOn')
  if (endsOn !== null && endsOn < startsOn)
    say('refused', 'period.end-before-start', 'endsOn', { startsOn, endsOn })
}

/** A grant of the State is not by itself a ground for a fixed term: neutral warning, in words of the catalogue. */
function checkGround({ draft, regime, say }: DraftCase): void {
  if (regime === 'private' && draft.ground === null)
    say('warning', 'contract.ground-missing', 'ground', {}, 'L1242-2')
}

/** Each contract of a post told beside each other would be a square: thousands of them, in a stranger's file, fill the memory. */
const MOST_OVERLAPS_TOLD = 20

function checkNeighbours({ draft, regime, derived, say }: DraftCase): void {
  const { index } = derived
  const others = rowsOf(index.contractsByPosition, draft.positionId).filter((c) => c.id !== draft.id)
  let overlapping = 0
  for (const other of others) {
    if (overlapping === MOST_OVERLAPS_TOLD) break
    const last = lastDayOf(other, index)
    const overlaps =
      (last === null || last >= draft.startsOn) && (draft.endsOn === null || draft.endsOn >= other.startsOn)
    if (overlaps) {
      overlapping += 1
      const samePerson = other.personId === draft.personId
      say(
        samePerson ? 'refused' : 'warning',
        samePerson ? 'contract.overlap-same-person' : 'contract.overlap',
        'startsOn',
        {
          name: personName(index.persons.get(other.personId)),
          startsOn: other.startsOn,
          endsOn: last,
        },
      )
    }
  }
  if (overlapping === 0) say('respected', 'contract.no-overlap', null, { contracts: others.length })
  if (draft.renewsId !== null) {
    const former = index.contracts.get(draft.renewsId)
    const last = former === undefined ? null : lastDayOf(former, index)
    if (last !== null && draft.startsOn > addDays(last, 1))
      say(regime === 'private' ? 'refused' : 'warning', 'contract.gap', 'startsOn', {
        endsOn: last,
        startsOn: draft.startsOn,
      })
  } else if (regime === 'private') checkWaiting({ draft, derived, say }, others)
}

/** Between two private CDDs on the same post: the waiting period after the last one. Not after a PEC, not after an early end by the employee. */
function checkWaiting(
  { draft, derived, say }: Pick<DraftCase, 'draft' | 'derived' | 'say'>,
  others: readonly Contract[],
): void {
  const { index, figures } = derived
  const former = others.findLast((c) => {
    const last = lastDayOf(c, index)
    return c.kind === 'CDD' && last !== null && last < draft.startsOn
  })
  if (former === undefined || former.endMotive === 'resignation') return
  const endsOn = lastDayOf(former, index)
  if (endsOn === null) return
  const employerId = derived.positions.get(draft.positionId)?.employerId ?? null
  const zone = (employerId === null ? undefined : index.employers.get(employerId)?.zone) ?? 'metropole'
  const rule = waitingPeriod(
    {
      startsOn: (chainOf(former, derived)[0] ?? former).startsOn,
      endsOn,
      zone,
      openWeekdays: USUAL_OPEN_DAYS,
      kind: 'CDD',
    },
    figures,
  )
  if (draft.startsOn < rule.freeFrom)
    say(
      'warning',
      'contract.waiting-period',
      'startsOn',
      { endsOn, waitDays: rule.waitDays, freeFrom: rule.freeFrom },
      'L1244-3-1',
    )
}

function checkWage({ draft, derived, say }: DraftCase): void {
  const { monthlyGrossCents, kind, weeklyMinutes } = draft
  if (monthlyGrossCents === null || kind === 'titulaire') return
  const on = maxDay(draft.startsOn, derived.today)
  const wage = minimumWage(on, derived.figures)
  if (wage === null) return
  const floorCents = floorFor(wage.monthlyCents, weeklyMinutes)
  const values = { grossCents: monthlyGrossCents, floorCents, since: wage.since, weeklyMinutes }
  if (monthlyGrossCents < floorCents)
    say('warning', 'contract.wage-below', 'monthlyGrossCents', values, 'minimum-wage')
  else say('respected', 'contract.wage', 'monthlyGrossCents', values, 'minimum-wage')
}

/** Days of the contract that no aid of the post covers. */
function checkFunding({ draft, derived, say }: DraftCase): void {
  const shares = derived.sharesByPosition.get(draft.positionId) ?? []
  if (shares.length === 0) return
  const { startsOn, endsOn } = draft
  const funded = shares.map((s) => ({ from: s.agreement.fundedFrom, to: s.agreement.fundedTo }))
  const fundedTo = funded.reduce((last, p) => maxDay(last, p.to), funded[0]?.to ?? startsOn)
  const [first] = gaps(union(funded), startsOn, endsOn)
  if (endsOn === null || endsOn > fundedTo)
    say('warning', 'contract.beyond-funding', 'endsOn', { fundedTo, endsOn })
  else if (first === undefined) say('respected', 'contract.funded', null, { fundedTo })
  else if (first.from === startsOn) say('warning', 'contract.before-funding', 'startsOn', { startsOn })
  else say('warning', 'contract.between-fundings', 'endsOn', { from: first.from, to: first.to })
}
