/** High contrast, reduced motion, 200 % zoom: every screen stays whole, and what a colour or a movement said is still said. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../support/app.ts'
import { seriousFindings } from '../support/axe.ts'
import { DIALOGS, SCREENS, settle } from '../support/screens.ts'

const names = SCREENS.map((sight) => [sight.name, sight] as const)
const dialogs = DIALOGS.map((sight) => [sight.name, sight] as const)
const show = (name: string, page: Page) => SCREENS.find((sight) => sight.name === name)?.show(page)

async function open(size: { readonly width: number; readonly height: number }): Promise<RunningApp> {
  const app = await startApp({ demo: true, ...size })
  app.page.setDefaultTimeout(6_000)
  await app.page.getByRole('heading', { name: 'Depuis votre dernière visite' }).waitFor()
  return app
}

describe('in high contrast', () => {
  let app: RunningApp
  let page: Page
  const colours = (selector: string, property: 'color' | 'backgroundColor' | 'boxShadow' | 'fill') =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element)[name], property)

  beforeAll(async () => {
    app = await open({ width: 1366, height: 768 })
    page = app.page
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  })
  afterAll(() => app.close())

  it.each(names)('%s takes every colour from the system', async (_, sight) => {
    await sight.show(page)
    const system = await page.evaluate(() => {
      const probe = document.createElement('i')
      document.body.append(probe)
      const names = ['Canvas', 'CanvasText', 'Highlight', 'HighlightText', 'LinkText', 'GrayText']
      const values = names.map((name) => {
        probe.style.color = name
        return getComputedStyle(probe).color
      })
      probe.remove()
      return values
    })
    const others = await page.evaluate((allowed) => {
      const found = new Set<string>()
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        if (element.closest('svg') !== null || element.textContent?.trim() === '') continue
        const { color, backgroundColor } = getComputedStyle(element)
        for (const each of [color, backgroundColor])
          if (!allowed.includes(each) && !/, 0\)$/.test(each) && !/^color\(/.test(each))
            found.add(`${each} ${element.className}`)
      }
      return [...found]
    }, system)
    expect(others).toEqual([])
  })

  it('shows where one is: the screen in the rail, the view among the tabs, the cell and its range', async () => {
    await show('postes', page)
    expect(await colours('.rail a[aria-current]', 'backgroundColor')).not.toBe(
      await colours('.rail a:not([aria-current])', 'backgroundColor'),
    )
    expect(await colours('.views > [data-selected]', 'color')).not.toBe(
      await colours('.views > [role=tab]:not([data-selected])', 'color'),
    )
    await page.getByRole('grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await colours('.gc.act', 'boxShadow')).not.toBe('none')
    expect(await colours('.gc.in:not(.act)', 'backgroundColor')).not.toBe(
      await colours('.gc:not(.in)', 'backgroundColor'),
    )
  })

  it('keeps the shapes of the charts: hollow is expected, full is received, words over bars can be read', async () => {
    await show('accueil', page)
    await settle(page)
    expect(await colours('.ch .b-exp', 'fill')).not.toBe(await colours('.ch .b-rec', 'fill'))
    await show('poste', page)
    await page.locator('.tl').waitFor()
    expect(await colours('.tl .lb', 'fill')).not.toBe(await colours('.tl .ctr', 'fill'))
    expect(await colours('.tl .nowt', 'fill')).not.toBe(await colours('.tl .nowb', 'fill'))
  })
})

describe('with reduced motion', () => {
  it('nothing moves, on any screen or dialog', async () => {
    await using app = await open({ width: 1366, height: 768 })
    for (const sight of [...SCREENS, ...DIALOGS]) {
      await sight.show(app.page)
      const moving = await app.page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((element) => {
            const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
            const lasts = (text: string) => text.split(',').some((each) => Number.parseFloat(each) > 0.001)
            return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration)
          })
          .map((element) => element.className),
      )
      expect(moving, sight.name).toEqual([])
      await app.page.keyboard.press('Escape')
    }
  })
})

describe('at 200 % (a window of 1 366 × 768 is then 683 × 384 wide)', () => {
  let app: RunningApp
  let page: Page
  beforeAll(async () => {
    app = await open({ width: 683, height: 384 })
    page = app.page
  })
  afterEach(async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
  afterAll(() => app.close())

  /** The page itself never scrolls sideways; grids and charts do, in their own area. */
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

  it.each(names)('%s fits the window and has nothing serious', async (_, sight) => {
    await sight.show(page)
    expect(await overflow()).toBeLessThanOrEqual(0)
    // Some of the content is in sight: bars and headings have not taken the whole height.
    const main = await page.locator('.main').boundingBox()
    expect(main?.height ?? 0).toBeGreaterThan(240)
    expect(await seriousFindings(page)).toEqual([])
  })

  it.each(dialogs)('%s shows its title and its main button, and scrolls between them', async (_, sight) => {
    await sight.show(page)
    const dialog = page.getByRole('dialog').last()
    expect(await overflow()).toBeLessThanOrEqual(0)
    const box = await dialog.boundingBox()
    expect(box?.y ?? -1).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(385)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(684)
    const buttons = dialog.locator('.dlg-foot .btn')
    if ((await buttons.count()) > 0) {
      const last = await buttons.last().boundingBox()
      expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(385)
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(684)
    }
  })
})
