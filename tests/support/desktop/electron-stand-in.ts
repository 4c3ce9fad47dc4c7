/**
 * A stand-in for the Electron runtime, where it cannot be had: it remembers what it was told (options, handlers, menus) and plays
 * the events of a person and of a page. Only what `ElectronPort` names; its shape is checked by the compiler where it is used.
 */
import { EventEmitter } from 'node:events'
import type { ElectronPort, MenuItemConstructorOptions } from '../../../electron/desktop/electron-port.ts'

export interface StandInOptions {
  readonly firstInstance?: boolean
  readonly packaged?: boolean
  readonly documents?: string
  /** When the runtime says it is ready. The real one says so only once the main module is evaluated. */
  readonly ready?: Promise<void>
}

/** An event that can be prevented, as Electron's are. */
export function preventable<T extends object>(
  more: T,
): T & { defaultPrevented: boolean; preventDefault(): void } {
  return Object.assign(
    {
      defaultPrevented: false,
      preventDefault() {
        this.defaultPrevented = true
      },
    },
    more,
  )
}

class StandInContents extends EventEmitter {
  readonly sent: { readonly channel: string; readonly message: unknown }[] = []
  readonly mainFrame = { origin: 'app://jalon' }
  openHandler: (details: { readonly url: string }) => unknown = () => ({ action: 'allow' })
  reloads = 0
  webrtc = ''
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webrtc = policy
  }
  setWindowOpenHandler(handler: StandInContents['openHandler']): void {
    this.openHandler = handler
  }
  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message })
  }
  reload(): void {
    this.reloads += 1
  }
}

class StandInWindow extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents = new StandInContents()
  shown = false
  focused = 0
  maximised = false
  minimised = false
  address: string | null = null
  bounds = { x: 10, y: 20, width: 1366, height: 768 }
  #destroyed = false
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
  }
  async loadURL(address: string): Promise<void> {
    this.address = address
    this.emit('ready-to-show')
  }
  show(): void {
    this.shown = true
  }
  focus(): void {
    this.focused += 1
  }
  maximize(): void {
    this.maximised = true
  }
  isMaximized(): boolean {
    return this.maximised
  }
  isMinimized(): boolean {
    return this.minimised
  }
  restore(): void {
    this.minimised = false
  }
  getNormalBounds(): StandInWindow['bounds'] {
    return this.bounds
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  /** As a click on its cross: refused, or closed. */
  close(): boolean {
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.#destroyed = true
    this.emit('closed')
    return true
  }
}

class StandInSession extends EventEmitter {
  permissionRequest: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void =
    () => {}
  permissionCheck: (contents: unknown, permission: string, origin: string) => boolean = () => true
  device: () => boolean = () => true
  display: unknown = null
  spelling = true
  beforeRequest: (details: { readonly url: string }, answer: (a: { cancel?: boolean }) => void) => void =
    () => {}
  readonly webRequest = {
    onBeforeRequest: (handler: StandInSession['beforeRequest']) => {
      this.beforeRequest = handler
    },
  }
  setPermissionRequestHandler(handler: StandInSession['permissionRequest']): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: StandInSession['permissionCheck']): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    this.display = handler
  }
  proxy: unknown = null
  async setProxy(config: unknown): Promise<void> {
    this.proxy = config
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spelling = enabled
  }
}

type Invoke = (event: unknown, ...args: unknown[]) => unknown

export class ElectronStandIn {
  readonly windows: StandInWindow[] = []
  readonly switches = new Map<string, string>()
  readonly schemes: { readonly scheme: string; readonly privileges?: Electron.Privileges }[] = []
  readonly protocols = new Map<string, (request: Request) => Promise<Response>>()
  readonly handlers = new Map<string, Invoke>()
  readonly opened: string[] = []
  /** Files handed to the system's viewer. */
  readonly shown: string[] = []
  /** What the system answers to that: nothing where a viewer took the file. */
  noViewer = ''
  readonly notices: { readonly title: string; readonly body: string }[] = []
  readonly messages: Electron.MessageBoxOptions[] = []
  /** How each save dialog was asked for. */
  readonly saves: Electron.SaveDialogOptions[] = []
  /** What the person answers to the next dialogs; nothing left: gives up, or presses the default button. */
  readonly answers: { path?: string; button?: number }[] = []
  menu: readonly MenuItemConstructorOptions[] = []
  sandboxed = false
  /** How the program ended. */
  ended = false
  readonly session = new StandInSession()
  readonly app: EventEmitter & { quit(): void }
  readonly port: ElectronPort

  constructor(options: StandInOptions = {}) {
    this.app = this.#makeApp(options)
    const port = {
      app: this.app,
      BrowserWindow: this.#windowClass(),
      dialog: this.#makeDialog(),
      ipcMain: {
        handle: (channel: string, handler: Invoke) => this.handlers.set(channel, handler),
        removeHandler: (channel: string) => this.handlers.delete(channel),
      },
      Menu: {
        buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => template,
        setApplicationMenu: (menu: readonly MenuItemConstructorOptions[]) => {
          this.menu = menu
        },
      },
      Notification: this.#noticeClass(),
      protocol: {
        registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => this.schemes.push(...schemes),
        handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
          this.protocols.set(scheme, handler),
      },
      screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
      session: { defaultSession: this.session },
      shell: {
        openExternal: async (url: string) => void this.opened.push(url),
        openPath: async (path: string) => {
          this.shown.push(path)
          return this.noViewer
        },
      },
    }
    // The one place where the stand-in passes for the runtime: the shell sees only the parts above.
    this.port = port as unknown as ElectronPort
  }

  get window(): StandInWindow {
    const [window] = this.windows
    if (window === undefined) throw new Error('no window was opened')
    return window
  }

  /** As the page: what `window.jalon.call` sends. `event` may lie about who sends it. */
  invoke(
    channel: string,
    input: unknown,
    event: Record<string, unknown> = {},
    ...more: unknown[]
  ): Promise<unknown> {
    const handler = this.handlers.get('jalon:call')
    if (handler === undefined) throw new Error('the door is not connected')
    const contents = this.window.webContents
    return Promise.resolve(
      handler({ sender: contents, senderFrame: contents.mainFrame, ...event }, channel, input, ...more),
    )
  }

  menuItem(id: string): MenuItemConstructorOptions {
    const found = this.menuItems().find((item) => item.id === id)
    if (found === undefined) throw new Error(`no menu entry ${id}`)
    return found
  }

  menuItems(): readonly MenuItemConstructorOptions[] {
    return this.menu.flatMap((top) => (Array.isArray(top.submenu) ? top.submenu : []))
  }

  click(id: string, item: Record<string, unknown> = {}): void {
    const { click } = this.menuItem(id)
    Reflect.apply(click ?? (() => {}), undefined, [item, undefined, {}])
  }

  #makeApp({ firstInstance = true, packaged = false, documents = '/documents', ready }: StandInOptions) {
    const quit = () => {
      const event = preventable({})
      this.app.emit('before-quit', event)
      if (event.defaultPrevented) return
      if (this.windows.every((window) => window.isDestroyed() || window.close())) this.ended = true
    }
    return Object.assign(new EventEmitter(), {
      isPackaged: packaged,
      name: 'Jalon',
      commandLine: { appendSwitch: (name: string, value = '') => this.switches.set(name, value) },
      enableSandbox: () => {
        this.sandboxed = true
      },
      exit: () => {
        this.ended = true
      },
      getPath: () => documents,
      quit,
      requestSingleInstanceLock: () => firstInstance,
      setAppUserModelId: () => {},
      whenReady: async () => ready,
    })
  }

  #windowClass() {
    const { windows } = this
    const emit = (window: StandInWindow) => this.app.emit('web-contents-created', {}, window.webContents)
    return class extends StandInWindow {
      constructor(options: Electron.BrowserWindowConstructorOptions) {
        super(options)
        windows.push(this)
        emit(this)
      }
    }
  }

  #noticeClass() {
    const { notices } = this
    return class extends EventEmitter {
      static isSupported(): boolean {
        return true
      }
      readonly #shown: { readonly title: string; readonly body: string }
      constructor(options: { readonly title: string; readonly body: string }) {
        super()
        this.#shown = options
      }
      show(): void {
        notices.push(this.#shown)
      }
    }
  }

  #makeDialog() {
    const next = () => this.answers.shift() ?? {}
    const save = async (...args: readonly unknown[]) => {
      this.saves.push(args.at(-1) as Electron.SaveDialogOptions)
      const { path } = next()
      return path === undefined ? { canceled: true, filePath: '' } : { canceled: false, filePath: path }
    }
    return {
      showOpenDialog: async () => {
        const { path } = next()
        return path === undefined ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [path] }
      },
      showSaveDialog: save,
      showMessageBox: async (...args: readonly unknown[]) => {
        const options = args.at(-1) as Electron.MessageBoxOptions
        this.messages.push(options)
        return { response: next().button ?? options.defaultId ?? 0, checkboxChecked: false }
      },
    }
  }
}
