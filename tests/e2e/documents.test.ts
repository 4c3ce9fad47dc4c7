/** Files kept inside the dossier and the dossier taken out of it: attached by button and drop, exported as JSON, read back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { slipIn } from '../support/files/slip-in.ts'
import { PROGRAM } from '../support/files/strange-files.ts'
import { seriousFindings } from './support/axe.ts'
import { downloadOf, giveFile } from './support/hands.ts'
import { passerellesFile, type TestFile } from './support/passerelles-file.ts'

let app: RunningApp
let file: TestFile
let page: Page
let folder: string

beforeAll(async () => {
  file = passerellesFile()
  slipIn(file.path, [{ name: 'Contrat sign\u202efdp.exe', bytes: PROGRAM }], '3310')
  folder = mkdtempSync(join(tmpdir(), 'jalon-pieces-'))
  app = await startApp({ dossier: file.path, width: 1093, height: 614, dark: true })
  page = app.page
  page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await app.close()
  file[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const fileMenu = async (item: RegExp) => {
  await page.getByRole('button', { name: 'passerelles' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

describe('the documents of a post', () => {
  it('join the contract chosen, count against its missing pieces, and come back as they were', async () => {
    await page.getByRole('link', { name: '3310 Maison des services' }).first().click()
    await page.getByRole('tab', { name: /^Documents/ }).click()
    await page.getByText(/^6\s*pièces manquantes sur 6/).waitFor()
    const path = join(folder, 'contrat-signe.pdf')
    writeFileSync(path, '%PDF-1.4 signé')
    await giveFile(
      page,
      () => page.getByRole('button', { name: /Joindre un fichier : Contrat signé/ }).click(),
      path,
    )
    await page.getByText(/^5\s*pièces manquantes sur 6/).waitFor()
    const back = await downloadOf(page, () => button('contrat-signe.pdf').click())
    await back.saveAs(join(folder, 'retour.pdf'))
    expect(readFileSync(join(folder, 'retour.pdf'), 'utf8')).toBe('%PDF-1.4 signé')
    expect(await seriousFindings(page)).toEqual([])
  })

  it('may be dropped on the tab; a program is refused in words, the others are kept', async () => {
    await page.getByRole('button', { name: /Le fichier concerne/ }).click()
    await page.getByRole('option', { name: /^Contrat de Lucie Charvin/ }).click()
    const dataTransfer = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['MZ'], 'programme.exe'))
      transfer.items.add(new File(['%PDF-1.4 avenant'], 'avenant.pdf'))
      return transfer
    })
    await page.dispatchEvent('.documents', 'drop', { dataTransfer })
    const refusal = page.getByRole('alert').filter({ hasText: '« programme.exe » n’a pas été joint' })
    await refusal.getByText(/seuls le sont les PDF/).waitFor()
    const line = page.getByRole('row').filter({ hasText: 'avenant.pdf' })
    await expect.poll(() => line.innerText()).toContain('Lucie Charvin')
    expect(await page.getByRole('row').filter({ hasText: 'programme.exe' }).count()).toBe(0)
    // Read or not, it is of this screen: it does not follow to the next ones.
    const elsewhere = page.getByRole('link', { name: 'Structures', exact: true })
    const tab = page.url()
    await expect
      .poll(async () => {
        await elsewhere.click()
        await page.getByRole('heading', { level: 1, name: 'Structures' }).waitFor()
        const left = await refusal.count()
        await page.goto(tab)
        return left
      })
      .toBe(0)
  })
})

describe('a piece that came with a stranger’s file', () => {
  it('says in the list that it is only saved, and why before it is', async () => {
    const line = page.getByRole('row').filter({ hasText: 'Contrat signfdp.exe' })
    await expect.poll(() => line.innerText()).toMatch(/à enregistrer seulement.*ce peut être un programme/)
    expect(await page.getByRole('row').filter({ hasText: 'avenant.pdf' }).innerText()).not.toContain(
      'enregistrer seulement',
    )
    await button('Contrat signfdp.exe').click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText(/Jalon n’ouvre pas cette pièce/).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Enregistrer Contrat signfdp.exe sous…' }).click()
    const saved = await downloadOf(page, () => button('Enregistrer quand même').click())
    expect(saved.suggestedFilename()).toBe('Contrat signfdp.exe')
    await saved.saveAs(join(folder, 'recu.bin'))
    expect(readFileSync(join(folder, 'recu.bin')).equals(PROGRAM)).toBe(true)
  })
})

describe('the dossier as JSON', () => {
  it('leaves whole, with its files, and coming back has nothing to write', async () => {
    await fileMenu(/^Exporter tout le dossier/)
    expect(await seriousFindings(page)).toEqual([])
    const whole = await downloadOf(page, () => button('Exporter (JSON)').click())
    const path = join(folder, whole.suggestedFilename())
    await whole.saveAs(path)
    const json = JSON.parse(readFileSync(path, 'utf8'))
    expect(json).toMatchObject({ format: 'jalon', scope: { kind: 'all' } })
    expect(json.positions).toHaveLength(9)
    expect(json.documentContents).toHaveLength(3)
    await fileMenu(/^Importer un fichier/)
    await giveFile(page, () => button('Choisir un fichier…').click(), path)
    await page.getByRole('button', { name: /^Rien à écrire/ }).waitFor()
  })

  it('gives one structure, or one person all that is held about them', async () => {
    await fileMenu(/^Exporter tout le dossier/)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Une ou plusieurs structures').click()
    await dialog.getByText('Ville de Valombre').click()
    const part = await downloadOf(page, () => button('Exporter (JSON)').click())
    await part.saveAs(join(folder, 'valombre.json'))
    const structure = JSON.parse(readFileSync(join(folder, 'valombre.json'), 'utf8'))
    expect(structure.employers.map((e: { name: string }) => e.name)).toEqual(['Ville de Valombre'])
    expect(structure.positions).toHaveLength(3)

    await fileMenu(/^Exporter tout le dossier/)
    await dialog.getByText('Une personne').click()
    await dialog.getByRole('combobox', { name: 'Personne' }).fill('charvin')
    await page.getByRole('option', { name: /Lucie Charvin/ }).click()
    const own = await downloadOf(page, () => button('Exporter (JSON)').click())
    expect(own.suggestedFilename()).toBe('lucie-charvin-donnees-2026-11-23.json')
    await own.saveAs(join(folder, 'charvin.json'))
    const person = JSON.parse(readFileSync(join(folder, 'charvin.json'), 'utf8'))
    expect(person.persons.map((p: { lastName: string }) => p.lastName)).toEqual(['Charvin'])
    expect(person.contracts).toHaveLength(1)
  })
})
