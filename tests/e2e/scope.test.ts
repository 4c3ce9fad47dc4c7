/** Which structure the screens show, where a dossier holds thousands: found by its words, by keyboard, at once. */
import { describe, expect, it } from 'vitest'
import { createDossier } from '../../electron/store/open.ts'
import { startApp } from '../support/app.ts'
import { dossierFolder } from '../support/dossier-folder.ts'
import { FactsBuilder } from '../support/facts-builder.ts'
import { fillDossier } from '../support/memory-dossier.ts'
import { press } from './support/hands.ts'

const STRUCTURES = 3598

describe('the structure shown', () => {
  it('is found among 3 598 by its name, its commune or its SIRET, and shows only its posts', async () => {
    const folder = dossierFolder()
    const path = folder.path('structures.jalon')
    const builder = new FactsBuilder()
    for (let at = 1; at <= STRUCTURES; at += 1) {
      const employer = builder.employer({
        name: `Association ${String(at).padStart(4, '0')}`,
        communeName: at === 3500 ? 'Saint-Élan' : 'Valombre',
      })
      if (at % 500 === 0) builder.position(employer, { label: `Poste de ${at}` })
    }
    const dossier = createDossier(path, folder.options())
    fillDossier(dossier, builder.facts())
    dossier.close()
    const app = await startApp({ dossier: path })
    try {
      const { page } = app
      await page.evaluate(() => {
        window.location.hash = '#/positions'
      })
      const grid = page.getByRole('grid')
      await grid.waitFor()
      await expect.poll(() => grid.getByText('Poste de 3500').count()).toBe(1)
      await page.getByRole('button', { name: /Structure affichée/ }).press('Enter')
      const search = page.getByRole('searchbox', { name: 'Chercher une structure' })
      await expect.poll(() => search.evaluate((e) => e === document.activeElement)).toBe(true)
      const options = page.getByRole('option')
      await expect.poll(() => options.first().textContent()).toContain('Toutes les structures')
      // Only what shows is drawn.
      expect(await options.count()).toBeLessThan(60)
      await page.keyboard.type('saint elan')
      await expect.poll(() => options.allTextContents()).toEqual(['Association 3500Saint-Élan'])
      await press(page, 'ArrowDown', 'Enter')
      await expect.poll(() => grid.getByText('Poste de 500').count()).toBe(0)
      await expect.poll(() => grid.getByText('Poste de 3500').count()).toBe(1)
      await page.getByRole('button', { name: /Structure affichée/ }).press('Enter')
      await page.keyboard.type('toutes')
      await press(page, 'ArrowDown', 'Enter')
      await expect.poll(() => grid.getByText('Poste de 500').count()).toBe(1)
    } finally {
      await app.close()
    }
  })
})
