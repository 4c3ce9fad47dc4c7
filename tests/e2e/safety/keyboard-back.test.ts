/** Where the keyboard is: from field to field of a dialog by a real mouse, and once a dialog, or one that took the place of another, is left. */
import { expect, test } from 'vitest'
import { startApp } from '../../support/app.ts'
import { focused, press } from '../support/hands.ts'

test('leaving a copy one looked at gives the keyboard back to what opened the list', {
  timeout: 60_000,
}, async () => {
  await using app = await startApp({ demo: true })
  const { page } = app
  expect(await app.application.dispatcher.call('file.backup', {})).toMatchObject({ ok: true })
  await page.goto(`${app.origin}/#/settings/backups`)
  await page.getByRole('button', { name: 'Restaurer une sauvegarde…' }).focus()
  await press(page, 'Enter')
  await page
    .getByRole('button', { name: /^Voir cette copie/ })
    .first()
    .click()
  await page.getByText('Copie relue : entière.').waitFor()
  await press(page, 'Escape')
  await expect.poll(() => focused(page)).toBe('Restaurer une sauvegarde…')
})

test('a name proposed for a dossier is replaced by what is typed, and one that is too long is said at the field', {
  timeout: 60_000,
}, async () => {
  await using app = await startApp()
  const { page } = app
  await page.getByText('Créer un dossier vide').click()
  const name = page.getByRole('textbox', { name: 'Nom du dossier' })
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('x'.repeat(81))
  await press(page, 'Enter')
  await page.getByText('Ce nom est trop long').waitFor()
  await press(page, 'Control+a')
  await page.keyboard.type('postes')
  await press(page, 'Enter')
  await page.getByText('Ce dossier ne contient pas encore de poste.').waitFor()
  expect(await page.title()).toContain('Jalon')
  expect(app.application.session.context().dossier.path).toMatch(/[/\\]postes\.jalon$/)
})

test('a click on the next field of a form has the keyboard, though leaving the first draws the form again', {
  timeout: 60_000,
}, async () => {
  await using app = await startApp({ demo: true })
  const { page } = app
  await page.goto(`${app.origin}/#/settings/employers`)
  await page.getByRole('button', { name: 'Nouvelle structure…' }).click()
  const form = page.getByRole('dialog')
  const field = (name: string) => form.getByRole('textbox', { name, exact: true })
  await expect.poll(() => focused(page)).toContain('Raison sociale')
  await page.keyboard.type('Les Passerelles')
  for (const [name, text] of [
    ['SIRET', '123'],
    ['Nom court', 'LP'],
    ['Numéro RNA', 'W12'],
  ] as const) {
    const box = await field(name).boundingBox()
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 12)
    await page.keyboard.type(text)
    expect(await field(name).inputValue()).toBe(text)
  }
  expect(await field('Raison sociale').inputValue()).toBe('Les Passerelles')
})
