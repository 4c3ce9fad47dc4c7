/** A workbook of several sheets in a real browser: chosen together, mapped each for itself, written at once, undone at once. */
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { seriousFindings } from './support/axe.ts'
import { passerellesFile, type TestFile } from './support/passerelles-file.ts'

const WORKBOOK = fileURLToPath(new URL('../fixtures/import/plusieurs-feuilles.xlsx', import.meta.url))
let app: RunningApp
let file: TestFile
let page: Page

beforeAll(async () => {
  file = passerellesFile()
  app = await startApp({ dossier: file.path })
  page = app.page
  page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await app.close()
  file[Symbol.dispose]()
})

const facts = () => app.application.session.context().dossier.readFacts()
const pane = () => page.getByRole('region', { name: 'Colonnes' }).first()
const lines = () => page.getByRole('region', { name: 'Aperçu' }).first()

async function chooseSheet(name: string): Promise<void> {
  await pane()
    .getByRole('button', { name: /Feuille$/ })
    .click()
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
}

describe('A workbook of several sheets', () => {
  it('is read sheet by sheet, the ticked ones together', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/import'
    })
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choisir un fichier…' }).click(),
    ])
    await chooser.setFiles(WORKBOOK)
    await pane().waitFor()
    await chooseSheet('Contrats')
    await lines().getByText('Untel').or(lines().getByText('UNTEL')).first().waitFor()
    for (const name of ['Conventions', 'Tranches', 'Paie']) {
      await pane()
        .getByRole('checkbox', { name: new RegExp(`^${name}`) })
        .click({ force: true })
      await expect
        .poll(() =>
          pane()
            .getByRole('checkbox', { name: new RegExp(`^${name}`) })
            .isChecked(),
        )
        .toBe(true)
    }
    await chooseSheet('Paie')
    await lines().getByText('« fevrrier » n’est pas un mois', { exact: false }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await lines().getByRole('button', { name: 'Corriger ici' }).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('02/2026')
    await page.keyboard.press('Enter')
    await lines().getByText('« fevrrier » n’est pas un mois', { exact: false }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Continuer avec 7\u00a0lignes' }).click()
    await page.getByRole('button', { name: 'Importer 7\u00a0lignes' }).click()
    await page.getByRole('heading', { name: 'Import terminé' }).waitFor()
    const person = facts().persons.find((p) => p.lastName === 'Untel')
    const contract = facts().contracts.find((c) => c.personId === person?.id)
    expect(
      facts()
        ?.monthlyCosts.filter((c) => c.contractId === contract?.id)
        .map((c) => c.month),
    ).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(facts().agreements.some((a) => a.reference === 'C-2025-07')).toBe(true)
  })

  it('is undone in one step', async () => {
    await page.keyboard.press('Control+z')
    await expect.poll(() => facts().persons.some((p) => p.lastName === 'Untel')).toBe(false)
    expect(facts().agreements.some((a) => a.reference === 'C-2025-07')).toBe(false)
  })
})
