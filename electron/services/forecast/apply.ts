/** From hypothesis to fact: renewals, ends and permanent contracts are written; what only time can tell is left out. */
import type { Contract, Facts } from '#shared/domain/facts.ts'
import { supposed } from '#shared/rules/forecast/hypothesis.ts'
import type { Hypothesis } from '#shared/schemas/scenario.ts'
import type { WritableDb } from '../../store/dossier.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import { planChange, writeChange } from '../write/change.ts'

/** Acts a person can decide alone. A hire needs a name, late money is not decided by the employer. */
function isAct(hypothesis: Hypothesis): boolean {
  return hypothesis.kind === 'renew' || hypothesis.kind === 'end' || hypothesis.kind === 'keep-permanent'
}

export function applyHypotheses(
  { dossier, today }: ServiceContext,
  name: string,
  hypotheses: readonly Hypothesis[],
): { readonly applied: number; readonly left: number } {
  const acts = hypotheses.filter(isAct)
  if (acts.length === 0)
    throw new Refusal({
      code: 'scenario.nothing-to-apply',
      message:
        'Ce scénario ne contient que des hypothèses sur l’aide ou les recrutements à venir : rien à écrire dans le dossier.',
    })
  dossier.act({ label: `scénario « ${name} »`, kind: 'renewal' }, (db) => {
    let facts = dossier.readFacts()
    for (const act of acts) facts = write(db, facts, supposed(facts, [act], today))
  })
  return { applied: acts.length, left: hypotheses.length - acts.length }
}

/** Writes the contracts that differ between the two states of the facts; answers the facts with their real ids. */
function write(db: WritableDb, before: Facts, after: Facts): Facts {
  const known = new Map(before.contracts.map((c) => [c.id, c]))
  const contracts = after.contracts.map((contract): Contract => {
    const former = known.get(contract.id)
    if (former === contract) return contract
    const { id, ...values } = contract
    const changed =
      former === undefined ? values : { endedOn: contract.endedOn, endMotive: contract.endMotive }
    const change = planChange(db, before, 'contract', former === undefined ? null : id, changed)
    return { ...contract, id: writeChange(db, 'contract', change) }
  })
  return { ...after, contracts }
}
