/**
 * The same journey without a mouse: nothing here clicks. Every act is a key a person can find (Tab, arrows, Enter, the palette,
 * the shortcuts of F1). On an imported list first, then on the demonstration dossier.
 */
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { downloadOf, focused, giveFile, press, tabTo, wordsOf } from './support/hands.ts'

const LIST = fileURLToPath(new URL('../fixtures/import/structures.csv', import.meta.url))

let app: RunningApp
let page: Page
const keys = (...list: readonly string[]) => press(page, ...list)
const write = (text: string) => page.keyboard.type(text)
const dialog = (name: string | RegExp) => page.getByRole('dialog', { name })

/** The palette: the words of a post or of an action, then Enter. */
async function run(words: string): Promise<void> {
  await keys('Control+k')
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByRole('dialog').getByRole('textbox'))
    .first()
    .waitFor()
  await write(words)
  // Enter runs the first of the list: it must be the one meant, not what the list held a moment before.
  const last = words.toLowerCase().split(' ').at(-1) ?? ''
  await expect
    .poll(async () => (await wordsOf(page.getByRole('option').first())).toLowerCase())
    .toContain(last)
  await keys('Enter')
  await page.getByRole('dialog').getByRole('option').first().waitFor({ state: 'detached' })
}

describe('from a public list to an aid workbook, by keyboard alone', () => {
  beforeAll(async () => {
    app = await startApp()
    page = app.page
    page.setDefaultTimeout(10_000)
    await page.getByRole('heading', { name: 'Ouvrir ou créer un dossier' }).waitFor()
  })
  afterAll(() => app.close())

  it('imports with the key 2, a name, Enter, and a file', async () => {
    await keys('2')
    await dialog('Créer le dossier de l’import').waitFor()
    await expect.poll(() => focused(page)).toContain('Nom du dossier')
    await keys('Control+a')
    await write('Au clavier')
    await keys('Enter')
    await expect.poll(() => focused(page)).toBe('Choisir un fichier…')
    await giveFile(page, () => keys('Enter'), LIST)
    await expect.poll(() => focused(page)).toMatch(/^Continuer avec/)
  })

  it('mends the refused day with F8 and F2', async () => {
    for (let turn = 0; turn < 6; turn++) {
      await keys('F8', 'F2')
      const name = await focused(page)
      if (name.startsWith('Poste accordé le')) break
      await keys('Escape')
    }
    expect(await focused(page)).toMatch(/^Poste accordé le, ligne/)
    await keys('Control+a')
    await write('30/04/2021')
    await keys('Enter')
    await expect.poll(() => wordsOf(page.locator('footer.status'))).toMatch(/4 rejetées, 6 créées/)
  })

  it('continues and imports with Enter', async () => {
    await tabTo(page, /^Continuer avec/, 120)
    await keys('Enter')
    await expect.poll(() => focused(page)).toMatch(/^Importer/)
    await keys('Enter')
    await expect.poll(() => focused(page)).toBe('Voir les postes')
    await keys('Enter')
    await page.getByRole('grid').waitFor()
  })

  it('finds a post and adds a contract from the palette', async () => {
    await run('orbelle')
    await page.getByRole('tab', { name: /Contrats/ }).waitFor()
    await run('ajouter un contrat')
    await dialog('Ajouter un contrat').waitFor()
    await expect.poll(() => focused(page)).toContain('Nom')
    await write('Loubère')
    await keys('Tab')
    await write('Bastien')
    await tabTo(page, /Type de contrat$/)
    await write('Contrat de p')
    await expect.poll(() => focused(page)).toContain('Contrat de projet')
    await tabTo(page, /^Début/)
    await keys('Control+a')
    await write('010226')
    await tabTo(page, /^Fin prévue/)
    await write('31/01/2029')
    await tabTo(page, /^Brut mensuel/)
    await write('2090')
    await keys('Enter')
    await dialog('Ajouter un contrat').waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Bastien Loubère/ }).waitFor()
  })

  it('refuses what cannot be, at the field, and keeps what was typed', async () => {
    await run('ajouter une échéance')
    const form = dialog('Ajouter une échéance')
    await form.waitFor()
    await write('Bilan à envoyer')
    await tabTo(page, /^Pour le/)
    await write('31/02/2027')
    await keys('Enter')
    await form.getByText('Ce jour n’existe pas', { exact: false }).waitFor()
    expect(await form.getByRole('textbox', { name: 'Intitulé' }).inputValue()).toBe('Bilan à envoyer')
    await expect.poll(() => focused(page)).toContain('Pour le')
    await keys('Control+a')
    await write('28/02/2027')
    await keys('Enter')
    await form.waitFor({ state: 'detached' })
  })

  it('adds an agreement with its tranches', async () => {
    await keys('Control+2')
    await run('ajouter une convention')
    const form = dialog('Ajouter une convention')
    await form.waitFor()
    await tabTo(page, /^Référence/)
    await write('2026-P-0002')
    await tabTo(page, /^Début de convention/)
    await write('010226')
    await tabTo(page, /Barème$/)
    await write('V2 public')
    await tabTo(page, 'Proposer')
    await keys('Enter')
    await tabTo(page, 'Proposer une tranche par année')
    await keys('Enter')
    await form.getByText('Total, 3', { exact: false }).waitFor()
    await tabTo(page, 'Ajouter la convention', 120)
    await keys('Enter')
    await form.waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Tranche 3.*2026-P-0002/ }).waitFor()
  })

  it('records a payment with Ctrl+Enter, says what remains, and undoes it', async () => {
    await keys('Control+Enter')
    const form = dialog('Enregistrer un versement')
    await form.waitFor()
    await tabTo(page, /^Montant reçu/)
    await write('=10000+500')
    await keys('Tab')
    await expect
      .poll(() => page.locator('.vh[aria-live=polite]').allTextContents())
      .toEqual(expect.arrayContaining([expect.stringMatching(/affecté en totalité|Reste à affecter/)]))
    await tabTo(page, /^Référence bancaire/)
    await write('CDC-26-0002')
    await keys('Enter')
    await form.waitFor({ state: 'detached' })
    await expect.poll(() => wordsOf(page.locator('.sheet-head'))).toContain('10 500,00')
    await keys('Control+z')
    await expect.poll(() => wordsOf(page.locator('.sheet-head'))).not.toContain('10 500,00')
    await keys('Control+y')
    await expect.poll(() => wordsOf(page.locator('.sheet-head'))).toContain('10 500,00')
  })

  it('takes the workbook with Ctrl+E', async () => {
    await run('aller à : rapports')
    await page.getByRole('heading', { name: 'Rapports' }).waitFor()
    await tabTo(page, /^État des aides par convention/)
    await keys('Enter')
    await page.getByText(/contrôles sur \d+ justes/).waitFor()
    await page.getByRole('columnheader', { name: 'Notifié' }).first().waitFor()
    const download = await downloadOf(page, () => keys('Control+e'))
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(await download.path())
    const texts = book.getWorksheet('Versements')?.getSheetValues().flat().map(String) ?? []
    expect(texts).toContain('CDC-26-0002')
  })
})

describe('the demonstration dossier, by keyboard alone', () => {
  beforeAll(async () => {
    app = await startApp()
    page = app.page
    page.setDefaultTimeout(10_000)
    await page.getByRole('heading', { name: 'Ouvrir ou créer un dossier' }).waitFor()
    await keys('1')
    await page.getByRole('heading', { name: 'Depuis votre dernière visite' }).waitFor()
  })
  afterAll(() => app.close())

  const row = () =>
    page.evaluate(() => document.activeElement?.closest('[data-key]')?.getAttribute('data-key') ?? null)

  it('goes through the late ones with the arrows and answers with F', async () => {
    await tabTo(page, /^Préavis à notifier à Amel Rivoire/)
    const first = await row()
    await keys('ArrowDown')
    const second = await row()
    expect(second).not.toBe(first)
    await keys('ArrowUp', 'f')
    await expect.poll(() => page.locator(`[data-key="${first}"]`).count()).toBe(0)
    await expect.poll(row).toBe(second)
  })

  it('postpones with R and a reason, ignores with I, and Escape writes nothing', async () => {
    const key = await row()
    await keys('r')
    const form = dialog('Reporter une échéance')
    await form.waitFor()
    await keys('Enter')
    await form.getByText('Le motif est obligatoire', { exact: false }).waitFor()
    await tabTo(page, /^Motif/)
    await write('Courrier envoyé, réponse attendue')
    await keys('Enter')
    await form.waitFor({ state: 'detached' })
    await expect.poll(() => page.locator(`[data-key="${key}"]`).count()).toBe(0)
    // The next line is where the keyboard stands before anything else is typed.
    await expect.poll(async () => Boolean(await row())).toBe(true)
    await keys('i')
    await dialog('Ignorer une échéance').waitFor()
    await keys('Escape')
    await dialog('Ignorer une échéance').waitFor({ state: 'detached' })
  })

  it('takes both answers back with Ctrl+Z', async () => {
    await keys('Control+z', 'Control+z')
    await expect.poll(() => wordsOf(page.locator('footer.status'))).toContain('6 en retard')
  })

  it('opens a post with Enter, moves between posts and tabs, and asks why', async () => {
    await run('3310')
    await page.getByRole('tab', { name: /Contrats/, selected: true }).waitFor()
    await expect.poll(() => wordsOf(page.locator('h1'))).toContain('3310')
    await keys('Control+2')
    await page.getByRole('tab', { name: /Aides et tranches/, selected: true }).waitFor()
    await keys('Alt+ArrowDown')
    await expect.poll(() => wordsOf(page.locator('h1'))).toContain('3311')
    await keys('Alt+ArrowUp')
    await expect.poll(() => wordsOf(page.locator('h1'))).toContain('3310')
    await tabTo(page, /^Acquis/)
    await keys('Enter')
    await page.getByRole('heading', { name: 'Pourquoi ce montant ?' }).waitFor()
  })

  it('renews the contract of Lucie Charvin for twelve months and says what is not financed', async () => {
    await run('renouveler')
    const form = dialog(/Renouveler le contrat de Lucie Charvin/)
    await form.waitFor()
    await form.getByText('7 mois sur 12 sans aide').waitFor()
    expect(await wordsOf(form)).toContain('30 892,47 €')
    await tabTo(page, 'Appliquer le renouvellement')
    await keys('Enter')
    await form.waitFor({ state: 'detached' })
    await keys('Control+1')
    await page.getByRole('row', { name: /Lucie Charvin.*01\/02\/2027.*31\/01\/2028/ }).waitFor()
    await keys('Control+z')
    await page.getByRole('row', { name: /01\/02\/2027/ }).waitFor({ state: 'detached' })
  })
})
