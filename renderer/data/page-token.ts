/**
 * What this page shows the loopback server beside its cookie. A cookie is sent to every port of this machine, so another program that
 * listens there may have seen it; this token comes in the fragment of the first address and stays with this very origin.
 */
import { PAGE_TOKEN_FRAGMENT, PAGE_TOKEN_STORE } from '#shared/api/routes.ts'

export function takePageToken(): string {
  const { hash, pathname } = window.location
  if (hash.startsWith(PAGE_TOKEN_FRAGMENT)) {
    window.localStorage.setItem(PAGE_TOKEN_STORE, hash.slice(PAGE_TOKEN_FRAGMENT.length))
    // Neither shown, nor kept in the history.
    window.history.replaceState(null, '', pathname)
  }
  return window.localStorage.getItem(PAGE_TOKEN_STORE) ?? ''
}
