/** Random lives of a dossier: whatever was done, undoing all gives back the very same content, redoing all gives the other. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../electron/services/service.ts'
import type { Dossier, WritableDb } from '../../electron/store/dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { readAllFactsAfresh } from '../support/afresh.ts'
import { contentOf } from '../support/content.ts'
import { dossierFolder } from '../support/dossier-folder.ts'

const RUNS = Number(process.env.JALON_UNDO_RUNS ?? 25)

type Step =
  | { readonly do: 'act'; readonly edits: readonly Edit[]; readonly fail: boolean }
  | { readonly do: 'undo' | 'redo' | 'reopen' | 'read' }
interface Edit {
  readonly kind: (typeof EDITS)[number]
  /** Picks a row among those there are, and values. */
  readonly pick: number
  readonly value: number
}
const EDITS = [
  'employer',
  'position',
  'contract',
  'agreement',
  'instalment',
  'payment',
  'document',
  'setting',
  'rename',
  'move-dates',
  'delete-position',
  'delete-agreement',
  'delete-payment',
  'delete-person',
  'delete-document',
  'delete-many',
  'replace-setting',
] as const

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...EDITS),
  pick: fc.nat(1000),
  value: fc.nat(1000),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
      fail: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('reopen' as const, 'read' as const) }) },
)

function pickId(db: WritableDb, table: string, pick: number): number | null {
  const ids = db.all<{ id: number }>(`SELECT id FROM ${table} ORDER BY id`)
  return ids.length === 0 ? null : (ids[pick % ids.length]?.id ?? null)
}

function apply(db: WritableDb, { kind, pick, value }: Edit): void {
  const day = (n: number) => `202${n % 6}-0${1 + (n % 9)}-1${n % 10}`
  const employer = pickId(db, 'employer', pick)
  const position = pickId(db, 'position', pick)
  const agreement = pickId(db, 'agreement', pick)
  const instalment = pickId(db, 'instalment', pick)
  switch (kind) {
    case 'employer':
      db.insert('employer', {
        name: `Structure ${value}`,
        sector: value % 2 === 0 ? 'public' : 'private',
        legal_form: 'association',
        zone: 'metropole',
        fiscal_year_start: '09-01',
        chart: 'association',
        charges_rate: value % 3 === 0 ? null : value,
      })
      return
    case 'position': {
      const id = db.insert('position', { label: `Poste « ${value} » 'x' "y"\n\t\u0001é`, kind: 'adviser' })
      if (employer !== null)
        db.insert('attachment', { position_id: id, employer_id: employer, starts_on: day(value) })
      return
    }
    case 'contract': {
      if (position === null) return
      const person = db.insert('person', { last_name: `Nom${value}`, first_name: '' })
      const former = pickId(db, 'contract', value)
      const free =
        former !== null && db.get('SELECT 1 FROM contract WHERE renews_id = ?', former) === undefined
      const id = db.insert('contract', {
        position_id: position,
        person_id: person,
        kind: 'CDD',
        starts_on: day(value),
        weekly_minutes: 2100,
        renews_id: free ? former : null,
      })
      db.insert('monthly_cost', {
        contract_id: id,
        month: day(value).slice(0, 7),
        gross_cents: value * 1_000_003,
        charges_cents: -value,
        taxes_cents: 0,
      })
      db.insert('contract_amendment', { contract_id: id, effective_on: day(value) })
      return
    }
    case 'agreement': {
      if (employer === null) return
      const id = db.insert('agreement', {
        employer_id: employer,
        funder: 'État',
        funder_kind: 'state',
        scheme: 'v2',
        reference: `CN-${value}`,
        starts_on: '2024-01-01',
        ends_on: '2026-12-31',
        earning_method: 'months',
        accounting_method: 'schedule',
      })
      if (position !== null) {
        db.insert('grant_year', {
          agreement_id: id,
          position_id: position,
          year: 1,
          base_cents: value,
          bonus_cents: 0,
        })
      }
      return
    }
    case 'instalment':
      if (agreement !== null) {
        db.insert('instalment', {
          agreement_id: agreement,
          position_id: position,
          rank: 1 + (value % 4),
          label: 'Tranche',
          amount_cents: 10_000_000_000_000 - value,
        })
      }
      return
    case 'payment': {
      if (employer === null) return
      const id = db.insert('payment', {
        employer_id: employer,
        funder: 'État',
        received_on: day(value),
        amount_cents: 1 + value,
      })
      if (instalment !== null)
        db.insert('allocation', { payment_id: id, instalment_id: instalment, amount_cents: 1 })
      return
    }
    case 'document': {
      if (position === null) return
      const sha256 = value.toString(16).padStart(64, '0')
      db.run(
        'INSERT OR IGNORE INTO document_content (sha256, bytes) VALUES (?, ?)',
        sha256,
        new Uint8Array([value % 256, 0, 255]),
      )
      db.insert('document', {
        owner_kind: 'position',
        owner_id: position,
        name: 'pièce.pdf',
        mime: 'application/pdf',
        size: 3,
        sha256,
        added_on: day(value),
      })
      return
    }
    case 'setting':
    case 'replace-setting':
      if (kind === 'setting') db.run('DELETE FROM setting WHERE key = ?', `k${pick % 3}`)
      db.run('REPLACE INTO setting (key, value) VALUES (?, ?)', `k${pick % 3}`, String(value))
      return
    case 'rename':
      if (position !== null) db.update('position', position, { label: `Renommé ${value}`, in_qpv: value % 2 })
      return
    case 'move-dates':
      db.run('UPDATE agreement SET ends_on = ? WHERE id % 2 = ?', `2027-01-0${1 + (value % 9)}`, pick % 2)
      return
    case 'delete-position':
      if (position !== null) db.remove('position', position)
      return
    case 'delete-agreement':
      if (agreement !== null) db.remove('agreement', agreement)
      return
    case 'delete-payment': {
      const payment = pickId(db, 'payment', pick)
      if (payment !== null) db.remove('payment', payment)
      return
    }
    case 'delete-person': {
      const person = pickId(db, 'person', pick)
      if (person !== null) db.remove('person', person)
      return
    }
    case 'delete-document': {
      const document = pickId(db, 'document', pick)
      if (document !== null) db.remove('document', document)
      return
    }
    case 'delete-many':
      // A whole chain of renewals at once: rows go in an order that the way back must not depend on.
      db.run('DELETE FROM contract WHERE ? OR position_id % 2 = ?', value % 3 === 0 ? 1 : 0, value % 2)
      return
  }
}

describe('undo over any life of a dossier', () => {
  it(`gives back each state, to the first and to the last, across restarts (${RUNS} lives)`, {
    timeout: 60_000 + RUNS * 2000,
  }, () => {
    let steps = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 45 }), (life) => {
        const place = dossierFolder()
        const path = place.path('vie.jalon')
        let dossier: Dossier = createDossier(path, place.options())
        try {
          /** Content after each action that stands, the model undo and redo must follow. */
          const line = [contentOf(dossier)]
          let at = 0
          // Something to work on: structures, posts, chains of contracts, agreements with their money, documents.
          for (const kind of EDITS.slice(0, 8)) {
            const edits = [1, 2, 3, 4].map((n) => ({ kind, pick: n, value: n }))
            expect(act(dossier, { edits, fail: false })).toBe(true)
            line.push(contentOf(dossier))
            at += 1
          }
          for (const one of life) {
            steps += 1
            if (one.do === 'reopen') {
              dossier.close()
              dossier = openDossier(path, place.options())
            } else if (one.do === 'read') {
              dossier.readFacts()
            } else if (one.do === 'act') {
              const kept = act(dossier, one)
              if (kept) {
                line.length = at + 1
                line.push(contentOf(dossier))
                at += 1
              }
            } else {
              const done = dossier[one.do]()
              const to = one.do === 'undo' ? Math.max(0, at - 1) : Math.min(line.length - 1, at + 1)
              expect(done === null).toBe(to === at)
              at = to
            }
            expect(contentOf(dossier)).toEqual(line[at])
            expect(dossier.readFacts()).toEqual(readAllFactsAfresh(dossier))
          }
          while (dossier.redo() !== null) at += 1
          expect(at).toBe(line.length - 1)
          expect(contentOf(dossier)).toEqual(line[at])
          while (dossier.undo() !== null) {
            at -= 1
            expect(contentOf(dossier)).toEqual(line[at])
          }
          expect(at).toBe(0)
          while (dossier.redo() !== null) at += 1
          expect(contentOf(dossier)).toEqual(line.at(-1))
        } finally {
          dossier.close()
          place.remove()
        }
      }),
      { numRuns: RUNS },
    )
    expect(steps).toBeGreaterThan(RUNS)
  })
})

/** A statement refused in the middle of an action undoes itself alone: the action may go on, as a paste of many cells does. */
function tryOut(db: WritableDb, edit: Edit): void {
  try {
    apply(db, edit)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

/** True where the action left a step of undo. Refused ones (still used, over-allocated…) must leave nothing. */
function act(
  dossier: Dossier,
  { edits, fail }: { readonly edits: readonly Edit[]; readonly fail: boolean },
): boolean {
  const before = dossier.revision
  const broken = fail && edits.length > 4
  try {
    dossier.act({ label: edits.map((e) => e.kind).join(), kind: 'edit' }, (db) => {
      for (const one of edits) {
        tryOut(db, one)
        expect(dossier.readFacts()).toEqual(readAllFactsAfresh(dossier))
      }
      if (broken) throw new Refusal({ code: 'test', message: 'refusé' })
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(dossier.revision).toBe(before)
    return false
  }
  return dossier.revision > before
}
