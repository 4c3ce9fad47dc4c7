/** The small pages the loopback server writes by itself. */
import { PAGE_TOKEN_FRAGMENT } from '#shared/api/routes.ts'
import { type DoorErrorCode, doorErrorOf } from '#shared/text/errors/door-errors.ts'

/** Opens the page itself, now that the browser holds the cookie. */
export function entryPage(pageToken: string): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Jalon</title><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0;url=/${PAGE_TOKEN_FRAGMENT}${pageToken}"></html>\n`
}

export function messagePage(code: DoorErrorCode): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Jalon</title><link rel="icon" href="data:,"><h1>Jalon</h1><p>${doorErrorOf(code).message}</p></html>\n`
}
