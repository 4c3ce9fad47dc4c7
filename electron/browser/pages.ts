/** The small pages the loopback server writes by itself. */
import { type DoorErrorCode, doorErrorOf } from '#shared/text/door-errors.ts'

/** Opens the page itself, now that the browser holds the cookie. */
export const entryPage =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Jalon</title><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0;url=/"></html>\n'

export function messagePage(code: DoorErrorCode): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Jalon</title><link rel="icon" href="data:,"><h1>Jalon</h1><p>${doorErrorOf(code).message}</p></html>\n`
}
