/**
 * What a person waits for on the national file, in a real browser: opening to a usable Postes grid, a keystroke of the filter, a
 * sort, a cell, a scroll, Accueil. Beside it: a raw read of the same rows, a plain HTML table and a bare TanStack Virtual list.
 */
import type { GridAnswer } from '#shared/api/views/grid-rows.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { openDossier } from '../../electron/store/open.ts'
import { factTableNames } from '../../electron/store/tables.ts'
import { type RunningApp, startApp } from '../support/app.ts'
import { type Bench, type BenchRow, medianMs } from './bench.ts'
import { GESTURES, gestures, goTo, gridHands, referenceGestures, usable } from './support/gestures.ts'
import { NATIONAL, type NationalFile, nationalFile } from './support/national-file.ts'
import { medianOf } from './support/page-clock.ts'

const TIMES = 5

export const bench: Bench = {
  title: `Screens of ${NATIONAL} posts, in Chromium`,
  async run() {
    using file = nationalFile()
    const rawReadMs = await rawRead(file)
    await using app = await startApp()
    const rows = [...(await opening(app, file, rawReadMs)), ...(await answers(app, rawReadMs))]
    const grid = await gestures(gridHands(app.page))
    const plain = await referenceGestures(app, 'plain')
    const virtual = await referenceGestures(app, 'virtual')
    for (const [name, key] of GESTURES) {
      const { ms, note } = grid[key]
      rows.push({ name, ms, reference: 'plain HTML table', referenceMs: plain[key].ms, note })
      rows.push({
        name,
        ms,
        reference: 'bare TanStack Virtual list',
        referenceMs: virtual[key].ms,
        note:
          key === 'scroll' || key === 'jump' ? `list: ${virtual[key].note}; table: ${plain[key].note}` : '',
      })
    }
    return rows
  },
}

const RAW = 'raw read of the same rows'

async function rawRead(file: NationalFile): Promise<number> {
  const dossier: Dossier = await openDossier(file.path, file.opening)
  try {
    return await medianMs(TIMES, () =>
      dossier.read((db) => factTableNames.map((table) => db.all(`SELECT * FROM ${table}`).length)),
    )
  } finally {
    dossier.close()
  }
}

/** The dossier closed, the page gone: then the file is opened, the page fetched, and the grid drawn with its totals. */
async function opening(
  app: RunningApp,
  file: NationalFile,
  referenceMs: number,
): Promise<readonly BenchRow[]> {
  const { page } = app
  const { session } = app.application
  const whole: number[] = []
  const fileOnly: number[] = []
  const home: number[] = []
  for (let i = 0; i < TIMES; i += 1) {
    await session.closeDossier()
    await page.goto('about:blank')
    const start = performance.now()
    await session.open(file.path)
    fileOnly.push(performance.now() - start)
    await page.goto(`${app.origin}/#/positions`, { waitUntil: 'commit' })
    await usable(page)
    whole.push(performance.now() - start)
    const leaving = performance.now()
    await goTo(page, '#/home')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('.chart-svg, svg[role=img], .months').first().waitFor()
    home.push(performance.now() - leaving)
  }
  return [
    {
      name: 'open to a usable Postes grid',
      ms: medianOf(whole),
      reference: RAW,
      referenceMs,
      note: `of which opening the file ${medianOf(fileOnly).toFixed(0)} ms`,
    },
    { name: 'Accueil from Postes', ms: medianOf(home), reference: RAW, referenceMs },
  ]
}

/** At the door, without a page: what is computed, and what travels. */
async function answers(app: RunningApp, referenceMs: number): Promise<readonly BenchRow[]> {
  const { dispatcher } = app.application
  const rows: BenchRow[] = []
  for (const grid of ['positions', 'contracts', 'instalments'] as const) {
    const ask = () => dispatcher.call('read.grid', { grid, employerId: null })
    const ms = await medianMs(TIMES, ask)
    const text = JSON.stringify(await ask())
    const writeMs = (await medianMs(TIMES, async () => JSON.stringify(await ask()))) - ms
    rows.push({
      name: `read.grid ${grid}, asked for whole again`,
      ms,
      reference: RAW,
      referenceMs,
      note: `${(text.length / 2 ** 20).toFixed(1)} MiB of JSON, written in ${Math.max(0, writeMs).toFixed(0)} ms`,
    })
  }
  rows.push(await afterOneCell(app, referenceMs))
  const ms = await medianMs(TIMES, () => dispatcher.call('read.home', { employerId: null }))
  return [...rows, { name: 'read.home', ms, reference: RAW, referenceMs }]
}

/** A cell written, then what a page that has the rest is given. */
async function afterOneCell({ application }: RunningApp, referenceMs: number): Promise<BenchRow> {
  const { dispatcher } = application
  const ask = async (known: string | null) => {
    const answer = await dispatcher.call('read.grid', { grid: 'positions', employerId: null, known })
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value as GridAnswer
  }
  let { tag = null } = await ask(null)
  let bytes = 0
  let turn = 0
  const ms = await medianMs(TIMES, async () => {
    turn += 1
    await dispatcher.call('write.cells', {
      label: 'Saisie',
      changes: [{ entity: 'position', id: turn, values: { label: `Poste ${turn}` } }],
    })
    const answer = await ask(tag)
    tag = answer.tag ?? null
    bytes = JSON.stringify(answer).length
  })
  return {
    name: 'a cell written and read.grid positions, the rest known',
    ms,
    reference: RAW,
    referenceMs,
    note: `${(bytes / 1024).toFixed(1)} KiB of JSON`,
  }
}
