/** Processes of Jalon whose clock is wrong: 2037 (a mistyped year), 2020 (a flat battery), and back. No copy is lost by it. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listAllCopies, makeCopy } from '../../electron/backup/copies.ts'
import { openDossier } from '../../electron/store/open.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
const SHIFT = fileURLToPath(new URL('../support/shifted-clock.ts', import.meta.url))
const NOON = 'T12:00:00'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-clock-'))
  file = join(folder, 'postes.jalon')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const copiesRoot = () => join(folder, 'data', 'sauvegardes')
const copies = () => listAllCopies(copiesRoot())
const names = () => copies().map((copy) => copy.name)
const nodeArgs = (args: readonly string[]) => [
  '--disable-warning=ExperimentalWarning',
  '--import',
  SHIFT,
  MAIN,
  ...args,
]
const env = (clock: string) => ({
  ...process.env,
  TZ: 'UTC',
  JALON_DATA: join(folder, 'data'),
  JALON_TEST_CLOCK: clock,
})

function jalon(clock: string, ...args: readonly string[]) {
  const run = spawnSync(process.execPath, nodeArgs(args), { encoding: 'utf8', cwd: folder, env: env(clock) })
  expect(run.stderr).toBe('')
  return run.stdout
}

/** Opens the dossier in Jalon as of that instant, then leaves it: what an evening's visit does. */
async function visit(clock: string, ...more: readonly string[]): Promise<void> {
  const server = spawn(process.execPath, nodeArgs(['serve', file, '--no-open', ...more]), {
    cwd: folder,
    env: env(clock),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // How to stop it is said last: from then on it is listened to.
  let said = ''
  server.stderr.on('data', (text) => {
    said += text
  })
  while (!said.includes('Ctrl')) await once(server.stderr, 'data')
  server.kill('SIGTERM')
  const [code] = await once(server, 'exit')
  expect([code, said.trim().split('\n')]).toEqual([0, [expect.any(String), expect.any(String)]])
}

/** One structure more, recorded by a process of that day. */
function change(clock: string): void {
  const name = `Structure du ${clock.slice(0, 10)} ${Math.random().toString(36).slice(2, 8)}`
  writeFileSync(join(folder, 'liste.csv'), `Structure;Secteur\n${name};privé\n`)
  jalon(clock, 'import', 'liste.csv', '--into', 'postes.jalon')
}

/** A dossier of an ordinary life: a copy a day for thirty days of autumn 2026. */
async function dossierWithCopies(count = 30): Promise<void> {
  change(`2026-10-01${NOON}`)
  const options = { who: 'a', machine: 'b', now: () => `2026-10-01${NOON}`, copiesFolder: copiesRoot() }
  const { fileId } = openDossierOnce(options)
  for (let n = 0; n < count; n += 1) {
    const now = `2026-10-${String(n + 1).padStart(2, '0')}${NOON}`
    await makeCopy({ path: file, fileId, folder: copiesRoot(), reason: 'horaire', now })
  }
}
function openDossierOnce(options: Parameters<typeof openDossier>[1]) {
  const dossier = openDossier(file, { ...options, readOnly: true })
  const { fileId } = dossier
  dossier.close()
  return { fileId }
}

describe('One opening with a wrong clock', { timeout: 60_000 }, () => {
  test.each([
    ['in 2037', `2037-01-01${NOON}`],
    ['in 2020', `2020-01-01${NOON}`],
  ])('%s removes no copy, and the next change of the right day is copied', async (_, clock) => {
    await dossierWithCopies()
    const before = names()
    change(clock)
    await visit(clock)
    expect(before.filter((name) => !names().includes(name))).toEqual([])

    change(`2026-11-02${NOON}`)
    const made = names().length
    await visit(`2026-11-03${NOON}`)
    expect(names()).toHaveLength(made + 1)
    // The last one made is the first of the list, whatever the years say.
    expect(copies()[0]).toMatchObject({ at: '2026-11-03T12:00', reason: 'ouverture' })
    expect(before.filter((name) => !names().includes(name))).toEqual([])
  })

  test('is not what --today is: the day looked at dates no copy, no act and no visit', async () => {
    await dossierWithCopies()
    const before = names()
    await visit(`2026-11-02${NOON}`, '--today', '2037-01-01')
    jalon(`2026-11-02${NOON}`, 'backup', 'postes.jalon', '--today', '2037-01-01')
    writeFileSync(join(folder, 'autre.csv'), 'Structure;Secteur\nVille de Test;public\n')
    jalon(`2026-11-02${NOON}`, 'import', 'autre.csv', '--into', 'postes.jalon', '--today', '2037-01-01')
    expect(before.filter((name) => !names().includes(name))).toEqual([])
    expect(names().join()).not.toContain('2037')
    const checked = JSON.parse(jalon(`2026-11-02${NOON}`, 'check', 'postes.jalon', '--json'))
    expect(checked.savedAt).toMatch(/^2026-11-02T/)
  })
})

describe('A clock that jumps at each visit', { timeout: 120_000 }, () => {
  test('leaves the copies of the right days, and copies each change once', async () => {
    await dossierWithCopies()
    const before = names()
    for (const day of ['2037-01-01', '2026-11-02', '2020-01-01', '2026-11-03']) {
      change(`${day}${NOON}`)
      const made = names().length
      await visit(`${day}T13:00:00`)
      await visit(`${day}T14:00:00`)
      expect([day, names().length]).toEqual([day, made + 1])
      expect(copies()[0]?.at).toBe(`${day}T13:00`)
    }
    expect(before.filter((name) => !names().includes(name))).toEqual([])
    expect(readdirSync(copiesRoot())).toHaveLength(1)
  })
})
