/** What was typed and not understood: never written as nothing, never erases what was recorded. */
import { describe, expect, test } from 'vitest'
import { startApp } from '../../support/app.ts'

describe('A day that cannot be read', { timeout: 60_000 }, () => {
  test('is not left out of a payment in silence: the dialog goes to it, even folded away', async () => {
    await using app = await startApp({ demo: true })
    const { page } = app
    await page.getByRole('heading', { name: 'Depuis votre dernière visite' }).waitFor()
    const payments = () => app.application.session.context().dossier.readFacts().payments.length
    const before = payments()
    await page.evaluate(() => {
      window.location.hash = '#/instalments/all'
    })
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog', { name: 'Enregistrer un versement' })
    await dialog.getByRole('combobox', { name: 'Structure' }).fill('Ville')
    await page.getByRole('option', { name: /Ville de Valombre/ }).click()
    await dialog.getByRole('textbox', { name: 'Montant reçu' }).fill('12500')
    await dialog.getByText('Comptabilité publique et note').click()
    const issued = dialog.getByRole('textbox', { name: 'Titre émis le' })
    await issued.fill('31/02/2026')
    await issued.blur()
    await dialog.getByText('Comptabilité publique et note').click()
    await dialog.getByRole('button', { name: 'Enregistrer le versement' }).click()
    await dialog.getByText('février 2026 a 28 jours').waitFor()
    expect(await issued.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(payments()).toBe(before)

    await issued.fill('28/02/2026')
    await dialog.getByRole('button', { name: 'Enregistrer le versement' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(payments()).toBe(before + 1)
  })

  test('does not erase the day of the label that was recorded', async () => {
    await using app = await startApp({ demo: true })
    const { page } = app
    await page.getByRole('heading', { name: 'Depuis votre dernière visite' }).waitFor()
    await page.evaluate(() => {
      window.location.hash = '#/settings/employers'
    })
    const day = page.getByRole('textbox', { name: /Ville de Valombre/ })
    await day.fill('01/09/2026')
    await day.blur()
    const recorded = () =>
      JSON.stringify(app.application.session.context().dossier.readFacts().settings).includes('2026-09-01')
    await expect.poll(recorded).toBe(true)
    await page.getByRole('button', { name: /^Annuler : / }).waitFor()
    await day.fill('31/09/2026')
    await day.blur()
    await page.getByText('septembre 2026 a 30 jours').waitFor()
    expect(recorded()).toBe(true)
  })
})
