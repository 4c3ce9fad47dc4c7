import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { aidOfAll, derive } from '#shared/rules/engine/derive.ts'
import { retention } from '#shared/rules/privacy/retention.ts'
import { generateDemo } from '../../../electron/services/demo/generate-demo.ts'
import { privacyServices } from '../../../electron/services/privacy/index.ts'
import { createDesk } from '../../../electron/services/session/desk.ts'
import { writeFacts } from '../../../electron/services/write-facts.ts'
import { openDossier } from '../../../electron/store/open.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'
import { codeOf } from '../../support/refusal-code.ts'
import { emptyDossier, today } from '../write/given.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-vie-privee-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function demo() {
  const context = emptyDossier()
  writeFacts(context.dossier, generateDemo(), { label: 'démonstration' })
  const desk = createDesk(join(folder, 'temporary'), null)
  const facts = () => context.dossier.readFacts()
  const idOf = (lastName: string) => facts().persons.find((p) => p.lastName === lastName)?.id ?? 0
  return { context, desk, services: privacyServices({ desk }), facts, idOf }
}

describe('Anonymising a person', () => {
  it('takes the name out and changes no total', () => {
    const { context, services, facts, idOf } = demo()
    const before = aidOfAll(derive(facts(), today))
    services['privacy.anonymise'](context, { personIds: [idOf('Cordier')] })
    expect(JSON.stringify(facts())).not.toContain('Cordier')
    expect(aidOfAll(derive(facts(), today))).toEqual(before)
  })

  it('is one act, undone with everything it took out', () => {
    const { context, services, facts, idOf } = demo()
    const before = JSON.stringify(facts())
    services['privacy.anonymise'](context, { personIds: [idOf('Cordier'), idOf('Castagne')] })
    expect(context.dossier.undoLabel).toBe('anonymisation de 2 personnes')
    context.dossier.undo()
    expect(JSON.stringify(facts())).toBe(before)
  })

  it('is refused while the person is employed, whatever later day is looked at, and dated by the clock', () => {
    const { context, services, facts, idOf } = demo()
    const later = { ...context, today: day('2037-01-01') }
    expect(codeOf(() => services['privacy.anonymise'](later, { personIds: [idOf('Charvin')] }))).toBe(
      'privacy.employed',
    )
    const id = idOf('Cordier')
    services['privacy.anonymise'](later, { personIds: [id] })
    expect(facts().persons.find((person) => person.id === id)?.anonymisedOn).toBe(context.now.slice(0, 10))
  })

  it('is refused while the person is employed, and twice', () => {
    const { context, services, idOf } = demo()
    const refusalOf = (id: number) =>
      codeOf(() => services['privacy.anonymise'](context, { personIds: [id] }))
    expect(refusalOf(idOf('Charvin'))).toBe('privacy.employed')
    const gone = idOf('Cordier')
    expect(refusalOf(gone)).toBe('accepted')
    expect(refusalOf(gone)).toBe('privacy.already')
    expect(refusalOf(9999)).toBe('privacy.unknown')
  })
})

describe('The list of what may go', () => {
  it('proposes people gone for five years, and says when the others may go', () => {
    const builder = new FactsBuilder()
    const post = builder.position(builder.employer())
    const gone = builder.person({ lastName: 'Parti' })
    builder.contract(post, '2020-01-01', '2021-06-30', { personId: gone })
    const recent = builder.person({ lastName: 'Récent' })
    builder.contract(post, '2024-01-01', '2025-06-30', { personId: recent })
    builder.contract(post, '2025-07-01', null)
    const never = builder.person({ lastName: 'Jamais' })
    const rows = retention(builder.facts(), today)
    expect(rows.map((r) => [r.personId, r.until, r.due])).toEqual([
      [never, null, true],
      [gone, day('2026-06-30'), true],
      [recent, day('2030-06-30'), false],
    ])
  })
})

describe('The copy for support', () => {
  it('holds no name, no identifier and no history, and gives the same figures', async () => {
    const { context, services, desk, facts } = demo()
    const { downloadId } = await services['privacy.supportCopy'](context, {})
    const file = desk.takeDownload(downloadId ?? '')
    if (file === null) throw new Error('no file')
    const bytes = readFileSync(file.path).toString('latin1')
    for (const word of [
      'Charvin',
      'Tessandier',
      'Valombre',
      'Passerelles',
      '00000001800010',
      '2024-A-0118',
      'CDC-2',
    ])
      expect(bytes, word).not.toContain(Buffer.from(word).toString('latin1'))
    const copy = openDossier(file.path, {
      who: 'support',
      machine: 'support',
      now: () => context.now,
      copiesFolder: folder,
    })
    expect(aidOfAll(derive(copy.readFacts(), today))).toEqual(aidOfAll(derive(facts(), today)))
    copy.close()
  })
})
