/**
 * The files of the built page, listed once: an address is looked up in this list and never joined to a folder, so that no
 * address can leave it.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { securityHeaders } from './security.ts'

export interface PageFile {
  readonly path: string
  readonly contentType: string
}

export type PageFiles = ReadonlyMap<string, PageFile>

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** `/assets/main.js` → its file; `/` is the page itself. Empty where the page was not built. */
export function listPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>()
  if (!existsSync(folder)) return files
  for (const path of filesIn(folder)) {
    const contentType = CONTENT_TYPES[extname(path)]
    if (contentType === undefined) continue
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, contentType })
  }
  const index = files.get('/index.html')
  if (index !== undefined) files.set('/', index)
  return files
}

/** Folder by folder: inside the archive of the packaged program, only the plain forms of these calls were ever certain. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const found = statSync(path)
    return found.isDirectory() ? filesIn(path) : found.isFile() ? [path] : []
  })
}

export interface ServedFile {
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The file of an address with its headers, null where there is none. A page gets a nonce of its own each time. */
export async function servedFile(files: PageFiles, address: string): Promise<ServedFile | null> {
  const file = files.get(address)
  if (file === undefined) return null
  const bytes = new Uint8Array(await readFile(file.path))
  const type = { 'content-type': file.contentType }
  if (!file.contentType.startsWith('text/html')) return { headers: { ...securityHeaders(), ...type }, bytes }
  const nonce = randomBytes(16).toString('base64')
  const html = new TextDecoder().decode(bytes)
  const withNonce = html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`)
  return { headers: { ...securityHeaders(nonce), ...type }, bytes: new TextEncoder().encode(withNonce) }
}
