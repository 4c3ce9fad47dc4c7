/**
 * The page's own scheme, `app://jalon/`: the built files and nothing else of the disk. `file:` would let a page read every file
 * of the person; a scheme of our own has an origin that the content policy and the sender check can name.
 */
import { type PageFiles, servedFile } from '../page/files.ts'
import { securityHeaders } from '../page/security.ts'
import type { ElectronPort } from './electron-port.ts'

const PAGE_SCHEME = 'app'
export const PAGE_ORIGIN = `${PAGE_SCHEME}://jalon`
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`

/** Before the application is ready. `standard` gives the scheme an origin, `secure` the rules of https; nothing more is needed. */
export function registerPageScheme(electron: ElectronPort): void {
  electron.protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true } },
  ])
}

export function servePage(electron: ElectronPort, page: PageFiles): void {
  electron.protocol.handle(PAGE_SCHEME, (request) => answerPage(page, request))
}

/** By its place in the list of built files: no address is ever joined to a folder. */
async function answerPage(
  page: PageFiles,
  request: { readonly url: string; readonly method: string },
): Promise<Response> {
  const url = URL.parse(request.url)
  const ours = url !== null && url.protocol === `${PAGE_SCHEME}:` && url.host === 'jalon'
  const file = ours && request.method === 'GET' ? await servedFile(page, url.pathname) : null
  if (file === null) return new Response(null, { status: 404, headers: securityHeaders() })
  return new Response(file.bytes, { headers: file.headers })
}
