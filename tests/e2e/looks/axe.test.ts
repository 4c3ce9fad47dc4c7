/** Every screen and dialog, light and dark, wide and narrow: axe-core finds nothing serious. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../support/app.ts'
import { DIALOGS, SCREENS } from '../support/screens.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Violations that keep someone from using the page, each with the first places it was found. */
async function seriousOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: Document, options: object) => Promise<{ violations: readonly Violation[] }> }
    }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.slice(0, 3) }))
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
    )
}

const LOOKS = [
  { name: 'light, 1366 × 768', dark: false, width: 1366, height: 768 },
  { name: 'dark, 1093 × 614', dark: true, width: 1093, height: 614 },
] as const

describe.each(LOOKS)('every screen, $name', ({ dark, width, height }) => {
  let app: RunningApp

  beforeAll(async () => {
    app = await startApp({ demo: true, dark, width, height })
    app.page.setDefaultTimeout(15_000)
    await app.page.getByRole('heading', { name: 'Depuis votre dernière visite' }).waitFor()
  })
  afterAll(() => app.close())

  it.each(SCREENS.map((sight) => [sight.name, sight] as const))(
    '%s has nothing serious',
    async (_, sight) => {
      await sight.show(app.page)
      expect(await seriousOn(app.page)).toEqual([])
    },
  )

  it.each(DIALOGS.map((sight) => [sight.name, sight] as const))(
    '%s has nothing serious',
    async (_, sight) => {
      await sight.show(app.page)
      expect(await seriousOn(app.page)).toEqual([])
      await app.page.keyboard.press('Escape')
      await app.page.getByRole('dialog').waitFor({ state: 'detached' })
    },
  )
})

describe.each(LOOKS)('the welcome screen, $name', ({ dark, width, height }) => {
  it('has nothing serious', async () => {
    await using app = await startApp({ dark, width, height })
    await app.page.getByRole('heading', { name: 'Ouvrir ou créer un dossier' }).waitFor()
    expect(await seriousOn(app.page)).toEqual([])
  })
})
