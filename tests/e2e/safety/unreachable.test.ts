/** Browser shell: the server is stopped while a page is open. */
import { describe, expect, test } from 'vitest'
import { startApp } from '../../support/app.ts'

const SAID = /Jalon ne répond plus.*Relancez Jalon/

describe('A page whose application was stopped', { timeout: 60_000 }, () => {
  test('says so at once, says it again to whoever saves, and keeps what was typed', async () => {
    await using app = await startApp({ demo: true })
    const { page } = app
    await page.getByRole('heading', { name: 'Depuis votre dernière visite' }).waitFor()
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Référence bancaire' }).fill('CDC-26-9999')
    await app.stopServer()
    await page.getByText(SAID).waitFor()
    await dialog.getByRole('button', { name: 'Enregistrer le versement' }).click()
    expect(await dialog.getByRole('textbox', { name: 'Référence bancaire' }).inputValue()).toBe('CDC-26-9999')

    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Planning' }).click()
    await page.getByText('Cet écran ne peut pas se montrer').waitFor()
    await page.getByText(SAID).waitFor()
  })
})
