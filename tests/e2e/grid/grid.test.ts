/** The grid of Postes in a real browser, by hand and by keyboard: what a person of the workbook does on the first day. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../support/app.ts'
import { gridHands } from '../support/grid-hands.ts'
import { passerellesFile, type TestFile } from '../support/passerelles-file.ts'

let app: RunningApp
let file: TestFile
let page: Page

async function open(): Promise<void> {
  file = passerellesFile()
  app = await startApp({ dossier: file.path })
  page = app.page
}

async function close(): Promise<void> {
  await app.close()
  file[Symbol.dispose]()
}

const { grid, active, cell, status, keys, copyText, showColumns } = gridHands(() => page)
const go = async (hash: string): Promise<void> => {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
}

describe('the grid of Postes', () => {
  beforeAll(open)
  afterAll(close)
  beforeEach(async () => {
    await go('#/home')
    await go('#/positions')
    await grid().waitFor()
    await grid().focus()
    await keys('Control+Home', 'ArrowDown')
  })

  it('says its rows, its columns and the active cell to a screen reader', async () => {
    expect(await grid().getAttribute('aria-rowcount')).toBe('15')
    expect(await grid().getAttribute('aria-colcount')).toBe('14')
    expect(await active()).toBe('2101Itinérance Nord')
    await keys('ArrowRight', 'ArrowRight')
    expect(await active()).toBe('Nadia Ferrand')
    expect(await grid().locator('[role=columnheader]').first().getAttribute('aria-sort')).toBe('ascending')
  })

  it('moves to the edges with Ctrl, to the ends of a line with Origine and Fin', async () => {
    await keys('End')
    expect(await active()).toBe('31/01/2027 Fin de convention')
    await keys('Home', 'Control+End')
    expect(await active()).toContain('Sous-total')
    await keys('Control+Home')
    expect(await active()).toContain('Réseau Passerelles Numériques')
  })

  it('shows the group subtotals and the control totals of the dossier', async () => {
    const total = grid().locator('.gr.total')
    await expect.poll(() => total.textContent()).toContain('396\u202f500,00')
    expect(await total.textContent()).toContain('315\u202f000,00')
    expect(await total.textContent()).toContain('9\u00a0postes')
    expect(await grid().locator('.gr.subtotal').first().textContent()).toContain('254\u202f000,00')
  })

  it('sums, averages and counts the selected cells in the status bar', async () => {
    for (let at = 0; at < 9; at += 1) await keys('ArrowRight')
    await keys('Shift+ArrowDown', 'Shift+ArrowDown')
    await expect.poll(() => status().textContent()).toContain('Somme 132\u202f000,00')
    expect(await status().textContent()).toContain('Moyenne 44\u202f000,00')
    expect(await status().textContent()).toContain('Nombre 3')
    await keys('Escape')
    await expect.poll(() => status().textContent()).not.toContain('Somme')
  })

  it('edits in place by typing, keeps it with Enter, gives it back with Ctrl+Z', async () => {
    await page.keyboard.type('Itinérance Sud')
    await keys('Enter')
    await expect.poll(() => cell('2101', 'position').textContent()).toBe('2101Itinérance Sud')
    expect(await active()).toBe('2102Espace Gare')
    await keys('Control+z')
    await expect.poll(() => cell('2101', 'position').textContent()).toBe('2101Itinérance Nord')
  })

  it('leaves a cell as it was with Escape, and opens it with its text with F2', async () => {
    await keys('F2')
    const input = grid().locator('.cell-input')
    await expect.poll(() => input.inputValue()).toBe('Itinérance Nord')
    await input.fill('autre')
    await keys('Escape')
    expect(await grid().locator('.cell-input').count()).toBe(0)
    expect(await active()).toBe('2101Itinérance Nord')
  })

  it('refuses an empty name at the cell, with the reason, and keeps the hands there', async () => {
    await keys('F2')
    await grid().locator('.cell-input').fill('')
    await keys('Enter')
    await expect.poll(() => grid().getByRole('alert').textContent()).toContain('obligatoire')
    await keys('Escape')
    expect(await active()).toBe('2101Itinérance Nord')
  })

  it('does not let a computed cell be typed in, and says from what it is computed', async () => {
    for (let at = 0; at < 10; at += 1) await keys('ArrowRight')
    await page.keyboard.type('5')
    expect(await grid().locator('.cell-input').count()).toBe(0)
    await expect.poll(() => page.locator('.entry-bar').textContent()).toContain('calculé')
  })

  it('Tab leaves the grid, and comes back to it', async () => {
    await keys('Tab')
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(false)
    await keys('Shift+Tab')
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('F8 goes from one late row to the next', async () => {
    await keys('F8')
    expect(await active()).toContain('10\u202f000,00')
    await keys('F8')
    expect(await active()).toContain('10\u202f000,00')
    await keys('F8')
    expect(await active()).toContain('12\u202f500,00')
  })

  it('folds and unfolds a group by keyboard', async () => {
    await keys('ArrowUp', 'Enter')
    await expect.poll(() => grid().getByText('Itinérance Nord').count()).toBe(0)
    await keys('Enter')
    await expect.poll(() => grid().getByText('Itinérance Nord').count()).toBe(1)
  })

  it('filters by a word, says how many rows are left, and never hides late ones in silence', async () => {
    await keys('Control+f')
    await page.keyboard.type('bibli')
    await expect.poll(() => status().textContent()).toContain('1 sur 9\u00a0postes')
    await expect.poll(() => page.locator('.hidden-late').textContent()).toContain('5\u00a0lignes')
    await page.getByRole('button', { name: 'Montrer' }).click()
    await expect.poll(() => status().textContent()).toContain('9\u00a0postes')
  })

  it('sorts by a title, then by a second one with Shift', async () => {
    const titles = grid().locator('[role=columnheader]')
    await titles.filter({ hasText: 'Titulaire' }).locator('.head-sort').click()
    expect(await titles.nth(2).getAttribute('aria-sort')).toBe('ascending')
    await titles
      .filter({ hasText: 'État' })
      .locator('.head-sort')
      .click({ modifiers: ['Shift'] })
    expect(await titles.nth(3).getAttribute('aria-sort')).toBe('ascending')
    await titles.first().locator('.head-sort').click()
  })

  it('keeps an edited row in its place until the order is refreshed', async () => {
    await page.keyboard.type('Zone témoin')
    await keys('Enter')
    await expect.poll(() => cell('2101', 'position').textContent()).toBe('2101Zone témoin')
    await keys('Control+z')
    await expect.poll(() => cell('2101', 'position').textContent()).toBe('2101Itinérance Nord')
  })

  it('copies what is selected as a spreadsheet wants it: raw values, tabs between cells', async () => {
    for (let at = 0; at < 8; at += 1) await keys('ArrowRight')
    await keys('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c')
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text.replaceAll('\r\n', '\n')).toBe('31/01/2027\t44000\n28/02/2027\t44000')
  })

  it('pastes over cells in one step, points at each wrong one, and undoes all of it at once', async () => {
    await showColumns('Nature', 'Lieu de permanence')
    await grid().focus()
    await keys('Control+Home', 'ArrowDown', 'End', 'ArrowLeft')
    await copyText('Conseiller numérique\tMairie\nmagicien\t"Espace ""Gare"""\nCoordinateur\tHalle')
    await keys('Control+v')
    await expect.poll(() => cell('2103', 'workplace').textContent()).toBe('Halle')
    expect(await cell('2102', 'workplace').textContent()).toBe('Espace "Gare"')
    await expect.poll(() => cell('2102', 'kind').getAttribute('aria-invalid')).toBe('true')
    expect(await cell('2102', 'kind').textContent()).toContain('magicien')
    await expect.poll(() => page.locator('.toast').textContent()).toContain('1\u00a0cellule refusée')
    await grid().focus()
    await keys('F8')
    await expect.poll(() => page.locator('.entry-bar').textContent()).toContain('Valeur inconnue')
    await keys('Control+z')
    await expect.poll(() => cell('2103', 'workplace').textContent()).not.toBe('Halle')
    expect(await cell('2101', 'workplace').textContent()).not.toBe('Mairie')
  })

  it('copies down with Ctrl+D and clears with Suppr, each in one step', async () => {
    await showColumns('Lieu de permanence')
    await grid().focus()
    await keys('Control+Home', 'ArrowDown', 'End')
    await page.keyboard.type('Médiathèque')
    await keys('Enter')
    await expect.poll(() => cell('2101', 'workplace').textContent()).toBe('Médiathèque')
    await keys('ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    await expect.poll(() => cell('2103', 'workplace').textContent()).toBe('Médiathèque')
    await keys('Delete')
    await expect.poll(() => cell('2103', 'workplace').textContent()).toBe('—')
    await keys('Control+z')
    await expect.poll(() => cell('2103', 'workplace').textContent()).toBe('Médiathèque')
    await keys('Control+z')
    await expect.poll(() => cell('2103', 'workplace').textContent()).not.toBe('Médiathèque')
    await keys('Control+z')
    await expect.poll(() => cell('2101', 'workplace').textContent()).not.toBe('Médiathèque')
  })

  it('changes many rows at once after showing what will change', async () => {
    await showColumns('Lieu de permanence')
    await grid().focus()
    await keys('Control+Home', 'ArrowDown', 'End', 'Shift+ArrowDown', 'Shift+F10')
    await page.getByRole('menuitem', { name: 'Modifier en nombre…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Modifier 2\u00a0lignes' })
    await dialog.getByLabel('Nouvelle valeur').fill('Atelier')
    expect(await dialog.locator('tbody tr').count()).toBe(2)
    await dialog.getByRole('button', { name: 'Modifier 2\u00a0lignes' }).click()
    // The dialog stays until the dossier has answered; only then is there something to take back.
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => cell('2102', 'workplace').textContent()).toBe('Atelier')
    await grid().focus()
    await keys('Control+z')
    await expect.poll(() => cell('2102', 'workplace').textContent()).not.toBe('Atelier')
  })

  it('creates posts from pasted lines, in one step', async () => {
    await copyText(
      'ID poste\tPoste\tStructure\n4401\tQuai Nord\tRPN\n4402\tQuai Sud\tValombre\n4403\tSans\tInconnue',
    )
    await keys('Control+Shift+v')
    const dialog = page.getByRole('dialog', { name: 'Coller comme nouvelles lignes' })
    await expect.poll(() => dialog.textContent()).toContain('Inconnue')
    await dialog.getByRole('button', { name: 'Créer 2\u00a0lignes' }).click()
    await expect.poll(() => grid().getByText('Quai Sud').count()).toBe(1)
    await page.keyboard.press('Escape')
    await grid().focus()
    await keys('Control+z')
    await expect.poll(() => grid().getByText('Quai Sud').count()).toBe(0)
  })

  it('keeps a view under a name in the dossier, and shows it as a tab', async () => {
    await page.getByRole('button', { name: 'Enregistrer la vue' }).click()
    await page.getByLabel('Nom de la vue').fill('Ma vue')
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer la vue' }).click()
    await page.getByRole('tab', { name: 'Ma vue' }).waitFor()
    await page.getByRole('button', { name: 'Vue', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Supprimer la vue « Ma vue »' }).click()
    await expect.poll(() => page.getByRole('tab', { name: 'Ma vue' }).count()).toBe(0)
  })

  it('exports the view as a workbook with its groups and its totals', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), keys('Control+e')])
    expect(download.suggestedFilename()).toBe('passerelles-postes-2026-11-23.xlsx')
    const { default: ExcelJS } = await import('exceljs')
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(await download.path())
    const sheet = book.getWorksheet('Postes')
    const texts = (sheet?.getSheetValues() ?? []).map((line) => JSON.stringify(line)).join('\n')
    expect(texts).toContain('Ville de Valombre')
    expect(texts).toContain('396500')
  })

  it('opens the post from its name with Enter', async () => {
    await keys('Enter')
    await expect.poll(() => page.url()).toContain('#/position/')
    await page.goBack()
    await grid().waitFor()
  })

  it('goes round the areas of the page with F6', async () => {
    await keys('F6')
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(false)
    for (let at = 0; at < 12; at += 1) {
      if (await grid().evaluate((element) => element === document.activeElement)) break
      await keys('F6')
    }
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true)
  })
})
