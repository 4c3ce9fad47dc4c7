import { describe, expect, it } from 'vitest'
import { CHECKLIST_EVENTS, checklist } from '#shared/rules/checklists.ts'
import { pieceLabel } from '#shared/text/rules/checklists.ts'

describe('The pieces an event calls for', () => {
  it('a commune’s hire also needs its publication, its decision and the prefect’s receipt', () => {
    const items = checklist('hire', 'public', []).items.map((i) => i.item)
    expect(items).toEqual(
      expect.arrayContaining(['vacancy-publication', 'job-creation-decision', 'prefect-receipt']),
    )
    expect(checklist('hire', 'private', []).items.map((i) => i.item)).not.toContain('prefect-receipt')
  })

  it('a file that answers a piece is no longer counted as missing', () => {
    const before = checklist('hire', 'private', [])
    const after = checklist('hire', 'private', [
      { checklistItem: 'signed-contract' },
      { checklistItem: null },
    ])
    expect(after.missing).toBe(before.missing - 1)
    expect(after.items.find((i) => i.item === 'signed-contract')?.present).toBe(true)
  })

  it('every piece has its French name', () => {
    for (const event of CHECKLIST_EVENTS)
      for (const sector of ['public', 'private'] as const)
        for (const { item } of checklist(event, sector, []).items) expect(pieceLabel(item)).not.toBe(item)
  })
})
