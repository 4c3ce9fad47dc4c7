/** A line of "Postes": what an agreement grants one post, year by year. An amount the dossier holds is compared, never replaced. */
import type { Agreement, Grant, Position } from '#shared/domain/facts.ts'
import { type Cents, cents, sumCents, ZERO } from '#shared/domain/money.ts'
import { BUILT_IN_SCALES } from '#shared/rules/aid/scales.ts'
import { POSITION_KIND_WORDS } from '#shared/text/words.ts'
import { readPositiveAmount } from '../cells/amount-cell.ts'
import { bare } from '../cells/cell.ts'
import { readLine } from '../cells/text-cell.ts'
import { REPORT_YEARS } from '../fields/report-fields.ts'
import type { RowReader } from '../plan/row-reader.ts'
import type { Engine } from '../rows/engine.ts'
import { resolvePosition } from '../rows/position-part.ts'
import type { BringLine } from './own-line.ts'
import { agreementOf, readOwn } from './own-line.ts'

export function grantLines(engine: Engine): BringLine {
  return (row) => {
    const own = readOwn(row)
    const kind = row.read('position.coordinator', readLine)
    const years = Array.from({ length: REPORT_YEARS }, (_, i) =>
      row.read(`grant.${i + 1}`, readPositiveAmount),
    )
    const bonusCents = row.read('grant.bonus', readPositiveAmount) ?? ZERO
    // The whole agreement: its tranches stand for what it grants.
    if (own.stateId === null && own.label === null) row.skip('row.nothing')
    return () => {
      const agreement = agreementOf(engine, row, own)
      if (agreement === null) return
      const employer = engine.world.get('employer', agreement.employerId)
      const position = resolvePosition(
        engine,
        row,
        {
          stateId: own.stateId,
          label: own.label,
          coordinator: kind === null ? null : bare(kind) === bare(POSITION_KIND_WORDS.coordinator),
          workplace: null,
          inQpv: null,
          inFrr: null,
          grantedOn: null,
          returnedOn: null,
          returnMotive: null,
          state: null,
        },
        {
          employer,
          employerNamed: true,
          personId: null,
          period: null,
          since: agreement.startsOn,
          spoken: new Set(),
        },
      )
      if (position !== null) grant(engine, row, agreement, position, years, bonusCents)
    }
  }
}

function grant(
  engine: Engine,
  row: RowReader,
  agreement: Agreement,
  position: Position,
  years: readonly (Cents | null)[],
  bonusCents: Cents,
): void {
  const held = engine.agreements.grants(agreement.id, position.id)
  if (held.length > 0) {
    for (const [i, amount] of years.entries()) compare(row, held, i + 1, amount)
    return
  }
  // The tranches of this post stand for its grants where the dossier has only them.
  if (engine.agreements.instalments(agreement.id, position.id).length > 0) return
  const split = spread(agreement, years, bonusCents)
  if (split === null) row.say('warning', 'grant.bonus-unspread', { bonusCents })
  for (const [i, amount] of years.entries()) {
    if (amount === null) continue
    const bonus = split?.[i] ?? ZERO
    const made = engine.world.create('grant', {
      agreementId: agreement.id,
      positionId: position.id,
      year: i + 1,
      baseCents: cents(amount - bonus),
      bonusCents: bonus,
    })
    engine.agreements.addGrant(made)
    row.touch('grant', made.id, 'created')
  }
}

function compare(row: RowReader, held: readonly Grant[], year: number, amount: Cents | null): void {
  const own = held.find((g) => g.year === year)
  if (own === undefined) {
    if (amount !== null && amount !== 0) row.warnCell(`grant.${year}`, 'grant.differs', { heldCents: 0 })
    return
  }
  row.touch('grant', own.id, 'unchanged')
  const heldCents = own.baseCents + own.bonusCents
  if (amount !== null && amount !== heldCents) row.warnCell(`grant.${year}`, 'grant.differs', { heldCents })
}

/** The bonus of each year, where the scale of these very amounts tells it. The sheet gives only its total. */
function spread(
  agreement: Agreement,
  years: readonly (Cents | null)[],
  bonusCents: Cents,
): readonly Cents[] | null {
  if (bonusCents === 0) return []
  const amounts = years.filter((amount) => amount !== null)
  const scale = BUILT_IN_SCALES.find(
    (s) =>
      s.scheme === agreement.scheme &&
      s.years.length === amounts.length &&
      s.years.every((y, i) => y.baseCents + y.bonusCents === amounts[i]) &&
      sumCents(s.years.map((y) => y.bonusCents)) === bonusCents,
  )
  return scale?.years.map((y) => y.bonusCents) ?? null
}
