/** A report takes its time; a person goes on working, and the file comes all the same. */
import { expect, it } from 'vitest'
import { startApp } from '../support/app.ts'

it('a report asked for comes even where another screen was opened meanwhile', async () => {
  await using app = await startApp({ demo: true })
  const { page } = app
  await page.getByRole('link', { name: 'Rapports', exact: true }).click()
  const excel = page.getByRole('button', { name: 'Excel (.xlsx)' })
  await excel.waitFor()
  const asked = page.waitForEvent('download')
  await excel.click()
  await page.getByRole('link', { name: 'Postes', exact: true }).click()
  await page.getByRole('grid').waitFor()
  expect((await asked).suggestedFilename()).toMatch(/\.xlsx$/)
})
