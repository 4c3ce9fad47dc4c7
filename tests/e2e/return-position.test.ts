/** A post is given back: what follows is said before writing, and it is one step to undo. */
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

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const choose = async (field: RegExp, option: RegExp) => {
  await page.getByRole('dialog').getByRole('button', { name: field }).click()
  await page.getByRole('option', { name: option }).click()
}

describe('a post given back', () => {
  it('says who still holds it and what follows, then shows it as given back', async () => {
    await page.getByRole('link', { name: '3310 Maison des services' }).first().click()
    await button('Actions').click()
    await page.getByRole('menuitem', { name: 'Rendre le poste…' }).click()
    await page.getByText(/Rendre le poste ne met pas fin au contrat de travail/).waitFor()
    await page.getByRole('textbox', { name: 'Rendu le' }).fill('20/11/2026')
    await choose(/Motif/, /Capacité financière/i)
    expect(await seriousFindings(page)).toEqual([])
    await button('Enregistrer la restitution').click()
    await page
      .getByText(/^Rendu/)
      .first()
      .waitFor()
    await page.keyboard.press('Control+z')
    await page
      .getByText(/^Occupé/)
      .first()
      .waitFor()
  })
})
