/** Tranches and payments of a row: one group of columns per tranche, or one tranche a row. */
import type { Day } from '#shared/domain/day.ts'
import type { Agreement, Id, Instalment, Position } from '#shared/domain/facts.ts'
import { type Cents, cents, sumCents } from '#shared/domain/money.ts'
import { instalmentLabel } from '#shared/text/exchange/import.ts'
import { readPositiveAmount } from '../cells/amount-cell.ts'
import { readDay } from '../cells/day-cell.ts'
import { readLine } from '../cells/text-cell.ts'
import type { RowReader } from '../plan/row-reader.ts'
import { type Engine, stated } from './engine.ts'

export interface TrancheCells {
  /** Prefix of the fields of the file: "instalment.1", or "instalment" where one row is one tranche. */
  readonly instalmentFields: string
  readonly paymentFields: string
  readonly rank: number | null
  readonly label: string | null
  readonly amountCents: Cents | null
  readonly dueOn: Day | null
  readonly claimedOn: Day | null
  readonly receivedCents: Cents | null
  readonly receivedOn: Day | null
  readonly bankReference: string | null
  readonly titleNumber: string | null
}

const WIDE_RANKS = [1, 2, 3, 4] as const

export function readTranches(row: RowReader): readonly TrancheCells[] {
  const tranches = WIDE_RANKS.map((rank) => readTranche(row, `instalment.${rank}`, `payment.${rank}`, rank))
  const label = row.read('instalment.label', readLine)
  const rank = label === null ? null : Number(/\d+/.exec(label)?.[0] ?? 0) || null
  return [...tranches, { ...readTranche(row, 'instalment', 'payment', rank), label }].filter(
    (t) => t.amountCents !== null || t.receivedCents !== null || t.dueOn !== null || t.receivedOn !== null,
  )
}

function readTranche(
  row: RowReader,
  instalmentFields: string,
  paymentFields: string,
  rank: number | null,
): TrancheCells {
  return {
    instalmentFields,
    paymentFields,
    rank,
    label: null,
    amountCents: row.read(`${instalmentFields}.amountCents`, readPositiveAmount),
    dueOn: row.read(`${instalmentFields}.dueOn`, readDay),
    claimedOn: row.read(`${instalmentFields}.claimedOn`, readDay),
    receivedCents: row.read(`${paymentFields}.amountCents`, readPositiveAmount),
    receivedOn: row.read(`${paymentFields}.receivedOn`, readDay),
    bankReference: row.read(`${paymentFields}.bankReference`, readLine),
    titleNumber: row.read(`${paymentFields}.titleNumber`, readLine),
  }
}

export function resolveTranche(
  engine: Engine,
  row: RowReader,
  cells: TrancheCells,
  agreement: Agreement,
  position: Position | null,
): void {
  const known = findInstalment(engine, cells, agreement.id, position?.id ?? null)
  const instalment = known ?? createInstalment(engine, row, cells, agreement, position)
  if (instalment === null) return
  if (known !== null) {
    const values = {
      ...stated(engine, row, 'instalment', { dueOn: cells.dueOn, claimedOn: cells.claimedOn }),
      ...(cells.amountCents === null ? {} : { amountCents: cells.amountCents }),
    }
    const changes = engine.world.update('instalment', known.id, values)
    row.changed('instalment', known.id, changes, (field) => `${cells.instalmentFields}.${field}`)
  }
  receive(engine, row, cells, agreement, engine.world.get('instalment', instalment.id))
}

function findInstalment(
  engine: Engine,
  cells: TrancheCells,
  agreementId: Id,
  positionId: Id | null,
): Instalment | null {
  const own = engine.agreements.instalments(agreementId, positionId)
  if (cells.rank !== null) return own.find((i) => i.rank === cells.rank) ?? null
  const label = cells.label
  return label === null ? null : (own.find((i) => i.label.toLowerCase() === label.toLowerCase()) ?? null)
}

function createInstalment(
  engine: Engine,
  row: RowReader,
  cells: TrancheCells,
  agreement: Agreement,
  position: Position | null,
): Instalment | null {
  const amountCents = cells.amountCents ?? cells.receivedCents
  if (amountCents === null) {
    row.say('warning', 'instalment.without-amount', {
      label: cells.label ?? instalmentLabel(cells.rank ?? 1),
    })
    return null
  }
  const rank = cells.rank ?? engine.agreements.instalments(agreement.id, position?.id ?? null).length + 1
  const instalment = engine.world.create('instalment', {
    agreementId: agreement.id,
    positionId: position?.id ?? null,
    rank,
    label: cells.label === null || /^\d+$/.test(cells.label) ? instalmentLabel(rank) : cells.label,
    amountCents,
    dueOn: cells.dueOn,
    claimedOn: cells.claimedOn,
  })
  engine.agreements.addInstalment(instalment)
  row.touch('instalment', instalment.id, 'created')
  return instalment
}

function receive(
  engine: Engine,
  row: RowReader,
  cells: TrancheCells,
  agreement: Agreement,
  instalment: Instalment,
): void {
  const { receivedOn } = cells
  const field = `${cells.paymentFields}.receivedOn`
  if (receivedOn === null) {
    if (cells.receivedCents !== null && cells.receivedCents !== 0)
      row.refuseCell(field, 'payment.day-missing')
    return
  }
  if (receivedOn > engine.today) {
    row.refuseCell(field, 'payment.future')
    return
  }
  const amountCents = cells.receivedCents ?? instalment.amountCents
  if (cells.receivedCents === null) row.say('info', 'payment.amount-assumed', { label: instalment.label })
  if (amountCents === 0) return
  const received = engine.agreements.received(instalment.id)
  const same = received.find((r) => r.payment.receivedOn === receivedOn && r.amountCents === amountCents)
  if (same !== undefined) {
    row.touch('payment', same.payment.id, 'unchanged')
    return
  }
  const total = sumCents([...received.map((r) => cents(r.amountCents)), amountCents])
  if (total > instalment.amountCents) {
    row.refuseCell(`${cells.paymentFields}.amountCents`, 'payment.too-much', {
      label: instalment.label,
      amountCents: instalment.amountCents,
      receivedCents: total - amountCents,
    })
    return
  }
  writePayment(engine, row, { ...cells, receivedOn, amountCents }, agreement, instalment)
}

/** Tranches paid together (same bank reference, same day) are one payment with several allocations. */
function writePayment(
  engine: Engine,
  row: RowReader,
  paid: TrancheCells & { readonly receivedOn: Day; readonly amountCents: Cents },
  agreement: Agreement,
  instalment: Instalment,
): void {
  const { world, agreements } = engine
  const together =
    paid.bankReference === null
      ? null
      : agreements.paymentOf(agreement.employerId, paid.receivedOn, paid.bankReference)
  const payment =
    together ??
    world.create('payment', {
      employerId: agreement.employerId,
      funder: agreement.funder,
      receivedOn: paid.receivedOn,
      amountCents: cents(0),
      bankReference: paid.bankReference,
      titleNumber: paid.titleNumber,
    })
  const total = cents(world.get('payment', payment.id).amountCents + paid.amountCents)
  world.update('payment', payment.id, { amountCents: total })
  const allocation = world.create('allocation', {
    paymentId: payment.id,
    instalmentId: instalment.id,
    amountCents: paid.amountCents,
  })
  agreements.addAllocation(payment.id, instalment.id, allocation.id)
  row.touch('payment', payment.id, together === null ? 'created' : 'modified')
}
