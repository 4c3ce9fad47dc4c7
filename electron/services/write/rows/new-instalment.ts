/** A pasted tranche: its agreement by reference, its post if it concerns one; its rank follows those already there. */
import type { Written } from '#shared/api/channels/write.ts'
import { indexFacts, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { instalmentLabel } from '#shared/text/exchange/import.ts'
import { planChange, type Values, writeChange } from '../change.ts'
import { type RowWriter, wordsIn } from './row-writer.ts'

export function addInstalment({ db, facts, finder }: RowWriter, values: Values): Written {
  const { agreement: _, position: __, ...own } = values
  const agreement = finder.agreement(wordsIn(values, 'agreement') ?? '')
  const name = wordsIn(values, 'position')
  const positionId = name === null ? null : finder.positionOf(agreement, name).id
  const rank = own.rank ?? nextRank()
  const label = own.label ?? instalmentLabel(Number(rank))
  const all = { ...own, agreementId: agreement.id, positionId, rank, label }
  const change = planChange(db, facts, 'instalment', null, all)
  return { id: writeChange(db, 'instalment', change), warnings: change.warnings }

  function nextRank(): number {
    const before = rowsOf(indexFacts(facts).instalmentsByAgreement, agreement.id)
    const own = before.filter((each) => each.positionId === positionId)
    return own.reduce((most, each) => Math.max(most, each.rank), 0) + 1
  }
}
