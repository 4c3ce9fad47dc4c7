/** What the dossier itself refuses, whoever writes: the last guard behind the forms, the rules and the imports. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../electron/services/service.ts'
import type { Dossier, WritableDb } from '../../electron/store/dossier.ts'
import { memoryDossier } from '../support/memory-dossier.ts'

let dossier: Dossier
let ids: ReturnType<typeof base>
beforeEach(() => {
  dossier = memoryDossier()
  ids = dossier.act(edit, base)
})
afterEach(() => dossier.close())

const edit = { label: 'essai', kind: 'edit' } as const
const AGREEMENT = {
  funder: 'État',
  funder_kind: 'state',
  scheme: 'v2',
  reference: 'CN-1',
  starts_on: '2024-01-01',
  ends_on: '2026-12-31',
  earning_method: 'months',
  accounting_method: 'schedule',
}
const EMPLOYER = {
  name: 'Passerelles',
  sector: 'private',
  legal_form: 'association',
  zone: 'metropole',
  fiscal_year_start: '01-01',
  chart: 'association',
}

function base(db: WritableDb) {
  const employer = db.insert('employer', { ...EMPLOYER, siret: '12345678901234' })
  const other = db.insert('employer', { ...EMPLOYER, name: 'Autre' })
  const position = db.insert('position', { label: 'Itinérance', kind: 'adviser', state_id: '2101' })
  const agreement = db.insert('agreement', { employer_id: employer, ...AGREEMENT })
  const instalment = db.insert('instalment', {
    agreement_id: agreement,
    rank: 1,
    label: 'T1',
    amount_cents: 1000,
  })
  const second = db.insert('instalment', {
    agreement_id: agreement,
    rank: 2,
    label: 'T2',
    amount_cents: 1000,
  })
  db.insert('attachment', { position_id: position, employer_id: employer, starts_on: '2024-01-01' })
  return { employer, other, position, agreement, instalment, second }
}
function refused(work: (db: WritableDb) => unknown): {
  code: string
  field?: string | undefined
  message: string
} {
  const before = dossier.readFacts()
  try {
    dossier.act(edit, work)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(dossier.readFacts()).toBe(before)
    expect(error.message).toMatch(/Rien n’a été/)
    return error.error
  }
  throw new Error('nothing was refused')
}
function payment(db: WritableDb, amount: number, ...shares: readonly number[]): void {
  const id = db.insert('payment', {
    employer_id: ids.employer,
    funder: 'État',
    received_on: '2024-06-30',
    amount_cents: amount,
  })
  const [first, second] = shares
  if (first !== undefined)
    db.insert('allocation', { payment_id: id, instalment_id: ids.instalment, amount_cents: first })
  if (second !== undefined)
    db.insert('allocation', { payment_id: id, instalment_id: ids.second, amount_cents: second })
}

describe('the dossier refuses', () => {
  it.each([
    [
      'a SIRET twice',
      'row.duplicate',
      'siret',
      (db: WritableDb) => db.insert('employer', { ...EMPLOYER, siret: '12345678901234' }),
    ],
    [
      'a State id of post twice',
      'row.duplicate',
      'stateId',
      (db: WritableDb) => db.insert('position', { label: 'B', kind: 'adviser', state_id: '2101' }),
    ],
    ['a missing value', 'text.empty', 'kind', (db: WritableDb) => db.insert('position', { label: 'B' })],
    [
      'half a cent',
      'value.invalid',
      'amountCents',
      (db: WritableDb) => db.update('instalment', ids.instalment, { amount_cents: 10.5 }),
    ],
    [
      'a negative instalment',
      'cents.invalid',
      'amountCents',
      (db: WritableDb) => db.update('instalment', ids.instalment, { amount_cents: -1 }),
    ],
    ['a payment of nothing', 'cents.invalid', 'amountCents', (db: WritableDb) => payment(db, 0)],
    ['an amount beyond exact numbers', 'cents.invalid', 'amountCents', (db: WritableDb) => payment(db, 1e15)],
    [
      'a reference to nothing',
      'row.reference-missing',
      undefined,
      (db: WritableDb) =>
        db.insert('attachment', { position_id: 99, employer_id: 1, starts_on: '2024-01-01' }),
    ],
    ['an unknown month', 'month.invalid', 'month', (db: WritableDb) => monthlyCost(db, '2024-13')],
    [
      'a setting that is not JSON',
      'text.invalid',
      'value',
      (db: WritableDb) => db.insert('setting', { key: 'a', value: '{' }),
    ],
    [
      'a year that starts on 31 June',
      'month-day.invalid',
      'fiscalYearStart',
      (db: WritableDb) => db.update('employer', ids.employer, { fiscal_year_start: '06-31' }),
    ],
    [
      'a postponed deadline without its day',
      'text.empty',
      'postponedTo',
      (db: WritableDb) =>
        db.insert('deadline_answer', {
          key: 'k',
          answer: 'postponed',
          answered_on: '2024-01-01',
          for_day: '2024-01-01',
        }),
    ],
  ] as const)('%s', (_, code, field, work) => {
    const said = refused(work)
    expect([said.code, said.field]).toEqual([code, field])
  })

  it('a contract that renews itself, and a contract renewed twice', () => {
    expect(refused((db) => db.update('contract', contract(db), { renews_id: lastContract(db) })).code).toBe(
      'reference.itself',
    )
    const first = dossier.act(edit, (db) => contract(db))
    dossier.act(edit, (db) => contract(db, first))
    expect(refused((db) => contract(db, first))).toMatchObject({ code: 'row.duplicate', field: 'renewsId' })
  })

  it('to allocate more than a payment, in whatever order it is written', () => {
    expect(refused((db) => payment(db, 1000, 600, 401)).code).toBe('payment.over-allocated')
    expect(refused((db) => payment(db, -1000, -600, -401)).code).toBe('payment.over-allocated')
    expect(refused((db) => payment(db, 1000, -1)).code).toBe('payment.over-allocated')
    expect(refused((db) => payment(db, 800, 1000, -199)).code).toBe('payment.over-allocated')
    expect(refused((db) => payment(db, -800, -1000, 199)).code).toBe('payment.over-allocated')
    dossier.act(edit, (db) => payment(db, 1000, 600, 400))
    dossier.act(edit, (db) => payment(db, -1000, -600, -400))
    const id = dossier.readFacts().payments[0]?.id ?? 0
    expect(refused((db) => db.update('payment', id, { amount_cents: 999 })).code).toBe(
      'payment.over-allocated',
    )
    // Lowering the payment before its share, in one action, is only a matter of order.
    dossier.act(edit, (db) => {
      db.update('payment', id, { amount_cents: 999 })
      db.run('UPDATE allocation SET amount_cents = 399 WHERE payment_id = ? AND amount_cents = 400', id)
    })
  })

  it('but not a credit: shares of both signs that add up to the payment', () => {
    dossier.act(edit, (db) => payment(db, 800, 1000, -200))
    const id = dossier.readFacts().payments[0]?.id ?? 0
    expect(refused((db) => db.update('payment', id, { amount_cents: 799 })).code).toBe(
      'payment.over-allocated',
    )
  })

  it('two structures on one post the same day, however the dates are moved', () => {
    const attach = (db: WritableDb, starts: string, ends: string | null) =>
      db.insert('attachment', {
        position_id: ids.position,
        employer_id: ids.other,
        starts_on: starts,
        ends_on: ends,
      })
    expect(refused((db) => attach(db, '2025-01-01', null)).code).toBe('attachment.overlap')
    dossier.act(edit, (db) => attach(db, '2023-01-01', '2023-12-31'))
    dossier.act(edit, (db) => {
      attach(db, '2025-01-01', null)
      db.run("UPDATE attachment SET ends_on = '2024-12-31' WHERE employer_id = ?", ids.employer)
    })
    expect(
      refused((db) =>
        db.run("UPDATE attachment SET ends_on = '2025-01-01' WHERE employer_id = ?", ids.employer),
      ).code,
    ).toBe('attachment.overlap')
  })

  it('to delete an agreement whose tranches were paid; an unpaid one goes with its tranches', () => {
    dossier.act(edit, (db) => payment(db, 1000, 600))
    expect(refused((db) => db.remove('agreement', ids.agreement)).code).toBe('row.still-used')
    dossier.undo()
    dossier.act(edit, (db) => db.remove('agreement', ids.agreement))
    expect(dossier.readFacts().instalments).toEqual([])
  })

  it('to change the id of a row, to rewrite the log, to erase it', () => {
    expect(() => dossier.act(edit, (db) => db.run('UPDATE position SET id = 50'))).toThrow(
      'an id never changes',
    )
    expect(() => dossier.act(edit, (db) => db.run("UPDATE change SET after = '{}'"))).toThrow(
      'never rewritten',
    )
    expect(() => dossier.act(edit, (db) => db.run('DELETE FROM change'))).toThrow('never erased')
  })

  it('an action inside an action, and one that waits', () => {
    expect(() => dossier.act(edit, () => dossier.act(edit, () => 1))).toThrow('already open')
    expect(() => dossier.act(edit, async () => 1)).toThrow('cannot wait')
    expect(() => dossier.act(edit, (db) => db.run('PRAGMA user_version = 9'))).toThrow(
      'not a statement of data',
    )
    expect(() => dossier.act(edit, (db) => db.insert('person; DROP TABLE person', {}))).toThrow(
      'not a plain name',
    )
    expect(() => dossier.act(edit, (db) => db.update('person', 99, { note: '' }))).toThrow('no row 99')
  })
})

describe('documents', () => {
  const SHA = 'b'.repeat(64)
  const attach = () =>
    dossier.act(edit, (db) => {
      db.run(
        'INSERT OR IGNORE INTO document_content (sha256, bytes) VALUES (?, ?)',
        SHA,
        new Uint8Array([1, 2, 3]),
      )
      return db.insert('document', {
        owner_kind: 'position',
        owner_id: ids.position,
        name: 'arrêté.pdf',
        mime: 'application/pdf',
        size: 3,
        sha256: SHA,
        added_on: '2026-11-23',
      })
    })
  const bytesOf = (id: number) =>
    dossier.read((db) =>
      db.get<{ bytes: Uint8Array }>(
        'SELECT bytes FROM document JOIN document_content USING (sha256) WHERE document.id = ?',
        id,
      ),
    )?.bytes

  it('come back with their bytes when their deletion is undone, though the log holds none', () => {
    const id = attach()
    dossier.act(edit, (db) => db.remove('document', id))
    expect(bytesOf(id)).toBeUndefined()
    dossier.undo()
    expect([...(bytesOf(id) ?? [])]).toEqual([1, 2, 3])
    const log = dossier.read((db) =>
      db.all<{ after: string | null }>("SELECT after FROM change WHERE table_name = 'document'"),
    )
    expect(Object.keys(JSON.parse(log[0]?.after ?? '{}'))).not.toContain('bytes')
  })

  it('keep their owner from being deleted, and need one', () => {
    attach()
    expect(refused((db) => db.remove('position', ids.position)).code).toBe('row.still-used')
    expect(refused((db) => db.run("UPDATE document SET owner_kind = 'person', owner_id = 1")).code).toBe(
      'row.reference-missing',
    )
  })

  it('have contents that nobody rewrites or erases', () => {
    attach()
    expect(() => dossier.act(edit, (db) => db.run("UPDATE document_content SET bytes = x'00'"))).toThrow(
      'never changes',
    )
    expect(() => dossier.act(edit, (db) => db.run('DELETE FROM document_content'))).toThrow()
  })
})

describe('a dossier that starts with content', () => {
  it('does not offer to undo it, nor what came before it', () => {
    dossier.act({ ...edit, undoable: false }, (db) =>
      db.insert('position', { label: 'Base', kind: 'adviser' }),
    )
    expect([dossier.undoLabel, dossier.undo()]).toEqual([null, null])
    dossier.act(edit, (db) => db.insert('position', { label: 'Suite', kind: 'adviser' }))
    dossier.undo()
    expect(dossier.undoLabel).toBeNull()
    expect(dossier.redoLabel).toBe('essai')
  })
})

function contract(db: WritableDb, renews: number | null = null): number {
  const person = db.insert('person', { last_name: 'Roux', first_name: 'Léa' })
  return db.insert('contract', {
    position_id: ids.position,
    person_id: person,
    kind: 'CDD',
    starts_on: '2024-01-01',
    weekly_minutes: 2100,
    renews_id: renews,
  })
}
function lastContract(db: WritableDb): number {
  return db.get<{ id: number }>('SELECT max(id) AS id FROM contract')?.id ?? 0
}
function monthlyCost(db: WritableDb, month: string): number {
  return db.insert('monthly_cost', {
    contract_id: contract(db),
    month,
    gross_cents: 1,
    charges_cents: 1,
    taxes_cents: 1,
  })
}
