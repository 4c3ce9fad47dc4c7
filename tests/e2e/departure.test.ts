/** Somebody leaves: what follows is said before writing (vacancy, day to fill the post by, aid), by mouse and by keyboard. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { seriousFindings } from './support/axe.ts'
import { focused, press, tabTo, wordsOf } from './support/hands.ts'
import { passerellesFile, type TestFile } from './support/passerelles-file.ts'

let app: RunningApp
let file: TestFile
let page: Page
const form = () => page.getByRole('dialog', { name: 'Déclarer le départ de Lucie Charvin' })
/** The sentence under the name of the post. */
const HELD_UNTIL = (day: string) => new RegExp(`court du 01/02/2024 au ${day}`)
const openPost = async () => {
  await page.evaluate(() => {
    window.location.hash = '#/home'
  })
  await page.getByRole('link', { name: '3310 Maison des services' }).first().click()
  await page
    .getByText(/^Occupé/)
    .first()
    .waitFor()
}

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

describe('a departure before the term', () => {
  it('says by mouse what follows, writes it, prepares the letter to the payer, and is one step to undo', async () => {
    await openPost()
    await page.getByRole('button', { name: 'Actions', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Déclarer un départ…' }).click()
    await form().getByRole('textbox', { name: 'Dernier jour travaillé' }).fill('30/11/2026')
    await form()
      .getByRole('button', { name: /Motif$/ })
      .click()
    await page.getByRole('option', { name: /Démission/i }).click()
    await expect.poll(() => wordsOf(form())).toContain('vacant le 01/12/2026')
    const said = await wordsOf(form())
    expect(said).toContain('rompu avant son terme')
    expect(said).toMatch(/à pourvoir avant le \S+ 30\/05\/2027 \(6 mois\)/)
    expect(said).toMatch(/Sans remplacement d’ici le 30\/05\/2027, [\d ]+,\d\d € d’aide ne seront pas acquis/)
    expect(said).toMatch(/Au 30\/11\/2026, ce poste a acquis [\d ]+,\d\d € et reçu [\d ]+,\d\d €/)
    expect(await seriousFindings(page)).toEqual([])
    await form().getByRole('button', { name: 'Enregistrer, puis écrire au payeur…' }).click()
    const letter = page.getByRole('dialog', { name: /lettre/i })
    await letter.waitFor()
    await expect.poll(() => wordsOf(letter)).toContain('vacant à compter du 1er décembre 2026')
    await press(page, 'Escape')
    await letter.waitFor({ state: 'detached' })
    await page.getByText(HELD_UNTIL('30/11/2026')).waitFor()
    await press(page, 'Control+z')
    await page.getByText(HELD_UNTIL('31/01/2027')).waitFor()
  })

  it('asks by keyboard for what is missing, refuses a day before the start, and writes with Enter', async () => {
    await openPost()
    await press(page, 'Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('déclarer un départ')
    await page.getByRole('option', { name: /Déclarer un départ/ }).waitFor()
    await press(page, 'Enter')
    await form().waitFor()
    await expect.poll(() => focused(page)).toMatch(/^Dernier jour travaillé/)
    await press(page, 'Enter')
    await expect.poll(() => wordsOf(form())).toContain('Choisir le motif')
    await page.keyboard.type('010120')
    await press(page, 'Tab')
    await expect.poll(() => wordsOf(form())).toContain('avant le début du contrat')
    await press(page, 'Shift+Tab', 'Control+a')
    await page.keyboard.type('301126')
    await tabTo(page, /Motif/)
    await press(page, 'Space', 'd', 'Enter')
    await expect.poll(() => wordsOf(form())).toContain('vacant le 01/12/2026')
    await tabTo(page, 'Enregistrer le départ')
    await press(page, 'Enter')
    await form().waitFor({ state: 'detached' })
    await page.getByText(HELD_UNTIL('30/11/2026')).waitFor()
    await press(page, 'Control+z')
    await page.getByText(HELD_UNTIL('31/01/2027')).waitFor()
  })
})
