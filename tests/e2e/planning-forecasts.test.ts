/** Planning and Prévisions in a browser: by keyboard on the calendar, a scenario compared, applied, undone. */
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
  app = await startApp({ dossier: file.path, width: 1366, height: 768 })
  page = app.page
  page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await app.close()
  file[Symbol.dispose]()
})

const go = (hash: string) =>
  page.evaluate((to) => {
    window.location.hash = to
  }, hash)
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
/** Amount of a line of the comparison: the dossier first, then each scenario. */
const amounts = (measure: RegExp) =>
  page.getByRole('row', { name: measure }).first().getByRole('cell').allInnerTexts()

describe('the planning', () => {
  it('shows two years of every post and moves by the keyboard alone', async () => {
    await go('#/planning')
    await page.getByText('janvier 2026 à décembre 2027').waitFor()
    await page.getByRole('link', { name: /2104 Les Forges/ }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText('février 2026 à janvier 2028').waitFor()
    await page.keyboard.press('Home')
    await page.getByText('janvier 2026 à décembre 2027').waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  it('tells the same as a table: conventions, contracts, vacancy, tranches, notice', async () => {
    await page.keyboard.press('t')
    await page.getByRole('table').waitFor()
    const said = await page.getByRole('table').innerText()
    expect(said).toContain('Vacance')
    expect(said).toContain('Préavis au plus tard')
    expect(said).toMatch(/En retard · 12\s500,00\s€/)
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('t')
  })

  it('comes closer by year and by quarter', async () => {
    await page.getByRole('radio', { name: '3 mois' }).click()
    await page.getByText('octobre 2026 à décembre 2026').waitFor()
  })
})

describe('the forecasts', () => {
  it('a scenario stands beside the dossier and changes nothing in it', async () => {
    await go('#/forecasts')
    await button('Nouveau scénario…').click()
    await page.getByRole('textbox', { name: 'Nom du scénario' }).fill('Départ de Lucie')
    await button(/Hypothèse/).click()
    await page.getByRole('option', { name: 'Mettre fin à un contrat' }).click()
    await page.getByRole('combobox', { name: 'Contrat' }).fill('Lucie')
    await page.getByRole('option', { name: /Lucie Charvin/ }).click()
    await page.getByRole('textbox', { name: 'Dernier jour travaillé' }).fill('31/12/2026')
    await button('Ajouter').click()
    await page.getByText('Fin de Lucie Charvin le 31/12/2026').waitFor()
    await button('Enregistrer le scénario').click()
    await page.getByRole('columnheader', { name: 'Départ de Lucie' }).waitFor()
    const [dossier, scenario] = await amounts(/^Coût salarial/)
    expect(scenario).not.toBe(dossier)
    expect(scenario).toContain('−')
    expect(await seriousFindings(page)).toEqual([])
  })

  it('what is filled in counts without « Ajouter », and what is half filled is asked for', async () => {
    await button('Nouveau scénario…').click()
    await page.getByRole('textbox', { name: 'Nom du scénario' }).fill('Aide tardive')
    await button(/Hypothèse/).click()
    await page.getByRole('option', { name: 'Mettre fin à un contrat' }).click()
    await page.getByRole('combobox', { name: 'Contrat' }).fill('Lucie')
    await page.getByRole('option', { name: /Lucie Charvin/ }).click()
    await button('Enregistrer le scénario').click()
    await page.getByRole('alert').waitFor()
    await button(/Hypothèse/).click()
    await page.getByRole('option', { name: 'Aide en retard' }).click()
    await page.getByRole('textbox', { name: /mois/ }).fill('4')
    await button('Enregistrer le scénario').click()
    await page.getByText('Les tranches à venir arrivent 4 mois plus tard').waitFor()
    await button('Supprimer').last().click()
    await page.getByText('Aide tardive').first().waitFor({ state: 'detached' })
    await expect.poll(() => button('Supprimer').count()).toBe(1)
  })

  it('applied, it is one step in the dossier; undone, the dossier is as before', async () => {
    const [before] = await amounts(/^Coût salarial/)
    await button('Appliquer…').click()
    await button('Écrire dans le dossier').click()
    await expect.poll(async () => (await amounts(/^Coût salarial/))[0]).not.toBe(before)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await amounts(/^Coût salarial/))[0]).toBe(before)
  })
})
