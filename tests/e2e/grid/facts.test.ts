/** Cells that show what was recorded elsewhere: typed where they stand, written where they belong, or refused with where to go. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../support/app.ts'
import { gridHands } from '../support/grid-hands.ts'
import { passerellesFile, type TestFile } from '../support/passerelles-file.ts'

let app: RunningApp
let file: TestFile
let page: Page
const { grid, cell, keys } = gridHands(() => page)
const bar = () => page.locator('.entry-bar')
/** Selects a cell of a row by its number and its column. */
const select = async (row: string, column: string): Promise<void> => {
  await cell(row, column).click()
  await grid().focus()
}

describe('what a post shows of its contract and its agreement', () => {
  beforeAll(async () => {
    file = passerellesFile()
    app = await startApp({ dossier: file.path })
    page = app.page
  })
  afterAll(async () => {
    await app.close()
    file[Symbol.dispose]()
  })
  beforeEach(async () => {
    await page.evaluate(() => {
      window.location.hash = '#/positions'
    })
    await grid().waitFor()
  })

  it('takes the amounts of the convention as a sum, one term a year, and undoes them in one step', async () => {
    await select('2101', 'notified')
    await expect.poll(() => bar().textContent()).toContain('saisi, réparti en 3\u00a0montants')
    expect(await bar().getByRole('textbox').inputValue()).toBe('=20000+14000+10000')
    await page.keyboard.type('=20000+14500+10000')
    await keys('Enter')
    await expect.poll(() => cell('2101', 'notified').textContent()).toContain('44\u202f500,00')
    await expect.poll(() => grid().locator('.gr.total').textContent()).toContain('397\u202f000,00')
    await keys('Control+z')
    await expect.poll(() => cell('2101', 'notified').textContent()).toContain('44\u202f000,00')
  })

  it('refuses one number for several amounts, and says what to type', async () => {
    await select('2101', 'notified')
    await page.keyboard.type('45000')
    await keys('Enter')
    await expect.poll(() => grid().getByRole('alert').textContent()).toContain('=20000+14000+10000')
    await keys('Escape')
    expect(await cell('2101', 'notified').textContent()).toContain('44\u202f000,00')
  })

  it('moves the end of the contract of the holder, and what follows from it', async () => {
    await select('3312', 'contractEnd')
    await expect.poll(() => bar().textContent()).toContain('saisi, terme du contrat')
    const notice = await cell('3312', 'notice').textContent()
    await page.keyboard.type('310127')
    await keys('Enter')
    await expect.poll(() => cell('3312', 'contractEnd').textContent()).toBe('31/01/2027')
    await expect.poll(() => cell('3312', 'notice').textContent()).not.toBe(notice)
    await keys('Control+z')
    await expect.poll(() => cell('3312', 'contractEnd').textContent()).toBe('31/12/2026')
    expect(await cell('3312', 'notice').textContent()).toBe(notice)
  })

  it('refuses a term for a contract without one, and a day on a post nobody holds, in words', async () => {
    await select('2101', 'contractEnd')
    await page.keyboard.type('311227')
    await keys('Enter')
    await expect.poll(() => page.locator('.toast').textContent()).toContain('n’a pas de terme')
    await select('2104', 'contractEnd')
    await page.keyboard.type('3')
    expect(await grid().locator('.cell-input').count()).toBe(0)
    await expect.poll(() => bar().textContent()).toContain('ajouter un contrat')
  })
})
