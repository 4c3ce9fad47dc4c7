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

describe('A page whose address was opened again elsewhere', { timeout: 60_000 }, () => {
  test('is told at once that it is shut, when and what to do', async () => {
    await using app = await startApp({ demo: true })
    const { page } = app
    await page.getByRole('heading', { name: 'Depuis votre dernière visite' }).waitFor()
    // What the browser says of requests refused from then on is no fault of the page.
    page.removeAllListeners('console')
    expect((await fetch(app.address)).status).toBe(401)
    await page.getByText(/n’a plus accès à Jalon\s: à \d\d:\d\d:\d\d.*Ouvrez la nouvelle adresse/).waitFor()
  })
})
