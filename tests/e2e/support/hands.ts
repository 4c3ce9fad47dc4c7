/** What a person does with mouse or keyboard, named once: choose a file, pick in a list, wait for what is said. */
import type { Download, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Presses a button that asks for a file, and hands this one over. */
export async function giveFile(page: Page, press: () => Promise<void>, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()])
  await chooser.setFiles(path)
}

/** A list that opens under a button (Select). */
export async function pick(scope: Page | Locator, label: string, option: string | RegExp): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope
  await scope.getByRole('button', { name: new RegExp(`${escapeText(label)}$`) }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** A day or an amount: typed, then left, so that it is read. */
export async function type(scope: Page | Locator, label: string | RegExp, text: string): Promise<void> {
  const field = scope.getByRole('textbox', { name: label, exact: typeof label === 'string' })
  await field.fill(text)
  await field.blur()
}

export async function downloadOf(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()])
  return download
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Where the keyboard is: the accessible words of the element that has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    const byId = (id: string) => document.getElementById(id)?.textContent ?? ''
    const labelled = (element.getAttribute('aria-labelledby') ?? '').split(' ').map(byId).join(' ').trim()
    const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : ''
    return element.getAttribute('aria-label') ?? (labelled || label || (element.textContent ?? ''))
  })
}

/** Tab until the focus is on this; fails where it never gets there. */
export async function tabTo(page: Page, words: string | RegExp, most = 60): Promise<void> {
  for (let turn = 0; turn < most; turn++) {
    const now = await focused(page)
    if (typeof words === 'string' ? now.trim() === words || now.startsWith(`${words} `) : words.test(now))
      return
    await page.keyboard.press('Tab')
  }
  expect.fail(`the keyboard never reaches ${words}; it is on “${await focused(page)}”`)
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The words shown, with plain spaces: a test reads like the screen, not like its typography. */
export async function wordsOf(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? '').replace(/[\u00a0\u202f]/g, ' ')
}
