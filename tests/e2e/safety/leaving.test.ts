/**
 * A hostile script that came to run in the page tries every way out of it, towards sockets of this machine that count what arrives:
 * what the content policy stops, and what only the list of allowed connections does.
 */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../../support/app.ts'

/** @U: port of the datagrams, @T: port of the connections. */
const OFFER = `p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o))`
const STUN = `const p = new W.RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:@U' }] }); ${OFFER}`
const LINK = (rel: string) =>
  `const l = document.createElement('link'); l.rel = '${rel}'; l.as = 'image'; l.href = 'http://127.0.0.1:@T/'; document.head.append(l)`
const STAYING = [
  `const W = window; ${STUN}`,
  `const p = new RTCPeerConnection({ iceServers: [{ urls: 'turn:127.0.0.1:@T?transport=tcp', username: 'a', credential: 'b' }] }); ${OFFER}`,
  `new WebTransport('https://127.0.0.1:@U/')`,
  `navigator.sendBeacon('http://127.0.0.1:@T/', 'x')`,
  `new EventSource('http://127.0.0.1:@T/')`,
  `new WebSocket('ws://127.0.0.1:@T/')`,
  `fetch('http://127.0.0.1:@T/', { mode: 'no-cors' }).catch(() => {})`,
  `new Image().src = 'http://127.0.0.1:@T/'`,
  ...[
    'preconnect',
    'dns-prefetch',
    'prefetch',
    'preload',
    'modulepreload',
    'manifest',
    'icon',
    'stylesheet',
  ].map(LINK),
  `const s = document.createElement('script'); s.type = 'speculationrules'; s.text = '{"prerender":[{"urls":["http://127.0.0.1:@T/"]}]}'; document.head.append(s)`,
  `const f = document.createElement('form'); f.action = 'http://127.0.0.1:@T/'; document.body.append(f); f.submit()`,
  `const a = document.createElement('a'); a.href = '#x'; a.ping = 'http://127.0.0.1:@T/'; document.body.append(a); a.click()`,
  `const f = document.createElement('iframe'); f.src = 'http://127.0.0.1:@T/'; document.body.append(f)`,
  `new FontFace('x', 'url(http://127.0.0.1:@T/)').load().catch(() => {})`,
  `new Worker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:@T/')"])))`,
  `document.body.setAttribute('style', 'background: url(http://127.0.0.1:@T/)')`,
  `import('http://127.0.0.1:@T/m.js').catch(() => {})`,
  `window.open('http://127.0.0.1:@T/')`,
  `const a = document.createElement('a'); a.href = 'http://127.0.0.1:@T/'; a.target = '_blank'; document.body.append(a); a.click()`,
  `const a = document.createElement('a'); a.href = 'http://127.0.0.1:@T/'; a.download = 'x'; document.body.append(a); a.click()`,
] as const
/** Each would end the page: one page each. */
const LEAVING = [
  `const f = document.createElement('iframe'); document.body.append(f); const W = f.contentWindow; ${STUN}`,
  `location.href = 'http://127.0.0.1:@T/'`,
  `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=http://127.0.0.1:@T/'; document.head.append(m)`,
] as const

async function counters() {
  const arrived: string[] = []
  const udp = createSocket('udp4')
  udp.on('message', () => arrived.push('datagram'))
  udp.bind(0, '127.0.0.1')
  await once(udp, 'listening')
  const tcp = createServer((socket) => {
    arrived.push('connection')
    socket.on('error', () => {})
    socket.destroy()
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const ports = { U: udp.address().port, T: (tcp.address() as AddressInfo).port }
  /** Refused in the page or crashed with it: what counts is what arrives. */
  const run = (page: Page, script: string) =>
    page
      .evaluate(`(() => { ${script.replaceAll('@U', String(ports.U)).replaceAll('@T', String(ports.T))} })()`)
      .catch(() => {})
  return {
    arrived,
    run,
    [Symbol.dispose]() {
      udp.close()
      tcp.close()
    },
  }
}

/** Refusals are what the browser says here: no fault of the page. */
async function hostilePage() {
  const app = await startApp({ demo: true })
  await app.page.getByRole('heading').first().waitFor()
  for (const event of ['console', 'request', 'pageerror'] as const) app.page.removeAllListeners(event)
  return app
}

describe('A hostile script in the page', { timeout: 180_000 }, () => {
  test('sends nothing out of it, by no way it may try while it stays', async () => {
    using out = await counters()
    await using app = await hostilePage()
    for (const script of STAYING) await out.run(app.page, script)
    await wait(3000)
    expect(out.arrived).toEqual([])
    // The same in a page without our policy: datagrams do arrive, so that silence above says something.
    const bare = await app.page.context().newPage()
    for (const script of STAYING.slice(0, 2)) await out.run(bare, script)
    await expect.poll(() => [...new Set(out.arrived)].sort()).toEqual(['connection', 'datagram'])
  })

  test.each(LEAVING)('sends nothing by leaving it, nor through a blank frame: %s', async (script) => {
    using out = await counters()
    await using app = await hostilePage()
    await out.run(app.page, script)
    await wait(2500)
    expect(out.arrived).toEqual([])
    // The same way is open in a page without our policy.
    const bare = await app.page.context().newPage()
    await out.run(bare, script)
    await expect.poll(() => out.arrived.length).toBeGreaterThan(0)
  })

  test('does not stand in the way of a link to a text of law', async () => {
    await using app = await hostilePage()
    const failed = app.page.context().waitForEvent('requestfailed')
    await app.page.evaluate(() => void window.open('https://www.legifrance.gouv.fr/codes/'))
    const request = await failed
    // It was let out: the browser of the tests resolves no name.
    expect([request.url(), request.failure()?.errorText]).toEqual([
      'https://www.legifrance.gouv.fr/codes/',
      'net::ERR_NAME_NOT_RESOLVED',
    ])
  })

  test('makes no markup of a text', async () => {
    await using app = await hostilePage()
    const said = await app.page.evaluate(() => {
      try {
        document.body.innerHTML = '<img src=x onerror="document.title=1">'
        return 'done'
      } catch (error) {
        return String(error)
      }
    })
    expect(said).toContain('TrustedHTML')
  })
})
