/** Which body of rules a contract follows. A plain "CDD" with a public employer is a public fixed-term contract. */
import type { Contract } from '../../../domain/facts.ts'
import type { ContractKind, Sector } from '../../../domain/words.ts'
import type { LimitedKind } from '../../law/public-limits.ts'
import type { Derived } from '../derive.ts'

/** `project`: contrat de projet. `public`: every other public fixed-term contract. `pec`: outside most CDD rules. */
export type Regime = 'permanent' | 'private' | 'pec' | 'project' | 'public'

export function regimeOf(kind: ContractKind, sector: Sector): Regime {
  switch (kind) {
    case 'CDI':
    case 'titulaire':
      return 'permanent'
    case 'PEC':
      return 'pec'
    case 'contrat-de-projet':
      return 'project'
    case 'CDD':
      return sector === 'public' ? 'public' : 'private'
    default:
      return 'public'
  }
}

export function regimeOfContract(contract: Contract, derived: Derived): Regime {
  return regimeOf(contract.kind, employerOfContract(contract, derived)?.sector ?? 'private')
}

/** The employer of the contract's post. */
export function employerOfContract(contract: Contract, derived: Derived) {
  const employerId = derived.positions.get(contract.positionId)?.employerId ?? null
  return employerId === null ? undefined : derived.index.employers.get(employerId)
}

/** The article a public kind is limited by; L332-8 where the article is not stated; null where nothing limits it. */
export function limitedKindOf(kind: ContractKind, regime: Regime): LimitedKind | null {
  if (regime === 'project') return 'contrat-de-projet'
  if (regime !== 'public') return null
  return kind === 'L332-13' || kind === 'L332-14' || kind === 'L332-23-1' ? kind : 'L332-8'
}
