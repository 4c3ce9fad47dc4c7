/**
 * All facts in one value, kept until something changes. A small change re-reads only the rows it touched: the other arrays
 * stay the very same objects, so that whoever remembers what it derived from one can tell that nothing moved.
 */
import type { Facts } from '#shared/domain/facts.ts'
import type { Connection } from './connection.ts'
import { entityOfTable, type StoredName, selectEntity, valuesRead } from './tables.ts'

/** Beyond this many touched rows, reading everything again is cheaper than row by row. */
const PATCH_LIMIT = 5000

/** The entity behind each list of the facts. */
export const FACT_LISTS = {
  employers: 'employer',
  positions: 'position',
  attachments: 'attachment',
  persons: 'person',
  contracts: 'contract',
  contractAmendments: 'contractAmendment',
  agreements: 'agreement',
  agreementAmendments: 'agreementAmendment',
  grants: 'grant',
  instalments: 'instalment',
  payments: 'payment',
  allocations: 'allocation',
  monthlyCosts: 'monthlyCost',
  dedicatedFunds: 'dedicatedFund',
  budgetLines: 'budgetLine',
  deadlineAnswers: 'deadlineAnswer',
  freeDeadlines: 'freeDeadline',
  ruleFigures: 'ruleFigure',
  aidScales: 'aidScale',
  aidScaleYears: 'aidScaleYear',
  settings: 'setting',
} as const satisfies Readonly<Record<keyof Facts, StoredName>>

const keyOf = new Map<StoredName, keyof Facts>(
  (Object.keys(FACT_LISTS) as (keyof Facts)[]).map((key) => [FACT_LISTS[key], key]),
)

type Row = Record<string, unknown> & { readonly id: number }

export interface TouchedRow {
  readonly table: string
  readonly rowId: number
}

export function readAllFacts(db: Connection): Facts {
  const facts: Partial<Record<keyof Facts, readonly Row[]>> = {}
  for (const key of Object.keys(FACT_LISTS) as (keyof Facts)[]) {
    const name = FACT_LISTS[key]
    const rows = db.prepare(selectEntity(name, 'ORDER BY id')).all() as Row[]
    facts[key] = valuesRead(name, rows)
  }
  return facts as unknown as Facts
}

/** The same facts with the touched rows as they are now in the database. Null: too many, read everything. */
export function patchFacts(db: Connection, facts: Facts, touched: readonly TouchedRow[]): Facts | null {
  if (touched.length > PATCH_LIMIT) return null
  const byTable = new Map<string, Set<number>>()
  for (const { table, rowId } of touched) {
    const ids = byTable.get(table) ?? new Set<number>()
    ids.add(rowId)
    byTable.set(table, ids)
  }
  const patched: Record<string, readonly Row[]> = {}
  for (const [table, ids] of byTable) {
    const name = entityOfTable(table)
    const key = name === undefined ? undefined : keyOf.get(name)
    if (name === undefined || key === undefined) continue
    patched[key] = patchRows(db, name, facts[key] as unknown as readonly Row[], ids)
  }
  return { ...facts, ...patched } as Facts
}

function patchRows(
  db: Connection,
  name: StoredName,
  rows: readonly Row[],
  ids: ReadonlySet<number>,
): readonly Row[] {
  const select = db.prepare(selectEntity(name, 'WHERE id = ?'))
  const fresh: Row[] = []
  for (const id of [...ids].sort((a, b) => a - b)) {
    const row = select.get(id) as Row | undefined
    if (row !== undefined) fresh.push(row)
  }
  valuesRead(name, fresh)
  return merge(
    rows.filter((row) => !ids.has(row.id)),
    fresh,
  )
}

/** Both sorted by id. New rows nearly always come last: then it is one concatenation. */
function merge(kept: readonly Row[], fresh: readonly Row[]): readonly Row[] {
  const first = fresh[0]
  const last = kept.at(-1)
  if (first === undefined) return kept
  if (last === undefined || last.id < first.id) return [...kept, ...fresh]
  return [...kept, ...fresh].sort((a, b) => a.id - b.id)
}
