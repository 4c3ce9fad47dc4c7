/**
 * The parts of Electron the desktop shell uses, by the types of Electron itself. It is handed in by `main.ts`: this folder never
 * loads the runtime, so that the same wiring runs in tests on a stand-in.
 */
import type {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  protocol,
  screen,
  session,
  shell,
} from 'electron'

export type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  IpcMainInvokeEvent,
  MenuItemConstructorOptions,
  OpenDialogOptions,
  SaveDialogOptions,
  Session,
  WebContents,
} from 'electron'

export interface ElectronPort {
  readonly app: Pick<
    typeof app,
    | 'commandLine'
    | 'enableSandbox'
    | 'exit'
    | 'getPath'
    | 'isPackaged'
    | 'name'
    | 'on'
    | 'quit'
    | 'requestSingleInstanceLock'
    | 'setAppUserModelId'
    | 'whenReady'
  >
  readonly BrowserWindow: new (...args: ConstructorParameters<typeof BrowserWindow>) => BrowserWindow
  readonly dialog: Pick<typeof dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>
  readonly ipcMain: Pick<typeof ipcMain, 'handle' | 'removeHandler'>
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>
  readonly Notification: Pick<typeof Notification, 'isSupported'> &
    (new (
      ...args: ConstructorParameters<typeof Notification>
    ) => Notification)
  readonly protocol: Pick<typeof protocol, 'handle' | 'registerSchemesAsPrivileged'>
  readonly screen: Pick<typeof screen, 'getAllDisplays'>
  readonly session: Pick<typeof session, 'defaultSession'>
  readonly shell: Pick<typeof shell, 'openExternal' | 'openPath'>
}
