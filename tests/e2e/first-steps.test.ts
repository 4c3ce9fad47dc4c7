/** A new, empty dossier: what cannot be done yet says what comes first. */
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'

describe('In an empty dossier', { timeout: 60_000 }, () => {
  test('a contract leads to the post it needs, the post to the structure, the structure is written', async () => {
    await using app = await startApp()
    const { page } = app
    await page.getByRole('heading', { name: 'Ouvrir ou créer un dossier' }).waitFor()
    await page.keyboard.press('3')
    await page.getByRole('dialog').getByRole('button', { name: 'Créer le dossier' }).click()
    await page.getByText('Ce dossier ne contient pas encore de poste.').waitFor()

    await page.getByRole('link', { name: 'Contrats' }).click()
    await page.getByRole('button', { name: 'Nouveau contrat' }).first().click()
    await page.getByRole('dialog', { name: 'Commencer par un poste' }).waitFor()
    await page.getByRole('button', { name: 'Ajouter un poste…' }).click()
    await page.getByRole('dialog', { name: 'Commencer par une structure' }).waitFor()
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog', { name: 'Ajouter une structure' })
    await form.getByRole('textbox', { name: 'Raison sociale' }).fill('Les Passerelles')
    await page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
    expect(app.application.session.context().dossier.readFacts().employers).toHaveLength(1)

    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog', { name: 'Enregistrer un versement' }).waitFor()
  })

  test('money has nowhere to go before there is a structure', async () => {
    await using app = await startApp()
    const { page } = app
    await page.getByRole('heading', { name: 'Ouvrir ou créer un dossier' }).waitFor()
    await page.keyboard.press('3')
    await page.getByRole('dialog').getByRole('button', { name: 'Créer le dossier' }).click()
    await page.getByText('Ce dossier ne contient pas encore de poste.').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog', { name: 'Commencer par une structure' }).waitFor()
    await page.getByRole('button', { name: 'Importer une liste…' }).click()
    await page.getByRole('heading', { name: 'Importer un classeur' }).waitFor()
  })
})
