/** Whole tables the accountant fills at once: dedicated funds of an agreement, a budget. Each is one step of undo. */
import type { Written } from '#shared/api/channels/write.ts'
import type { Parsed } from '#shared/api/contract.ts'
import type { Entities, Facts, Id } from '#shared/domain/facts.ts'
import { indexFacts, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import type { Finding } from '#shared/rules/explanation.ts'
import { ACTION_LABELS } from '#shared/text/actions.ts'
import type { WritableDb } from '../../store/dossier.ts'
import { removeEntity } from '../../store/entities.ts'
import type { ServiceContext } from '../service.ts'
import { finding, planChange, refusalOf, type Values, writeChange } from './change.ts'

export function saveDedicatedFunds(
  { dossier }: ServiceContext,
  { agreementId, years }: Parsed<'write.dedicatedFunds'>,
): Written {
  const facts = dossier.readFacts()
  const index = indexFacts(facts)
  const agreement = index.agreements.get(agreementId)
  if (agreement === undefined) throw refusalOf([finding('row.gone')])
  const said = years.filter((y) => y.carriedCents !== 0 || y.usedCents !== 0 || y.note !== null)
  const written = replaceRows(dossier, facts, {
    entity: 'dedicatedFund',
    id: agreementId,
    label: ACTION_LABELS.dedicatedFunds(agreement.reference),
    held: rowsOf(index.fundsByAgreement, agreementId),
    wanted: said.map((year) => ({ agreementId, ...year })),
    keyOf: (row) => String(row.fiscalYear),
  })
  return { ...written, warnings: [...written.warnings, ...belowZero(said)] }
}

/** Years whose balance of account 194 ends below zero. */
function belowZero(years: Parsed<'write.dedicatedFunds'>['years']): readonly Finding[] {
  let closingCents = 0
  return [...years]
    .sort((a, b) => a.fiscalYear - b.fiscalYear)
    .flatMap(({ fiscalYear, carriedCents, usedCents }): Finding[] => {
      closingCents += carriedCents - usedCents
      if (closingCents >= 0) return []
      const values = { fiscalYear, closingCents }
      return [{ severity: 'warning', code: 'funds.below-zero', field: null, values, basis: [] }]
    })
}

export function saveBudget(
  { dossier }: ServiceContext,
  { employerId, agreementId, fiscalYear, lines }: Parsed<'write.budget'>,
): Written {
  const facts = dossier.readFacts()
  const index = indexFacts(facts)
  const employer = index.employers.get(employerId)
  if (employer === undefined) throw refusalOf([finding('row.gone')])
  return replaceRows(dossier, facts, {
    entity: 'budgetLine',
    id: employerId,
    label: ACTION_LABELS.budget(employerLabel(employer), fiscalYear),
    held: rowsOf(index.budgetByEmployer, employerId).filter(
      (line) => line.agreementId === agreementId && line.fiscalYear === fiscalYear,
    ),
    wanted: lines.map((line) => ({ employerId, agreementId, fiscalYear, ...line })),
    keyOf: (row) => String(row.account),
  })
}

interface Replacement<N extends 'dedicatedFund' | 'budgetLine'> {
  readonly entity: N
  /** Whose rows they are. */
  readonly id: Id
  readonly label: string
  readonly held: readonly Entities[N][]
  readonly wanted: readonly Values[]
  /** One row a key: the year of an agreement, the account of a budget. */
  keyOf(row: Values): string
}

/** What is no longer wanted goes, what changed is changed, what is new comes; nothing at all where nothing changed. */
function replaceRows<N extends 'dedicatedFund' | 'budgetLine'>(
  dossier: ServiceContext['dossier'],
  facts: Facts,
  { entity, id, label, held, wanted, keyOf }: Replacement<N>,
): Written {
  const known = new Map(held.map((row) => [keyOf(row as unknown as Values), row]))
  const keys = new Set(wanted.map(keyOf))
  if (keys.size < wanted.length) throw refusalOf([finding('row.twice')])
  const gone = held.filter((row) => !keys.has(keyOf(row as unknown as Values)))
  // Judged beside the rows that stay, not beside those that go.
  const rest = withoutRows(facts, entity, held)
  const changes = dossier.read((db) =>
    wanted.flatMap((values) => {
      const row = known.get(keyOf(values))
      if (row !== undefined && Object.entries(values).every(([k, v]) => (row as never)[k] === v)) return []
      return [planChange(db, rest, entity, row?.id ?? null, values)]
    }),
  )
  if (gone.length === 0 && changes.length === 0) return { id, warnings: [] }
  dossier.act({ label, kind: 'edit' }, (db: WritableDb) => {
    for (const row of gone) removeEntity(db, entity, row.id)
    for (const change of changes) writeChange(db, entity, change)
  })
  return { id, warnings: unique(changes.flatMap((change) => change.warnings)) }
}

function withoutRows(
  facts: Facts,
  entity: 'dedicatedFund' | 'budgetLine',
  rows: readonly { id: Id }[],
): Facts {
  const ids = new Set(rows.map((row) => row.id))
  return entity === 'dedicatedFund'
    ? { ...facts, dedicatedFunds: facts.dedicatedFunds.filter((row) => !ids.has(row.id)) }
    : { ...facts, budgetLines: facts.budgetLines.filter((row) => !ids.has(row.id)) }
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((each) => [`${each.code} ${JSON.stringify(each.values)}`, each])).values()]
}
