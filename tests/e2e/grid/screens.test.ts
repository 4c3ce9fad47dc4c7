/** Tranches, Contrats, Structures, Personnes, Journal, palette, veil and scope, as a person uses them. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../support/app.ts'
import { passerellesFile, type TestFile } from '../support/passerelles-file.ts'

let app: RunningApp
let file: TestFile
let page: Page

beforeAll(async () => {
  file = passerellesFile()
  app = await startApp({ dossier: file.path })
  page = app.page
})
afterAll(async () => {
  await app.close()
  file[Symbol.dispose]()
})

const grid = () => page.getByRole('grid')
const cell = (row: string, column: string) =>
  grid().locator(`[role=row]:has-text("${row}") [id$="-${column}"]`).first()
const go = async (hash: string) => {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
}

describe('Tranches', () => {
  it('says above the rows what the notified amount became, and how old the late part is', async () => {
    await go('#/instalments/all')
    const bars = page.locator('.split-bars')
    await expect.poll(() => bars.textContent()).toContain('396\u202f500,00\u00a0€')
    const words = await bars.textContent()
    for (const part of ['315\u202f000,00', '49\u202f000,00', '10\u202f000,00', '12\u202f500,00'])
      expect(words).toContain(part)
    expect(words).toContain('Plus de 90 j 14\u202f000,00')
  })

  it('groups by state, late first, with the sums in each heading', async () => {
    const headings = grid().locator('.gr.group .grp-name')
    expect((await headings.allTextContents()).map((each) => each.replace(/^.*?Replier /, '').trim())).toEqual(
      ['En retard 5', 'À demander 1', 'Suspendues 1', 'Prévues 1', 'Reçues 18'],
    )
    expect(await grid().locator('.gr.group').first().textContent()).toContain('−49\u202f000,00')
  })

  it('unfolds the payments of a tranche with Espace', async () => {
    await grid().focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect.poll(() => grid().locator('.gr.detail').count()).toBe(1)
    await page.keyboard.press('Space')
    await expect.poll(() => grid().locator('.gr.detail').count()).toBe(0)
  })

  it('moves a tranche out of late when its day is typed again, but keeps it in place until refreshed', async () => {
    await grid().focus()
    await page.keyboard.press('Control+Home')
    for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    for (let at = 0; at < 6; at += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.type('31/12/26')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell('2024-A-0152', 'dueOn').textContent()).toBe('31/12/2026')
    await expect.poll(() => cell('2024-A-0152', 'state').textContent()).toContain('Demandée')
    expect(await grid().locator('.gr.group').first().textContent()).toContain('5')
    await page.getByRole('button', { name: 'Actualiser l’ordre' }).click()
    await expect.poll(() => grid().locator('.gr.group').first().textContent()).toContain('4')
    await grid().focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => cell('2024-A-0152', 'dueOn').textContent()).toBe('30/04/2026')
  })

  it('asked for by its address becomes active once: the hand that went on is not taken back to it', async () => {
    const active = () => grid().evaluate((element) => element.getAttribute('aria-activedescendant') ?? '')
    const due = cell('2024-A-0152', 'dueOn')
    const asked = /-(r\d+)-/.exec((await due.getAttribute('id')) ?? '')?.[1]
    const before = (await due.textContent()) ?? ''
    await go(`#/instalments/all/${asked?.slice(1)}`)
    await expect.poll(active).toContain(`-${asked}-`)
    await due.dblclick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('30/12/26')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    const gone = await active()
    expect(gone).not.toContain(`-${asked}-`)
    await page.keyboard.press('Control+z')
    await expect.poll(() => due.textContent()).toBe(before)
    expect(await active()).toBe(gone)
    await go('#/instalments/all')
    await page.goBack()
    await expect.poll(active).toContain(`-${asked}-`)
  })

  it('shows payments and agreements beside the tranches', async () => {
    await page.getByRole('tab', { name: /^Versements/ }).click()
    await expect.poll(() => grid().getAttribute('aria-label')).toContain('Versements')
    expect(await grid().locator('.gr.total').textContent()).toContain('315\u202f000,00')
    await page.getByRole('tab', { name: /^Conventions/ }).click()
    await expect.poll(() => grid().locator('.gr.total').textContent()).toContain('9\u00a0conventions')
  })
})

describe('Contrats', () => {
  it('lists running contracts first, with their notice, and says where a term was never closed', async () => {
    await go('#/contracts')
    await expect.poll(() => grid().getAttribute('aria-label')).toContain('En cours')
    expect(await cell('Amel Rivoire', 'notice').textContent()).toContain('31/10/2026')
    expect(await cell('Nadia Ferrand', 'notice').textContent()).toBe('sans objet')
    expect(await cell('Nadia Ferrand', 'endsOn').textContent()).toBe('sans terme')
  })

  it('refuses an end before the start at the cell, keeps what was typed, and writes nothing', async () => {
    await grid().focus()
    await page.keyboard.press('Control+Home')
    await page.getByRole('searchbox').fill('Maurel')
    await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe('4')
    await cell('Théo Maurel', 'endsOn').click()
    await page.keyboard.type('01/01/2020')
    await page.keyboard.press('Enter')
    const refused = cell('Théo Maurel', 'endsOn')
    await expect.poll(() => refused.getAttribute('aria-invalid')).toBe('true')
    expect(await refused.textContent()).toContain('01/01/2020')
    await page.locator('.toast').first().waitFor()
    await refused.click()
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('31/12/2026')
    await page.keyboard.press('Enter')
    await expect.poll(() => refused.getAttribute('aria-invalid')).toBe(null)
    await page.getByRole('searchbox').fill('')
  })
})

describe('the frame', () => {
  it('finds a person from a few letters and opens what is chosen by keyboard', async () => {
    await go('#/positions')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /^Rechercher/ }).fill('charvin')
    await page
      .getByRole('option', { name: /Maison des services/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(/#\/position\/\d+\//)
  })

  it('runs an action from the palette', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /^Rechercher/ }).fill('aller personnes')
    await page
      .getByRole('option', { name: /Personnes/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('#/persons')
  })

  it('shows one structure at a time, and still counts everything that is late', async () => {
    await go('#/positions')
    const late = await page.locator('.latebtn').textContent()
    await page.getByRole('button', { name: /Structure affichée/ }).click()
    await page.getByRole('option', { name: /Ville de Valombre/ }).click()
    await expect.poll(() => grid().locator('.gr.total').textContent()).toContain('3\u00a0postes')
    expect(await page.locator('.latebtn').textContent()).toBe(late)
    await page.getByRole('button', { name: /Structure affichée/ }).click()
    await page.getByRole('option', { name: 'Toutes les structures' }).click()
    await expect.poll(() => grid().locator('.gr.total').textContent()).toContain('9\u00a0postes')
  })

  it('hides names and amounts at a key, and shows them again', async () => {
    const colour = () => cell('2101', 'notified').evaluate((element) => getComputedStyle(element).color)
    const before = await colour()
    await page.keyboard.press('F9')
    expect(await colour()).toBe('rgba(0, 0, 0, 0)')
    expect(await cell('2101', 'holder').evaluate((element) => getComputedStyle(element).color)).toBe(
      'rgba(0, 0, 0, 0)',
    )
    await page.keyboard.press('F9')
    expect(await colour()).toBe(before)
  })

  it('tells in the journal what was changed, before and after', async () => {
    await grid().focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('Itinérance Ouest')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell('2101', 'position').textContent()).toContain('Ouest')
    await go('#/journal')
    const first = page.locator('.journal-entry').first()
    await expect.poll(() => first.textContent()).toContain('Itinérance Ouest')
    expect(await first.textContent()).toContain('Itinérance Nord')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('.journal-entry').first().textContent()).toContain('annulée')
  })

  it('prints every row, not only those on the screen', async () => {
    await go('#/persons')
    await grid().waitFor()
    await page.setViewportSize({ width: 1366, height: 320 })
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => grid().locator('.grid-body .gr').count()).toBe(14)
    const last = grid().locator('.grid-body .gr').last()
    expect(await last.evaluate((element) => getComputedStyle(element).position)).toBe('static')
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  it('lists every key under F1', async () => {
    await page.keyboard.press('F1')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    const words = await dialog.textContent()
    for (const key of ['Ctrl+K', 'Ctrl+Z', 'Ctrl+D', 'F8', 'Maj+F10']) expect(words).toContain(key)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
