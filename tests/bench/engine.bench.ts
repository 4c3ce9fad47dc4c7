/** All states, aid and deadlines of a whole file, beside a raw read of the same rows: the cost per post must not grow. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import { deadlinesOf } from '#shared/rules/engine/deadlines/deadlines.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { createDemo } from '../../electron/services/demo/create-demo.ts'
import { gridRows } from '../../electron/services/read/grid.ts'
import { takeSnapshot } from '../../electron/services/read/snapshot.ts'
import { factTableNames } from '../../electron/store/tables.ts'
import { type Bench, type BenchRow, medianMs } from './bench.ts'

const SIZES = [50, 5139, 50_000] as const
const TODAY = day('2026-11-23')
const NOW = '2026-11-23T09:30:00.000+01:00'

export const bench: Bench = {
  title: 'Rules of a whole file',
  async run() {
    const rows: BenchRow[] = []
    for (const positions of SIZES) rows.push(...(await measure(positions)))
    return rows
  },
}

async function measure(positions: number): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'))
  try {
    const dossier = createDemo(
      join(folder, 'a.jalon'),
      {
        who: 'bench',
        machine: 'bench',
        now: () => NOW,
        copiesFolder: join(folder, 'copies'),
        createdWith: 'bench',
      },
      { positions, seed: 1, today: TODAY },
    )
    const facts = dossier.readFacts()
    const times = positions > 10_000 ? 3 : 7
    const referenceMs = await medianMs(times, () =>
      dossier.read((db) => factTableNames.map((table) => db.all(`SELECT * FROM ${table}`).length)),
    )
    // Fresh arrays each time: the engine remembers what it built from the same ones.
    const engineMs = await medianMs(times, () => deadlinesOf(derive(fresh(facts), TODAY)).length)
    const snapshot = takeSnapshot(facts, TODAY, null)
    const gridMs = await medianMs(times, () => gridRows(snapshot, 'positions', null).length)
    dossier.close()
    const reference = 'raw read of the same rows'
    const perPost = (ms: number) => `${((ms * 1000) / positions).toFixed(1)} µs a post`
    return [
      {
        name: `states, aid and deadlines, ${positions} posts`,
        ms: engineMs,
        reference,
        referenceMs,
        note: perPost(engineMs),
      },
      {
        name: `rows of the Postes grid, ${positions} posts`,
        ms: gridMs,
        reference,
        referenceMs,
        note: perPost(gridMs),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function fresh(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([table, rows]) => [table, [...rows]]),
  ) as unknown as Facts
}
