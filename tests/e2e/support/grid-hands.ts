/** The hands of a person in a grid: keys, cells by row and column, what the grid and its status bar say. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export function gridHands(page: () => Page) {
  const grid = (): Locator => page().getByRole('grid')
  const active = (): Promise<string> =>
    grid().evaluate((element) => {
      const id = element.getAttribute('aria-activedescendant')
      return id === null ? '' : (document.getElementById(id)?.textContent ?? '')
    })
  const cell = (row: string, column: string): Locator =>
    grid().locator(`[role=row]:has-text("${row}") [id$="-${column}"]`)
  const status = (): Locator => page().locator('footer.status')
  const keys = async (...list: readonly string[]): Promise<void> => {
    for (const key of list) await page().keyboard.press(key)
  }
  const copyText = async (text: string): Promise<void> => {
    await page().evaluate((words) => navigator.clipboard.writeText(words), text)
  }
  /** Shows columns that the screen hides at first. */
  const showColumns = async (...names: readonly string[]): Promise<void> => {
    await page()
      .getByRole('button', { name: /^Colonnes/ })
      .click()
    const panel = page().getByRole('dialog', { name: 'Colonnes montrées et leur ordre' })
    for (const name of names) {
      const box = panel.getByRole('checkbox', { name, exact: true })
      if (!(await box.isChecked())) await panel.getByText(name, { exact: true }).click()
      await expect.poll(() => box.isChecked()).toBe(true)
    }
    await keys('Escape')
    await panel.waitFor({ state: 'detached' })
    await expect
      .poll(() =>
        page()
          .getByRole('button', { name: /^Colonnes/ })
          .evaluate((e) => e === document.activeElement),
      )
      .toBe(true)
  }
  return { grid, active, cell, status, keys, copyText, showColumns }
}
