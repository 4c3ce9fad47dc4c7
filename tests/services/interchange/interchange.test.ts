/** A whole dossier out to JSON and back: nothing is lost, nothing changes; parts stand on their own; two files merge. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import {
  type Interchange,
  interchangeJsonSchema,
  LISTS,
} from '../../../electron/exchange/interchange/shape.ts'
import { generateDemo } from '../../../electron/services/demo/generate-demo.ts'
import { importFile } from '../../../electron/services/import/import-file.ts'
import { exportDossier, interchangeText } from '../../../electron/services/interchange/export.ts'
import { Refusal } from '../../../electron/services/service.ts'
import type { Dossier } from '../../../electron/store/dossier.ts'
import { insertEntity } from '../../../electron/store/entities.ts'
import { createMemoryDossier } from '../../../electron/store/memory.ts'
import { dossierWith, memoryDossier, TEST_NOW } from '../../support/memory-dossier.ts'

const TODAY = day('2026-11-23')
const SCHEMA = new URL('../../../docs/interchange.schema.json', import.meta.url)

const out = (dossier: Dossier, part: { employerIds?: number[]; personId?: number } = {}) =>
  exportDossier({ dossier, today: TODAY, ...part })
const bytesOf = (file: Interchange) => new TextEncoder().encode(interchangeText(file))
const bring = (dossier: Dossier, file: Interchange | Uint8Array, dryRun = false) =>
  importFile({
    dossier,
    bytes: file instanceof Uint8Array ? file : bytesOf(file),
    fileName: 'echange.json',
    dryRun,
    today: TODAY,
  })
const refusalOf = (act: () => unknown) => {
  try {
    act()
    return null
  } catch (error) {
    return error instanceof Refusal ? error.error.code : error
  }
}

/** A dossier that holds something of every kind, with the words given. */
function full(seed: number, positions: number, words: readonly string[]): Dossier {
  const dossier = dossierWith(generateDemo({ seed, positions, today: TODAY }))
  const word = (i: number) => words[i % Math.max(words.length, 1)] ?? 'mot'
  dossier.act({ label: 'Reste', kind: 'edit' }, (db) => {
    const sha256 = createHash('sha256').update(word(0)).digest('hex')
    db.insert('document_content', { sha256, bytes: Buffer.from(word(0)) })
    insertEntity(db, 'document', {
      ownerKind: 'employer',
      ownerId: 1,
      name: `${word(1)}.txt`,
      mime: 'text/plain',
      size: Buffer.from(word(0)).length,
      sha256,
      addedOn: TODAY,
      checklistItem: null,
    })
    insertEntity(db, 'savedView', {
      grid: 'positions',
      name: `Vue ${word(2)}`,
      rank: 1,
      definition: JSON.stringify({ note: word(3) }),
    })
    insertEntity(db, 'scenario', { name: `Scénario ${word(4)}`, createdOn: TODAY, definition: '{}' })
    insertEntity(db, 'stateDifference', {
      positionId: 1,
      field: 'scheme',
      stateValue: 'v2',
      ownValue: null,
      seenOn: TODAY,
      decision: 'contested',
      note: word(5),
    })
    insertEntity(db, 'importMapping', { shape: 'abc', name: word(6), definition: '{"version":1}' })
    insertEntity(db, 'deadlineAnswer', {
      key: 'notice:contract:1',
      answer: 'ignored',
      answeredOn: TODAY,
      forDay: TODAY,
      postponedTo: null,
      reason: word(7),
    })
    insertEntity(db, 'freeDeadline', {
      title: word(8),
      dueOn: TODAY,
      employerId: 1,
      positionId: null,
      note: word(9),
    })
    insertEntity(db, 'contractAmendment', {
      contractId: 1,
      signedOn: null,
      effectiveOn: TODAY,
      newEndsOn: null,
      newWeeklyMinutes: 1050,
      newMonthlyGrossCents: null,
      reason: word(11),
    })
    insertEntity(db, 'agreementAmendment', {
      agreementId: 1,
      signedOn: TODAY,
      effectiveOn: TODAY,
      newEndsOn: null,
      reason: word(1),
    })
    insertEntity(db, 'ruleFigure', {
      code: 'smic',
      validFrom: TODAY,
      value: 1,
      source: word(2),
      confidence: 'to-check',
    })
    const scaleId = insertEntity(db, 'aidScale', {
      name: word(3),
      scheme: 'v2',
      sector: 'public',
      bonus: true,
      territory: null,
      validFrom: null,
      source: word(4),
      confidence: 'secondary',
    })
    insertEntity(db, 'aidScaleYear', { scaleId, year: 1, baseCents: cents(100), bonusCents: cents(0) })
    insertEntity(db, 'dedicatedFund', {
      agreementId: 1,
      fiscalYear: 2025,
      carriedCents: cents(2_500_00),
      usedCents: cents(0),
      note: word(6),
    })
    insertEntity(db, 'budgetLine', {
      employerId: 1,
      agreementId: 1,
      fiscalYear: 2026,
      account: '641',
      amountCents: cents(30_000_00),
    })
    db.insert('setting', { key: 'test.mot', value: JSON.stringify(word(5)) })
    db.run('UPDATE employer SET note = ? WHERE id = 1', word(10))
  })
  return dossier
}

describe('a whole dossier as JSON', () => {
  it('comes back exactly as it was, whatever it holds and whatever the words', () => {
    const words = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((w) => w.trim() !== ''),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 25 }),
        words,
        (seed, positions, list) => {
          const dossier = full(seed, positions, list)
          const file = out(dossier)
          const other = memoryDossier()
          bring(other, file)
          expect(out(other)).toEqual(file)
          expect(interchangeText(out(other))).toBe(interchangeText(file))
          expect(bring(other, file).rows).toMatchObject({ created: 0, modified: 0 })
          expect(out(other)).toEqual(file)
        },
      ),
      // Two objects that share what names them: each is recognised once.
      { numRuns: 20, examples: [[651, 11, ['!']]] },
    )
  }, 120_000)

  it('is read as it was written by the first version, before dedicated funds and budgets', () => {
    const { dedicatedFunds, budgetLines, ...rest } = out(dossierWith(generateDemo()))
    expect([dedicatedFunds, budgetLines]).toEqual([[], []])
    const other = memoryDossier()
    bring(other, new TextEncoder().encode(JSON.stringify({ ...rest, version: 1 })))
    expect(out(other)).toMatchObject({ ...rest, version: 2, dedicatedFunds: [], budgetLines: [] })
  })

  it('is removed whole by one undo', () => {
    const dossier = memoryDossier()
    const empty = out(dossier)
    bring(dossier, out(full(1, 9, ['x'])))
    dossier.undo()
    expect(out(dossier)).toEqual(empty)
  })

  it('fits the JSON Schema published in docs, and so does nothing else', () => {
    const published = JSON.parse(readFileSync(SCHEMA, 'utf8'))
    expect(published).toEqual(interchangeJsonSchema())
    const schema = z.fromJSONSchema(published)
    const file = JSON.parse(interchangeText(out(full(2, 12, ['é']))))
    expect(schema.safeParse(file).success).toBe(true)
    expect(
      schema.safeParse({ ...file, employers: [{ ...file.employers[0], sector: 'neither' }] }).success,
    ).toBe(false)
    expect(schema.safeParse({ ...file, version: 3 }).success).toBe(false)
  })

  it('has a row for every object of the dossier', () => {
    const file = out(full(1, 9, ['x']))
    expect(Object.values(LISTS).filter((list) => file[list].length === 0)).toEqual([])
  })
})

describe('a part of a dossier', () => {
  it('gives each structure what is its own: together they are the whole', () => {
    const dossier = full(3, 40, ['x'])
    const whole = out(dossier)
    const parts = whole.employers.map((e) => out(dossier, { employerIds: [e.id] }))
    for (const list of [
      'contracts',
      'agreements',
      'grants',
      'instalments',
      'payments',
      'monthlyCosts',
      'dedicatedFunds',
      'budgetLines',
      'attachments',
    ] as const) {
      const ids = parts.flatMap((p) => p[list].map((row) => row.id)).sort((a, b) => a - b)
      expect(ids).toEqual(whole[list].map((row) => row.id))
    }
  })

  it('stands on its own: it opens as a dossier, and merged one after the other the parts make the whole again', () => {
    const dossier = dossierWith(generateDemo())
    const whole = out(dossier)
    const merged = memoryDossier()
    for (const e of whole.employers) bring(merged, out(dossier, { employerIds: [e.id] }))
    const facts = merged.readFacts()
    const before = dossier.readFacts()
    for (const list of [
      'employers',
      'positions',
      'persons',
      'contracts',
      'agreements',
      'instalments',
      'payments',
      'allocations',
      'monthlyCosts',
    ] as const)
      expect(facts[list]).toHaveLength(before[list].length)
    expect(facts.payments.reduce((sum, p) => sum + p.amountCents, 0)).toBe(
      before.payments.reduce((sum, p) => sum + p.amountCents, 0),
    )
  })

  it('gives one person everything held about them and nothing about anybody else', () => {
    const dossier = dossierWith(generateDemo())
    const facts = dossier.readFacts()
    const person = facts.persons[0]
    if (person === undefined) throw new Error('no person')
    const part = out(dossier, { personId: person.id })
    expect(part.persons).toEqual([person])
    expect(part.contracts.map((c) => c.id)).toEqual(
      facts.contracts.filter((c) => c.personId === person.id).map((c) => c.id),
    )
    expect(part.contracts.length).toBeGreaterThan(0)
    const others = facts.persons.filter((p) => p.id !== person.id).map((p) => p.lastName)
    expect(others.filter((name) => JSON.stringify(part).includes(name))).toEqual([])
  })
})

describe('merging two dossiers', () => {
  it('completes blanks, keeps what the dossier says where both say something, and says so', () => {
    const ours = dossierWith(generateDemo())
    const theirs = dossierWith(generateDemo())
    ours.act({ label: 'x', kind: 'edit' }, (db) => {
      db.run("UPDATE employer SET phone = NULL, contact_name = 'Nous' WHERE id = 1")
      db.run('UPDATE person SET phone = NULL WHERE id = 1')
    })
    theirs.act({ label: 'x', kind: 'edit' }, (db) => {
      db.run("UPDATE employer SET phone = '01 02 03 04 05', contact_name = 'Eux' WHERE id = 1")
    })
    const summary = bring(ours, out(theirs))
    expect(ours.readFacts().employers[0]).toMatchObject({ phone: '01 02 03 04 05', contactName: 'Nous' })
    expect(summary.objects.employer).toMatchObject({ modified: 1, created: 0 })
    expect(summary.notices.map((n) => n.message)).toContainEqual(
      expect.stringContaining('le dossier garde «\u00a0Nous\u00a0», le fichier disait «\u00a0Eux\u00a0»'),
    )
  })

  it('gives the rows of the other file new ids where they are taken, with every link and every answer following', () => {
    const ours = dossierWith(generateDemo())
    const theirs = full(9, 15, ['x'])
    const before = ours.readFacts()
    const file = out(theirs)
    bring(ours, file)
    const after = ours.readFacts()
    expect(after.contracts.length).toBe(before.contracts.length + file.contracts.length)
    const names = (f: typeof after, personId: number) => f.persons.find((p) => p.id === personId)?.lastName
    const theirNames = file.contracts.map((c) => file.persons.find((p) => p.id === c.personId)?.lastName)
    expect(after.contracts.slice(before.contracts.length).map((c) => names(after, c.personId))).toEqual(
      theirNames,
    )
    const answer = after.deadlineAnswers.find((a) => a.reason === 'x' && a.key.startsWith('notice:contract:'))
    const contract = after.contracts.find((c) => c.id === Number(answer?.key.split(':')[2]))
    const theirFirst = file.contracts.find((c) => c.id === 1)
    expect(contract?.startsOn).toBe(theirFirst?.startsOn)
    expect(contract && contract.id > before.contracts.length).toBe(true)
  })

  it('keeps the employer the dossier gives a post where the other file gives it another, and says so', () => {
    const ours = dossierWith(generateDemo({ positions: 20, seed: 5, today: TODAY }))
    const summary = bring(ours, out(dossierWith(generateDemo({ positions: 20, seed: 6, today: TODAY }))))
    expect(summary.notices.map((n) => n.code)).toContain('merge.kept')
    const { attachments } = ours.readFacts()
    expect(new Set(attachments.map((a) => `${a.positionId} ${a.startsOn}`)).size).toBe(attachments.length)
  })

  it('never mixes a demonstration with real data, whichever way', () => {
    const real = dossierWith(generateDemo({ positions: 9, seed: 4, today: TODAY }))
    const before = out(real)
    expect(refusalOf(() => bring(real, { ...before, demo: true }))).toBe('interchange.demo-into-real')
    expect(refusalOf(() => bring(real, { ...before, demo: true }, true))).toBe('interchange.demo-into-real')
    expect(refusalOf(() => bring(memoryDossier(), { ...before, demo: true }))).toBe(
      'interchange.demo-into-real',
    )
    expect(out(real)).toEqual(before)
    const demo = createMemoryDossier({ who: 'Test', now: () => TEST_NOW, demo: true })
    expect(refusalOf(() => bring(demo, before))).toBe('interchange.real-into-demo')
    bring(demo, { ...before, demo: true })
    expect(out(demo)).toEqual({ ...before, demo: true })
  })

  it('refuses what is no interchange, what is newer, what was damaged, and leaves the dossier as it was', () => {
    const dossier = dossierWith(generateDemo())
    const before = out(dossier)
    const file = out(full(1, 9, ['x']))
    const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
    expect(refusalOf(() => bring(dossier, text({ a: 1 })))).toBe('interchange.not-jalon')
    expect(refusalOf(() => bring(dossier, new TextEncoder().encode('{"format": "jalon"')))).toBe(
      'interchange.not-jalon',
    )
    expect(refusalOf(() => bring(dossier, text({ ...file, version: 3 })))).toBe('interchange.newer')
    expect(refusalOf(() => bring(dossier, text({ ...file, employers: [{ id: 1 }] })))).toBe(
      'interchange.invalid',
    )
    const [content] = file.documentContents
    const damaged = { ...file, documentContents: [{ ...content, base64: 'AAAA' }] }
    expect(refusalOf(() => bring(dossier, text(damaged)))).toBe('interchange.content-damaged')
    const orphan = { ...file, contracts: [{ ...file.contracts[0], personId: 99_999 }] }
    expect(refusalOf(() => bring(memoryDossier(), text(orphan)))).not.toBeNull()
    expect(out(dossier)).toEqual(before)
  })
})
