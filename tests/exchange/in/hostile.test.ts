/** Whatever the bytes, an import answers with a plan or with a refusal in words: never with a fault, never with half of it. */
import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { planFile, readForImport, writePlanned } from '../../../electron/services/import/import-file.ts'
import { Refusal } from '../../../electron/services/service.ts'
import { CORPUS } from '../../support/import/digest.ts'
import { memoryDossier } from '../../support/memory-dossier.ts'

const TODAY = day('2026-11-23')
const FILES = readdirSync(CORPUS)
  .filter((name) => !name.endsWith('.plan.json'))
  .map((name) => readFileSync(new URL(name, CORPUS)))

/** True where the file was planned, false where it was refused; anything else is a fault and throws. */
function tried(bytes: Uint8Array): boolean {
  const dossier = memoryDossier()
  try {
    const planned = planFile({ ...readForImport(dossier), bytes, fileName: 'x', today: TODAY })
    writePlanned(dossier, planned, null)
    expect(planFile({ ...readForImport(dossier), bytes, fileName: 'x', today: TODAY }).operations).toEqual([])
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error.error.message).toContain('Rien n’a été')
    return false
  } finally {
    dossier.close()
  }
}

describe('hostile and damaged files', () => {
  it('random bytes are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        tried(bytes)
      }),
      { numRuns: 60 },
    )
  })

  it('a file of the corpus with bytes changed, cut or doubled is planned or refused', () => {
    const damage = fc.record({
      file: fc.nat({ max: FILES.length - 1 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
      how: fc.constantFrom('replace', 'insert', 'cut'),
    })
    fc.assert(
      fc.property(damage, ({ file, at, bytes, how }) => {
        const source = FILES[file] ?? new Uint8Array()
        const cut = Math.floor(source.length * at)
        const head = source.subarray(0, cut)
        const tail =
          how === 'cut' ? new Uint8Array() : source.subarray(how === 'replace' ? cut + bytes.length : cut)
        tried(Buffer.concat([head, bytes, tail]))
      }),
      { numRuns: 120 },
    )
  }, 120_000)

  it('cells of any text, under real headers, are planned line by line', () => {
    const headers = [
      'Structure',
      'SIRET',
      'N° poste',
      'Nom',
      'Prénom',
      'Type de contrat',
      'Début',
      'Fin',
      'Salaire brut',
      'Convention',
      'Tranche 1',
      'Versement 1',
      'Date versement 1',
    ]
    const word = fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '-',
        'CDI',
        'CDD 18 mois',
        '01/02/2024',
        '31/02/2024',
        '1 234,56 €',
        '90000000000019',
        'V2',
        'Ferrand',
        '=1+1',
        '@x',
        '2101',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 13, maxLength: 13 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const text = [headers, ...rows]
            .map((cells) => cells.map((c) => `"${c.replaceAll('"', '""').replaceAll('\0', '')}"`).join(';'))
            .join('\n')
          expect(tried(new TextEncoder().encode(text))).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  }, 120_000)
})
