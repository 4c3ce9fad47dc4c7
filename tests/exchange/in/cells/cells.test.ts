/** Single cells, as people write them. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { frAmount, frDay, frEuros, frLongDay } from '#shared/text/format.ts'
import { parseAmountText, readAmount } from '../../../../electron/exchange/in/cells/amount-cell.ts'
import { kindForSector, readContractKind } from '../../../../electron/exchange/in/cells/contract-kind-cell.ts'
import { parseDayText, readDay } from '../../../../electron/exchange/in/cells/day-cell.ts'
import {
  readCommuneCode,
  readDepartment,
  readPostcode,
  readSiret,
} from '../../../../electron/exchange/in/cells/identifier-cell.ts'
import { splitName } from '../../../../electron/exchange/in/cells/name-cell.ts'
import { readFlag, readLine } from '../../../../electron/exchange/in/cells/text-cell.ts'
import { readWeeklyMinutes } from '../../../../electron/exchange/in/cells/words-cell.ts'
import { pub } from '../../../support/import/siret.ts'

const cell = (text: string) => ({ kind: 'text', text }) as const
const shown = (read: { value: unknown; problem: { code: string } | null }) => read.problem?.code ?? read.value

describe('a day in a cell', () => {
  const anyDay = fc
    .tuple(
      fc.integer({ min: 1990, max: 2069 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([y, m, d]) => dayOf(y, m, d))

  it('is read back from every way of writing it', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        const [y, m, dom] = d.split('-').map(Number)
        const ways = [
          d,
          frDay(d),
          frLongDay(d),
          `${dom}/${m}/${y}`,
          frDay(d).replaceAll('/', '.'),
          frDay(d).replaceAll('/', '-'),
          `${d} 00:00:00`,
          `${d}T00:00:00`,
          ` ${frDay(d)} `,
          frLongDay(d).toUpperCase(),
        ]
        expect(ways.map((text) => parseDayText(text.trim()).value)).toEqual(ways.map(() => d))
      }),
    )
  })

  it.each([
    ['01/03/24', '2024-03-01'],
    ['1.3.2024', '2024-03-01'],
    ['1er mars 2024', '2024-03-01'],
    ['le 1er mars 2024', '2024-03-01'],
    ['1-mars-24', '2024-03-01'],
    ['31 déc. 2024', '2024-12-31'],
    ['20240301', '2024-03-01'],
    ['45352', '2024-03-01'],
    ['2024-03-31T22:00:00.000Z', '2024-04-01'],
    ['2024-01-31T23:00:00.000Z', '2024-02-01'],
    ['2024-03-01T10:30:00.000Z', '2024-03-01'],
    ['1900-01-00', null],
    ['non renseignée', null],
    ['-', null],
    ['29/02/2023', 'day.does-not-exist'],
    ['03/25/2024', 'day.month'],
    ['mars 2024', 'day.unreadable'],
    ['12', 'day.unreadable'],
    ['01/03/1924', 'day.out-of-range'],
  ])('%s is read as %s', (text, expected) => {
    expect(shown(readDay(cell(text)))).toBe(expected)
  })
})

describe('an amount in a cell', () => {
  it('is read back from what Jalon itself writes, and from what a spreadsheet holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_99, max: 99_999_999_99 }), (n) => {
        const amount = cents(n)
        const expected = n === 0 ? 0 : n
        expect(parseAmountText(frEuros(amount)).value).toBe(expected)
        expect(parseAmountText(frAmount(amount)).value).toBe(expected)
        expect(readAmount({ kind: 'number', text: '', number: n / 100 }).value).toBe(expected)
      }),
    )
  })

  it.each([
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['1.234.567', 123456700],
    ['1 234,5 €', 123450],
    ['(1 234,56 €)', -123456],
    ['500-', -50000],
    ['€ 12', 1200],
    ['0,125', 'amount.rounded'],
    ['1,234', 'amount.ambiguous'],
    ['1.234', 'amount.ambiguous'],
    ['12k', 'amount.unreadable'],
    ['1/2', 'amount.unreadable'],
    ['null', null],
    ['0', 0],
  ])('%s is read as %s', (text, expected) => {
    expect(shown(readAmount(cell(text)))).toBe(expected)
  })
})

describe('an identifier in a cell', () => {
  it.each([
    [pub(1), pub(1)],
    [`${pub(1).slice(0, 3)} ${pub(1).slice(3, 6)}\u00a0${pub(1).slice(6)}`, pub(1)],
    ['', null],
    ['0', null],
    ['null', null],
    ['12345678901234', 'siret.key'],
    ['1234567890123', 'siret.length'],
    ['2,10012E+13', 'siret.scientific'],
    ['en cours', 'siret.letters'],
  ])('SIRET %s is read as %s', (text, expected) => {
    const read = readSiret(cell(text), false)
    expect(read.problem?.code ?? read.value?.value ?? null).toBe(expected)
  })

  it('proposes the SIRET that lost its first zero, without taking it', () => {
    const read = readSiret(cell('5520041500010'), false)
    expect(read.value).toBeNull()
    expect(['siret.thirteen', 'siret.length']).toContain(read.problem?.code)
  })

  it.each([
    ['1', '01'],
    ['2a', '2A'],
    ['974', '974'],
    ['HAUTE-SAVOIE', '74'],
    ['Ain (01)', '01'],
    ['01 - Ain', '01'],
    ['Côte d’Or', '21'],
    ['20', 'department.unknown'],
    ['99', 'department.unknown'],
  ])('department %s is read as %s', (text, expected) => {
    expect(shown(readDepartment(cell(text)))).toBe(expected)
  })

  it('restores a lost zero only where the department and the length leave no doubt', () => {
    expect(readPostcode(cell('1000'), '01').value).toBe('01000')
    expect(shown(readPostcode(cell('1000'), '42'))).toBe('postcode.shape')
    expect(readCommuneCode(cell('1053'), '01').value).toBe('01053')
    expect(shown(readCommuneCode(cell('42218'), '01'))).toBe('commune.department')
  })
})

describe('a kind of contract in a cell', () => {
  it.each([
    ['CDD 18 MOIS', 'CDD', 18],
    ['CONTRAT DE PROJET 24 MOIS', 'contrat-de-projet', 24],
    ['CDD PUBLIQUE 1+1', 'cdd-public', null],
    ['CONTRAT A DUREE INDETERMINEE', 'CDI', null],
    ['PEC 18 MOIS', 'PEC', 18],
    ['Contrat à durée déterminée (3 ans)', 'CDD', 36],
    ['contrat_de_projet_public', 'contrat-de-projet', null],
    ['L.332-23-1°', 'L332-23-1', null],
    ['332-14', 'L332-14', null],
  ])('%s is %s', (text, kind, months) => {
    expect(readContractKind(cell(text)).value).toMatchObject({ kind, months })
  })

  it('follows the law of the employer where the words do not say', () => {
    expect(kindForSector('CDD', 'public')).toBe('cdd-public')
    expect(kindForSector('CDD', 'private')).toBe('CDD')
    expect(kindForSector('CDI', 'public')).toBe('CDI')
  })
})

describe('words in a cell', () => {
  it.each([
    ['Nadia Ferrand', false, 'Nadia', 'Ferrand'],
    ['FERRAND Nadia', false, 'Nadia', 'Ferrand'],
    ['Ferrand Nadia', true, 'Nadia', 'Ferrand'],
    ['Mme Anne-Lise LE GOFF', false, 'Anne-Lise', 'Le Goff'],
    ["D'ARC Jeanne", false, 'Jeanne', "D'Arc"],
    ['de la TOUR Anne', false, 'Anne', 'de la Tour'],
    ['Martin, Zoé', false, 'Zoé', 'Martin'],
  ])('%s is a first name and a family name', (text, lastFirst, firstName, lastName) => {
    expect(splitName(text, lastFirst)).toEqual({ firstName, lastName })
  })

  it('reads yes and no in their usual spellings, and refuses what is neither', () => {
    expect(['Oui', 'x', '1', 'VRAI', 'o'].map((t) => readFlag(cell(t)).value)).toEqual(Array(5).fill(true))
    expect(['Non', 'n', '0', 'faux'].map((t) => readFlag(cell(t)).value)).toEqual(Array(4).fill(false))
    expect(shown(readFlag(cell('peut-être')))).toBe('flag.unknown')
  })

  it('reads words of absence as nothing, in any case and with any accents', () => {
    const absent = ['0', '-', 'Non renseignée', 'ABSENT', 'null', 'n/a', 'Néant', '  ', 'À compléter']
    expect(absent.map((t) => readLine(cell(t)).value)).toEqual(absent.map(() => null))
  })

  it('reads weekly hours, shares of full time and full-time equivalents', () => {
    const read = ['35', '35h', '17h30', '17,5', '50 %', '0,5 ETP', '1'].map(
      (t) => readWeeklyMinutes(cell(t)).value,
    )
    expect(read).toEqual([2100, 2100, 1050, 1050, 1050, 1050, 2100])
  })
})
