/** The life of the desktop shell, from the first instance to an orderly end. What each part does is in its own file. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { desktopText } from '#shared/text/shells/desktop.ts'
import { createApplication } from '../api/application.ts'
import { doorError, type FailureLog } from '../api/failure.ts'
import type { Clock } from '../clock.ts'
import { processRest } from '../memory/at-rest.ts'
import type { PageFiles } from '../page/files.ts'
import type { DataFolder } from '../services/session/data-folder.ts'
import { nativeDialogs } from './dialogs.ts'
import type { BrowserWindow, ElectronPort } from './electron-port.ts'
import { guardContents, guardSession, silenceNetwork } from './guards.ts'
import { connectDoor } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { dailyNotice } from './notifications.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { openWindow } from './window.ts'

const NOTICE_EVERY_MS = 60 * 60 * 1000

export interface DesktopOptions {
  /** Arguments after the program: a dossier opened by a double click is among them. */
  readonly args: readonly string[]
  readonly cwd: string
  readonly clock: Clock
  readonly dataFolder: DataFolder
  readonly page: PageFiles
  readonly preloadPath: string
  readonly log: FailureLog
}

/** Resolves once the window is open; at once, without one, where Jalon already runs. */
export async function startDesktop(electron: ElectronPort, options: DesktopOptions): Promise<void> {
  const { app } = electron
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.setAppUserModelId('fr.jalon.app')
  app.enableSandbox()
  silenceNetwork(electron)
  registerPageScheme(electron)
  app.on('web-contents-created', (_event, contents) => guardContents(electron, contents))

  let window: BrowserWindow | null = null
  const application = createApplication({
    shell: { kind: 'desktop', dialogs: nativeDialogs(electron, () => window) },
    clock: options.clock,
    dataFolder: options.dataFolder,
    log: options.log,
    rest: processRest(),
  })
  const { session } = application

  const openFile = async (path: string) => {
    try {
      await session.open(path)
    } catch (error) {
      const { message } = doorError(error, 'open', options.log)
      await tell(electron, window, desktopText.dialog.openFailed, message)
    }
  }
  const comeForward = () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  }
  app.on('second-instance', (_event, argv, workingDirectory) => {
    comeForward()
    const path = dossierIn(argv.slice(1), workingDirectory)
    if (path !== null) void openFile(path)
  })
  // macOS hands a double-clicked file by this event rather than by an argument, maybe before the window is there.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void app.whenReady().then(() => openFile(path))
  })

  let ended = false
  let ending = false
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    if (ending) return
    ending = true
    void mayEnd(electron, window, session.jobs.running).then(async (may) => {
      if (may) {
        await session.close()
        ended = true
        app.quit()
      }
      ending = false
    })
  })
  app.on('window-all-closed', () => app.quit())

  await app.whenReady()
  await guardSession(electron.session.defaultSession)
  servePage(electron, options.page)
  const opened = openWindow(electron, {
    preloadPath: options.preloadPath,
    placeFile: options.dataFolder.windowFile,
  })
  window = opened
  const disconnect = connectDoor(electron, application, opened)
  // Closing the one window is quitting: the question about a running job is asked before it disappears.
  opened.on('close', (event) => {
    if (ended) return
    event.preventDefault()
    app.quit()
  })
  opened.on('closed', () => {
    disconnect()
    window = null
  })

  const notice = dailyNotice(options.dataFolder.noticeFile, (title, body) => {
    if (!electron.Notification.isSupported()) return
    const notification = new electron.Notification({ title, body, silent: true })
    notification.on('click', () => {
      comeForward()
      session.announceCommand('go.home')
    })
    notification.show()
  })
  electron.Menu.setApplicationMenu(
    electron.Menu.buildFromTemplate(
      menuTemplate({
        command: (id) => session.announceCommand(id),
        quit: () => app.quit(),
        notifications: notice,
        version: session.status().version,
      }),
    ),
  )

  const path = dossierIn(options.args, options.cwd)
  if (path !== null) await openFile(path)
  else await session.reopenLast()
  const consider = () => notice.consider(session.status())
  consider()
  setInterval(consider, NOTICE_EVERY_MS).unref()
}

/** The first argument that is a dossier there is; switches of Chromium and of a development run are not. */
function dossierIn(args: readonly string[], folder: string): string | null {
  const named = args.find((arg) => !arg.startsWith('-') && /\.jalon$/i.test(arg))
  if (named === undefined) return null
  const path = resolve(folder, named)
  return existsSync(path) ? path : null
}

async function mayEnd(
  electron: ElectronPort,
  window: BrowserWindow | null,
  running: number,
): Promise<boolean> {
  if (running === 0) return true
  const words = desktopText.dialog
  const options = {
    type: 'question' as const,
    message: words.quitQuestion,
    detail: words.quitDetail,
    buttons: [words.quitWait, words.quitStop],
    defaultId: 0,
    cancelId: 0,
  }
  const asked =
    window === null
      ? electron.dialog.showMessageBox(options)
      : electron.dialog.showMessageBox(window, options)
  return (await asked).response === 1
}

async function tell(
  electron: ElectronPort,
  window: BrowserWindow | null,
  message: string,
  detail: string,
): Promise<void> {
  const options = { type: 'warning' as const, message, detail }
  if (window === null) await electron.dialog.showMessageBox(options)
  else await electron.dialog.showMessageBox(window, options)
}
