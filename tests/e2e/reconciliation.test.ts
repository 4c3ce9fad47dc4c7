/** The State's list beside the dossier, in a real browser: what differs, what is decided, what a later list changes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { seriousFindings } from './support/axe.ts'
import { giveFile } from './support/hands.ts'
import { passerellesFile, type TestFile } from './support/passerelles-file.ts'

const HEADERS =
  'ID Poste,ID Structure TP,Structure,Département,Statut,Coordinateur,Convention,Fin de convention,Fin de contrat,Bonification,Total conventionné,Total versé'
const list = (received: string) =>
  [
    HEADERS,
    `3310,,Ville de Valombre,,Occupé,Non,Renouvellement (V2),29/06/2027,31/01/2027,Oui,50000,${received}`,
  ].join('\n')

let app: RunningApp
let file: TestFile
let page: Page
let folder: string

beforeAll(async () => {
  file = passerellesFile()
  folder = mkdtempSync(join(tmpdir(), 'jalon-ecarts-'))
  app = await startApp({ dossier: file.path })
  page = app.page
  page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await app.close()
  file[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const line = (field: string) => page.getByRole('row').filter({ hasText: field })

async function bring(name: string, text: string): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, text)
  await button('Importer la liste des postes…').click()
  await giveFile(page, () => button('Choisir un fichier…').click(), path)
  await button(/^Continuer avec/).click()
  await button(/^Importer \d/).click()
  await button('Voir les écarts avec l’État').click()
  await page.getByRole('heading', { name: 'Écarts avec la liste de l’État' }).waitFor()
}

describe('settling what differs from the State’s list', () => {
  it('is reached from the reports, and says what belongs there', async () => {
    await page.getByRole('link', { name: 'Rapports', exact: true }).click()
    await button(/Écarts avec la liste de l’État/).click()
    await page.getByRole('heading', { name: 'Aucun écart avec la liste de l’État' }).waitFor()
  })

  it('shows both sides of each difference after the import of the list', async () => {
    await bring('postes.csv', list('20000'))
    await expect.poll(() => line('Fin de convention').innerText()).toMatch(/29\/06\/2027[\s\S]*30\/06\/2027/)
    expect(await line('Fin de convention').innerText()).toContain('un jour d’écart')
    expect(await line('Total versé').innerText()).toMatch(/20\s000,00[\s\S]*37\s500,00/)
    await page.getByText(/^2\s*écarts à traiter sur 1\s*poste$/).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  it('asks why before ours is kept, and keeps the reason', async () => {
    await button('Garder la nôtre : Total versé, 3310 Maison des services').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Garder la nôtre', exact: true }).click()
    await dialog.getByText('Dire en quelques mots pourquoi.').waitFor()
    await dialog.getByRole('textbox').fill('Relevé de banque à l’appui')
    await dialog.getByRole('button', { name: 'Garder la nôtre', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('radio', { name: /^Gardés 1/ }).click()
    await expect.poll(() => line('Total versé').innerText()).toContain('Relevé de banque à l’appui')
    await page.getByRole('radio', { name: /^À traiter 1/ }).click()
  })

  it('takes the State’s day in one act, that one undo gives back', async () => {
    await button('Accepter la valeur de l’État : Fin de convention, 3310 Maison des services').click()
    await page.getByRole('radio', { name: /^Acceptés 1/ }).click()
    await expect.poll(() => line('Fin de convention').innerText()).toMatch(/29\/06\/2027\s+29\/06\/2027/)
    expect(await line('Fin de convention').innerText()).toContain('identiques')
    await page.keyboard.press('Control+z')
    await page.getByRole('radio', { name: /^À traiter 1/ }).click()
    await expect.poll(() => line('Fin de convention').innerText()).toMatch(/29\/06\/2027\s+30\/06\/2027/)
  })

  it('opens again what the State changed since, with what it said before', async () => {
    await bring('postes-suite.csv', list('30000'))
    await page.getByText(/1\s*valeur que l’État a changée/).waitFor()
    await button('Ne voir que celles-là').click()
    await expect.poll(() => line('Total versé').innerText()).toContain('changé par l’État')
    expect(await line('Total versé').innerText()).toMatch(/l’État disait\s: 20\s000,00/)
    expect(await line('Fin de convention').count()).toBe(0)
  })

  it('lists the imports made, and undoes the last one there', async () => {
    await button('passerelles').click()
    await page.getByRole('menuitem', { name: 'Imports déjà faits…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Imports déjà faits' })
    await dialog.getByRole('button', { name: 'Annuler cet import : import de postes-suite.csv' }).click()
    await expect.poll(() => dialog.getByRole('row', { name: /postes-suite/ }).innerText()).toContain('annulé')
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: /^Gardés 1/ }).waitFor()
  })
})
