import { describe, expect, it } from 'vitest'
import type { ImportPlan } from '#shared/api/import.ts'
import { DEFAULT_MAPPING } from '#shared/schemas/import.ts'
import {
  allLinesToWrite,
  leftOutOf,
  mappingOf,
  mappingToWrite,
  othersOffered,
  partShown,
  toggled,
  withOther,
  withPart,
} from '../../../renderer/features/import/sheets-view.ts'

const counts = { read: 1, created: 1, modified: 0, unchanged: 0, rejected: 0 }
const found = (name: string, profile: string | null, read: boolean) => ({
  name,
  rows: 3,
  profile,
  profileLabel: profile,
  read,
})
function planOf(sheet: string, others: readonly ImportPlan[] = []): ImportPlan {
  return {
    fileName: 'suivi.xlsx',
    profile: 'classeur',
    profileLabel: 'Votre classeur',
    encoding: 'xlsx',
    separator: null,
    sheet,
    sheets: ['Contrats', 'Paie', 'Notes'],
    found: [
      found('Contrats', 'classeur', true),
      found('Paie', 'couts', others.length > 0),
      found('Notes', null, false),
    ],
    headerLine: 1,
    keys: [],
    columns: [],
    rows: counts,
    objects: {},
    others,
    all: { rows: counts, objects: {} },
    shape: sheet,
    remembered: false,
    mapping: DEFAULT_MAPPING,
    preview: [{ line: 2, fileLine: 2, fate: 'created', cells: [], messages: [] }],
    previewTruncated: false,
    notices: [],
  }
}
const pay = planOf('Paie')
const both = planOf('Contrats', [pay])

describe('several sheets in one import', () => {
  it('offers the other sheets whose headers are known, read or not', () => {
    expect(othersOffered(both).map((sheet) => [sheet.name, sheet.read])).toEqual([['Paie', true]])
    expect(othersOffered(planOf('Contrats')).map((sheet) => [sheet.name, sheet.read])).toEqual([
      ['Paie', false],
    ])
  })

  it('offers nothing beside the only table of a CSV, whose sheet has no name', () => {
    const csv = { ...planOf(''), sheet: null, found: [found('', 'classeur', true)] }
    expect(othersOffered(csv)).toEqual([])
  })

  it('shows the sheet asked for, the main one where it is not read', () => {
    expect(partShown(both, 'Paie')).toBe(pay)
    expect(partShown(both, 'Notes')).toBe(both)
  })

  it('adds and removes a sheet, and keeps the main one', () => {
    const added = withOther(DEFAULT_MAPPING, planOf('Contrats'), 'Paie', true)
    expect(added).toMatchObject({ sheet: 'Contrats', others: [{ sheet: 'Paie', profile: null }] })
    expect(withOther(added, both, 'Paie', false).others).toEqual([])
  })

  it('keeps what is mapped on a sheet with that sheet', () => {
    const own = { ...mappingOf(DEFAULT_MAPPING, both, pay), columns: { Montant: 'monthlyCost.grossCents' } }
    const whole = withPart(DEFAULT_MAPPING, both, pay, own)
    expect(whole.columns).toEqual({})
    expect(whole.others).toMatchObject([
      { sheet: 'Paie', columns: { Montant: 'monthlyCost.grossCents' }, corrections: [] },
    ])
    expect(mappingOf(whole, both, pay).columns).toEqual({ Montant: 'monthlyCost.grossCents' })
    expect(withPart(whole, both, both, { ...whole, headerLine: 3 })).toMatchObject({ headerLine: 3 })
  })

  it('leaves lines of a sheet aside without touching the same line of another', () => {
    const leftOut = toggled(new Map(), pay, 2)
    expect([leftOutOf(leftOut, pay).has(2), leftOutOf(leftOut, both).has(2)]).toEqual([true, false])
    expect(allLinesToWrite(both, new Map())).toBe(2)
    expect(allLinesToWrite(both, leftOut)).toBe(1)
    expect(mappingToWrite(DEFAULT_MAPPING, both, leftOut)).toMatchObject({
      leaveOut: [],
      mapping: { others: [{ sheet: 'Paie', leaveOut: [2] }] },
    })
    expect(mappingToWrite(DEFAULT_MAPPING, planOf('Contrats'), new Map()).mapping).toEqual(DEFAULT_MAPPING)
  })
})
