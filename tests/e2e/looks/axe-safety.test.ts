/** The screens of safety, light, dark and in forced colours: axe-core finds nothing serious on any of them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../support/app.ts'
import { seriousFindings } from '../support/axe.ts'
import { settle } from '../support/screens.ts'

const PHRASE = 'cheval correct agrafe pile'
const LOOKS = [
  { name: 'light', dark: false, forced: false, width: 1366, height: 768 },
  { name: 'dark, narrow', dark: true, forced: false, width: 1093, height: 614 },
  { name: 'forced colours', dark: false, forced: true, width: 1366, height: 768 },
] as const

async function call(app: RunningApp, channel: string, input: unknown): Promise<unknown> {
  const answer = await app.application.dispatcher.call(channel, input)
  expect(answer).toMatchObject({ ok: true })
  return answer.ok ? answer.value : null
}
const structure = (name: string) => ({ entity: 'employer', id: null, values: { name, sector: 'private' } })

describe.each(LOOKS)(
  'the screens of safety, $name',
  { timeout: 60_000 },
  ({ dark, forced, width, height }) => {
    let app: RunningApp
    let page: Page

    beforeAll(async () => {
      app = await startApp({ dark, width, height })
      page = app.page
      if (forced) await page.emulateMedia({ forcedColors: 'active' })
      page.setDefaultTimeout(15_000)
      await call(app, 'file.create', { name: 'postes' })
      for (let n = 0; n < 40; n += 1)
        await call(app, 'write.save', structure(`Structure ${n} ${'x'.repeat(60)}`))
      app.application.session.copyPlaces.setSecond(app.folder)
      await call(app, 'copies.protect', { passphrase: PHRASE })
      await call(app, 'file.backup', {})
      await page.reload()
      await settle(page)
    })
    afterAll(() => app.close())

    const nothingSerious = async () => {
      await settle(page)
      expect(await seriousFindings(page)).toEqual([])
    }
    const go = async (hash: string) => {
      await page.goto(`${app.origin}/#${hash}`)
      // Whatever the last one left open is gone.
      await page.reload()
      await settle(page)
    }
    const leave = async () => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()

    it('the list of copies, and what one holds', async () => {
      await go('/settings/backups')
      await nothingSerious()
      await press(/^Restaurer/)
      await page.getByRole('table', { name: 'Copies de sauvegarde' }).waitFor()
      await nothingSerious()
      await press(/^Voir cette copie de postes/)
      await page.getByText('Copie relue').waitFor()
      await nothingSerious()
      await leave()
    })

    it('the phrase of an enciphered copy, and a wrong one', async () => {
      await call(app, 'copies.protect', { passphrase: `${PHRASE} bis` })
      await go('/settings/backups')
      await press(/^Restaurer/)
      await page
        .getByRole('row', { name: /chiffrée/ })
        .getByRole('button')
        .first()
        .click()
      await page.getByLabel('Phrase secrète de la copie').fill('autre chose')
      await press('Voir cette copie')
      await page.getByText('n’a pas pu être déchiffré').waitFor()
      await nothingSerious()
      await leave()
    })

    it('the phrase of the second place, and its recovery sheet', async () => {
      await go('/settings/backups')
      await press(/phrase…$/)
      await page.getByLabel('Phrase secrète', { exact: true }).fill('court')
      await page.getByRole('button', { name: 'Chiffrer', exact: true }).click()
      await page.getByText('au moins 12').first().waitFor()
      await nothingSerious()
      await page.getByLabel('Phrase secrète', { exact: true }).fill(PHRASE)
      await page.getByLabel(/seconde fois/).fill(PHRASE)
      await page.getByRole('button', { name: 'Chiffrer', exact: true }).click()
      await page.getByText('FICHE DE SECOURS : COPIES').waitFor()
      await nothingSerious()
      await leave()
    })

    it('a place for the second copies', async () => {
      await go('/settings/backups')
      await press('Changer…')
      await page.getByRole('dialog').waitFor()
      await nothingSerious()
      await leave()
    })

    it('personal data: what may go, erasing the history, everything about one person', async () => {
      await go('/persons')
      await press('Données personnelles…')
      for (const tab of await page.getByRole('dialog').getByRole('tab').all()) {
        await tab.click()
        await nothingSerious()
      }
      await leave()
    })

    it('the licences of what is shipped', async () => {
      await go('/help/home')
      await page.getByText('Licences', { exact: false }).first().click()
      await nothingSerious()
    })

    it('a file that no longer opens, and what was salvaged of it', async () => {
      await call(app, 'file.close', {})
      await go('/home')
      const path = join(app.folder, 'dossiers', 'postes.jalon')
      const bytes = readFileSync(path)
      const at = bytes.lastIndexOf('Structure 5 ')
      bytes.fill(0xff, at - (at % 4096), at - (at % 4096) + 200)
      writeFileSync(path, bytes)
      await page.getByRole('button', { name: 'postes', exact: true }).click()
      await page.getByRole('alertdialog').waitFor()
      await nothingSerious()
      await press('Récupérer ce qui est lisible')
      await page.getByRole('heading', { name: 'Ce qui a été récupéré' }).waitFor()
      await nothingSerious()
      await leave()
    })

    it('the lock of the screen: its settings, the locked screen, a wrong phrase', async () => {
      await go('/settings/display')
      await press('Verrouillage de l’écran…')
      await page.getByLabel('Nouvelle phrase').fill('ab')
      await press('Activer le verrouillage')
      await nothingSerious()
      await page.getByLabel('Nouvelle phrase').fill('porte fermée')
      await page.getByLabel('La même, une seconde fois').fill('porte fermée')
      await press('Activer le verrouillage')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      app.application.session.screenLock.lock()
      await page.getByRole('heading', { name: 'Jalon est verrouillé' }).waitFor()
      await nothingSerious()
      await page.getByLabel('Phrase de verrouillage').fill('autre chose')
      await page.keyboard.press('Enter')
      await page.getByText('Ce n’est pas la bonne phrase').waitFor()
      await nothingSerious()
    })
  },
)
