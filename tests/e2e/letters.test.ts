/** Letters in a real browser: filled from the dossier, completed by hand, on Jalon's words or one's own, by mouse and by keyboard. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { field, paragraph, wordFile } from '../support/files/strange-files.ts'
import { seriousFindings } from './support/axe.ts'
import { downloadOf, giveFile } from './support/hands.ts'
import { passerellesFile, type TestFile } from './support/passerelles-file.ts'

const STRANGE_MODEL = wordFile({
  body: paragraph('Cher {titulaire}') + field([' DDEAUTO excel "C:\\\\x.xls" '], 'tableau'),
  settings: '<w:attachedTemplate r:id="rId1"/>',
  settingsLinks: { rId1: ['attachedTemplate', 'https://exemple.invalid/modele.dotm', true] },
  more: { 'word/vbaProject.bin': new Uint8Array(600) },
})

let app: RunningApp
let file: TestFile
let page: Page
let folder: string

beforeAll(async () => {
  file = passerellesFile()
  folder = mkdtempSync(join(tmpdir(), 'jalon-letters-'))
  app = await startApp({ dossier: file.path })
  page = app.page
  page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await app.close()
  file[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

const dialog = () => page.getByRole('dialog')
const paper = () => page.getByRole('region', { name: 'Texte de la lettre' })
const button = (name: string | RegExp) => dialog().getByRole('button', { name })
const create = () => downloadOf(page, () => button('Créer la lettre (.docx)').click())

async function wordsOf(download: Download): Promise<string> {
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  const xml = strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array())
  return xml.replace(/<[^>]+>/g, ' ')
}

async function openPost(id: string): Promise<void> {
  await page.getByRole('link', { name: 'Postes', exact: true }).click()
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Control+k')
  await dialog().waitFor()
  await page.keyboard.type(id)
  await dialog()
    .getByRole('option', { name: new RegExp(id) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: new RegExp(id) }).waitFor()
}

async function openRenewal(): Promise<void> {
  await openPost('3310')
  await page.getByRole('button', { name: 'Renouveler…' }).click()
  await button('Préparer la lettre (.docx)').click()
  await paper().waitFor()
}

describe('filling one’s own workbook', () => {
  it('writes the cells it names, says which names mean nothing, and leaves the original alone', async () => {
    const path = join(folder, 'mon-suivi.xlsx')
    const mine = new ExcelJS.Workbook()
    const sheet = mine.addWorksheet('Suivi')
    sheet.getCell('B2').value = 'à remplir'
    mine.definedNames.add('Suivi!$B$2', 'total_synthese_notifie')
    mine.definedNames.add('Suivi!$B$3', 'synthese_inconnue')
    await mine.xlsx.writeFile(path)
    await page.getByRole('link', { name: 'Rapports', exact: true }).click()
    await page.getByRole('button', { name: /Mon propre classeur/ }).click()
    await giveFile(page, () => button('Choisir un classeur (.xlsx)…').click(), path)
    await dialog().getByText('mon-suivi.xlsx').waitFor()
    const download = await downloadOf(page, () => button('Remplir le classeur').click())
    expect(download.suggestedFilename()).toBe('mon-suivi-rempli.xlsx')
    const filledPath = join(folder, 'rempli.xlsx')
    await download.saveAs(filledPath)
    const filled = new ExcelJS.Workbook()
    await filled.xlsx.readFile(filledPath)
    expect(filled.getWorksheet('Suivi')?.getCell('B2').value).toEqual(expect.any(Number))
    await dialog().getByText('synthese_inconnue', { exact: false }).first().waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })
})

describe('preparing a letter', () => {
  it('carries what the renewal weighs into the letter, and comes back to it with the same choice', async () => {
    await openPost('3310')
    await page.getByRole('button', { name: 'Renouveler…' }).click()
    await dialog().getByText('Jusqu’à la fin de l’aide').click()
    await button('Préparer la lettre (.docx)').click()
    await expect.poll(() => paper().innerText()).toMatch(/Lucie Charvin[\s\S]*jusqu’au 30 juin 2027/)
    await button('Revenir au renouvellement').click()
    await expect
      .poll(() =>
        dialog()
          .getByRole('radio', { name: /Jusqu’à la fin de l’aide/ })
          .isChecked(),
      )
      .toBe(true)
    await page.keyboard.press('Escape')
  })

  it('says what the dossier does not know, and takes the words typed for this letter alone', async () => {
    await openRenewal()
    await expect.poll(() => paper().innerText()).toContain('[à compléter')
    await button('Fermer (Échap)').waitFor()
    await dialog().getByRole('textbox', { name: 'Contact de la structure' }).fill('Jeanne Essai, maire')
    await dialog().getByRole('textbox', { name: 'Contact de la structure' }).blur()
    await expect.poll(() => paper().innerText()).toContain('Jeanne Essai, maire')
    expect(await paper().innerText()).not.toContain('[à compléter')
    const download = await create()
    expect(download.suggestedFilename()).toMatch(/^renouvellement-.*-2026-11-23\.docx$/)
    const words = await wordsOf(download)
    expect(words).toContain('Lucie Charvin')
    expect(words).toContain('Jeanne Essai, maire')
  })

  it('fills one’s own Word model, started from the one Jalon gives', async () => {
    await openRenewal()
    await dialog().getByText('Mon modèle Word (.docx)').click()
    const blank = await downloadOf(page, () => button('Modèle de départ (.docx)').click())
    const path = join(folder, 'mon-modele.docx')
    await blank.saveAs(path)
    await giveFile(page, () => button('Choisir le modèle…').click(), path)
    await dialog().getByText('Mon modèle : mon-modele.docx').waitFor()
    const words = await wordsOf(await create())
    expect(words).toContain('Lucie Charvin')
    expect(words).not.toContain('{titulaire}')
  })

  it('says what a stranger’s model would do, and fills it without that', async () => {
    const path = join(folder, 'recu.docx')
    writeFileSync(path, STRANGE_MODEL)
    await openRenewal()
    await dialog().getByText('Mon modèle Word (.docx)').click()
    await giveFile(page, () => button('Choisir le modèle…').click(), path)
    const note = dialog().getByRole('note')
    await expect.poll(() => note.innerText()).toMatch(/Macros[\s\S]*Modèle attaché[\s\S]*exemple\.invalid/)
    expect(await seriousFindings(page)).toEqual([])
    const download = await downloadOf(page, () => button('Retirer et remplir').click())
    expect(await wordsOf(download)).toContain('Lucie Charvin')
    const parts = unzipSync(readFileSync(join(folder, download.suggestedFilename())))
    expect(Object.keys(parts)).not.toContain('word/vbaProject.bin')
    expect(
      Object.values(parts)
        .map((part) => strFromU8(part))
        .join(),
    ).not.toContain('exemple.invalid')
  })

  it('copies the text of every late tranche at once', async () => {
    await page.getByRole('link', { name: 'Tranches', exact: true }).click()
    await page.getByRole('button', { name: 'Relance : préparer le texte' }).first().click()
    await paper().waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await button('Copier les 5 textes').click()
    await page.getByText('5 textes copiés.').first().waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.match(/^Objet/gm)).toHaveLength(5)
    expect(copied).toContain('2024-A-0118')
    await page.keyboard.press('Escape')
  })

  it('is written by keyboard alone, from the palette', async () => {
    await page.keyboard.press('Control+k')
    await dialog().waitFor()
    // Enter at once, as a hand that knows where it goes: it runs what was typed, not what was listed before.
    await page.keyboard.type('préparer une lettre')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Préparer une lettre' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('charvin')
    await page.getByRole('option', { name: /Lucie Charvin/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => paper().innerText()).toContain('Lucie Charvin')
    const typed = dialog().getByRole('textbox', { name: 'Durée proposée' })
    for (let at = 0; at < 12 && !(await typed.evaluate((e) => e === document.activeElement)); at++)
      await page.keyboard.press('Tab')
    await page.keyboard.type('18 mois')
    const download = await downloadOf(page, () => page.keyboard.press('Enter'))
    expect(await wordsOf(download)).toContain('18 mois')
  })
})
