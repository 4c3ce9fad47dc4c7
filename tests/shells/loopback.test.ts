/** Attacks on the loopback server: who is not the page it served gets nothing, whatever is sent and however slowly. */
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MAX_MESSAGE_BYTES, MAX_UPLOAD_BYTES, PAGE_TOKEN_HEADER } from '#shared/api/routes.ts'
import { type BrowserShell, startBrowserShell } from '../../electron/browser/server.ts'
import { listPageFiles } from '../../electron/page/files.ts'
import { type TestApplication, testApplication } from '../support/application.ts'

let app: TestApplication
let shell: BrowserShell
let cookie = ''
let token = ''
let pageFolder = ''

beforeAll(async () => {
  pageFolder = mkdtempSync(join(tmpdir(), 'jalon-page-'))
  mkdirSync(join(pageFolder, 'assets'))
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><html><head></head><body>Jalon</body></html>')
  writeFileSync(join(pageFolder, 'assets', 'main.js'), 'export {}')
  app = testApplication()
  shell = await startBrowserShell({
    application: app,
    page: listPageFiles(pageFolder),
    port: 0,
    log: (line) => problems.push(line),
    patience: { headersMs: 400, requestMs: 800, idleMs: 2000 },
  })
  const entry = await fetch(shell.address)
  cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? ''
  token = /url=\/#page=([\w-]+)"/.exec(await entry.text())?.[1] ?? ''
})
afterAll(async () => {
  await shell.close()
  await app.close()
  rmSync(pageFolder, { recursive: true, force: true })
})
const problems: string[] = []

interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** node:http rather than fetch: it lets a test send any Host and any Origin. */
async function send({ method = 'GET', path, headers = {}, body }: Sent) {
  const { port } = new URL(shell.origin)
  const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  return { status: response.statusCode ?? 0, headers: response.headers, text }
}

const host = () => new URL(shell.origin).host
const own = () => ({ host: host(), cookie, origin: shell.origin, [PAGE_TOKEN_HEADER]: token })
const ask = (over: Readonly<Record<string, string>> = {}): Sent => ({
  method: 'POST',
  path: '/api/file.status',
  headers: { ...own(), 'content-type': 'application/json', ...over },
  body: '{}',
})

describe('an answer longer than a text may be', () => {
  test('is refused in words, not as a fault of Jalon', async () => {
    const { call } = app.dispatcher
    const endless = {
      toJSON() {
        throw new RangeError('Invalid string length')
      },
    }
    Object.assign(app.dispatcher, { call: async () => ({ ok: true, value: endless }) })
    const { status, text } = await send(ask())
    Object.assign(app.dispatcher, { call })
    expect({ status, ...JSON.parse(text) }).toMatchObject({ status: 200, error: { code: 'job.too-large' } })
  })
})

describe('the page it served', () => {
  test('is answered', async () => {
    expect(await send(ask())).toMatchObject({ status: 200 })
    const page = await send({ path: '/', headers: own() })
    expect(page.status).toBe(200)
    expect(page.text).toContain('Jalon')
  })

  test('gets a strict policy, and nothing is kept by the browser', async () => {
    const { headers } = await send({ path: '/', headers: own() })
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/,
    )
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  test('gets another nonce each time', async () => {
    const nonce = async () => /nonce="([^"]+)"/.exec((await send({ path: '/', headers: own() })).text)?.[1]
    expect(await nonce()).not.toBe(await nonce())
  })
})

describe('the key of the address', () => {
  test('is given as a cookie that scripts cannot read and other sites cannot send', async () => {
    const other = testApplication()
    const second = await startBrowserShell({ application: other, page: new Map(), port: 0, log: () => {} })
    const set = (await fetch(second.address)).headers.get('set-cookie') ?? ''
    expect(set).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(set.split('=')[0]).not.toBe(cookie.split('=')[0])
    await second.close()
    await other.close()
  })

  test('cannot be guessed', async () => {
    for (const key of ['', 'x', 'a'.repeat(43), '%00', '../']) {
      expect(
        (await send({ path: `/?cle=${encodeURIComponent(key)}`, headers: { host: host() } })).status,
      ).toBe(401)
    }
  })
})

describe('a stranger', () => {
  test.each([
    ['without the cookie', { cookie: '' }, 401],
    ['with a made-up cookie', { cookie: 'jalon=1; jalon-1=x' }, 401],
    ['that calls it by a name (DNS rebinding)', { host: 'evil.example' }, 403],
    ['that calls it by a name and its port', { host: 'localhost:80' }, 403],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['from a page without origin', { origin: 'null' }, 403],
    ['that says another site sent it', { 'sec-fetch-site': 'cross-site' }, 403],
    ['that stole the cookie (it is sent to every port of this machine)', { [PAGE_TOKEN_HEADER]: '' }, 401],
    ['that guesses the token of the page', { [PAGE_TOKEN_HEADER]: 'a'.repeat(43) }, 401],
    ['that says a sister site sent it', { 'sec-fetch-site': 'same-site' }, 403],
  ])('%s gets nothing', async (_name, over, status) => {
    const answer = await send(ask(over))
    expect(answer.status).toBe(status)
    expect(answer.text).not.toContain('"ok":true')
  })

  test('that names no origin at all cannot change anything', async () => {
    const { origin: _origin, ...headers } = own()
    const answer = await send({ ...ask(), headers: { ...headers, 'content-type': 'application/json' } })
    expect(answer.status).toBe(403)
  })

  test('cannot use a form: only JSON is read', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      expect((await send(ask({ 'content-type': type }))).status).toBe(415)
    }
  })

  test.each(['/events', '/download/1', '/assets/main.js', '/upload'])('reads nothing at %s', async (path) => {
    expect((await send({ path, headers: { host: host() } })).status).toBe(401)
  })
})

describe('whoever holds the cookie but is not the page', () => {
  test('hears no event, hands over no file, and is given no token by the page', async () => {
    const stolen = { host: host(), cookie, origin: shell.origin }
    for (const path of ['/events', '/events?page=', `/events?page=${cookie.split('=')[1]}`])
      expect((await send({ path, headers: stolen })).status).toBe(401)
    expect(
      (await send({ method: 'POST', path: '/upload?name=a.csv', headers: stolen, body: 'a' })).status,
    ).toBe(401)
    for (const path of [
      '/',
      '/assets/main.js',
      new URL(shell.address).pathname + new URL(shell.address).search,
    ])
      expect((await send({ path, headers: stolen })).text).not.toContain(token)
  })
})

describe('too many connections', () => {
  test('are dropped, the page is answered again as soon as they are cut', async () => {
    const { port } = new URL(shell.origin)
    const sockets = Array.from({ length: 150 }, () => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.on('error', () => {})
      return socket
    })
    await wait(200)
    // Beyond the bound a connection is closed at once: no thread, no memory is spent on it.
    expect(
      sockets.filter((socket) => socket.destroyed || socket.readyState === 'closed').length,
    ).toBeGreaterThan(0)
    const deadline = performance.now() + 8000
    let status = 0
    while (status !== 200 && performance.now() < deadline) {
      status = await send(ask()).then(
        (answer) => answer.status,
        () => 0,
      )
      if (status !== 200) await wait(100)
    }
    expect(status).toBe(200)
    for (const socket of sockets) socket.destroy()
  })
})

describe('an address', () => {
  test.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/assets/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/etc/passwd',
    '/assets/',
    '/assets',
    '/index.html%00.js',
    '/.env',
    '/%00',
    '/assets/main.js%00',
    '/assets%2fmain.js',
    '/assets\\main.js/..',
    '/..\\..\\package.json',
    '/%252e%252e/%252e%252e/etc/passwd',
    '/assets/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd',
    '/download/../../package.json',
    '/download/%2e%2e%2fpackage.json',
    '/app.asar/package.json',
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
  ])('%s leads nowhere', async (path) => {
    const answer = await send({ path, headers: own() })
    expect([400, 404]).toContain(answer.status)
    expect(answer.text).not.toMatch(/root:|"name"/)
  })

  test('of another machine, in the request line, is refused', async () => {
    expect((await send({ path: 'http://evil.example/', headers: own() })).status).toBe(400)
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('does not answer to %s', async (method) => {
    expect((await send({ method, path: '/', headers: own() })).status).toBe(405)
  })
})

describe('a message', () => {
  test.each([
    ['no JSON', '{'],
    ['not even text', Buffer.from([0xff, 0xfe, 0x00])],
    ['nothing', ''],
  ])('that is %s is refused in words', async (_name, body) => {
    const answer = await send({ ...ask(), body })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'door.malformed' } })
  })

  test('announced too large is refused before it is read', async () => {
    const answer = await send({
      ...ask({ 'content-length': String(MAX_MESSAGE_BYTES + 1) }),
      body: undefined as never,
    })
    expect(answer.status).toBe(413)
  })

  test('to an unknown channel gets the door’s own refusal', async () => {
    for (const path of ['/api/', '/api/constructor', '/api/__proto__', '/api/file.status/x']) {
      expect(JSON.parse((await send({ ...ask(), path })).text)).toMatchObject({
        error: { code: 'door.unknown-channel' },
      })
    }
  })
})

describe('a slow client', () => {
  async function timeToCut(sent: string): Promise<number> {
    const socket = connect(Number(new URL(shell.origin).port), '127.0.0.1')
    socket.on('error', () => {})
    const started = performance.now()
    socket.write(sent)
    socket.resume()
    await Promise.race([once(socket, 'close'), wait(8000)])
    socket.destroy()
    return performance.now() - started
  }

  test('that never ends its headers is cut', async () => {
    expect(await timeToCut('POST /api/file.status HTTP/1.1\r\nHost: x\r\nX-')).toBeLessThan(6000)
  })

  test('that never ends its message is cut', async () => {
    const head = Object.entries(ask().headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`)
    expect(
      await timeToCut(`POST /api/file.status HTTP/1.1\r\n${head.join('')}Content-Length: 50\r\n\r\n{`),
    ).toBeLessThan(6000)
  })

  test('that says nothing at all is cut', async () => {
    expect(await timeToCut('')).toBeLessThan(6000)
  })
})

describe('a file handed over', () => {
  const upload = (body: string | Buffer, name: string, over: Readonly<Record<string, string>> = {}) =>
    send({
      method: 'POST',
      path: `/upload?name=${encodeURIComponent(name)}`,
      headers: { ...own(), 'content-type': 'application/octet-stream', ...over },
      body,
    })

  test('gets an id, and its name loses its folders', async () => {
    const answer = JSON.parse((await upload('a;b\n1;2\n', '../../etc/\u202epostes.csv')).text)
    expect(answer).toMatchObject({ ok: true, value: { name: 'postes.csv' } })
    expect(app.session.desk.chosen(answer.value.uploadId).path.startsWith(app.folder)).toBe(true)
  })

  test('announced too large is refused, and leaves nothing', async () => {
    const answer = await upload('', 'gros.csv', { 'content-length': String(MAX_UPLOAD_BYTES + 1) })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.text).error.message).toContain('200 Mo')
  })

  test('broken off half-way leaves nothing', async () => {
    const before = temporaryFiles()
    const socket = connect(Number(new URL(shell.origin).port), '127.0.0.1')
    const head = Object.entries(own()).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(`POST /upload?name=a.csv HTTP/1.1\r\n${head.join('')}Content-Length: 5000\r\n\r\npart`)
    await wait(150)
    socket.destroy()
    await wait(150)
    expect(temporaryFiles()).toEqual(before)
  })

  function temporaryFiles(): readonly string[] {
    return readdirSync(join(app.folder, 'temp'), { recursive: true }).map(String).sort()
  }
})

describe('a download', () => {
  test('is given once, under its French name, then the file is gone', async () => {
    const path = app.session.desk.temporaryPath('csv')
    writeFileSync(path, 'a;b')
    const { downloadId } = await app.session.desk.deliver({ name: 'État des aides – 2026.csv', path })
    const first = await send({ path: `/download/${downloadId}`, headers: own() })
    expect(first.status).toBe(200)
    expect(first.text).toBe('a;b')
    expect(first.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''%C3%89tat%20des%20aides%20%E2%80%93%202026.csv",
    )
    expect((await send({ path: `/download/${downloadId}`, headers: own() })).status).toBe(404)
  })
})

describe('the events', () => {
  test('begin by telling where the dossier is, then tell the page that it changed', async () => {
    const controller = new AbortController()
    const response = await fetch(`${shell.origin}/events?page=${token}`, {
      headers: { cookie },
      signal: controller.signal,
    })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = response.body?.getReader()
    let heard = ''
    const hear = async (revision: number) => {
      const told = `data: {"kind":"changed","revision":${revision}}\n\n`
      while (reader !== undefined && !heard.includes(told))
        heard += new TextDecoder().decode((await reader.read()).value)
    }
    await hear(app.session.status().revision)
    await app.value('file.create', { name: 'Essai' })
    await hear(app.session.status().revision)
    expect(heard.match(/"changed"/g)?.length).toBeGreaterThan(1)
    controller.abort()
  })
})

test('none of these attacks was an error nobody expected', () => {
  expect([...problems, ...app.log]).toEqual([])
})
