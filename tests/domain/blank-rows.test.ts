/** A row created by a form or the door and one created by an import hold the same where nothing was said. */
import { describe, expect, test } from 'vitest'
import { BLANK, usualChart, wholeRow } from '#shared/domain/blank-rows.ts'
import { day } from '#shared/domain/day.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'

type BlankName = keyof typeof BLANK

/** Fields a schema fills alone, with what it fills them with. */
function filledBySchema(name: BlankName) {
  return Object.fromEntries(
    Object.entries(entitySchemas[name].shape).flatMap(([field, schema]) => {
      const read = schema.safeParse(undefined)
      return read.success ? [[field, read.data]] : []
    }),
  )
}

describe('what a new row holds where nothing was said', () => {
  test.each(Object.keys(BLANK) as BlankName[])('%s: the schema says the same', (name) => {
    expect(filledBySchema(name)).toEqual(BLANK[name])
  })

  test('what is said stands, the rest is filled in', () => {
    const row = wholeRow('attachment', { positionId: 1, employerId: 2, startsOn: day('2026-01-01') })
    expect(row).toEqual({ positionId: 1, employerId: 2, startsOn: '2026-01-01', endsOn: null })
    expect(wholeRow('attachment', { ...row, endsOn: day('2026-06-30') }).endsOn).toBe('2026-06-30')
  })

  test('a public employer keeps its accounts by M57, any other as an association', () => {
    expect([usualChart('public'), usualChart('private')]).toEqual(['m57', 'association'])
  })
})
