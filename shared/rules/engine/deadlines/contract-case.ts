/** One contract whose deadlines are being told: what each of its deadlines needs to know, and where to say it. */
import type { ContractLimit } from '../contracts/contract-limit.ts'
import type { Regime } from '../contracts/regime.ts'
import type { Derived } from '../derive.ts'
import type { ContractView } from '../states/contract-state.ts'
import type { DerivedDeadline, Subject } from './deadline.ts'

export interface ContractCase {
  readonly view: ContractView
  readonly regime: Regime
  /** How far it has gone against the longest allowed; null where it ends early or nothing limits it. */
  readonly limit: ContractLimit | null
  readonly subject: Subject
  readonly derived: Derived
  readonly add: (deadline: Omit<DerivedDeadline, 'subject' | 'amountCents'>) => void
}
