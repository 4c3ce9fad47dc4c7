/**
 * Profile 2: the State's list of posts ("Mon inclusion numérique"). Posts and employers are facts and are brought in; what the
 * State says of their convention, their totals and their holder is compared with the dossier, never copied over it: its list
 * gives neither the start of a convention, nor its yearly amounts, nor the day of a payment.
 */
import type { Id, Position, StateDifference } from '#shared/domain/facts.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import {
  type Compared,
  compare,
  NOTHING_SAID,
  ownValues,
  type Said,
} from '#shared/rules/reconciliation/compare.ts'
import { comparedValue, stateSaid } from '#shared/text/exchange/reconciliation.ts'
import { readAmount } from '../cells/amount-cell.ts'
import { readDay } from '../cells/day-cell.ts'
import { readFlag } from '../cells/text-cell.ts'
import { readScheme } from '../cells/words-cell.ts'
import type { Profile, ProfileContext, RowInterpreter } from '../plan/profile.ts'
import type { RowReader } from '../plan/row-reader.ts'
import { namesEmployer, readEmployer, resolveEmployer } from '../rows/employer-part.ts'
import { createEngine } from '../rows/engine.ts'
import { readPosition, resolvePosition } from '../rows/position-part.ts'
import { CATALOGUE } from './catalogue.ts'
import { passOverRow } from './pass-over.ts'

const READ = new Set([
  'employer.stateId',
  'employer.name',
  'employer.siret',
  'employer.departmentCode',
  'position.stateId',
  'position.state',
  'position.coordinator',
  'agreement.scheme',
  'agreement.endsOn',
  'agreement.bonus',
  'agreement.totalCents',
  'agreement.receivedCents',
  'contract.endsOn',
])

export const statePostsProfile: Profile = {
  id: 'postes-etat',
  label: 'Liste des postes de l’État (Mon inclusion numérique)',
  fields: CATALOGUE.filter((f) => READ.has(f.id)),
  essential: new Set(['position.stateId', 'employer.siret']),
  signature: ['position.stateId', 'position.state', 'employer.name', 'agreement.totalCents'],
  least: 6,
  order: 1,
  byHand: false,
  keyed: ['employer'],
  passOver: passOverRow,
  start,
}

function start(context: ProfileContext): RowInterpreter {
  const engine = createEngine(context)
  const derived = derive(context.facts, context.today)
  const record = createRecorder(context)
  const spoken = new Set<Id>()

  const interpret = (row: RowReader) => {
    const employerCells = readEmployer(row)
    const positionCells = { ...readPosition(row), label: null }
    const said = readSaid(row, positionCells.state, positionCells.coordinator)
    if (positionCells.stateId === null && !row.refused('position.stateId'))
      row.refuseCell('position.stateId', 'position.id-missing')
    if (row.isRefused) return
    engine.world.attempt(() => {
      const employer = resolveEmployer(engine, row, employerCells, null)
      const position = resolvePosition(engine, row, positionCells, {
        employer,
        employerNamed: namesEmployer(employerCells),
        personId: null,
        period: null,
        since: null,
        spoken,
      })
      if (position === null || row.isRefused) return false
      spoken.add(position.id)
      const own =
        position.id > 0
          ? derived.containment.attempt('position', position.id, () =>
              ownValues(derived, position.id, said.scheme),
            )
          : ofNewPost(position, context)
      if (own === undefined) {
        // Compared with a blank, every value of the State would be a difference.
        row.say('warning', 'position.not-computed', { label: position.label })
        return true
      }
      // The kind of the post is brought in as it stands: it cannot differ.
      record(row, position.id, compare({ ...said, kind: null }, own))
      return true
    })
  }
  return { interpret, finish: () => {} }
}

/** A post just made has no holder and no agreement yet. */
function ofNewPost(position: Position, { today }: ProfileContext): Said {
  const returned = position.returnedOn !== null && position.returnedOn <= today
  return { ...NOTHING_SAID, state: returned ? 'returned' : 'vacant' }
}

function readSaid(row: RowReader, state: string | null, coordinator: boolean | null): Said {
  const scheme = row.read('agreement.scheme', readScheme)
  const bonus = row.read('agreement.bonus', readFlag)
  const text = (value: number | null) => (value === null ? null : String(value))
  return {
    state,
    kind: coordinator === null ? null : coordinator ? 'coordinator' : 'adviser',
    scheme,
    agreementEndsOn: row.read('agreement.endsOn', readDay),
    contractEndsOn: row.read('contract.endsOn', readDay),
    bonus: bonus === null ? null : bonus ? 'yes' : 'no',
    notifiedCents: text(row.read('agreement.totalCents', readAmount)),
    receivedCents: text(row.read('agreement.receivedCents', readAmount)),
  }
}

/**
 * Keeps one difference per post and field. The State repeating itself leaves the decision taken; the State changing its mind
 * opens it again, with what it said before; agreement removes it.
 */
function createRecorder(context: ProfileContext) {
  const known = new Map<string, StateDifference>()
  for (const d of context.stateDifferences) known.set(`${d.positionId} ${d.field}`, d)
  let lastNewId = 0

  return (row: RowReader, positionId: Id, compared: readonly Compared[]): void => {
    for (const { field, stateValue, ownValue, same, hint } of compared) {
      const held = known.get(`${positionId} ${field}`)
      if (same) {
        if (held === undefined) continue
        context.record({ op: 'delete', entity: 'stateDifference', id: held.id })
        row.touch('stateDifference', held.id, 'modified')
        continue
      }
      if (ownValue !== null)
        row.say('info', hint === 'one-day' ? 'difference.one-day' : 'difference', {
          field,
          state: comparedValue(field, stateValue),
          own: comparedValue(field, ownValue),
        })
      if (held === undefined) {
        lastNewId -= 1
        const values = {
          positionId,
          field,
          stateValue,
          ownValue,
          seenOn: context.today,
          decision: 'open',
          note: null,
        }
        context.record({ op: 'insert', entity: 'stateDifference', id: lastNewId, values })
        row.touch('stateDifference', lastNewId, 'created')
      } else if (held.stateValue !== stateValue) {
        const said = stateSaid(held.seenOn, comparedValue(field, held.stateValue))
        const note = held.note === null ? said : `${held.note}\n${said}`
        const values = { stateValue, ownValue, seenOn: context.today, decision: 'open', note }
        context.record({ op: 'update', entity: 'stateDifference', id: held.id, values })
        row.touch('stateDifference', held.id, 'modified')
      } else if (held.ownValue !== ownValue) {
        context.record({ op: 'update', entity: 'stateDifference', id: held.id, values: { ownValue } })
        row.touch('stateDifference', held.id, 'modified')
      } else row.touch('stateDifference', held.id, 'unchanged')
    }
  }
}
