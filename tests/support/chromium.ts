/**
 * The browser of the end-to-end tests: an installed Chrome, Edge or Chromium, else the one an npm package brings (Linux x64),
 * unpacked once into node_modules. `JALON_BROWSER` names another program, or "packaged" to insist on the package's.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface BrowserProgram {
  readonly path: string
  readonly source: 'installed' | 'packaged'
  readonly env: Readonly<Record<string, string>>
}

async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<BrowserProgram> {
  const asked = env.JALON_BROWSER
  if (asked !== undefined && asked !== 'packaged') return { path: asked, source: 'installed', env: {} }
  const path =
    asked === 'packaged' ? undefined : installedPaths(env).find((candidate) => existsSync(candidate))
  if (path !== undefined) return { path, source: 'installed', env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium()
  throw new Error('no Chrome, Edge or Chromium on this machine: install one, or name it in JALON_BROWSER')
}

/** Nothing of the browser itself may reach the network: only the loopback server resolves. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--font-render-hinting=none',
]

export async function launchBrowser(): Promise<Browser> {
  const program = await findBrowser()
  return chromium.launch({
    executablePath: program.path,
    headless: true,
    // The system's sandbox refuses root (containers); elsewhere it stays on.
    chromiumSandbox: process.getuid?.() !== 0 && program.source === 'installed',
    args: [...QUIET, ...(program.source === 'packaged' ? ['--no-zygote', '--disable-gpu'] : [])],
    env: { ...stringsOf(process.env), ...program.env },
  })
}

function installedPaths(env: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (f) => f !== undefined,
    )
    return folders.flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ])
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'chromium',
    'chromium-browser',
  ]
  return (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
}

/** Unpacked beside, then renamed: two test processes that start together never see half of it. */
async function unpackChromium(): Promise<BrowserProgram> {
  const packageFolder = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const cache = join(root, 'node_modules', '.cache')
  const folder = join(cache, `jalon-chromium-${version}`)
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true })
    const beside = mkdtempSync(join(cache, 'jalon-chromium-new-'))
    try {
      await inflateInto(beside, join(packageFolder, 'bin'))
      writeFileSync(join(beside, 'fonts.conf'), fontsConfiguration(join(folder, 'fonts')))
      if (!existsSync(folder)) renameSync(beside, folder)
    } finally {
      rmSync(beside, { recursive: true, force: true })
    }
  }
  return {
    path: join(folder, 'chromium'),
    source: 'packaged',
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

async function inflateInto(folder: string, archives: string): Promise<void> {
  // The package decides by these whether the system libraries are needed; it unpacks into the temporary folder.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { inflate } = await import('@sparticuz/chromium')
    const names = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br']
    await Promise.all(names.map((name) => inflate(join(archives, name))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** The one in the package names folders of another machine. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}-cache</cachedir></fontconfig>
`
}

export function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((e): e is [string, string] => e[1] !== undefined))
}
