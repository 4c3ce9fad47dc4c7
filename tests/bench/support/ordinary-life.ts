/**
 * An ordinary day at the door of a national file, as the page asks for it: screens gone through, cells written and taken back, words
 * searched, posts and amounts explained, planning, forecasts, reports looked at, built and fetched, copies made.
 */

import { gridNames } from '#shared/api/channels/read.ts'
import type { GridName } from '#shared/api/views/grid-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Served } from './door.ts'

const REPORTS = ['situation', 'contracts', 'aid', 'renewals', 'forecast', 'fiscal-year'] as const
const EVERYTHING = { employerId: null, fiscalYear: 2026, at: null, names: true } as const

export interface Life {
  /** One turn of it; answers how many calls were made. */
  turn(): Promise<number>
}

/** What a page keeps: the tag of the last answer of each grid. */
export function ordinaryLife(served: Served, today: Day): Life {
  const known = new Map<GridName, string | null>()
  let calls = 0
  let turns = 0
  const ask: Served['value'] = (channel, input) => {
    calls += 1
    return served.value(channel, input)
  }
  const grid = async (name: GridName) => {
    const answer = (await ask('read.grid', {
      grid: name,
      employerId: null,
      known: known.get(name) ?? null,
    })) as {
      readonly tag?: string | null
    }
    known.set(name, answer.tag ?? null)
  }
  const cell = async (id: number) => {
    await ask('write.cells', {
      label: 'Saisie',
      changes: [{ entity: 'position', id, values: { label: `Poste ${id} ${turns}` } }],
    })
    await ask('file.status', {})
    await grid('positions')
  }
  const undo = async () => {
    await ask('write.undo', {})
    await grid('positions')
  }
  const file = async (built: unknown) => {
    const { downloadId } = built as { readonly downloadId: string | null }
    if (downloadId !== null) await served.download(downloadId)
  }

  const gestures: readonly (() => Promise<unknown>)[] = [
    () => ask('read.home', { employerId: null }),
    () => grid(gridNames[turns % gridNames.length] ?? 'positions'),
    () => cell(1 + ((turns * 37) % 5000)),
    () => cell(1 + ((turns * 41) % 5000)),
    () => ask('read.search', { text: ['mar', 'ber', 'dup'][turns % 3] ?? '', limit: 20 }),
    () => ask('read.position', { positionId: 1 + ((turns * 53) % 5000) }),
    undo,
    () => ask('read.deadlines', { employerId: null, withinDays: null, answered: false }),
    () => ask('read.journal', { positionId: null, before: null, limit: 100 }),
    () => cell(1 + ((turns * 43) % 5000)),
    () => ask('read.planning', { employerId: null, from: today, months: 18 }),
    () => ask('forecast.compare', { employerId: null, months: 36, scenarioIds: [], draft: null }),
    () => ask('report.preview', { kind: REPORTS[turns % 3] ?? 'situation', ...EVERYTHING }),
  ]
  return {
    async turn() {
      calls = 0
      if (turns === 0) for (const name of gridNames) await grid(name)
      for (const gesture of gestures) await gesture()
      turns += 1
      if (turns % 5 === 1) {
        calls += 1
        const kind = REPORTS[Math.floor(turns / 5) % REPORTS.length] ?? 'situation'
        await file(await served.job('report.build', { kind, ...EVERYTHING, format: 'xlsx' }))
      }
      if (turns % 11 === 4) await ask('file.backup', {})
      // A page opened afresh knows nothing: it is given everything again.
      if (turns % 7 === 0) known.clear()
      return calls
    },
  }
}
