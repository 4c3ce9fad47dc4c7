/** Lines of a spreadsheet pasted as new contracts, tranches and payments; the rest of a payment given to a tranche later. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../support/app.ts'
import { gridHands } from '../support/grid-hands.ts'
import { press, wordsOf } from '../support/hands.ts'
import { passerellesFile, type TestFile } from '../support/passerelles-file.ts'

let app: RunningApp
let file: TestFile
let page: Page
const { grid, keys, copyText } = gridHands(() => page)
const dialog = (name: string) => page.getByRole('dialog', { name })
const PASTE = 'Coller comme nouvelles lignes'

async function pasteOn(screen: string, lines: readonly (readonly string[])[]): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, screen)
  await grid().waitFor()
  await grid().focus()
  await copyText(lines.map((line) => line.join('\t')).join('\n'))
  await keys('Control+Shift+v')
  await dialog(PASTE).waitFor()
}

describe('new rows by paste', () => {
  beforeAll(async () => {
    file = passerellesFile()
    app = await startApp({ dossier: file.path })
    page = app.page
  })
  afterAll(async () => {
    await app.close()
    file[Symbol.dispose]()
  })

  it('makes contracts of the posts and people they name, and says at once which lines are refused', async () => {
    await pasteOn('#/contracts', [
      ['Poste', 'Titulaire', 'Contrat', 'État', 'Début', 'Fin prévue', 'Brut mensuel (€)'],
      ['2104', 'Nadia FERRAND', 'CDD', 'À venir', '011226', '31/05/2027', '2 150,50'],
      ['2104', 'Élise Kermadec', 'CDD', '', '01/06/2027', '30/11/2027', '=2000+150'],
      ['9999', 'Élise Kermadec', 'CDD', '', '01/06/2027', '30/11/2027', ''],
      ['2104', 'Élise Kermadec', 'CDD', '', '31/02/2027', '30/11/2027', ''],
    ])
    const paste = dialog(PASTE)
    await expect.poll(() => wordsOf(paste)).toContain('2 lignes refusées')
    const said = await wordsOf(paste)
    expect(said).toContain('Ligne 3 : Aucun poste « 9999 » dans le dossier')
    expect(said).toContain('Ligne 4 : Début : « 31/02/2027 »')
    expect(await paste.locator('td.late').allTextContents()).toEqual(['9999', '31/02/2027'])
    await paste.getByRole('button', { name: 'Créer 2 lignes' }).click()
    await expect.poll(() => wordsOf(paste)).toContain('2 lignes créées')
    await paste.getByRole('button', { name: 'Copier 2 lignes refusées' }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split(/\r?\n/).map((line) => line.split('\t')[0])).toEqual(['Poste', '9999', '2104'])
    await press(page, 'Escape')
    await page.getByRole('tab', { name: /^Tous/ }).click()
    await expect.poll(() => grid().getByText('Élise Kermadec').count()).toBe(1)
    // The one of the same name is the person of the dossier: nobody is made twice.
    await expect.poll(() => grid().getByText('Nadia Ferrand').count()).toBeGreaterThan(1)
    await grid().focus()
    await keys('Control+z')
    await expect.poll(() => grid().getByText('Élise Kermadec').count()).toBe(0)
  })

  it('makes tranches of the agreement they name, in one step', async () => {
    await pasteOn('#/instalments/all', [
      ['Convention', 'Tranche', 'Notifié (€)', 'Attendue le', 'Poste'],
      ['2024-A-0118', 'Complément', '1 500', '31/03/2027', '2101'],
      ['2024-A-9999', 'Complément', '1 500', '31/03/2027', ''],
    ])
    const paste = dialog(PASTE)
    await expect.poll(() => wordsOf(paste)).toContain('Aucune convention « 2024-A-9999 »')
    await paste.getByRole('button', { name: 'Créer 1 ligne' }).click()
    await press(page, 'Escape')
    await expect.poll(() => grid().getByText('Complément').count()).toBe(1)
    await grid().focus()
    await keys('Control+z')
    await expect.poll(() => grid().getByText('Complément').count()).toBe(0)
  })

  it('makes payments, and gives what is left of one to a tranche later, by keyboard', async () => {
    await pasteOn('#/instalments/payments', [
      ['Convention', 'Reçu le', 'Montant (€)', 'Versement'],
      ['2024-A-0118', '20/11/2026', '4 000', 'CDC-26-4001'],
    ])
    const paste = dialog(PASTE)
    await expect.poll(() => wordsOf(paste)).toContain('Non affecté : 4 000,00 €')
    // Keys of the page are not heard over a dialog: nothing takes its place.
    await press(page, 'Control+Enter', 'Control+k', 'F1')
    expect(await page.getByRole('dialog').count()).toBe(1)
    await paste.getByRole('button', { name: 'Créer 1 ligne' }).click()
    await paste.waitFor({ state: 'detached' })
    const row = grid().locator('[role=row]:has-text("CDC-26-4001")')
    await row.first().click()
    await grid().focus()
    await keys('Shift+F10')
    await page.getByRole('menuitem', { name: 'Affecter aux tranches…' }).waitFor()
    await page.getByRole('menuitem', { name: 'Affecter aux tranches…' }).press('Enter')
    const allocate = dialog('Affecter un versement')
    await expect.poll(() => wordsOf(allocate)).toContain('Reste à affecter : 4 000,00 €')
    await allocate.getByRole('button', { name: 'Affecter aux tranches' }).press('Enter')
    await allocate.waitFor({ state: 'detached' })
    await expect.poll(() => row.first().textContent()).toContain('2101')
    await grid().focus()
    await keys('Control+z')
    await expect.poll(() => row.first().textContent()).not.toContain('2101')
  })

  it('finds the payments to allocate from the palette', async () => {
    await keys('Control+k')
    await page.keyboard.type('affecter un versement')
    await page.getByRole('option', { name: /Affecter un versement/ }).waitFor()
    await keys('Enter')
    await expect.poll(() => wordsOf(dialog('Affecter un versement'))).toContain('CDC-26-4001')
    await press(page, 'Escape')
  })
})
