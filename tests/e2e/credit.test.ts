/** The funder pays less because it takes back what it had paid too much: the bank line is entered as it is, the credit beside. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { seriousFindings } from './support/axe.ts'
import { type, wordsOf } from './support/hands.ts'
import { passerellesFile, type TestFile } from './support/passerelles-file.ts'

let app: RunningApp
let file: TestFile
let page: Page
const form = () => page.getByRole('dialog', { name: 'Enregistrer un versement' })

beforeAll(async () => {
  file = passerellesFile()
  app = await startApp({ dossier: file.path, width: 1366, height: 768 })
  page = app.page
  page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await app.close()
  file[Symbol.dispose]()
})

describe('a payment net of a credit', () => {
  it('is 8 000 in the bank, 10 000 for the tranches due and 2 000 less on the one that was overpaid', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/instalments/payments'
    })
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('Control+Enter')
    await form().waitFor()
    const owner = form().getByRole('combobox', { name: 'Structure' })
    await owner.fill('Passerelles')
    await page.getByRole('option', { name: /Passerelles/ }).click()
    await type(form(), 'Montant reçu', '8 000')
    await form().getByRole('textbox', { name: 'Référence bancaire' }).fill('CDC-NET-8000')
    await expect.poll(() => wordsOf(form())).toMatch(/restera reçue en partie/)
    await form().getByRole('button', { name: 'Déduire un avoir' }).click()
    await form()
      .getByRole('button', { name: /Déduire un avoir$/ })
      .click()
    const overpaid = page.getByRole('option').first()
    await overpaid.click()
    const credit = form().getByRole('textbox', { name: /^Avoir déduit de / })
    await expect.poll(() => credit.inputValue()).not.toBe('')
    await credit.fill('2 000')
    await credit.blur()
    await expect
      .poll(() => wordsOf(form()))
      .toContain('8 000,00 € en banque + 2 000,00 € d’avoir = 10 000,00 € pour les tranches.')
    expect(await wordsOf(form())).not.toContain('Non affecté')
    expect(await seriousFindings(page)).toEqual([])
    await form().getByRole('button', { name: 'Enregistrer le versement' }).click()
    await form().waitFor({ state: 'detached' })
    const line = page.getByRole('row', { name: /CDC-NET-8000/ })
    await expect.poll(() => wordsOf(line)).toMatch(/8 000,00.*8 000,00.*0,00.*\(avoir de 2 000,00 €\)/)
  })
})
