/** The privacy veil: no screen of the demonstration dossier lets a name or an amount be read, not even by hovering. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../support/app.ts'
import { SCREENS } from './support/screens.ts'

/** Family names of the demonstration dossier, and amounts with their cents. */
const NAMES = /[Cc]harvin|[Ff]errand|[Bb]runel|[Mm]aurel|[Oo]rcival|[Rr]ivoire|[Dd]essaint|[Cc]astagne/
const PRIVATE = new RegExp(`${NAMES.source}|\\d,\\d\\d\\s?€`)

/** What the law publishes, and files not opened yet, are nobody's secret. */
const PUBLIC: readonly string[] = ['import', 'reglages-chiffres', 'reglages-baremes', 'calculateurs', 'aide']

/** Words drawn or said under the pointer that the veil leaves readable. */
function readable(page: Page, wanted: RegExp = PRIVATE): Promise<readonly string[]> {
  return page.evaluate((source) => {
    const wanted = new RegExp(source)
    const isCovered = (start: Element): boolean => {
      for (let at: Element | null = start; at !== null; at = at.parentElement) {
        if (at.classList.contains('vh') || getComputedStyle(at).visibility === 'hidden') return true
        if (at instanceof SVGElement && getComputedStyle(at).fill === 'rgba(0, 0, 0, 0)') return true
      }
      return getComputedStyle(start).color === 'rgba(0, 0, 0, 0)'
    }
    const found: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('[title]'))
      if (wanted.test(element.title)) found.push(`under the pointer: ${element.title}`)
    for (const element of document.querySelectorAll('svg title'))
      if (wanted.test(element.textContent ?? '')) found.push(`under the pointer: ${element.textContent}`)
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement
      if (parent === null || parent.localName === 'title' || parent.getClientRects().length === 0) continue
      if (wanted.test(node.textContent ?? '') && !isCovered(parent)) found.push(node.textContent ?? '')
    }
    return [...new Set(found)]
  }, wanted.source)
}

let app: RunningApp

beforeAll(async () => {
  app = await startApp({ demo: true })
  await app.page.getByRole('heading', { name: 'Depuis votre dernière visite' }).waitFor()
})
afterAll(() => app.close())

describe('behind the privacy veil', () => {
  it('names can be read until the key is pressed', async () => {
    expect(await readable(app.page)).not.toEqual([])
    await app.page.keyboard.press('F9')
    await expect.poll(() => readable(app.page)).toEqual([])
  })

  for (const sight of SCREENS.filter((each) => !PUBLIC.includes(each.name)))
    it(`nothing private is readable: ${sight.name}`, async () => {
      await sight.show(app.page)
      expect(await readable(app.page)).toEqual([])
    })

  it('the title of a dialog, and the palette, say no name', async () => {
    await SCREENS.find((each) => each.name === 'poste')?.show(app.page)
    await app.page.getByRole('button', { name: 'Renouveler…' }).first().click()
    await app.page.getByRole('dialog').waitFor()
    expect(await readable(app.page, NAMES)).toEqual([])
    await app.page.keyboard.press('Escape')
    await app.page.keyboard.press('Control+k')
    await app.page.keyboard.type('charvin')
    await app.page.getByRole('option').first().waitFor()
    expect(await readable(app.page, NAMES)).toEqual([])
  })
})
