/**
 * Who may speak to the loopback server: only the page it served, in the browser that was given its address. Checked on every
 * request, before anything of it is read. Any program of this machine, and any site open in a browser, can reach the port.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { createKeys, type Exchange } from './keys.ts'

export type GuardRefusal = 'host' | 'origin' | 'cookie'

export interface Access {
  /** `?cle=…` of the address in force. */
  readonly key: string
  readonly cookieName: string
  exchange(key: string, now: string): Exchange
  hasCookie(headers: IncomingHttpHeaders): boolean
  /** Instant at which what this browser had opened was shut; null where it was not. */
  shutAt(headers: IncomingHttpHeaders): string | null
  hasPageToken(token: string | null): boolean
}

export function createAccess(port: number): Access {
  const keys = createKeys()
  // Cookies do not know ports: two servers of one machine must not share a name.
  const cookieName = `jalon-${port}`
  const sent = (headers: IncomingHttpHeaders) => cookiesOf(headers).get(cookieName)
  return {
    get key() {
      return keys.current
    },
    cookieName,
    exchange: keys.exchange,
    hasPageToken: (token) => token !== null && keys.isPageToken(token),
    hasCookie(headers) {
      const cookie = sent(headers)
      return cookie !== undefined && keys.isCookie(cookie)
    },
    shutAt(headers) {
      const cookie = sent(headers)
      return cookie === undefined ? null : keys.shutAt(cookie)
    },
  }
}

/**
 * Host: a foreign name that resolves to 127.0.0.1 (DNS rebinding) is refused. Origin and Sec-Fetch-Site: a page of another site
 * is refused whatever it sends. A request that changes something must name its origin: browsers always do.
 */
export function refuseStranger(
  method: string,
  headers: IncomingHttpHeaders,
  origin: string,
): GuardRefusal | null {
  if (`http://${headers.host ?? ''}` !== origin) return 'host'
  const from = headers.origin
  if (from !== undefined && from !== origin) return 'origin'
  if (from === undefined && method !== 'GET' && method !== 'HEAD') return 'origin'
  return null
}

/** For all but the page's own address, which a person may open from anywhere. */
export function refuseForeignFetch(headers: IncomingHttpHeaders): GuardRefusal | null {
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none' ? null : 'origin'
}

function cookiesOf(headers: IncomingHttpHeaders): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim())
  }
  return cookies
}
