import { describe, expect, it } from 'vitest'
import { cents } from '#shared/domain/money.ts'
import { linesOf, totalsOf, withAmount } from '../../../renderer/features/accounts/budget-draft.ts'
import { isTable, readPastedBudget } from '../../../renderer/features/accounts/budget-paste.ts'
import { addYear, fundsLines } from '../../../renderer/features/accounts/funds-draft.ts'

describe('A budget copied from a spreadsheet', () => {
  it('is read by account, by wording where several lines are account 74, and by amount alone from a line down', () => {
    const table =
      '641\tRémunération des personnels\t114 000,00 €\n645\t\t48000\n74\tSubventions : État\t53 333,33'
    expect(readPastedBudget(table, '60')).toEqual({
      amounts: new Map([
        ['641', 114_000_00],
        ['645', 48_000_00],
        ['74-state', 53_333_33],
      ]),
      left: [],
    })
    expect(readPastedBudget('114 000\r\n\r\n1 200,50\r\n', '641').amounts).toEqual(
      new Map([
        ['641', 114_000_00],
        ['65', 1_200_50],
      ]),
    )
  })

  it('gives back the lines it does not understand, as they were', () => {
    const { amounts, left } = readPastedBudget(
      'Compte\tMontant\n64\t10\n74\t20\n641\tdix\n641\t5\n641\t6\n62\t-3',
      '60',
    )
    expect(amounts).toEqual(new Map([['641', 5_00]]))
    expect(left).toEqual(['Compte Montant', '64 10', '74 20', '641 dix', '641 6', '62 -3'])
    expect(readPastedBudget('1\n2', '78')).toEqual({ amounts: new Map([['78', 1_00]]), left: ['2'] })
  })

  it('is a table only where there is more than one cell', () => {
    expect([isTable('114 000,00'), isTable(' 12\n'), isTable('641\t12'), isTable('1\n2')]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})

describe('A budget being typed', () => {
  it('balances with own resources, or with aid to carry, never both', () => {
    const spent = withAmount(withAmount({}, '641', cents(100_00)), '74-state', cents(60_00))
    expect(totalsOf(spent)).toEqual({ totalCents: 100_00, ownCents: 40_00, excessCents: 0 })
    const earned = withAmount(spent, '70', cents(50_00))
    expect(totalsOf(earned)).toEqual({ totalCents: 110_00, ownCents: 0, excessCents: 10_00 })
    expect(linesOf(withAmount(earned, '641', null)).map((line) => line.account)).toEqual(['70', '74-state'])
  })
})

describe('Dedicated funds being typed', () => {
  it('carry the balance of 194 from year to year', () => {
    const year = (fiscalYear: number, carried: number, used: number) => ({
      fiscalYear,
      carriedCents: cents(carried),
      usedCents: cents(used),
      note: '',
    })
    expect(fundsLines([year(2025, 600, 0), year(2026, 0, 400), year(2027, 0, 300)])).toMatchObject([
      { openingCents: 0, closingCents: 600 },
      { openingCents: 600, closingCents: 200 },
      { openingCents: 200, closingCents: -100 },
    ])
  })

  it('take a year more on either side', () => {
    const first = addYear([], 'after', 2026)
    expect(first.map((y) => y.fiscalYear)).toEqual([2026])
    expect(addYear(addYear(first, 'before', 2026), 'after', 2026).map((y) => y.fiscalYear)).toEqual([
      2025, 2026, 2027,
    ])
  })
})
