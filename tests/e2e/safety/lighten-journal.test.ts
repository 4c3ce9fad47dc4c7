/** Lightening the journal from the screens a person uses: proposed, weighed, told before, done; and a step that cannot be undone, told. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDossier } from '../../../electron/store/open.ts'
import { type RunningApp, startApp } from '../../support/app.ts'
import { dossierFolder } from '../../support/dossier-folder.ts'
import { EMPLOYER, forge } from '../../support/forgery.ts'
import { addHistory } from '../../support/long-history.ts'

const SHOTS = process.env.JALON_SHOTS

async function shot(app: RunningApp, name: string): Promise<void> {
  if (SHOTS === undefined) return
  await app.page.mouse.move(2, 2)
  await app.page.screenshot({ path: join(SHOTS, `${name}.png`) })
}

/** A dossier whose old history is most of it. */
function heavyDossier(): { readonly path: string; remove(): void } {
  const place = dossierFolder()
  const path = place.path('postes.jalon')
  createDossier(path, place.options()).close()
  addHistory(
    path,
    [
      { count: 1500, at: '2024-03-05T09:00:00' },
      { count: 220, at: '2026-11-20T09:00:00' },
    ],
    9000,
  )
  return { path, remove: () => place.remove() }
}

describe('Lightening the journal', { timeout: 120_000 }, () => {
  for (const look of [
    { name: 'clair-1366', width: 1366, height: 768, dark: false },
    { name: 'sombre-1093', width: 1093, height: 614, dark: true },
  ]) {
    test(`is proposed, says what is lost before, and is done (${look.name})`, async () => {
      const heavy = heavyDossier()
      try {
        await using app = await startApp({ ...look, dossier: heavy.path })
        const { page } = app
        await page.getByText('Le journal des modifications occupe environ').waitFor()
        await shot(app, `note-${look.name}`)
        await page.getByRole('link', { name: 'Journal', exact: true }).click()
        await page.getByText('Note').first().waitFor()
        await shot(app, `journal-${look.name}`)
        await page.getByRole('button', { name: 'Alléger le journal…' }).last().click()
        const dialog = page.getByRole('dialog')
        await dialog.getByText('Cette opération ne s’annule pas.').waitFor()
        await dialog.getByText(/1\s500\sactions perdent leur détail, jusqu’au 05\/03\/2024/).waitFor()
        await shot(app, `dialogue-${look.name}`)
        const action = dialog.getByRole('button', { name: 'Alléger le journal', exact: true })
        const box = await action.boundingBox()
        expect(box).not.toBeNull()
        // Within the window, whatever its height.
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(look.height)
        const before = statSync(heavy.path).size
        await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
        await page
          .getByText(/Journal allégé\. Le dossier passe de \d+/)
          .first()
          .waitFor()
        await page.getByText('Journal allégé : détail de').first().waitFor()
        await shot(app, `fait-${look.name}`)
        expect(statSync(heavy.path).size).toBeLessThan(before / 3)
        await page.keyboard.press('Control+z')
        await page.getByText('annulée', { exact: false }).first().waitFor()
      } finally {
        heavy.remove()
      }
    })
  }

  test('a step of a forged log is told in the Journal, and its undo is refused in words', async () => {
    const place = dossierFolder()
    try {
      const path = place.path('recu.jalon')
      const dossier = createDossier(path, place.options())
      dossier.act({ label: 'ajout', kind: 'edit' }, (db) => {
        const { id: _, ...values } = EMPLOYER
        db.insert('employer', values)
      })
      dossier.close()
      forge(path, [{ table_name: 'write_state', before: '{"id":1}', after: '{"id":1}' }])
      await using app = await startApp({ dossier: path })
      const { page } = app
      await page.getByRole('link', { name: 'Journal', exact: true }).click()
      await page.getByText('Cette étape ne peut pas être annulée').waitFor()
      await page.keyboard.press('Control+z')
      await page
        .getByText(/L’étape «\ssaisie ordinaire\s» du journal ne peut pas être annulée/)
        .first()
        .waitFor()
      await shot(app, 'etape-refusee')
    } finally {
      place.remove()
    }
  })
})
