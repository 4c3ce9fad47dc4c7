/** A spreadsheet's clipboard of 500 lines and 12 columns over the grid: right cells written in one step, each wrong one said. */
import { describe, expect, it } from 'vitest'
import type { Employer } from '#shared/domain/facts.ts'
import { insertEntity } from '../../../electron/store/entities.ts'
import { createDossier } from '../../../electron/store/open.ts'
import { writeTsv } from '../../../renderer/ui/grid/model/clipboard.ts'
import { defaultView, writeView } from '../../../renderer/ui/grid/model/view.ts'
import { startApp } from '../../support/app.ts'
import { dossierFolder } from '../../support/dossier-folder.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'
import { fillDossier } from '../../support/memory-dossier.ts'

const LINES = 500
const PASTED = [
  'name',
  'shortName',
  'legalForm',
  'sector',
  'siret',
  'communeName',
  'departmentCode',
  'contactName',
  'email',
  'phone',
  'inQpv',
  'note',
] as const

/** Every tenth line holds a wrong SIRET, every twentieth a legal form that does not exist. */
function pasted(): string[][] {
  return Array.from({ length: LINES }, (_, at) => [
    `Structure ${at} rénovée`,
    `S${at}`,
    at % 20 === 7 ? 'Confrérie' : at % 2 === 0 ? 'Commune' : 'association',
    at % 2 === 0 ? 'public' : 'Privé',
    at % 10 === 3 ? '123' : '',
    'Saint-Étienne\u00a0-\u00a0de-Mer-Morte',
    '2A',
    'Ève "la coordinatrice"',
    `contact${at}@exemple.fr`,
    '0102030405',
    at % 2 === 0 ? 'oui' : 'N',
    at % 3 === 0 ? 'première ligne\nseconde ligne' : 'avec\ttabulation',
  ])
}

describe('a paste of 500 lines and 12 columns', () => {
  it('writes the right cells in one undoable step and points at each wrong one', async () => {
    const folder = dossierFolder()
    const path = folder.path('structures.jalon')
    const builder = new FactsBuilder()
    for (let at = 0; at < LINES; at += 1)
      builder.employer({ name: `Structure ${String(at).padStart(3, '0')}` })
    const dossier = createDossier(path, folder.options())
    fillDossier(dossier, builder.facts())
    const view = defaultView([], {
      order: [...PASTED],
      hidden: [
        'positions',
        'occupied',
        'vacant',
        'returned',
        'notified',
        'earned',
        'received',
        'outstanding',
      ],
      sorting: [{ id: 'name', desc: false }],
    })
    dossier.act({ label: 'Vue du test', kind: 'edit', undoable: false }, (db) =>
      insertEntity(db, 'savedView', {
        grid: 'employers',
        name: 'Collage',
        rank: 1,
        definition: writeView(view),
      }),
    )
    dossier.close()

    await using app = await startApp({ dossier: path })
    const { page } = app
    await page.evaluate(() => {
      window.location.hash = '#/employers'
    })
    await page.getByRole('tab', { name: 'Collage' }).click()
    const grid = page.getByRole('grid')
    await grid.focus()
    await page.keyboard.press('Control+Home')
    await page.evaluate((text) => navigator.clipboard.writeText(text), writeTsv(pasted()))
    await page.keyboard.press('Control+v')

    const wrong = LINES / 10 + LINES / 20
    const toast = page.locator('.toast')
    await expect
      .poll(() => toast.textContent(), { timeout: 20_000 })
      .toContain(`${wrong}\u00a0cellules refusées`)
    const facts = () =>
      page.evaluate(async () => {
        const answer = await fetch('/api/read.grid', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-jalon-page': localStorage.getItem('jalon.page') ?? '',
          },
          body: JSON.stringify({ grid: 'employers', employerId: null }),
        })
        const { value } = (await answer.json()) as {
          readonly value: { readonly employers: readonly { readonly employer: Employer }[] }
        }
        return value.employers.map((row) => row.employer)
      })
    const written = await facts()
    expect(written.filter((each) => each.name.endsWith('rénovée'))).toHaveLength(LINES)
    expect(written.filter((each) => each.contactName === 'Ève "la coordinatrice"')).toHaveLength(LINES)
    expect(written.filter((each) => each.note === 'première ligne\nseconde ligne')).toHaveLength(167)
    expect(written.filter((each) => each.inQpv)).toHaveLength(LINES / 2)
    expect(written.filter((each) => each.legalForm === 'commune')).toHaveLength(LINES / 2)

    await grid.focus()
    await page.keyboard.press('F8')
    await expect.poll(() => page.locator('.entry-bar').textContent()).toContain('« 123 »')
    await page.keyboard.press('F8')
    await expect.poll(() => page.locator('.entry-bar').textContent()).toContain('« Confrérie »')

    await page.keyboard.press('Control+z')
    await expect
      .poll(async () => (await facts()).filter((each) => each.name.endsWith('rénovée')).length, {
        timeout: 10_000,
      })
      .toBe(0)
    expect((await facts()).every((each) => each.note === null && each.email === null)).toBe(true)
    await app.close()
    folder.remove()
  })
})
