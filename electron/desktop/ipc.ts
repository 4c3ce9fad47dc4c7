/** The door on the desktop: one message in, one out. Who speaks is checked here, once, before anything is read of what is said. */
import { IPC_CALL, IPC_EVENT } from '#shared/api/bridge.ts'
import type { Answer } from '#shared/api/envelope.ts'
import { doorErrorOf } from '#shared/text/errors/door-errors.ts'
import type { Application } from '../api/application.ts'
import type { BrowserWindow, ElectronPort, IpcMainInvokeEvent } from './electron-port.ts'
import { PAGE_ORIGIN } from './page-protocol.ts'

/** Answers the way to disconnect. */
export function connectDoor(
  electron: ElectronPort,
  application: Application,
  window: BrowserWindow,
): () => void {
  electron.ipcMain.handle(
    IPC_CALL,
    async (
      event,
      channel: unknown,
      input: unknown,
      ...rest: readonly unknown[]
    ): Promise<Answer<unknown>> => {
      if (!isOurPage(event, window)) return { ok: false, error: doorErrorOf('shell.stranger') }
      if (rest.length > 0) return { ok: false, error: doorErrorOf('door.malformed') }
      return application.dispatcher.call(channel, input)
    },
  )
  const unsubscribe = application.session.subscribe((event) => {
    if (!window.isDestroyed()) window.webContents.send(IPC_EVENT, event)
  })
  return () => {
    unsubscribe()
    electron.ipcMain.removeHandler(IPC_CALL)
  }
}

/** The main frame of our one window, on our own origin: not another window, not a frame inside it, not a page it was led to. */
function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    !window.isDestroyed() &&
    event.sender === window.webContents &&
    frame === window.webContents.mainFrame &&
    frame.origin === PAGE_ORIGIN
  )
}
