/** A line of "Tranches": found by its label on its post, or on the whole agreement where it names the only post of it. */
import type { Agreement, Instalment, Position } from '#shared/domain/facts.ts'
import { instalmentLabel } from '#shared/text/exchange/import.ts'
import { readPositiveAmount } from '../cells/amount-cell.ts'
import { readDay } from '../cells/day-cell.ts'
import { readLine } from '../cells/text-cell.ts'
import { nameKey } from '../plan/employer-index.ts'
import { type Engine, set, stated } from '../rows/engine.ts'
import type { BringLine } from './own-line.ts'
import { agreementOf, positionOf, readOwn } from './own-line.ts'

export function instalmentLines(engine: Engine): BringLine {
  return (row) => {
    const own = readOwn(row)
    const label = row.read('instalment.label', readLine)
    const amountCents = row.read('instalment.amountCents', readPositiveAmount)
    const days = {
      claimableOn: row.read('instalment.claimableOn', readDay),
      dueOn: row.read('instalment.dueOn', readDay),
      conditionsMetOn: row.read('instalment.conditionsMetOn', readDay),
      claimedOn: row.read('instalment.claimedOn', readDay),
    }
    if (label === null && amountCents === null) row.skip('row.nothing')
    return () => {
      const agreement = agreementOf(engine, row, own)
      if (agreement === null) return
      const position = positionOf(engine, own, agreement.employerId)
      const known = find(engine, agreement, position, label)
      const amount = amountCents === null ? {} : { amountCents }
      if (known !== null) {
        set(engine, row, 'instalment', known.id, { ...stated(engine, row, 'instalment', days), ...amount })
        return
      }
      if (amountCents === null) {
        row.refuseCell('instalment.amountCents', 'amount.unreadable', { text: '' })
        return
      }
      const rank =
        Number(/\d+/.exec(label ?? '')?.[0] ?? 0) ||
        engine.agreements.instalments(agreement.id, position?.id ?? null).length + 1
      const made = engine.world.create('instalment', {
        agreementId: agreement.id,
        positionId: position?.id ?? null,
        rank,
        label: label ?? instalmentLabel(rank),
        amountCents,
        ...days,
      })
      engine.agreements.addInstalment(made)
      row.touch('instalment', made.id, 'created')
    }
  }
}

function find(
  engine: Engine,
  agreement: Agreement,
  position: Position | null,
  label: string | null,
): Instalment | null {
  const named = (list: readonly Instalment[]) =>
    list.find((i) => label !== null && nameKey(i.label) === nameKey(label)) ?? null
  const ofPost = position === null ? null : named(engine.agreements.instalments(agreement.id, position.id))
  return ofPost ?? named(engine.agreements.instalments(agreement.id, null))
}
