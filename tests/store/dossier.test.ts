import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Dossier, WritableDb } from '../../electron/store/dossier.ts'
import { memoryDossier } from '../support/memory-dossier.ts'
import { codeOf } from '../support/refusal-code.ts'

let dossier: Dossier
beforeEach(() => {
  dossier = memoryDossier()
})
afterEach(() => dossier.close())

const edit = (label: string) => ({ label, kind: 'edit' }) as const
const employer = (db: WritableDb, name: string, more = {}) =>
  db.insert('employer', {
    name,
    sector: 'private',
    legal_form: 'association',
    zone: 'metropole',
    fiscal_year_start: '01-01',
    chart: 'association',
    ...more,
  })
const position = (db: WritableDb, label: string, more = {}) =>
  db.insert('position', { label, kind: 'adviser', ...more })

describe('writing in a dossier', () => {
  it('keeps what one action wrote, and offers to undo it by its label', () => {
    const id = dossier.act(edit('création de Passerelles'), (db) => employer(db, 'Passerelles'))
    expect(dossier.readFacts().employers).toMatchObject([
      { id, name: 'Passerelles', inQpv: false, siret: null },
    ])
    expect(dossier.undoLabel).toBe('création de Passerelles')
    expect(dossier.redoLabel).toBeNull()
  })

  it('writes nothing of an action that throws in the middle', () => {
    const before = dossier.revision
    expect(() =>
      dossier.act(edit('raté'), (db) => {
        employer(db, 'Passerelles')
        throw new Error('panne')
      }),
    ).toThrow('panne')
    expect(dossier.readFacts().employers).toEqual([])
    expect([dossier.revision, dossier.undoLabel]).toEqual([before, null])
  })

  it('makes no step of undo where nothing changed', () => {
    const id = dossier.act(edit('création'), (db) => employer(db, 'Passerelles'))
    const revision = dossier.revision
    dossier.act(edit('rien'), (db) => db.update('employer', id, { name: 'Passerelles' }))
    expect([dossier.undoLabel, dossier.revision]).toEqual(['création', revision])
  })

  it('undoes and redoes in order, keeping the ids of the rows', () => {
    const id = dossier.act(edit('un'), (db) => employer(db, 'Passerelles'))
    dossier.act(edit('deux'), (db) => db.update('employer', id, { name: 'Passerelles 81', in_qpv: 1 }))
    dossier.act(edit('trois'), (db) => db.remove('employer', id))
    expect(dossier.readFacts().employers).toEqual([])
    expect(dossier.undo()).toEqual({ label: 'trois' })
    expect(dossier.readFacts().employers).toMatchObject([{ id, name: 'Passerelles 81', inQpv: true }])
    expect(dossier.undo()).toEqual({ label: 'deux' })
    expect(dossier.readFacts().employers).toMatchObject([{ id, name: 'Passerelles', inQpv: false }])
    expect([dossier.undoLabel, dossier.redoLabel]).toEqual(['un', 'deux'])
    dossier.redo()
    dossier.redo()
    expect(dossier.readFacts().employers).toEqual([])
    expect(dossier.redo()).toBeNull()
  })

  it('forgets what was undone as soon as something else is done', () => {
    dossier.act(edit('un'), (db) => employer(db, 'A'))
    dossier.undo()
    dossier.act(edit('deux'), (db) => employer(db, 'B'))
    expect([dossier.undoLabel, dossier.redoLabel, dossier.redo()]).toEqual(['deux', null, null])
  })

  it('brings back the parts that were deleted with their whole', () => {
    const post = dossier.act(edit('poste'), (db) => {
      const e = employer(db, 'Passerelles')
      const p = position(db, 'Itinérance Nord')
      db.insert('attachment', { position_id: p, employer_id: e, starts_on: '2024-01-01' })
      return p
    })
    const before = dossier.readFacts()
    dossier.act(edit('suppression'), (db) => db.remove('position', post))
    expect(dossier.readFacts().attachments).toEqual([])
    dossier.undo()
    expect(dossier.readFacts()).toEqual(before)
  })

  it('brings back a whole chain of renewals deleted at once', () => {
    dossier.act(edit('contrats'), (db) => {
      const p = position(db, 'Itinérance Nord')
      const person = db.insert('person', { last_name: 'Roux', first_name: 'Léa' })
      const base = { position_id: p, person_id: person, kind: 'CDD', weekly_minutes: 2100 }
      const first = db.insert('contract', { ...base, starts_on: '2022-01-01' })
      const second = db.insert('contract', { ...base, starts_on: '2023-01-01', renews_id: first })
      db.insert('contract', { ...base, starts_on: '2024-01-01', renews_id: second })
    })
    const before = dossier.readFacts()
    dossier.act(edit('suppression'), (db) => db.run('DELETE FROM contract'))
    expect(dossier.readFacts().contracts).toEqual([])
    dossier.undo()
    expect(dossier.readFacts()).toEqual(before)
    dossier.redo()
    expect(dossier.readFacts().contracts).toEqual([])
  })

  it('refuses to delete a post that has a contract, and says so in words', () => {
    const post = dossier.act(edit('poste'), (db) => {
      const p = position(db, 'Itinérance Nord')
      const person = db.insert('person', { last_name: 'Roux', first_name: 'Léa' })
      db.insert('contract', {
        position_id: p,
        person_id: person,
        kind: 'CDD',
        starts_on: '2024-01-01',
        weekly_minutes: 2100,
      })
      return p
    })
    expect(codeOf(() => dossier.act(edit('suppression'), (db) => db.remove('position', post)))).toBe(
      'row.still-used',
    )
    expect(dossier.readFacts().positions).toHaveLength(1)
  })

  it('refuses a day that does not exist, an unknown word, a wrong SIRET and a period that ends before it starts', () => {
    const tries = [
      (db: WritableDb) => position(db, 'P', { granted_on: '2026-02-30' }),
      (db: WritableDb) => position(db, 'P', { kind: 'manager' }),
      (db: WritableDb) => employer(db, 'E', { siret: '123' }),
      (db: WritableDb) => employer(db, ' '),
      (db: WritableDb) => {
        const e = employer(db, 'E')
        const p = position(db, 'P')
        db.insert('attachment', {
          position_id: p,
          employer_id: e,
          starts_on: '2024-02-01',
          ends_on: '2024-01-31',
        })
      },
    ]
    expect(tries.map((work) => codeOf(() => dossier.act(edit('essai'), work)))).toEqual([
      'day.invalid',
      'word.unknown',
      'identifier.invalid',
      'text.empty',
      'period.order',
    ])
  })

  it('refuses any write outside an action', () => {
    expect(() =>
      dossier.read((db) =>
        db.all("INSERT INTO person (last_name, first_name) VALUES ('a','b') RETURNING id"),
      ),
    ).toThrow('a read may not write')
  })

  it('logs as deleted the rows that a REPLACE pushes out', () => {
    const id = dossier.act(edit('vue'), (db) =>
      db.insert('saved_view', { grid: 'positions', name: 'À moi', rank: 0, definition: '{"a":1}' }),
    )
    dossier.act(edit('remplacement'), (db) =>
      db.run("REPLACE INTO saved_view (grid, name, rank, definition) VALUES ('positions', 'À moi', 0, '{}')"),
    )
    dossier.undo()
    expect(dossier.read((db) => db.all('SELECT id, definition FROM saved_view'))).toEqual([
      { id, definition: '{"a":1}' },
    ])
  })
})
