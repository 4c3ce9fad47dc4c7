/** The one window: its safe options, its size kept from one day to the next, and what happens when its page dies. */
import { z } from 'zod'
import { desktopText } from '#shared/text/shells/desktop.ts'
import { readSmallFile, writeSmallFile } from '../services/session/small-file.ts'
import type { BrowserWindow, BrowserWindowConstructorOptions, ElectronPort } from './electron-port.ts'
import { PAGE_ADDRESS } from './page-protocol.ts'

const DEFAULT_SIZE = { width: 1366, height: 768 } as const
/** Below it the grids of the design no longer fit. */
const MIN_SIZE = { minWidth: 940, minHeight: 560 } as const

const placeSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximised: z.boolean(),
})
type Place = z.output<typeof placeSchema>

export interface WindowOptions {
  readonly preloadPath: string
  readonly placeFile: string
}

export function openWindow(electron: ElectronPort, { preloadPath, placeFile }: WindowOptions): BrowserWindow {
  const place = readSmallFile(placeFile, placeSchema.nullable(), null)
  const window = new electron.BrowserWindow(windowOptions(electron, preloadPath, place))
  if (place?.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    const bounds = window.getNormalBounds()
    writeSmallFile(placeFile, { ...bounds, maximised: window.isMaximized() })
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') void offerReload(electron, window)
  })
  void window.loadURL(PAGE_ADDRESS)
  return window
}

function windowOptions(
  electron: ElectronPort,
  preloadPath: string,
  place: Place | null,
): BrowserWindowConstructorOptions {
  return {
    ...DEFAULT_SIZE,
    ...(place !== null && isOnScreen(electron, place) ? boundsOf(place) : {}),
    ...MIN_SIZE,
    title: 'Jalon',
    show: false,
    backgroundColor: '#eceeef',
    webPreferences: {
      preload: preloadPath,
      // The page's world and the preload's stay apart: a page that goes wrong cannot reach the bridge's insides.
      contextIsolation: true,
      // The page runs in the system's sandbox, without Node, in its main world, its workers and its frames alike.
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      // A file dropped on the window must not replace the page.
      navigateOnDragDrop: false,
      // Its dictionaries are downloaded.
      spellcheck: false,
      safeDialogs: true,
      devTools: !electron.app.isPackaged,
    },
  }
}

const boundsOf = ({ x, y, width, height }: Place) => ({ x, y, width, height })

/** A screen unplugged since must not leave the window out of reach: its title bar has to be on one that is there. */
function isOnScreen(electron: ElectronPort, place: Place): boolean {
  return electron.screen.getAllDisplays().some(({ workArea }) => {
    const insideX = place.x + place.width > workArea.x + 100 && place.x < workArea.x + workArea.width - 100
    return insideX && place.y >= workArea.y && place.y < workArea.y + workArea.height - 50
  })
}

async function offerReload(electron: ElectronPort, window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return
  const words = desktopText.dialog
  await electron.dialog.showMessageBox(window, {
    type: 'warning',
    message: words.pageGone,
    detail: words.pageGoneDetail,
    buttons: [words.reload],
  })
  if (!window.isDestroyed()) window.webContents.reload()
}
