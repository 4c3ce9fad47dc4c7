/** The browser's own file dialog stays open as long as a person looks for a file: its answer must still have somebody to go to. */
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { startApp } from '../../support/app.ts'
import { giveFile } from '../support/hands.ts'
import { passerellesFile } from '../support/passerelles-file.ts'

const LIST = fileURLToPath(new URL('../../fixtures/import/structures.csv', import.meta.url))
const TURNS = 4

/** What nothing holds is gone at once, as it would be a few minutes later. */
async function collectingGarbage(page: Page, doing: () => Promise<void>): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  let isOver = false
  const collecting = (async () => {
    while (!isOver) await browser.send('HeapProfiler.collectGarbage')
  })()
  try {
    await doing()
  } finally {
    isOver = true
    await collecting
  }
}

it('a file chosen in the dialog is read, however late it is chosen', async () => {
  using file = passerellesFile()
  await using app = await startApp({ dossier: file.path })
  const { page } = app
  page.setDefaultTimeout(10_000)
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.evaluate(() => {
      window.location.hash = '#/import'
    })
    const choose = page.getByRole('button', { name: 'Choisir un fichier…' })
    await choose.waitFor()
    await collectingGarbage(page, () => giveFile(page, () => choose.click(), LIST))
    await expect.poll(() => page.locator('.head .sub').textContent()).toContain('structures.csv')
    await page.getByRole('link', { name: 'Accueil' }).click()
    await choose.waitFor({ state: 'detached' })
  }
  expect(await page.locator('input[type=file]').count()).toBe(0)
})
