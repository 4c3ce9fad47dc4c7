/** The gestures of a person on a list of posts, measured the same way on the grid and on the two reference pages. */
import type { Page } from 'playwright-core'
import type { RunningApp } from '../../support/app.ts'
import { launchBrowser } from '../../support/chromium.ts'
import { eventToPaint, type Frames, frameNote, medianOf, type Span, scrollFrames } from './page-clock.ts'
import { referencePages } from './reference-pages.ts'

const TIMES = 5

export async function usable(page: Page): Promise<void> {
  await page.locator('.gr.total').waitFor({ timeout: 60_000 })
  await page.locator('.grid-body .gr').nth(10).waitFor()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
}

export const GESTURES = [
  ['a keystroke of the filter', 'filter'],
  ['a sort', 'sort'],
  ['a cell committed', 'commit'],
  ['a scroll, median frame', 'scroll'],
  ['a jump of the scroll bar, median frame', 'jump'],
] as const
export type Gesture = (typeof GESTURES)[number][1]
export type Gestures = Readonly<Record<Gesture, { readonly ms: number; readonly note: string }>>

interface Hands {
  readonly page: Page
  readonly scroller: string
  beginFilter(text: string): Promise<void>
  /** One more letter. */
  filter(letter: string): Promise<Span>
  endFilter(): Promise<void>
  sort(): Promise<Span>
  commit(text: string): Promise<Span>
}

export async function gestures(hands: Hands): Promise<Gestures> {
  const { page, scroller } = hands
  const filters: Span[] = []
  for (const word of ['mar', 'ber', 'dup', 'mor', 'lef']) {
    await hands.beginFilter(word.slice(0, 2))
    filters.push(await hands.filter(word.slice(2)))
    await hands.endFilter()
  }
  const sorts: Span[] = []
  for (let i = 0; i < TIMES; i += 1) sorts.push(await hands.sort())
  const commits: Span[] = []
  for (let i = 0; i < TIMES; i += 1) commits.push(await hands.commit(`Zed ${i}`))
  const scroll = await scrollFrames(page, scroller, { step: 180, frames: 150 })
  const jump = await scrollFrames(page, scroller, { step: 0, frames: 40, jump: true })
  return {
    filter: ofSpans(filters),
    sort: ofSpans(sorts),
    commit: ofSpans(commits),
    scroll: ofFrames(scroll),
    jump: ofFrames(jump),
  }
}

function ofSpans(spans: readonly Span[]): { readonly ms: number; readonly note: string } {
  const longest = medianOf(spans.map((span) => Math.max(0, ...span.longTasks)))
  return {
    ms: medianOf(spans.map((span) => span.ms)),
    note: `longest task ${longest} ms; all quiet after ${medianOf(spans.map((span) => span.quietMs)).toFixed(0)} ms`,
  }
}

function ofFrames(frames: Frames): { readonly ms: number; readonly note: string } {
  return { ms: frames.median, note: frameNote(frames) }
}

export function gridHands(page: Page): Hands {
  let isReady = false
  const ready = async () => {
    if (isReady) return
    await goTo(page, '#/positions')
    await usable(page)
    // One list of all posts, as the two references show.
    await page.getByRole('button', { name: 'Grouper par' }).click()
    await page.getByRole('menuitem', { name: 'Aucun' }).click()
    await page.waitForTimeout(1500)
    isReady = true
  }
  const focusGrid = async () => {
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
  }
  return {
    page,
    scroller: '.grid-scroll',
    async beginFilter(text) {
      await ready()
      await typeFilter(page, '[data-quick-filter]', text)
    },
    filter: (letter) =>
      eventToPaint(page, { event: 'keydown', selector: '#status-left' }, () => page.keyboard.press(letter)),
    endFilter: () => typeFilter(page, '[data-quick-filter]', ''),
    async sort() {
      return eventToPaint(page, { event: 'click', selector: '.grid-body' }, () =>
        page.locator('.head-sort', { hasText: 'Titulaire' }).click(),
      )
    },
    async commit(text) {
      await focusGrid()
      await page.keyboard.type(text)
      return eventToPaint(page, { event: 'keydown', selector: '.grid-body', contains: text }, () =>
        page.keyboard.press('Enter'),
      )
    },
  }
}

async function typeFilter(page: Page, field: string, text: string): Promise<void> {
  await page.locator(field).fill(text)
  await page.waitForTimeout(800)
}

export async function referenceGestures(app: RunningApp, kind: 'plain' | 'virtual'): Promise<Gestures> {
  await using pages = await referencePages(await textRows(app))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(pages[kind])
    await page.locator('#count:not(:empty)').waitFor()
    await page.waitForTimeout(500)
    const click = (id: string, contains?: string) =>
      eventToPaint(
        page,
        { event: 'click', selector: '#box', ...(contains === undefined ? {} : { contains }) },
        () => page.locator(`#${id}`).click(),
      )
    return await gestures({
      page,
      scroller: '#box',
      beginFilter: (text) => typeFilter(page, '#filter', text),
      filter: (letter) =>
        eventToPaint(page, { event: 'keydown', selector: '#count' }, () => page.keyboard.press(letter)),
      endFilter: () => typeFilter(page, '#filter', ''),
      sort: () => click('sort'),
      commit: () => click('commit', 'Zed'),
    })
  } finally {
    await browser.close()
  }
}

/** The columns the grid shows, as texts: enough for the two pages to draw and sort the same amount. */
async function textRows(app: RunningApp): Promise<readonly (readonly string[])[]> {
  const answer = await app.application.dispatcher.call('read.grid', { grid: 'positions', employerId: null })
  if (!answer.ok) throw new Error(answer.error.code)
  const { positions = [] } = answer.value as {
    readonly positions?: readonly Readonly<Record<string, unknown>>[]
  }
  return positions.map((row) => {
    const cells = Object.values({ ...row, ...(row.position as object), ...(row.aid as object) })
    const texts = cells.filter((v) => typeof v === 'string' || typeof v === 'number').map(String)
    return [String(row.id), texts[0] ?? '', String(row.holderName ?? ''), ...texts].slice(0, 14)
  })
}
