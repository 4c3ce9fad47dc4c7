/** A convention that a foreign program made end in 9999, as the person meets it: what is left out is said, and she corrects it herself. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type RunningApp, startApp } from '../../support/app.ts'
import { wordsOf } from '../support/hands.ts'

/** The demonstration, as another program would have left it. */
async function openStrange(app: RunningApp): Promise<void> {
  const { session } = app.application
  await session.openDemo()
  session
    .context()
    .dossier.act({ label: 'autrefois', kind: 'edit' }, (db) =>
      db.update('agreement', 1, { ends_on: '9999-12-31' }),
    )
  const path = join(app.folder, 'reçu.jalon')
  await session.copyTo(path)
  await session.open(path)
}

test('an object left out is named by its cause, the figures count what they are made of, and the form that mends it opens on its field', {
  timeout: 60_000,
}, async () => {
  await using app = await startApp()
  const { page } = app
  await openStrange(app)
  await page.goto(`${app.origin}/#/home`)
  await page.reload()

  const left = page.locator('.left-out li')
  await expect.poll(() => left.allInnerTexts()).toContainEqual(expect.stringMatching(/^La convention/))
  // What can be corrected comes first, what depends on it after.
  expect(await wordsOf(left.first())).toContain('Fin de convention au 31/12/9999')
  expect(await wordsOf(left.last())).toContain('dépend de la convention 2024-A-0118')
  const figures = page.getByLabel('Chiffres clés')
  await expect.poll(() => wordsOf(figures)).toContain('8 conventions')
  // 49 000 euros in five tranches, less the 4 000 of the one of this convention.
  expect(await wordsOf(figures)).toMatch(/45 000,00 €4 tranches, la plus ancienne 207 j/)

  await page.getByRole('button', { name: 'Corriger' }).click()
  const form = page.getByRole('dialog')
  const end = form.getByRole('textbox', { name: /^Fin de convention/ })
  await expect.poll(() => end.evaluate((field) => field === document.activeElement)).toBe(true)
  await expect
    .poll(() => form.getByRole('combobox', { name: 'Structure' }).inputValue())
    .toBe('Réseau Passerelles Numériques')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('31/01/2027')
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await expect.poll(() => left.count()).toBe(0)
  await expect.poll(() => wordsOf(figures)).toMatch(/49 000,00 €5 tranches/)
})
