/** Composition root of the desktop shell: the one file that loads the Electron runtime. */
import { homedir } from 'node:os'
import { fileURLToPath } from 'node:url'
import * as electron from 'electron'
import { isInCalendar, parseDay } from '#shared/domain/day.ts'
import { desktopText } from '#shared/text/shells/desktop.ts'
import { describeError } from './api/failure.ts'
import { clockViewing, systemClock } from './clock.ts'
import { refusedAtStart } from './desktop/refused-start.ts'
import { startDesktop } from './desktop/start.ts'
import { listPageFiles } from './page/files.ts'
import { PAGE_FOLDER } from './page/folder.ts'
import { dataFolderAt, defaultDataRoot } from './services/session/data-folder.ts'

const { app } = electron
const log = (line: string) => process.stderr.write(`${line}\n`)

const refused = app.isPackaged ? refusedAtStart(process.argv.slice(1), process.env) : null
if (refused === null) start()
else leave(desktopText.refusedStart(refused))

/** Before Electron is ready: no debugger listens yet, nothing was opened. */
function leave(why: string): void {
  log(why)
  electron.dialog.showErrorBox('Jalon', why)
  app.exit(1)
}

function start(): void {
  const args = process.argv.slice(app.isPackaged ? 1 : 2)
  const asked = parseDay(args.find((arg) => arg.startsWith('--today='))?.slice('--today='.length) ?? '')
  const today = asked !== null && isInCalendar(asked) ? asked : null
  // Not awaited: Electron is ready only once this module is evaluated, so waiting here for it would wait for ever.
  startDesktop(electron, {
    args,
    cwd: process.cwd(),
    clock: today === null ? systemClock : clockViewing(today, systemClock),
    dataFolder: dataFolderAt(defaultDataRoot(process.env, process.platform, homedir())),
    page: listPageFiles(PAGE_FOLDER),
    preloadPath: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
    log,
  }).catch((error: unknown) => {
    log(`[jalon] start: ${describeError(error)}`)
    app.exit(1)
  })
}
