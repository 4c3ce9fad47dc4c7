/** Whatever the bytes, an import answers with a plan or with a refusal in words: never with a fault, never with half of it. */
import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { generateDemo } from '../../../electron/services/demo/generate-demo.ts'
import {
  importFile,
  planFile,
  readForImport,
  writePlanned,
} from '../../../electron/services/import/import-file.ts'
import { exportDossier, interchangeText } from '../../../electron/services/interchange/export.ts'
import { Refusal } from '../../../electron/services/service.ts'
import { CORPUS } from '../../support/import/digest.ts'
import { workbook } from '../../support/import/xlsx.ts'
import { dossierWith, memoryDossier } from '../../support/memory-dossier.ts'

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

describe('marks nobody sees', () => {
  const TURNED = '\u202eNadia\u2066 FERRAND\u0007\u200f'
  const names = (bytes: Uint8Array) => {
    const dossier = memoryDossier()
    const mapping = JSON.stringify({ keepUnmapped: true })
    const planned = planFile({ ...readForImport(dossier), bytes, fileName: 'x', today: TODAY, mapping })
    writePlanned(dossier, planned, mapping)
    const { persons, contracts } = dossier.readFacts()
    return [persons[0]?.lastName, contracts[0]?.note]
  }

  it('that turn a text or control it stay out of names, notes and headers, from a text and from a workbook', () => {
    const rows = [
      ['Structure', 'N° poste', 'Nom prénom', 'Type', 'Début', 'Remarque\u202e'],
      ['Asso Brise', '1', TURNED, 'CDI', '01/03/2024', `vu\u001b\u202d le ${TURNED}`],
    ]
    const text = new TextEncoder().encode(rows.map((row) => row.join(';')).join('\n'))
    const expected = ['Ferrand', 'Remarque : vu le Nadia FERRAND']
    expect(names(text)).toEqual(expected)
    // A workbook cannot hold U+001B or U+0007: the others.
    const allowed = rows.map((row) =>
      row.map((cell) => cell.replaceAll('\u001b', '').replaceAll('\u0007', '')),
    )
    expect(names(workbook({ sheets: [{ name: 'Contrats', rows: allowed }] }))).toEqual(expected)
  })

  it('stay out of an interchange file', () => {
    const source = dossierWith(generateDemo())
    const file = exportDossier({ dossier: source, today: TODAY })
    const text = interchangeText(file).replaceAll('Ferrand', 'Fer\u202erand')
    const dossier = memoryDossier()
    importFile({
      dossier,
      bytes: new TextEncoder().encode(text),
      fileName: 'echange.json',
      dryRun: false,
      today: TODAY,
    })
    expect(exportDossier({ dossier, today: TODAY })).toEqual(file)
  })
})

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
