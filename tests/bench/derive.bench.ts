/**
 * All states, aid and deadlines of a whole file, beside a raw read of the same rows: the cost of a post must not grow with the
 * file. Then what one changed row costs, which is the cost of what it is linked to.
 */
import type { Facts } from '#shared/domain/facts.ts'
import { deadlinesOf } from '#shared/rules/engine/deadlines/deadlines.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { gridRows } from '../../electron/services/read/grid.ts'
import { emptyRowMemory } from '../../electron/services/read/rows/row-memory.ts'
import { snapshotAfter, takeSnapshot } from '../../electron/services/read/snapshot.ts'
import { openDossier } from '../../electron/store/open.ts'
import { factTableNames } from '../../electron/store/tables.ts'
import { type Bench, type BenchRow, medianMs } from './bench.ts'
import { NATIONAL, nationalFile, TODAY } from './support/national-file.ts'

const SIZES = [50, NATIONAL, 50_000] as const
const REFERENCE = 'raw read of the same rows'

export const bench: Bench = {
  title: 'Rules of a whole file',
  async run() {
    const rows: BenchRow[] = []
    for (const positions of SIZES) rows.push(...(await measure(positions)))
    return rows
  },
}

async function measure(positions: number): Promise<readonly BenchRow[]> {
  using file = nationalFile(positions)
  const dossier = openDossier(file.path, file.opening)
  try {
    const facts = dossier.readFacts()
    const times = positions > 10_000 ? 3 : 9
    const referenceMs = await medianMs(times, () =>
      dossier.read((db) => factTableNames.map((table) => db.all(`SELECT * FROM ${table}`).length)),
    )
    const row = (name: string, ms: number, note: string): BenchRow => ({
      name: `${name}, ${positions} posts`,
      ms,
      reference: REFERENCE,
      referenceMs,
      note,
    })
    const each = (name: string, ms: number) =>
      row(name, ms, `${((ms * 1000) / positions).toFixed(1)} µs a post`)
    // Fresh arrays each time: the engine remembers what it built from the same ones.
    const engineMs = await medianMs(times, () => deadlinesOf(derive(fresh(facts), TODAY)).length)
    const snapshot = takeSnapshot(facts, TODAY, null)
    const gridMs = await medianMs(
      times,
      () => gridRows({ ...snapshot, rows: emptyRowMemory() }, 'positions', null).length,
    )
    gridRows(snapshot, 'positions', null)
    let turn = 0
    const afterMs = await medianMs(15, () => {
      turn += 1
      const changed = oneContract(facts, (turn * 37) % facts.contracts.length)
      const after = snapshotAfter(snapshot, changed) ?? takeSnapshot(changed, TODAY, null)
      return gridRows(after, 'positions', null).length
    })
    return [
      each('states, aid and deadlines', engineMs),
      each('rows of the Postes grid', gridMs),
      row(
        'all of it again, one contract changed',
        afterMs,
        `${(afterMs / engineMs).toFixed(2)} of the whole`,
      ),
    ]
  } finally {
    dossier.close()
  }
}

function fresh(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([table, rows]) => [table, [...rows]]),
  ) as unknown as Facts
}

function oneContract(facts: Facts, at: number): Facts {
  return {
    ...facts,
    contracts: facts.contracts.map((row, i) => (i === at ? { ...row, note: 'Vu' } : row)),
  }
}
