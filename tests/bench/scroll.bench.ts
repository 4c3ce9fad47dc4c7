/** Ten times the national file: 50 000 rows must scroll, filter and take a cell as a short list does. */
import { startApp } from '../support/app.ts'
import type { Bench } from './bench.ts'
import { GESTURES, gestures, goTo, gridHands, referenceGestures, usable } from './support/gestures.ts'
import { nationalFile } from './support/national-file.ts'

const POSITIONS = 50_000

export const bench: Bench = {
  title: `The grid of ${POSITIONS} posts, in Chromium`,
  async run() {
    using file = nationalFile(POSITIONS)
    await using app = await startApp({ dossier: file.path })
    await goTo(app.page, '#/positions')
    await usable(app.page)
    const grid = await gestures(gridHands(app.page))
    const virtual = await referenceGestures(app, 'virtual')
    return GESTURES.map(([name, key]) => ({
      name,
      ms: grid[key].ms,
      reference: 'bare TanStack Virtual list',
      referenceMs: virtual[key].ms,
      note: `${grid[key].note}; list: ${virtual[key].note}`,
    }))
  },
}
