/**
 * Time as a person feels it, taken inside the page: from the event to the end of the first painted frame that shows its effect,
 * and the length of each frame while something scrolls.
 */
import type { Page } from 'playwright-core'

export interface Watched {
  /** DOM event that starts the clock. */
  readonly event: 'keydown' | 'click'
  /** The text that must change… */
  readonly selector: string
  /** …to something that contains this, where given. */
  readonly contains?: string
}

export interface Span {
  readonly ms: number
  /** Main thread busy in one piece for more than 50 ms, from the event until nothing moved for a second. */
  readonly longTasks: readonly number[]
  /** From the event to the end of the last of them, or to the painted frame. */
  readonly quietMs: number
}

interface Clock {
  start: number
  end: number
  tasks: { readonly from: number; readonly ms: number }[]
}
declare global {
  interface Window {
    benchClock?: Clock
  }
}

export async function eventToPaint(page: Page, watched: Watched, act: () => Promise<void>): Promise<Span> {
  await page.evaluate(({ event, selector, contains }) => {
    const read = () => document.querySelector(selector)?.textContent ?? ''
    const before = read()
    const clock: Clock = { start: 0, end: 0, tasks: [] }
    window.benchClock = clock
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        clock.tasks.push({ from: entry.startTime, ms: Math.round(entry.duration) })
    }).observe({ entryTypes: ['longtask'] })
    const frame = () => {
      const now = read()
      const isShown = contains === undefined ? now !== before : now.includes(contains)
      if (!isShown) {
        requestAnimationFrame(frame)
        return
      }
      // A message posted in a frame is delivered once that frame is painted.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        clock.end = performance.now()
      }
      port2.postMessage(null)
    }
    const begin = (e: Event) => {
      clock.start = e.timeStamp
      requestAnimationFrame(frame)
    }
    document.addEventListener(event, begin, { capture: true, once: true })
  }, watched)
  await act()
  await page.waitForFunction(() => (window.benchClock?.end ?? 0) > 0, undefined, { timeout: 60_000 })
  await page.waitForTimeout(1000)
  return page.evaluate(() => {
    const { start, end, tasks } = window.benchClock ?? { start: 0, end: 0, tasks: [] }
    const mine = tasks.filter((task) => task.from + task.ms >= start)
    const last = Math.max(end, ...mine.map((task) => task.from + task.ms))
    return { ms: end - start, longTasks: mine.map((task) => task.ms), quietMs: last - start }
  })
}

export interface Frames {
  readonly median: number
  readonly p95: number
  readonly max: number
  /** Frames longer than 50 ms. */
  readonly slow: number
  readonly count: number
}

/** Scrolls by `step` pixels a frame; `jump` goes to far places of the list instead, as dragging its bar does. */
export async function scrollFrames(
  page: Page,
  selector: string,
  how: { readonly step: number; readonly frames: number; readonly jump?: boolean },
): Promise<Frames> {
  return page.evaluate(
    async ({ selector, step, frames, jump }) => {
      const box = document.querySelector(selector)
      if (box === null) throw new Error(`nothing to scroll: ${selector}`)
      const next = () => new Promise<number>((done) => requestAnimationFrame(done))
      box.scrollTop = 0
      await next()
      await next()
      const lengths: number[] = []
      let before = await next()
      for (let i = 0; i < frames; i += 1) {
        box.scrollTop = jump ? (((i * 7919) % 100) / 100) * box.scrollHeight : box.scrollTop + step
        const now = await next()
        lengths.push(now - before)
        before = now
      }
      lengths.sort((a, b) => a - b)
      const at = (part: number) =>
        lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * part))] ?? 0
      return {
        median: at(0.5),
        p95: at(0.95),
        max: at(1),
        slow: lengths.filter((ms) => ms > 50).length,
        count: lengths.length,
      }
    },
    { selector, jump: false, ...how },
  )
}

export function frameNote({ median, p95, max, slow, count }: Frames): string {
  return `frames ${median.toFixed(0)} / p95 ${p95.toFixed(0)} / max ${max.toFixed(0)} ms, ${slow} of ${count} over 50 ms`
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
