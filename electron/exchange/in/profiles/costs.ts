/**
 * Monthly costs from the payroll: each amount goes to the contract its agent had that month. A cost already held is changed only
 * where the file says something else; a part the file does not give is not emptied.
 */
import {
  addMonths,
  type Day,
  day,
  inclusiveDays,
  lastDayOfMonth,
  maxDay,
  minDay,
} from '#shared/domain/day.ts'
import type { Contract, Id, MonthlyCost } from '#shared/domain/facts.ts'
import { type Cents, cents, ZERO } from '#shared/domain/money.ts'
import { readPositiveAmount } from '../cells/amount-cell.ts'
import { type Month, readMonth } from '../cells/month-cell.ts'
import { readCode, readLine } from '../cells/text-cell.ts'
import type { Field } from '../columns/field.ts'
import {
  COST_FIELDS,
  COST_PARTS,
  type CostPart,
  monthField,
  monthFieldsOf,
  partOf,
} from '../fields/cost-fields.ts'
import { EMPLOYER_FIELDS, PERSON_FIELDS, POSITION_FIELDS } from '../fields/people-fields.ts'
import { worked } from '../plan/posts-index.ts'
import type { Profile, ProfileContext, RowInterpreter } from '../plan/profile.ts'
import type { RowReader } from '../plan/row-reader.ts'
import { checkObjects } from '../rows/check-objects.ts'
import { readEmployer } from '../rows/employer-part.ts'
import { createEngine, type Engine } from '../rows/engine.ts'
import { findPerson, readPerson } from '../rows/person-part.ts'
import { passOverRow } from './pass-over.ts'

const WHO = ['person.fullName', 'person.lastName', 'person.stateId', 'person.email', 'position.stateId']
const FIELDS: readonly Field[] = [
  ...EMPLOYER_FIELDS.filter((f) => ['employer.siret', 'employer.stateId', 'employer.name'].includes(f.id)),
  ...PERSON_FIELDS,
  ...POSITION_FIELDS.filter((f) => f.id === 'position.stateId'),
  ...COST_FIELDS,
]

export const costsProfile: Profile = {
  id: 'couts',
  label: 'Coûts mensuels (paie)',
  fields: FIELDS,
  fieldsOf: monthFieldsOf,
  essential: new Set(FIELDS.map((f) => f.id)),
  signature: [],
  accepts: (fields) => {
    const wide = [...fields].filter((id) => monthField(id) !== null).length
    const long =
      fields.has('monthlyCost.month') && COST_PARTS.some((part) => fields.has(`monthlyCost.${part}`))
    return WHO.some((id) => fields.has(id)) && (wide >= 2 || long)
  },
  least: 2,
  order: 6,
  byHand: true,
  keyed: ['person'],
  start,
  passOver: passOverRow,
}

interface Amount {
  readonly field: string
  readonly month: Month
  readonly part: CostPart
  readonly amountCents: Cents
}

function start(context: ProfileContext): RowInterpreter {
  const engine = createEngine(context)
  const months = context.headers.columns.flatMap(({ field }) => {
    const found = field === null ? null : monthField(field)
    return field === null || found === null ? [] : [{ field, ...found }]
  })
  const costs = costIndex(engine)
  return {
    interpret(row) {
      const amounts = readAmounts(row, months)
      const person = readPerson(engine, row)
      const employer = readEmployer(row)
      const stateId = row.read('position.stateId', readCode)
      if (row.isRefused) return
      if (amounts.length === 0) {
        row.skip('row.nothing')
        return
      }
      engine.world.attempt(() => {
        const contracts = contractsOf(engine, row, person, employer.name, stateId)
        if (contracts !== null) for (const amount of amounts) bring(engine, row, costs, contracts, amount)
        checkObjects(engine.world, row)
        return !row.isRefused
      })
    },
    finish() {
      const bare = [...engine.world.all('monthlyCost')].filter(
        (cost) => cost.id < 0 && cost.grossCents > 0 && cost.chargesCents === 0,
      )
      if (bare.length > 0) context.notice(null, 'cost.without-charges', { count: bare.length })
    },
  }
}

function readAmounts(
  row: RowReader,
  months: readonly { readonly field: string; readonly month: Month; readonly part: CostPart | null }[],
): readonly Amount[] {
  const amounts: Amount[] = []
  const month = row.read('monthlyCost.month', readMonth)
  let withoutMonth = false
  for (const part of COST_PARTS) {
    const field = `monthlyCost.${part}`
    const amountCents = row.read(field, readPositiveAmount)
    if (amountCents === null) continue
    if (month !== null) amounts.push({ field, month, part, amountCents })
    else withoutMonth = true
  }
  if (withoutMonth && !row.refused('monthlyCost.month')) row.refuseCell('monthlyCost.month', 'month.missing')
  const said = row.read('monthlyCost.part', readLine)
  const ofLine = said === null ? null : partOf(said)
  if (said !== null && ofLine === null)
    row.refuseCell('monthlyCost.part', 'cost.part-unknown', { text: said })
  for (const column of months) {
    const amountCents = row.read(column.field, readPositiveAmount)
    // Alone over its column, a month without a kind is the gross: shown as such, and changed in the mapping.
    const part = column.part ?? ofLine ?? 'grossCents'
    if (amountCents !== null) amounts.push({ field: column.field, month: column.month, part, amountCents })
  }
  return amounts
}

/** Contracts the line may speak of; null with the row refused. */
function contractsOf(
  engine: Engine,
  row: RowReader,
  cells: ReturnType<typeof readPerson>,
  employerName: string | null,
  stateId: string | null,
): readonly Contract[] | null {
  const { posts } = engine
  const post = stateId === null ? null : posts.byStateId(stateId)
  if (stateId !== null && post === null) {
    row.refuseCell('position.stateId', 'position.unknown', { text: stateId })
    return null
  }
  const isNamed = cells.name !== null || cells.stateId !== null || cells.email !== null
  if (!isNamed) return post === null ? refuse(row, 'cost.nobody') : posts.contractsOf(post.id)
  const employer = employerName === null ? null : engine.employers.byName(employerName)
  const person = findPerson(engine, row, cells, employer?.id ?? null)
  if (row.isRefused) return null
  if (person === null) return refuse(row, 'cost.person-unknown')
  const own = posts.contractsOfPerson(person.id)
  return post === null ? own : own.filter((c) => c.positionId === post.id)
}

function refuse(row: RowReader, code: string): null {
  row.say('refused', code)
  return null
}

/** The contract of most days in the month; a renewal in the middle of a month is one line of pay. */
function contractIn(engine: Engine, contracts: readonly Contract[], month: Month): Contract | null {
  const from = day(`${month}-01`)
  const to = lastDayOfMonth(from)
  let best: { readonly contract: Contract; readonly days: number } | null = null
  for (const contract of contracts) {
    const amended = engine.amendmentsOfContract(contract.id).filter((a) => a.newEndsOn !== null)
    const { startsOn, endsOn } = worked(contract)
    const end = contract.endedOn ?? amended.at(-1)?.newEndsOn ?? endsOn
    const days = overlap(from, to, startsOn, end)
    if (days > 0 && days > (best?.days ?? 0)) best = { contract, days }
  }
  // Pay that follows the last day (leave paid at the end) belongs to the contract just ended.
  return best?.contract ?? endedJustBefore(engine, contracts, from)
}

function endedJustBefore(engine: Engine, contracts: readonly Contract[], from: Day): Contract | null {
  const since = addMonths(from, -1)
  return (
    contracts.find((contract) => {
      const { endsOn } = worked(contract)
      const amended = engine.amendmentsOfContract(contract.id).filter((a) => a.newEndsOn !== null)
      const end = contract.endedOn ?? amended.at(-1)?.newEndsOn ?? endsOn
      return end !== null && end >= since && end < from
    }) ?? null
  )
}

function overlap(from: Day, to: Day, startsOn: Day, endsOn: Day | null): number {
  const first = maxDay(from, startsOn)
  const last = endsOn === null ? to : minDay(to, endsOn)
  return last < first ? 0 : inclusiveDays(first, last)
}

interface CostIndex {
  of(contractId: Id, month: Month): MonthlyCost | null
  add(cost: MonthlyCost): void
}

function costIndex({ world }: Engine): CostIndex {
  const ids = new Map<string, Id>()
  const add = (cost: MonthlyCost) => {
    ids.set(`${cost.contractId} ${cost.month}`, cost.id)
  }
  for (const cost of world.all('monthlyCost')) add(cost)
  return {
    add,
    of(contractId, month) {
      const id = ids.get(`${contractId} ${month}`)
      return id === undefined ? null : world.find('monthlyCost', id)
    },
  }
}

function bring(
  engine: Engine,
  row: RowReader,
  costs: CostIndex,
  contracts: readonly Contract[],
  { field, month, part, amountCents }: Amount,
): void {
  const contract = contractIn(engine, contracts, month)
  if (contract === null) {
    row.refuseCell(field, 'cost.no-contract', { month })
    return
  }
  const known = costs.of(contract.id, month)
  if (known !== null) {
    const changes = engine.world.update('monthlyCost', known.id, { [part]: amountCents })
    // Another part of a cost this very file brings: it has no former value.
    if (known.id < 0) row.touch('monthlyCost', known.id, changes.length > 0 ? 'created' : 'unchanged')
    else row.changed('monthlyCost', known.id, changes, () => field)
    return
  }
  // A month nobody was paid for says nothing: empty is not zero, and zero is not a cost.
  if (amountCents === 0) return
  const parts = { grossCents: ZERO, chargesCents: ZERO, taxesCents: ZERO, [part]: cents(amountCents) }
  const cost = engine.world.create('monthlyCost', { contractId: contract.id, month, ...parts })
  costs.add(cost)
  row.touch('monthlyCost', cost.id, 'created')
}
