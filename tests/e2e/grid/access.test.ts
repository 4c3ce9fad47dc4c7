/** Every grid screen, light and dark, wide and narrow: nothing serious for axe, nothing cut, nothing that traps the focus. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { startApp } from '../../support/app.ts'
import { seriousFindings } from '../support/axe.ts'
import { passerellesFile } from '../support/passerelles-file.ts'
import { settle } from '../support/screens.ts'

const SCREENS = [
  '#/positions',
  '#/contracts',
  '#/instalments/follow',
  '#/instalments/all',
  '#/instalments/payments',
  '#/instalments/agreements',
  '#/employers',
  '#/persons',
  '#/journal',
] as const

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
  await page.locator('main h1').first().waitFor()
  await settle(page)
}

describe.each([
  { name: 'light, 1366 × 768', options: {} },
  { name: 'dark, 1366 × 768', options: { dark: true } },
  { name: 'light, 1093 × 614', options: { width: 1093, height: 614 } },
])('the grid screens, $name', ({ options }) => {
  it('hold nothing serious for axe, and never scroll sideways as a whole', async () => {
    using file = passerellesFile()
    await using app = await startApp({ dossier: file.path, ...options })
    const { page } = app
    for (const screen of SCREENS) {
      await go(page, screen)
      expect(await seriousFindings(page), screen).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, screen).toBe(0)
    }
  })

  it('hold nothing serious for axe while filtering, editing, choosing columns, searching and reading the keys', async () => {
    using file = passerellesFile()
    await using app = await startApp({ dossier: file.path, ...options })
    const { page } = app
    await go(page, '#/positions')
    const grid = page.getByRole('grid')
    await grid.focus()
    await page.keyboard.press('F2')
    expect(await seriousFindings(page), 'editing').toEqual([])
    await page.keyboard.press('Escape')
    for (let at = 0; at < 4; at += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    expect(await seriousFindings(page), 'choosing a word').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Filtrer', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    expect(await seriousFindings(page), 'filtering').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Colonnes/ }).click()
    await page.getByRole('dialog').waitFor()
    expect(await seriousFindings(page), 'columns').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /^Rechercher/ }).fill('nadia')
    await page
      .getByRole('option', { name: /Nadia Ferrand/ })
      .first()
      .waitFor()
    expect(await seriousFindings(page), 'palette').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('F1')
    await page.getByRole('dialog').waitFor()
    expect(await seriousFindings(page), 'keys').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await grid.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menu').waitFor()
    expect(await seriousFindings(page), 'menu').toEqual([])
  })
})
