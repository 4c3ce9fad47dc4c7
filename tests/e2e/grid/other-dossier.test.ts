/** What a person chose on a grid stays with the dossier it was chosen in. */
import { expect, it } from 'vitest'
import { startApp } from '../../support/app.ts'
import { passerellesFile } from '../support/passerelles-file.ts'

it('another dossier opens its grids as it keeps them, not as the former one was last looked at', async () => {
  using file = passerellesFile()
  await using app = await startApp({ dossier: file.path })
  const { page } = app
  const chosen = () => page.getByRole('tab', { selected: true }).first().textContent()
  const toContracts = async () => {
    await page.getByRole('link', { name: 'Contrats' }).click()
    await page.getByRole('grid').waitFor()
  }
  await toContracts()
  const first = await chosen()
  await page.getByRole('tab', { name: /^Tous/ }).click()
  await expect.poll(chosen).toMatch(/^Tous/)
  await page.getByRole('link', { name: 'Accueil' }).click()
  await toContracts()
  expect(await chosen()).toMatch(/^Tous/)

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('démonstration')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.title.startsWith('Accueil'))
  await toContracts()
  expect(await chosen()).toBe(first)
})
