/**
 * Files damaged at random, anywhere: each one is opened as it stands or refused in words, never half, never with a trace, and a refused
 * file keeps its bytes. `JALON_FUZZ=1000` widens the budget.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { salvageDossier } from '../../electron/backup/salvage/salvage-dossier.ts'
import { Refusal } from '../../electron/services/service.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { contentOf } from '../support/content.ts'
import { dossierFolder } from '../support/dossier-folder.ts'
import { addHolders } from '../support/holders.ts'

const FILES = Number(process.env.JALON_FUZZ ?? 40)

/** Positions are drawn evenly: a bias towards zero would only ever hit the header. */
const wound = fc.record({
  at: fc.oneof(
    { weight: 9, arbitrary: fc.noBias(fc.nat(1_000_000)) },
    { weight: 1, arbitrary: fc.noBias(fc.nat(150)) },
  ),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 600 }),
})
const damage = fc.record({
  wounds: fc.array(wound, { minLength: 1, maxLength: 6 }),
  /** Per thousand of the file that is left. */
  keep: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1000) },
    { weight: 1, arbitrary: fc.noBias(fc.nat(1000)) },
  ),
})

describe('a file damaged at random', () => {
  it(`is opened or refused in words, and what can be salvaged is (${FILES} files)`, {
    timeout: 120_000 + FILES * 500,
  }, () => {
    const place = dossierFolder()
    const path = place.path('a.jalon')
    const made = createDossier(path, place.options())
    made.act({ label: 'données', kind: 'import' }, (db) =>
      addHolders(
        db,
        Array.from({ length: 300 }, (_, i) => 'x'.repeat(i)),
      ),
    )
    made.close()
    const sound = readFileSync(path)
    const outcomes: Record<string, number> = {}
    const count = (outcome: string) => {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
    fc.assert(
      fc.property(damage, ({ wounds, keep }) => {
        const bytes = Buffer.from(sound)
        for (const { at, bytes: noise } of wounds) {
          const from = Math.floor((at * bytes.length) / 1_000_001)
          bytes.set(noise.subarray(0, bytes.length - from), from)
        }
        writeFileSync(path, bytes.subarray(0, Math.ceil((keep * bytes.length) / 1000)))
        const before = createHash('sha256').update(readFileSync(path)).digest('hex')
        try {
          const dossier = openDossier(path, place.options())
          dossier.readFacts()
          contentOf(dossier)
          dossier.close()
          count('opened')
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(error.error.code).toMatch(/^file\./)
          expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(before)
          count(error.error.code)
        }
        expect(existsSync(`${path}.lock`)).toBe(false)
        const target = place.path(`sauvé ${outcomes.total ?? 0}.jalon`)
        count('total')
        try {
          const { saved } = salvageDossier(path, target, place.options())
          const dossier = openDossier(target, place.options())
          expect(Object.values(contentOf(dossier)).flat()).toHaveLength(saved)
          dossier.close()
          count('salvaged')
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(error.error.code).toBe('salvage.nothing')
          expect(existsSync(target)).toBe(false)
        }
      }),
      { numRuns: FILES },
    )
    place.remove()
    // The budget must have met both: damage that refuses, and rows that come back.
    expect(outcomes['file.damaged']).toBeGreaterThan(0)
    expect(outcomes.salvaged).toBeGreaterThan(0)
  })
})
