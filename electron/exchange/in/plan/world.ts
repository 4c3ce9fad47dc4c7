/**
 * The dossier as the import would leave it: facts copied on write, new objects under negative ids until they are written.
 * What differs from the facts at the end is the list of operations: the plan shown and the plan applied are the same one.
 */
import { type SaidOf, wholeRow } from '#shared/domain/blank-rows.ts'
import type { Entities, EntityName, Facts, Id, NewEntity } from '#shared/domain/facts.ts'

/** Entities an import may touch, in the order their rows must be written. */
export const IMPORTED = [
  'employer',
  'position',
  'attachment',
  'person',
  'contract',
  'contractAmendment',
  'agreement',
  'agreementAmendment',
  'grant',
  'instalment',
  'payment',
  'allocation',
  'monthlyCost',
] as const satisfies readonly EntityName[]
export type Imported = (typeof IMPORTED)[number]

const TABLES: { readonly [N in Imported]: keyof Facts } = {
  employer: 'employers',
  position: 'positions',
  attachment: 'attachments',
  person: 'persons',
  contract: 'contracts',
  contractAmendment: 'contractAmendments',
  agreement: 'agreements',
  agreementAmendment: 'agreementAmendments',
  grant: 'grants',
  instalment: 'instalments',
  payment: 'payments',
  allocation: 'allocations',
  monthlyCost: 'monthlyCosts',
}

export type FieldValue = string | number | boolean | null

/** What an import writes: the objects of the trade, and what the State's list was found to say otherwise. */
export type Written = Imported | 'stateDifference'

export type Operation =
  | {
      readonly op: 'insert'
      readonly entity: Written
      readonly id: Id
      readonly values: Readonly<Record<string, FieldValue>>
    }
  | {
      readonly op: 'update'
      readonly entity: Written
      readonly id: Id
      readonly values: Readonly<Record<string, FieldValue>>
    }
  | { readonly op: 'delete'; readonly entity: Written; readonly id: Id }

export interface FieldChange {
  readonly field: string
  readonly before: FieldValue
  readonly after: FieldValue
}

export interface World {
  get<N extends Imported>(entity: N, id: Id): Entities[N]
  all<N extends Imported>(entity: N): Iterable<Entities[N]>
  create<N extends Imported>(entity: N, said: SaidOf<N>): Entities[N]
  /** Sets the fields given; answers those that really change. */
  update<N extends Imported>(entity: N, id: Id, values: Partial<NewEntity<N>>): readonly FieldChange[]
  /** The row, or null where it does not exist (any more: an attempt that failed). */
  find<N extends Imported>(entity: N, id: Id): Entities[N] | null
  /** Runs `work`; where it answers false, everything it did is undone. */
  attempt(work: () => boolean): boolean
  operations(): readonly Operation[]
}

type AnyRow = Readonly<Record<string, FieldValue>> & { readonly id: Id }

export function createWorld(facts: Facts): World {
  const before = new Map<Imported, ReadonlyMap<Id, AnyRow>>()
  const now = new Map<Imported, Map<Id, AnyRow>>()
  for (const entity of IMPORTED) {
    const rows = facts[TABLES[entity]] as unknown as readonly AnyRow[]
    const byId = new Map(rows.map((row) => [row.id, row]))
    before.set(entity, byId)
    now.set(entity, new Map(byId))
  }
  const tableOf = (entity: Imported) => now.get(entity) ?? new Map<Id, AnyRow>()
  let lastNewId = 0
  /** What to put back, latest last; only while an attempt runs. */
  let journal: { entity: Imported; id: Id; row: AnyRow | undefined }[] | null = null
  const put = (entity: Imported, id: Id, row: AnyRow) => {
    journal?.push({ entity, id, row: tableOf(entity).get(id) })
    tableOf(entity).set(id, row)
  }

  return {
    get<N extends Imported>(entity: N, id: Id): Entities[N] {
      const row = tableOf(entity).get(id)
      if (row === undefined) throw new Error(`no ${entity} ${id}`)
      return row as unknown as Entities[N]
    },
    find<N extends Imported>(entity: N, id: Id): Entities[N] | null {
      return (tableOf(entity).get(id) as unknown as Entities[N] | undefined) ?? null
    },
    attempt(work) {
      journal = []
      const kept = work()
      if (!kept) {
        for (const { entity, id, row } of journal.reverse()) {
          if (row === undefined) tableOf(entity).delete(id)
          else tableOf(entity).set(id, row)
        }
      }
      journal = null
      return kept
    },
    all<N extends Imported>(entity: N): Iterable<Entities[N]> {
      return tableOf(entity).values() as unknown as Iterable<Entities[N]>
    },
    create<N extends Imported>(entity: N, said: SaidOf<N>): Entities[N] {
      lastNewId -= 1
      const row = { ...wholeRow(entity, said), id: lastNewId } as unknown as AnyRow
      put(entity, row.id, row)
      return row as unknown as Entities[N]
    },
    update<N extends Imported>(entity: N, id: Id, values: Partial<NewEntity<N>>): readonly FieldChange[] {
      const row = tableOf(entity).get(id)
      if (row === undefined) throw new Error(`no ${entity} ${id}`)
      const changes: FieldChange[] = []
      for (const [field, after] of Object.entries(values) as [string, FieldValue | undefined][]) {
        if (after === undefined || row[field] === after) continue
        changes.push({ field, before: row[field] ?? null, after })
      }
      if (changes.length > 0) {
        const changed = Object.fromEntries(changes.map((c) => [c.field, c.after]))
        put(entity, id, { ...row, ...changed, id })
      }
      return changes
    },
    operations() {
      const inserts: Operation[] = []
      const updates: Operation[] = []
      for (const entity of IMPORTED) {
        for (const [id, row] of inOrder(entity, tableOf(entity))) {
          const old = before.get(entity)?.get(id)
          if (old === undefined) {
            const { id: _, ...values } = row
            inserts.push({ op: 'insert', entity, id, values })
            continue
          }
          const values: Record<string, FieldValue> = {}
          for (const [field, value] of Object.entries(row)) if (old[field] !== value) values[field] = value
          if (Object.keys(values).length > 0) updates.push({ op: 'update', entity, id, values })
        }
      }
      return [...inserts, ...updates]
    },
  }
}

/** Contracts by their first day: a renewal is written after the contract it renews, whatever the order of the file. */
function inOrder(entity: Imported, rows: ReadonlyMap<Id, AnyRow>): Iterable<readonly [Id, AnyRow]> {
  if (entity !== 'contract') return rows
  return [...rows].sort(([, a], [, b]) => (String(a.startsOn) < String(b.startsOn) ? -1 : 1))
}
