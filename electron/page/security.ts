/** What the page may do, the same in every shell: only its own files, no other origin, no frame, no form, no permission. */
import { LINKED_HOSTS } from './linked-hosts.ts'

/**
 * `nonce`: the controls' library writes two small style sheets (touch, scroll lock), with the nonce the page was served with.
 * `style-src-attr`: libraries of the page write `style="…"` attributes. `data:` and `blob:` images are pictures the page draws
 * itself. `connect-src 'self'` is the door of the browser shell. Trusted types: no text becomes markup or script; the one policy is
 * the page's own (renderer/app/trusted-types.ts).
 */
function contentSecurityPolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

export function securityHeaders(nonce: string | null = null): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
    'cache-control': 'no-store',
  }
}

/**
 * In a browser the content policy leaves open what this header closes where the browser knows it (Chromium; others ignore it): WebRTC,
 * whose datagrams no directive stops, navigation, new windows and downloads elsewhere. Links of the page may still be followed.
 * https://wicg.github.io/connection-allowlists/
 */
export const CONNECTION_ALLOWLIST = `(response-origin ${LINKED_HOSTS.map((host) => `"https://${host}/*"`).join(' ')}); webrtc=block`
