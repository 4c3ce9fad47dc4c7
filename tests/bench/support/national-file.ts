/** An invented file of any size in a folder of its own, as `jalon demo` makes it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '#shared/domain/day.ts'
import { createDemo } from '../../../electron/services/demo/create-demo.ts'
import type { CreateOptions } from '../../../electron/store/open.ts'

export const NATIONAL = 5139
export const TODAY = day('2026-11-23')
export const NOW = '2026-11-23T09:30:00.000+01:00'

export interface NationalFile extends Disposable {
  readonly path: string
  readonly folder: string
  readonly opening: CreateOptions
}

export function nationalFile(positions: number = NATIONAL): NationalFile {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'))
  const path = join(folder, `posts-${positions}.jalon`)
  const opening: CreateOptions = {
    who: 'bench',
    machine: 'bench',
    now: () => NOW,
    copiesFolder: join(folder, 'copies'),
    createdWith: 'bench',
  }
  createDemo(path, opening, { positions, seed: 1, today: TODAY }).close()
  return { path, folder, opening, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}
