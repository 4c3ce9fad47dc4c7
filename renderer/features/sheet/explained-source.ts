/** The object a date or an amount was worked out from: where a person goes who finds it wrong. Null: several, or none. */
import type { ExplainTarget } from '#shared/api/views/explain-target.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import type { Id } from '#shared/domain/facts.ts'

export interface Source {
  readonly entity: 'contract' | 'instalment' | 'agreement'
  readonly id: Id
}

export function explainedSource(
  target: ExplainTarget,
  sheet: Pick<PositionSheet, 'deadlines' | 'contracts'>,
): Source | null {
  switch (target.kind) {
    case 'contract-notice':
      return { entity: 'contract', id: target.contractId }
    case 'vacancy-limit': {
      // The clock runs from the last day of whoever held the post: the latest contract is first.
      const last = sheet.contracts[0]
      return last === undefined ? null : { entity: 'contract', id: last.id }
    }
    case 'agreement-amount':
      return { entity: 'agreement', id: target.agreementId }
    case 'deadline': {
      const deadline = sheet.deadlines.find((each) => each.key === target.key)
      if (deadline === undefined) return null
      const { contractId, instalmentId, agreementId } = deadline
      if (contractId !== null) return { entity: 'contract', id: contractId }
      if (instalmentId !== null) return { entity: 'instalment', id: instalmentId }
      return agreementId === null ? null : { entity: 'agreement', id: agreementId }
    }
    case 'position-amount':
    case 'position-state':
      return null
  }
}
