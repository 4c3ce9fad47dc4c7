/**
 * The main journey by mouse, from an empty screen to the accountant's workbook: import a list, enter a contract and an
 * agreement with its tranches, record a payment, see what is due, take the file. One dossier, step after step.
 */
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { downloadOf, giveFile, pick, type, wordsOf } from './support/hands.ts'

const LIST = fileURLToPath(new URL('../fixtures/import/structures.csv', import.meta.url))

let app: RunningApp
let page: Page
const dialog = (name: string | RegExp) => page.getByRole('dialog', { name })
const button = (name: string | RegExp) => page.getByRole('button', { name })

describe('from a public list to an aid workbook, by mouse', () => {
  beforeAll(async () => {
    app = await startApp()
    page = app.page
    page.setDefaultTimeout(10_000)
  })
  afterAll(() => app.close())

  it('names the dossier that will receive the import', async () => {
    await button(/Importer mon classeur/).click()
    await dialog('Créer le dossier de l’import').getByRole('textbox').fill('Valombre 2026')
    await button('Créer le dossier').click()
    await page.getByRole('heading', { name: 'Importer un classeur' }).waitFor()
    await expect.poll(() => wordsOf(page.locator('header.top'))).toContain('Valombre 2026')
  })

  it('shows every line before it is written, the refused ones first with their reason', async () => {
    await giveFile(page, () => button('Choisir un fichier…').click(), LIST)
    const preview = page.getByRole('region', { name: 'Aperçu' }).first()
    await preview.getByText('SIRET manquant', { exact: false }).first().waitFor()
    await preview.getByText(/31\/04\/2021.*n’existe pas/).waitFor()
    await preview.getByText('Nombre de postes manquant', { exact: false }).first().waitFor()
    expect(await wordsOf(page.locator('footer.status'))).toContain('10 lignes lues')
  })

  it('mends a wrong day in place, without touching the file', async () => {
    const line = page.locator('tr[data-line]', { hasText: 'MISSION LOCALE DES SALINES' })
    const number = await line.getAttribute('data-line')
    await page.locator(`tr[data-line="${number}"] + tr`).getByRole('button', { name: 'Corriger ici' }).click()
    const cell = page.getByRole('textbox', { name: `Poste accordé le, ligne ${number}` })
    await cell.fill('30/04/2021')
    await cell.press('Enter')
    await expect.poll(() => wordsOf(line)).toContain('Créée')
  })

  it('writes the right lines in one step, and says what was left out', async () => {
    await button(/^Continuer avec/).click()
    await page.getByText('Ce qui va être écrit').waitFor()
    await button(/^Importer \d+/).click()
    await page.getByText('Import terminé').waitFor()
    await button('Voir les postes').click()
    await page.getByRole('grid').waitFor()
    await expect.poll(() => wordsOf(page.locator('footer.status'))).toMatch(/\b\d+ postes/)
  })

  it('takes the whole import back with one undo, and gives it back', async () => {
    const bar = page.locator('header.top')
    const before = await wordsOf(page.locator('footer.status'))
    await bar.getByRole('button', { name: /^Annuler/ }).click()
    await expect.poll(() => wordsOf(page.locator('main'))).not.toContain('ORBELLE')
    await bar.getByRole('button', { name: /^Rétablir/ }).click()
    await page.getByRole('grid').waitFor()
    await expect.poll(() => wordsOf(page.locator('footer.status'))).toBe(before)
  })

  it('opens a post, vacant since it was granted', async () => {
    await page
      .getByRole('grid')
      .locator('a', { hasText: /1|Valombre/ })
      .first()
      .click()
    await page.getByRole('tab', { name: /Contrats/ }).waitFor()
    await page.getByText('car aucun contrat n’est enregistré', { exact: false }).first().waitFor()
  })

  it('enters a contract with a new person', async () => {
    await button('Ajouter un contrat…').first().click()
    const form = dialog('Ajouter un contrat')
    await form.getByRole('textbox', { name: 'Nom', exact: true }).fill('Brunel')
    await form.getByRole('textbox', { name: 'Prénom' }).fill('Sofia')
    await pick(form, 'Type de contrat', 'Contrat de projet')
    await type(form, 'Début', '01022026')
    await form.getByRole('button', { name: '36 mois' }).click()
    await type(form, 'Brut mensuel', '=2000+90')
    await form.getByRole('button', { name: 'Ajouter le contrat' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Sofia Brunel/ }).waitFor()
    await page
      .getByText(/car le contrat de projet de Sofia Brunel court du 01\/02\/2026 au 31\/01\/2029/)
      .first()
      .waitFor()
  })

  it('enters an agreement, its amounts and tranches proposed by a scale', async () => {
    await page.getByRole('tab', { name: /Aides et tranches/ }).click()
    await button('Ajouter une convention…').first().click()
    const form = dialog('Ajouter une convention')
    await form.getByRole('textbox', { name: 'Référence' }).fill('2026-P-0001')
    await type(form, 'Début de convention', '01/02/2026')
    await pick(form, 'Barème', 'V2 public, QPV ou FRR')
    await form.getByRole('button', { name: 'Proposer', exact: true }).click()
    await form.getByRole('button', { name: 'Proposer une tranche par année' }).click()
    await form.getByText('Total, 3 tranches').waitFor()
    await form.getByRole('button', { name: 'Ajouter la convention' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Tranche 1.*2026-P-0001/ }).waitFor()
  })

  it('records a payment, the oldest tranche first, and says what remains', async () => {
    await button('Enregistrer un versement…').first().click()
    const form = dialog('Enregistrer un versement')
    await type(form, 'Montant reçu', '21 000')
    await type(form, 'Date de valeur', '20/11/2026')
    await form.getByRole('textbox', { name: 'Référence bancaire' }).fill('CDC-26-0001')
    await expect.poll(() => wordsOf(form)).toMatch(/1 tranche soldée par ce versement|2 tranches choisies/)
    await form.getByRole('button', { name: 'Enregistrer le versement' }).click()
    await form.waitFor({ state: 'detached' })
    await expect.poll(() => wordsOf(page.locator('.sheet-head'))).toMatch(/Reçu\s*21 000,00/)
  })

  it('undoes and redoes the payment by its name', async () => {
    const undo = page.locator('header.top').getByRole('button', { name: /^Annuler/ })
    await undo.click()
    await expect.poll(() => wordsOf(page.locator('.sheet-head'))).toMatch(/Reçu\s*0,00/)
    await page
      .locator('header.top')
      .getByRole('button', { name: /^Rétablir/ })
      .click()
    await expect.poll(() => wordsOf(page.locator('.sheet-head'))).toMatch(/Reçu\s*21 000,00/)
  })

  it('explains an amount step by step', async () => {
    await page
      .locator('.sheet-head')
      .getByRole('button', { name: /^Acquis/ })
      .click()
    const why = page.getByRole('complementary', { name: 'Pourquoi ce montant ?' })
    await why.getByText('Année 1', { exact: false }).first().waitFor()
    await why.getByRole('button', { name: /^Fermer/ }).click()
  })

  it('lists on Accueil what is late and what comes', async () => {
    await page.getByRole('link', { name: 'Accueil' }).click()
    await page.getByRole('heading', { name: 'Depuis votre dernière visite' }).waitFor()
    expect(await wordsOf(page.locator('.digest'))).toMatch(
      /En retard|Sous 30 jours|De 31 à 60 jours|Rien à faire/,
    )
    expect(await wordsOf(page.locator('.figs'))).toContain('21 000,00')
  })

  it('hands the accountant a workbook whose totals are formulas with the right values', async () => {
    await page.getByRole('link', { name: 'Rapports' }).click()
    await button(/État des aides par convention/).click()
    await page.getByText(/contrôles sur \d+ justes/).waitFor()
    const download = await downloadOf(page, () => button('Excel (.xlsx)').click())
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(await download.path())
    const names = book.worksheets.map((sheet) => sheet.name)
    expect(names).toEqual(
      expect.arrayContaining(['Synthèse', 'Conventions', 'Tranches', 'Versements', 'Contrôles']),
    )
    const payments = book.getWorksheet('Versements')
    const texts = payments?.getSheetValues().flat().map(String) ?? []
    expect(texts).toContain('CDC-26-0001')
    expect(totals(payments)).toContain(21_000)
  })

  it('finds nothing to change when the same list comes again', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/import'
    })
    await giveFile(page, () => button('Choisir un fichier…').click(), LIST)
    await button('Rien à écrire : tout est déjà dans le dossier').waitFor()
    expect(await wordsOf(page.locator('footer.status'))).toMatch(/\b0 créées?/)
  })
})

/** Values of the formulas of a sheet, in euros. */
function totals(sheet: ExcelJS.Worksheet | undefined): readonly number[] {
  const found: number[] = []
  sheet?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.formula !== undefined && typeof cell.result === 'number') found.push(cell.result)
    }),
  )
  return found
}
