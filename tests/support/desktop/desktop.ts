/** A desktop shell started on the stand-in, on a folder of its own: opened by `desktopTests()`, ended and removed after each test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { type Clock, fixedClock } from '../../../electron/clock.ts'
import { startDesktop } from '../../../electron/desktop/start.ts'
import { listPageFiles } from '../../../electron/page/files.ts'
import { dataFolderAt } from '../../../electron/services/session/data-folder.ts'
import type { Dossier } from '../../../electron/store/dossier.ts'
import { createDossier, openDossier } from '../../../electron/store/open.ts'
import { ElectronStandIn, type StandInOptions } from './electron-stand-in.ts'

export interface DesktopTests {
  /** Folder of the current test. */
  readonly folder: string
  start(
    options?: StandInOptions & { readonly args?: readonly string[]; readonly clock?: Clock },
  ): Promise<ElectronStandIn>
  /** Quits, and waits until it has. */
  end(electron: ElectronStandIn): Promise<void>
  /** Ends all that was started so far. */
  endAll(): Promise<void>
  /** An empty dossier of that name in the folder. */
  dossierFile(name: string): string
  open(path: string): Dossier
}

export function desktopTests(): DesktopTests {
  let folder = ''
  const log: string[] = []
  const running: ElectronStandIn[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-desktop-'))
    mkdirSync(join(folder, 'page'))
    writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><html><head></head></html>')
  })
  afterEach(async () => {
    await endAll()
    rmSync(folder, { recursive: true, force: true })
  })
  afterAll(() => expect(log, 'an error nobody expected').toEqual([]))

  const opening = () => ({
    who: 'essai',
    machine: 'essai',
    now: () => '2026-11-20T10:00:00.000+00:00',
    copiesFolder: join(folder, 'copies'),
  })
  const end = async (electron: ElectronStandIn) => {
    if (!electron.ended) electron.app.quit()
    await vi.waitFor(() => expect(electron.ended).toBe(true), { timeout: 20_000 })
  }
  const endAll = async () => {
    for (const electron of running.splice(0)) await end(electron)
  }
  return {
    get folder() {
      return folder
    },
    end,
    endAll,
    async start(options = {}) {
      const electron = new ElectronStandIn({ documents: folder, ...options })
      await startDesktop(electron.port, {
        args: options.args ?? [],
        cwd: folder,
        clock: options.clock ?? fixedClock(day('2026-11-23')),
        dataFolder: dataFolderAt(join(folder, 'data')),
        page: listPageFiles(join(folder, 'page')),
        preloadPath: '/app/preload.cjs',
        log: (line) => log.push(line),
      })
      if (electron.windows.length > 0) running.push(electron)
      return electron
    },
    dossierFile(name) {
      const path = join(folder, name)
      createDossier(path, opening()).close()
      return path
    },
    open: (path) => openDossier(path, opening()),
  }
}
