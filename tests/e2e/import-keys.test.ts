/** The import assistant in a demonstration, in a real browser: what it says first, and the key a person chooses. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { seriousFindings } from './support/axe.ts'

let app: RunningApp
let page: Page
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-keys-'))
  app = await startApp({ demo: true })
  page = app.page
  page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const facts = () => app.application.session.context().dossier.readFacts()
const lines = () => page.getByRole('region', { name: 'Aperçu' }).first()
const fateCount = (name: RegExp) => lines().getByRole('radio', { name })

async function hand(rows: readonly string[]): Promise<void> {
  const path = join(folder, 'postes.csv')
  writeFileSync(path, `${rows.join('\n')}\n`)
  await page.evaluate(() => {
    window.location.hash = '#/import'
  })
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choisir un fichier…' }).click(),
  ])
  await chooser.setFiles(path)
  await lines().waitFor()
}

async function recognisePostsBy(key: string): Promise<void> {
  await page
    .getByRole('group', { name: 'Reconnaître dans le dossier' })
    .getByRole('button', { name: /Postes/ })
    .click()
  await page.getByRole('option', { name: key, exact: true }).click()
}

describe('An import', () => {
  it('into a demonstration says so before anything is written, and leads to a dossier of one’s own', async () => {
    const [post] = facts().positions
    const [employer] = facts().employers
    await hand(['Raison sociale;ID poste;Nom du poste', `${employer?.name};99887;${post?.label}`])
    const note = page.getByRole('note').filter({ hasText: 'Ce dossier est une démonstration' })
    await note.getByRole('button', { name: 'Créer un dossier…' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await seriousFindings(page)).toEqual([])
  })

  it('recognises posts by what is chosen: the preview follows', async () => {
    await fateCount(/Créée? 1/).waitFor()
    await recognisePostsBy('Nom du poste dans la structure')
    await fateCount(/Créées? 0/).waitFor()
    await recognisePostsBy('ID poste')
    await fateCount(/Créée? 1/).waitFor()
  })

  it('names the demonstration on the very button that writes into it', async () => {
    const before = facts().positions.length
    await page.getByRole('button', { name: /^Continuer avec/ }).click()
    await page.getByRole('button', { name: /^Importer 1\sligne dans la démonstration$/ }).click()
    await page.getByRole('heading', { name: 'Import terminé' }).waitFor()
    expect(facts().positions.length).toBe(before + 1)
  })
})
