/** Legal figures in a real browser: corrected and added to by the user, the built-in value beside, every date counted with them. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { seriousFindings } from './support/axe.ts'
import { passerellesFile, type TestFile } from './support/passerelles-file.ts'

let app: RunningApp
let file: TestFile
let page: Page

beforeAll(async () => {
  file = passerellesFile()
  app = await startApp({ dossier: file.path })
  page = app.page
  page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await app.close()
  file[Symbol.dispose]()
})

const dialog = () => page.getByRole('dialog')
const go = (hash: string) =>
  page.evaluate((to) => {
    window.location.hash = to
  }, hash)

async function say(label: RegExp, text: string): Promise<void> {
  await dialog().getByLabel(label).fill(text)
  await page.keyboard.press('Tab')
}

async function figures(search: string): Promise<void> {
  await go('#/settings/figures')
  await page.getByLabel('Chercher un chiffre').fill(search)
}

/** "valeur, en vigueur le", row by row. */
const rows = async () =>
  page.locator('.set-table tbody tr').evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll('td')]
        .slice(0, 2)
        .map((cell) => cell.textContent?.trim().replace(/\s/g, ' '))
        .join(', '),
    ),
  )

const noticeDay = async () => {
  await go('#/home')
  const notice = page.getByText('Préavis à notifier à Lucie Charvin')
  await notice.waitFor()
  return page.locator('li, tr').filter({ has: notice }).first().innerText()
}

describe('The legal figures', () => {
  it('are corrected from a day, the value Jalon came with staying beside', async () => {
    expect(await noticeDay()).toContain('30/11')
    await figures('contrat de projet court')
    await page
      .getByRole('button', { name: 'Corriger : Prévenance, contrat de projet court', exact: true })
      .click()
    expect(await dialog().innerText()).toMatch(/D’origine : 2 mois/)
    await dialog().getByRole('button', { name: 'Ajouter la valeur' }).click()
    await dialog().getByText('Ce champ est obligatoire.').first().waitFor()
    await say(/^Valeur/, '1')
    await say(/^En vigueur le/, '01/01/2026')
    await say(/^Source/, 'Accord du comité')
    await dialog().getByRole('button', { name: 'Ajouter la valeur' }).click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(rows).toContain('1 mois (la vôtre), 01/01/2026')
    expect((await rows()).some((row) => row.startsWith('2 mois, '))).toBe(true)
  })

  it('change the days counted with them at once', async () => {
    await expect.poll(noticeDay).toContain('31/12')
    await go('#/calculators/notice')
    await page.getByText('Jour limite légal').waitFor()
    await expect.poll(() => page.locator('main').innerText()).toContain('lundi 30/11/2026')
  })

  it('take a later value after one’s own, and go back to the built-in one', async () => {
    await figures('contrat de projet court')
    await page
      .getByRole('button', { name: 'Autre valeur : Prévenance, contrat de projet court', exact: true })
      .click()
    await say(/^Valeur/, '4')
    await say(/^En vigueur le/, '01/01/2030')
    await say(/^Source/, 'Décret à venir')
    await dialog().getByRole('button', { name: 'Ajouter la valeur' }).click()
    await dialog().waitFor({ state: 'detached' })
    await expect
      .poll(async () => (await rows()).slice(0, 2))
      .toEqual(['4 mois (la vôtre), 01/01/2030', '1 mois (la vôtre), 01/01/2026'])
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Modifier…' }).nth(1).click()
    await dialog().getByRole('button', { name: 'Retirer ma valeur' }).click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(noticeDay).toContain('30/11')
  })

  it('take a holiday that Jalon does not know, in one zone', async () => {
    await go('#/settings/figures')
    await page.getByRole('button', { name: 'Ajouter un jour férié…' }).click()
    await say(/^Nom du jour/, 'Fête du port')
    await say(/^Valeur/, '30/11')
    await say(/^En vigueur le/, '01/01/2026')
    await say(/^Source/, 'Arrêté local')
    expect(await seriousFindings(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Ajouter le jour férié' }).click()
    await dialog().waitFor({ state: 'detached' })
    await page.getByLabel('Chercher un chiffre').fill('fete du port')
    await page.getByRole('rowheader', { name: 'Jour férié, toutes les zones : fete du port' }).waitFor()
    // 30 November 2026 is a Monday: the notice is to give on the Friday before.
    await expect.poll(noticeDay).toContain('27/11')
  })
})
