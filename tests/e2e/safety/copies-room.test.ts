/** The room copies take, from the screen: said, bounded, and nothing removed before it was seen and asked for. */
import { copyFileSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startApp } from '../../support/app.ts'

const MEGABYTE = 1_000_000

describe('The room of the copies', { timeout: 90_000 }, () => {
  test('is said with what a smaller one would remove, and given up on request', async () => {
    await using app = await startApp({ width: 1093, height: 614 })
    const { page } = app
    const call = async (channel: string, input: object) => {
      expect(await app.application.dispatcher.call(channel, input)).toMatchObject({ ok: true })
    }
    await call('file.create', { name: 'postes' })
    await call('file.backup', {})
    const root = join(app.folder, 'sauvegardes')
    const folder = join(root, readdirSync(root)[0] ?? '')
    const [only = ''] = readdirSync(folder)
    const copies = () => readdirSync(folder).filter((name) => name.endsWith('.jalon'))
    for (let day = 1; day <= 19; day += 1) {
      const made = join(folder, `postes 2026-10-${String(day).padStart(2, '0')} 1200 horaire.jalon`)
      copyFileSync(join(folder, only), made)
      truncateSync(made, 4 * MEGABYTE)
    }
    await page.goto(`${app.origin}/#/settings/backups`)
    await page.reload()
    await page.getByText(/20 copies, 7\d.Mo/).waitFor()

    const choose = async (name: string) => {
      await page.getByRole('button', { name: /Au plus, pour chaque dossier/ }).click()
      await page.getByRole('option', { name, exact: true }).click()
    }
    await choose('50 Mo')
    const question = page.getByRole('alert').filter({ hasText: 'les plus anciennes' })
    await question.getByText('7 copies (28 Mo)').waitFor()
    const [box, foot] = [await question.boundingBox(), await page.getByRole('contentinfo').boundingBox()]
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 614)
    expect(copies()).toHaveLength(20)

    await page.getByRole('button', { name: 'Garder la limite actuelle' }).click()
    await page.getByRole('button', { name: /Au plus.*4.Go|4.Go.*Au plus/ }).waitFor()
    expect(copies()).toHaveLength(20)

    await choose('50 Mo')
    await page.getByRole('button', { name: 'Retirer ces copies' }).click()
    await page.getByText(/13 copies, 4\d.Mo/).waitFor()
    expect(copies()).toHaveLength(13)
  })
})
