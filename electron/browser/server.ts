/**
 * The browser shell: one HTTP server on 127.0.0.1 for one person's browser. It serves the page, the door, the events, and
 * takes and gives files where a desktop would open dialogs. It knows no rule and no dossier.
 */
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Answer } from '#shared/api/envelope.ts'
import {
  API_ROUTE,
  DOWNLOAD_ROUTE,
  EVENTS_ROUTE,
  MAX_MESSAGE_BYTES,
  MAX_UPLOAD_BYTES,
  PAGE_TOKEN_HEADER,
  PAGE_TOKEN_QUERY,
  SHUT_CODE,
  UPLOAD_ROUTE,
} from '#shared/api/routes.ts'
import { type DoorErrorCode, doorErrorOf } from '#shared/text/errors/door-errors.ts'
import { browserText } from '#shared/text/shells/browser.ts'
import type { Application } from '../api/application.ts'
import { describeError, doorError, type FailureLog } from '../api/failure.ts'
import { systemClock } from '../clock.ts'
import { type PageFiles, servedFile } from '../page/files.ts'
import { CONNECTION_ALLOWLIST, securityHeaders } from '../page/security.ts'
import { causeOf, codeOf } from '../store/causes.ts'
import { readText, readToFile, TooLarge } from './body.ts'
import { createEventStreams } from './events.ts'
import { type Access, createAccess, refuseForeignFetch, refuseStranger } from './guard.ts'
import { entryPage, messagePage } from './pages.ts'

/** A sender that dawdles is cut: headers, whole request, idle connection. */
export interface Patience {
  readonly headersMs: number
  readonly requestMs: number
  readonly idleMs: number
}
const PATIENCE: Patience = { headersMs: 10_000, requestMs: 120_000, idleMs: 60_000 }
const MAX_CONNECTIONS = 64

export interface BrowserShellOptions {
  readonly application: Application
  readonly page: PageFiles
  /** 0: any free port. */
  readonly port: number
  readonly log: FailureLog
  readonly patience?: Patience
  /** What came of the address: told to whoever started the shell. */
  readonly told?: (event: AddressEvent) => void
}

/** `at`, `now`: instants, ISO 8601 with offset. */
export type AddressEvent =
  | { readonly kind: 'opened'; readonly at: string }
  | { readonly kind: 'opened-twice'; readonly at: string; readonly now: string; readonly address: string }

export interface BrowserShell {
  /** http://127.0.0.1:PORT */
  readonly origin: string
  /** What to open, once: with the key in force. */
  readonly address: string
  close(): Promise<void>
}

export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const { application, page, log } = options
  const { session, dispatcher } = application
  const patience = options.patience ?? PATIENCE
  const events = createEventStreams()
  const unsubscribe = session.subscribe((event) => events.send(event))
  const server = createServer({
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    connectionsCheckingInterval: Math.min(1000, patience.headersMs),
    keepAliveTimeout: 5000,
    maxHeaderSize: 16 * 1024,
  })
  server.maxConnections = MAX_CONNECTIONS
  server.setTimeout(patience.idleMs)
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const access = createAccess(port)
  const address = () => `${origin}/?cle=${access.key}`

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch((error: unknown) => {
      if (!isGone(error)) log(`[jalon] loopback: ${describeError(error)}`)
      if (response.headersSent) response.destroy()
      else sendError(response, 500, 'internal')
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('connection-allowlist', CONNECTION_ALLOWLIST)
    const method = request.method ?? ''
    const refused = refuseStranger(method, request.headers, origin)
    if (refused !== null) return sendError(response, 403, 'shell.stranger')
    const target = URL.parse(request.url ?? '', origin)
    if (target === null || target.origin !== origin) return sendError(response, 400, 'shell.no-address')
    const path = target.pathname
    if (path === '/' && method === 'GET') return sendEntry(request, response, target.searchParams.get('cle'))
    if (refuseForeignFetch(request.headers) !== null) return sendError(response, 403, 'shell.stranger')
    if (!access.hasCookie(request.headers)) return sendNoAccess(request, response)
    if (!hasPageToken(request, target, path)) return sendError(response, 401, 'shell.no-access')
    if (method === 'POST' && path.startsWith(API_ROUTE)) return call(request, response, path)
    const carriesFile = path === UPLOAD_ROUTE || path.startsWith(DOWNLOAD_ROUTE)
    if (carriesFile && session.screenLock.locked) return sendError(response, 423, 'shell.locked')
    if (method === 'POST' && path === UPLOAD_ROUTE) return upload(request, response, target)
    if (method !== 'GET') return sendError(response, 405, 'shell.method')
    if (path === EVENTS_ROUTE) return events.add(response, session.status().revision)
    if (path.startsWith(DOWNLOAD_ROUTE)) return download(response, path.slice(DOWNLOAD_ROUTE.length))
    return sendFile(response, path)
  }

  /** The files of the page are nobody's secret, and a download has an address of its own, once. All else is asked by the page itself. */
  function hasPageToken(request: IncomingMessage, target: URL, path: string): boolean {
    if (path === EVENTS_ROUTE) return access.hasPageToken(target.searchParams.get(PAGE_TOKEN_QUERY))
    if (request.method === 'GET') return true
    const shown = request.headers[PAGE_TOKEN_HEADER]
    return access.hasPageToken(typeof shown === 'string' ? shown : null)
  }

  /** The address itself: a right key becomes the cookie, once; with the cookie, whatever the key, the page. */
  function sendEntry(
    request: IncomingMessage,
    response: ServerResponse,
    key: string | null,
  ): Promise<void> | void {
    if (access.hasCookie(request.headers)) return sendFile(response, '/')
    if (key === null) return sendPage(response, 401, messagePage(noAccessMessage(request)))
    const now = systemClock.now()
    const exchange = access.exchange(key, now)
    if (exchange.kind === 'unknown') return sendPage(response, 401, messagePage(noAccessMessage(request)))
    if (exchange.kind === 'used') {
      if (exchange.shutNow) {
        events.cut()
        options.told?.({ kind: 'opened-twice', at: exchange.at, now, address: address() })
      }
      return sendPage(response, 401, messagePage(browserText.usedKey(exchange.at)))
    }
    options.told?.({ kind: 'opened', at: now })
    response.setHeader('set-cookie', cookieHeader(access, exchange.cookie))
    // Not a redirect: a strict cookie is not sent along one that began on another site (a link in a mail page).
    return sendPage(response, 200, entryPage(exchange.pageToken))
  }

  function noAccessMessage(request: IncomingMessage): string {
    const shutAt = access.shutAt(request.headers)
    return shutAt === null ? doorErrorOf('shell.no-access').message : browserText.shut(shutAt)
  }

  function sendNoAccess(request: IncomingMessage, response: ServerResponse): void {
    const code = access.shutAt(request.headers) === null ? 'shell.no-access' : SHUT_CODE
    response.setHeader('connection', 'close')
    sendJson(response, 401, { ok: false, error: { code, message: noAccessMessage(request) } })
  }

  async function call(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
      return sendError(response, 415, 'door.malformed')
    let input: unknown
    try {
      input = JSON.parse(await readText(request, MAX_MESSAGE_BYTES))
    } catch (error) {
      if (error instanceof TooLarge) return sendError(response, 413, 'door.too-large')
      if (isGone(error)) throw error
      return sendError(response, 400, 'door.malformed')
    }
    const channel = path.slice(API_ROUTE.length)
    const answer = await dispatcher.call(channel, input)
    try {
      sendJson(response, 200, answer)
    } catch (error) {
      // Longer than any text may be: nothing was sent yet.
      sendJson(response, 200, { ok: false, error: doorError(error, channel.slice(0, 60), log) })
    }
  }

  async function upload(request: IncomingMessage, response: ServerResponse, target: URL): Promise<void> {
    const name = target.searchParams.get('name') ?? ''
    const path = session.desk.temporaryPath(extname(name).slice(1, 12) || 'bin')
    try {
      await readToFile(request, path, MAX_UPLOAD_BYTES)
    } catch (error) {
      if (error instanceof TooLarge) return sendError(response, 413, 'upload.too-large')
      if (isNoRoom(error)) return sendError(response, 507, 'upload.no-room')
      throw error
    }
    sendJson(response, 200, { ok: true, value: session.desk.receive(name, path) })
  }

  async function download(response: ServerResponse, id: string): Promise<void> {
    const file = session.desk.takeDownload(id)
    if (file === null) return sendPage(response, 404, messagePage(doorErrorOf('download.gone').message))
    try {
      response.writeHead(200, {
        ...securityHeaders(),
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeRfc5987(file.name)}`,
      })
      await pipeline(createReadStream(file.path), response)
    } finally {
      session.desk.discard(file.path)
    }
  }

  async function sendFile(response: ServerResponse, path: string): Promise<void> {
    const file = await servedFile(page, path)
    if (file === null) {
      const known = path === '/'
      return sendPage(
        response,
        known ? 503 : 404,
        messagePage(doorErrorOf(known ? 'shell.no-page' : 'shell.no-address').message),
      )
    }
    response.writeHead(200, file.headers)
    response.end(file.bytes)
  }

  return {
    origin,
    get address() {
      return address()
    },
    async close() {
      unsubscribe()
      events.close()
      const closed = once(server, 'close')
      server.close()
      // An answer under way has a moment to end; whoever still holds on is cut.
      const cut = setTimeout(() => server.closeAllConnections(), 500)
      await closed
      clearTimeout(cut)
    },
  }
}

function sendJson(response: ServerResponse, status: number, answer: Answer<unknown>): void {
  const text = Buffer.from(JSON.stringify(answer))
  response.writeHead(status, {
    ...securityHeaders(),
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
  })
  response.end(text)
}

/** The rest of a refused request is not read: the connection ends with the answer. */
function sendError(response: ServerResponse, status: number, code: DoorErrorCode): void {
  response.setHeader('connection', 'close')
  sendJson(response, status, { ok: false, error: doorErrorOf(code) })
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { ...securityHeaders(), 'content-type': 'text/html; charset=utf-8' })
  response.end(html)
}

function cookieHeader(access: Access, value: string): string {
  return `${access.cookieName}=${value}; HttpOnly; SameSite=Strict; Path=/`
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function isNoRoom(error: unknown): boolean {
  return causeOf(codeOf(error)) === 'full'
}

/** The browser left before the end: nobody is there to answer to. */
function isGone(error: unknown): boolean {
  return ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'EPIPE'].includes(codeOf(error) ?? '')
}
