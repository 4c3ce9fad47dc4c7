/** The small pages the browser shell writes by itself. */
import { PAGE_TOKEN_FRAGMENT } from '#shared/api/routes.ts'

const HEAD =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Jalon</title><link rel="icon" href="data:,">'

/** Opens the page itself, now that the browser holds the cookie. */
export function entryPage(pageToken: string): string {
  return `${HEAD}${goTo(`/${PAGE_TOKEN_FRAGMENT}${pageToken}`)}</html>\n`
}

/** A file on the disk that leads to the address: at once, so that the browser puts the address in its place in the history. */
export function leadingPage(address: string): string {
  return `${HEAD}<meta name="referrer" content="no-referrer">${goTo(address)}</html>\n`
}

export function messagePage(message: string): string {
  return `${HEAD}<meta name="color-scheme" content="light dark"><h1>Jalon</h1><p>${message}</p></html>\n`
}

function goTo(address: string): string {
  return `<meta http-equiv="refresh" content="0;url=${address}">`
}
