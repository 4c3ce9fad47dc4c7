/** The key of the browser shell, seen from another account of the machine: real processes, a real opener, a real Chromium. */
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/chromium.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const NOBODY = 65_534

let folder = ''
let shell: ChildProcessByStdio<null, Readable, Readable> | null = null
let said = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-entrance-'))
  // Others may look into the folder above: what is in question is what Jalon makes.
  chmodSync(folder, 0o755)
  said = ''
})
afterEach(async () => {
  if (shell !== null && shell.exitCode === null) {
    const ended = new Promise((done) => shell?.once('exit', done))
    shell.kill('SIGTERM')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

/** `jalon serve` with an opener that, as a browser does, stays there with its arguments. Answers what the opener was given. */
async function serve(): Promise<{ readonly address: string; readonly given: string; readonly page: string }> {
  const given = join(folder, 'given')
  const opener = join(folder, 'xdg-open')
  writeFileSync(opener, `#!/bin/sh\necho "$@" > '${given}.part'; mv '${given}.part' '${given}'; sleep 5; :\n`)
  chmodSync(opener, 0o755)
  shell = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'electron/cli/main.ts', 'serve'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOME: folder,
        JALON_DATA: join(folder, 'data'),
        DISPLAY: ':none',
        PATH: `${folder}${delimiter}${process.env.PATH}`,
      },
    },
  )
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  await until(() => existsSync(given))
  const opened = readFileSync(given, 'utf8').trim()
  return { address: /http:\S+/.exec(said)?.[0] ?? '', given: opened, page: fileURLToPath(opened) }
}

async function until(true_: () => boolean): Promise<void> {
  const end = performance.now() + 20_000
  while (!true_()) {
    if (performance.now() > end) throw new Error(`waited in vain; said so far:\n${said}`)
    await wait(20)
  }
}

const keyOf = (address: string) => new URL(address).searchParams.get('cle') ?? ''

describe.skipIf(process.platform !== 'linux')('The key of the address', { timeout: 60_000 }, () => {
  test('stands in no command line, nor in a file that others may read', async () => {
    const { address, given, page } = await serve()
    const key = keyOf(address)
    expect(key).toHaveLength(43)
    expect(given).not.toContain(key)
    const lines = commandLines()
    expect(lines.some((line) => line.includes(given))).toBe(true)
    expect(lines.filter((line) => line.includes(key))).toEqual([])
    expect(statSync(page).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(page)).mode & 0o777).toBe(0o700)
    expect(readFileSync(page, 'utf8')).toContain(address)
  })

  test.runIf(process.getuid?.() === 0)(
    'is out of reach of another account, which reads everything it may',
    async () => {
      const { address, given, page } = await serve()
      const asAnother = (command: string) =>
        spawnSync('sh', ['-c', command], { uid: NOBODY, gid: NOBODY, encoding: 'utf8' })
      const seen = asAnother('cat /proc/[0-9]*/cmdline 2>/dev/null | tr "\\0" " "').stdout
      expect(seen).toContain(given)
      expect(seen).not.toContain(keyOf(address))
      for (const command of [`cat '${page}'`, `ls '${dirname(page)}'`]) {
        const { status, stdout, stderr } = asAnother(command)
        expect([status === 0, stdout]).toEqual([false, ''])
        expect(stderr).toMatch(/denied/i)
      }
    },
  )

  test('opens Jalon from that file in a real browser, keeps neither in its history, and the file is gone', async () => {
    const { address, given, page } = await serve()
    const browser = await launchBrowser()
    try {
      const tab = await browser.newPage()
      await tab.goto(given)
      await tab.waitForURL((url) => url.origin === new URL(address).origin && url.search === '')
      await tab.getByRole('heading').first().waitFor()
      expect(existsSync(page)).toBe(false)
      expect(said).toMatch(/Ouvert dans un navigateur à \d\d:\d\d:\d\d/)
      const session = await tab.context().newCDPSession(tab)
      const { entries } = await session.send('Page.getNavigationHistory')
      expect(entries.map((entry) => entry.url).filter((url) => /cle=|^file:/.test(url))).toEqual([])
    } finally {
      await browser.close()
    }
  })

  test('used by somebody else first is seen by the owner: on his page, on the terminal, and the other is out', async () => {
    const { address, given } = await serve()
    const entry = await fetch(address)
    const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await fetch(new URL('/', address), { headers: { cookie } })).status).toBe(200)
    // His page is gone with the first use: he opens the address of the terminal.
    expect(existsSync(fileURLToPath(given))).toBe(false)
    const owner = await fetch(address)
    expect(await owner.text()).toMatch(/a déjà ouvert Jalon, à \d\d:\d\d:\d\d/)
    await until(() => (said.match(/http:\S+/g) ?? []).length === 2)
    expect(said).toContain('ATTENTION')
    expect((await fetch(new URL('/', address), { headers: { cookie } })).status).toBe(401)
    const next = said.match(/http:\S+/g)?.[1] ?? ''
    expect((await fetch(next)).status).toBe(200)
  })

  test('left by a Jalon that was killed is swept by the next one, and at its end nothing is left', async () => {
    const first = await serve()
    shell?.kill('SIGKILL')
    await until(() => shell?.signalCode === 'SIGKILL')
    expect(existsSync(first.page)).toBe(true)
    rmSync(join(folder, 'given'))
    const second = await serve()
    expect(existsSync(first.page)).toBe(false)
    shell?.kill('SIGTERM')
    await until(() => shell?.exitCode === 0)
    expect(existsSync(second.page)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.startsWith('jalon-ouverture'))).toEqual([])
  })
})

function commandLines(): readonly string[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      return [readFileSync(join('/proc', pid, 'cmdline'), 'utf8')]
    } catch {
      return []
    }
  })
}
