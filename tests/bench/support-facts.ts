/** The demo facts repeated to a national size: 571 copies of nine posts make 5 139, each copy under its own ids. */
import type { Facts } from '#shared/domain/facts.ts'
import { passerelles } from '../../electron/services/demo/passerelles/passerelles.ts'

const STEP = 100_000
/** Fields that name another row. */
const REFERENCES = new Set([
  'id',
  'employerId',
  'positionId',
  'personId',
  'contractId',
  'agreementId',
  'instalmentId',
  'paymentId',
  'renewsId',
])
const COPIED = [
  'employers',
  'positions',
  'attachments',
  'persons',
  'contracts',
  'contractAmendments',
  'agreements',
  'agreementAmendments',
  'grants',
  'instalments',
  'payments',
  'allocations',
  'monthlyCosts',
] as const satisfies readonly (keyof Facts)[]

export function repeatedFacts(copies: number): Facts {
  const one = passerelles()
  const many: Record<string, unknown[]> = {}
  for (const table of COPIED) many[table] = []
  for (let n = 0; n < copies; n += 1)
    for (const table of COPIED) for (const row of one[table]) many[table]?.push(shifted(row, n))
  return { ...one, ...(many as Partial<Facts>) }
}

function shifted(row: object, n: number): object {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (typeof value === 'number' && REFERENCES.has(key)) return [key, value + n * STEP]
      if (typeof value === 'string' && (key === 'reference' || key === 'stateId'))
        return [key, `${value}-${n}`]
      if (typeof value === 'string' && (key === 'name' || key === 'shortName')) return [key, `${value} ${n}`]
      return [key, value]
    }),
  )
}
