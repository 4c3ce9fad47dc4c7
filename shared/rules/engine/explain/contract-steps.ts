/** The contract a reasoning starts from, with the amendments that moved its end. */
import type { Step } from '../../explanation.ts'
import type { Derived } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'
import { personName } from '../names.ts'
import type { ContractView } from '../states/contract-state.ts'

export function contractSteps({ contract, endsOn }: ContractView, derived: Derived): readonly Step[] {
  const steps: Step[] = [
    {
      code: 'explain.contract',
      values: {
        kind: contract.kind,
        person: personName(derived.index.persons.get(contract.personId)),
        startsOn: contract.startsOn,
        endsOn,
      },
    },
  ]
  let from = contract.endsOn
  for (const amendment of rowsOf(derived.index.amendmentsByContract, contract.id)) {
    if (amendment.newEndsOn === null || amendment.newEndsOn === from) continue
    steps.push({ code: 'explain.amended-end', values: { from, to: amendment.newEndsOn } })
    from = amendment.newEndsOn
  }
  return steps
}
