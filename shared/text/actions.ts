/** What "Annuler : …" and the journal say of an action. French, short, with the object's own name. */
import type { Entities, EntityName } from '../domain/facts.ts'
import { ENTITY_LABELS } from './fields.ts'
import { frDay, frEuros, frMonth } from './format.ts'

type Naming = { readonly [N in EntityName]?: (row: Entities[N]) => string }

/** How an object is called in a sentence, where its own row says enough. */
const NAMES: Naming = {
  employer: (e) => e.shortName ?? e.name,
  position: (p) => (p.stateId === null ? p.label : `${p.stateId} ${p.label}`),
  person: (p) => `${p.firstName} ${p.lastName}`,
  contract: (c) => `du ${frDay(c.startsOn)}`,
  agreement: (a) => a.reference,
  instalment: (i) => i.label.toLowerCase(),
  payment: (p) => p.bankReference ?? `${frEuros(p.amountCents)} du ${frDay(p.receivedOn)}`,
  monthlyCost: (c) => frMonth(c.month),
  dedicatedFund: (f) => `de l’exercice ${f.fiscalYear}`,
  budgetLine: (l) => `${l.account} de l’exercice ${l.fiscalYear}`,
  freeDeadline: (d) => `« ${d.title} »`,
  savedView: (v) => `« ${v.name} »`,
  ruleFigure: (f) => f.code,
  aidScale: (s) => `« ${s.name} »`,
  scenario: (s) => `« ${s.name} »`,
}

/** "contrat du 01/02/2024", "poste 2101 Itinérance Nord". */
export function objectName<N extends EntityName>(entity: N, row: Entities[N]): string {
  const name = (NAMES[entity] as ((row: Entities[N]) => string) | undefined)?.(row)
  const label = ENTITY_LABELS[entity].toLowerCase()
  return name === undefined ? label : `${label} ${name}`
}

export const ACTION_LABELS = {
  created: (name: string) => `création : ${name}`,
  changed: (name: string) => `modification : ${name}`,
  deleted: (name: string) => `suppression : ${name}`,
  deletedMany: (count: number, entity: EntityName) =>
    `suppression de ${count} lignes (${ENTITY_LABELS[entity].toLowerCase()})`,
  dedicatedFunds: (reference: string) => `fonds dédiés : ${reference}`,
  budget: (name: string, year: number) => `budget ${year} : ${name}`,
  payment: (reference: string) => `versement ${reference}`,
  allocation: (reference: string) => `affectation du versement ${reference}`,
  deadline: { done: 'échéance faite', postponed: 'échéance reportée', ignored: 'échéance ignorée' },
  deadlineCleared: 'réponse à une échéance effacée',
  setting: 'réglage',
} as const
