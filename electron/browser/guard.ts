/**
 * Who may speak to the loopback server: only the page it served, in the browser that was given its address. Checked on every
 * request, before anything of it is read. Any program of this machine, and any site open in a browser, can reach the port.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export type GuardRefusal = 'host' | 'origin' | 'cookie'

export interface Access {
  /** `?cle=…` of the printed address. */
  readonly key: string
  readonly cookieName: string
  /** The cookie's value where this key is the right one and was not used before; null otherwise. */
  exchange(key: string): string | null
  hasCookie(headers: IncomingHttpHeaders): boolean
  /** Handed once with the cookie, kept by the page itself. */
  readonly pageToken: string
  hasPageToken(token: string | null): boolean
}

/** One key, for one browser: whoever reads the address later (history, a shoulder) opens nothing with it. */
export function createAccess(port: number): Access {
  const key = randomBytes(32).toString('base64url')
  const cookie = randomBytes(32).toString('base64url')
  const pageToken = randomBytes(32).toString('base64url')
  // Cookies do not know ports: two servers of one machine must not share a name.
  const cookieName = `jalon-${port}`
  let used = false
  return {
    key,
    cookieName,
    pageToken,
    hasPageToken: (token) => token !== null && sameSecret(token, pageToken),
    exchange(given) {
      if (used || !sameSecret(given, key)) return null
      used = true
      return cookie
    },
    hasCookie(headers) {
      const sent = cookiesOf(headers).get(cookieName)
      return sent !== undefined && sameSecret(sent, cookie)
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

/** Compared through digests of one length: neither the length nor the first wrong letter shows in the time taken. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
