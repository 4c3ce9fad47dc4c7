/**
 * The whole application in a real browser, for end-to-end tests: the browser shell in this process, on a data folder of its own
 * and a fixed day, and a page that is watched: an error in its console or a request that leaves 127.0.0.1 fails the test.
 *
 *   await using app = await startApp({ dossier: path })
 *   await app.page.getByRole('link', { name: 'Postes' }).click()
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { type Day, day } from '#shared/domain/day.ts'
import { type Application, createApplication } from '../../electron/api/application.ts'
import { startBrowserShell } from '../../electron/browser/server.ts'
import { fixedClock } from '../../electron/clock.ts'
import { isBuildStale } from '../../electron/launch/build.ts'
import { listPageFiles } from '../../electron/page/files.ts'
import { PAGE_FOLDER } from '../../electron/page/folder.ts'
import { dataFolderAt } from '../../electron/services/session/data-folder.ts'
import { launchBrowser } from './chromium.ts'

/** The day of the demo file and of the mock-ups. */
const DEMO_DAY = day('2026-11-23')

export interface AppOptions {
  readonly today?: Day
  /** Path of a dossier to open before the page is. */
  readonly dossier?: string
  /** Opens the invented demonstration dossier. */
  readonly demo?: boolean
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
}

export interface RunningApp extends AsyncDisposable {
  readonly page: Page
  readonly application: Application
  readonly origin: string
  /** With its key, which the page has used. */
  readonly address: string
  /** Removed at the end. */
  readonly folder: string
  /** Everything that should not have happened so far: console errors, uncaught errors, requests to elsewhere. */
  readonly problems: readonly string[]
  /** Lines the application logged: names of errors and places in the code. */
  readonly log: readonly string[]
  /** The server goes, the page stays: what the browser then says of requests without an answer is no fault of the page. */
  stopServer(): Promise<void>
  /** Throws where something should not have happened. */
  close(): Promise<void>
}

export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
  warnOfStaleBuild()
  const folder = mkdtempSync(join(tmpdir(), 'jalon-e2e-'))
  const log: string[] = []
  const problems: string[] = []
  const application = createApplication({
    shell: { kind: 'browser', dialogs: null },
    clock: fixedClock(options.today ?? DEMO_DAY),
    dataFolder: dataFolderAt(folder),
    log: (line) => log.push(line),
  })
  const { session } = application
  if (options.dossier !== undefined) await session.open(options.dossier)
  if (options.demo) await session.openDemo()
  const shell = await startBrowserShell({
    application,
    page: listPageFiles(PAGE_FOLDER),
    port: 0,
    log: (line) => log.push(line),
  })
  const browser = await launchBrowser()
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  watch(page, shell.origin, problems)
  // The browser hands over file dialogs only from the moment somebody listens: asked for with the very key that opens one, the
  // dialog may come first, and the test waits for ever.
  page.on('filechooser', () => undefined)
  await page.goto(shell.address)
  await page.waitForURL((url) => url.search === '')

  const stopServer = async () => {
    page.removeAllListeners('console')
    await shell.close()
  }
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await browser.close()
    await shell.close()
    await session.close()
    rmSync(folder, { recursive: true, force: true })
    if (problems.length > 0) throw new Error(`the page misbehaved:\n${problems.join('\n')}`)
  }
  return {
    page,
    application,
    origin: shell.origin,
    address: shell.address,
    folder,
    problems,
    log,
    stopServer,
    close,
    [Symbol.asyncDispose]: close,
  }
}

function watch(page: Page, origin: string, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !isOfTheDriver(message.text()))
      problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url))
      problems.push(`request to elsewhere: ${url}`)
  })
}

/** The driver evaluates what a test asks of the page as text: the page itself may not, `script-src` sees to that. */
function isOfTheDriver(text: string): boolean {
  return text.startsWith("This document requires 'TrustedScript' assignment")
}

function warnOfStaleBuild(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  if (!existsSync(join(PAGE_FOLDER, 'index.html')))
    throw new Error('the page is not built: run "npm run build" first')
  if (isBuildStale(root))
    console.warn('out/ is older than the sources: run "npm run build" to test what you see')
}
