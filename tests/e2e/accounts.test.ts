/** What the accountant enters by fiscal year, in a real browser: a budget typed and pasted, dedicated funds, both in the workbook. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { seriousFindings } from './support/axe.ts'
import { passerellesFile, type TestFile } from './support/passerelles-file.ts'

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

const dialog = () => page.getByRole('dialog')
const sheet = (name: string) => page.getByRole('tab', { name, exact: true })

describe('The planned column of the financial report', () => {
  it('is typed, pasted from a spreadsheet, balanced, and shown beside what was done', async () => {
    await page.getByRole('link', { name: 'Rapports', exact: true }).click()
    await page.getByRole('button', { name: 'Budget…' }).click()
    await dialog()
      .getByRole('button', { name: /Structure$/ })
      .click()
    await page.getByRole('option', { name: 'Réseau Passerelles Numériques' }).click()
    const charges = dialog().getByLabel(/^Prévu, Achats/)
    await charges.fill('1 200')
    await charges.press('Tab')
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        '641\tRémunération des personnels\t120 000,00\n645\tCharges sociales\t50 000\n74\tSubventions : État\t60 000\n64\tPersonnel\t9',
      ),
    )
    await charges.click()
    await page.keyboard.press('Control+v')
    await dialog().getByText('3\u00a0montants collés', { exact: false }).waitFor()
    await dialog().getByText('« 64 Personnel 9 »', { exact: false }).waitFor()
    expect(
      await dialog()
        .getByRole('row', { name: /Ressources propres/ })
        .innerText(),
    ).toMatch(/111\s200,00/)
    expect(await dialog().getByRole('row', { name: 'Total des produits' }).innerText()).toMatch(/171\s200,00/)
    expect(await seriousFindings(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Enregistrer le budget' }).click()
    await dialog().waitFor({ state: 'detached' })
    await sheet('Compte rendu financier').click()
    const row = page.getByRole('row', { name: /641 Rémunération des personnels/ }).first()
    await row.waitFor()
    expect((await row.innerText()).replace(/\s/g, ' ')).toContain('120 000,00')
  })

  it('is undone in one step', async () => {
    await page.keyboard.press('Control+z')
    await page
      .getByText(/budget 2026/)
      .first()
      .waitFor()
    const row = page.getByRole('row', { name: /641 Rémunération des personnels/ }).first()
    await expect.poll(async () => (await row.innerText()).includes('120')).toBe(false)
  })
})

describe('Dedicated funds', () => {
  it('are entered on the agreement, beside what Jalon would leave unspent, and appear in the workbook', async () => {
    await page.getByRole('button', { name: 'Fonds dédiés…' }).click()
    await dialog().getByRole('combobox', { name: 'Convention' }).click()
    await dialog().getByRole('combobox', { name: 'Convention' }).fill('2024')
    await page.getByRole('option').first().click()
    const carried = dialog().getByLabel('Portés en fonds dédiés (6894), exercice 2025')
    await carried.fill('1 500')
    await carried.press('Tab')
    await dialog()
      .getByText(/Selon Jalon/)
      .first()
      .waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Enregistrer les fonds dédiés' }).click()
    await dialog().waitFor({ state: 'detached' })
    await sheet('Fonds dédiés').click()
    await page.getByText('À l’ouverture (194)').waitFor()
  })
})
