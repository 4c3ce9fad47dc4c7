import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hasDisplay } from '../../electron/browser/open.ts'
import { isBuildStale } from '../../electron/launch/build.ts'
import { fetchRuntime, runDesktop, runtimePath } from '../../electron/launch/runtime.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jalon-launch-'))
  for (const source of ['electron/a.ts', 'renderer/b/c.tsx', 'shared/d.ts', 'package.json']) put(source, 1000)
  for (const built of ['main/main.js', 'main/worker.js', 'preload/preload.cjs', 'renderer/index.html'])
    put(`out/${built}`, 2000)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(path: string, at: number): void {
  const full = join(root, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, path.endsWith('.json') ? '{}' : '')
  utimesSync(full, at, at)
  for (let folder = dirname(full); folder !== root; folder = dirname(folder)) utimesSync(folder, 1000, 1000)
}

test('a build newer than every source is used as it is', () => {
  expect(isBuildStale(root)).toBe(false)
})

test('a source changed since, however deep, asks for a build', () => {
  put('renderer/b/c.tsx', 3000)
  expect(isBuildStale(root)).toBe(true)
})

test('a bundle that is missing asks for a build', () => {
  rmSync(join(root, 'out/main/worker.js'))
  expect(isBuildStale(root)).toBe(true)
})

test('a source removed since asks for a build', () => {
  rmSync(join(root, 'renderer/b/c.tsx'))
  expect(isBuildStale(root)).toBe(true)
})

test('the runtime is there only where its program is', () => {
  expect(runtimePath(root)).toBeNull()
  put('node_modules/electron/path.txt', 1000)
  writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
  expect(runtimePath(root)).toBeNull()
  put('node_modules/electron/dist/electron', 1000)
  expect(runtimePath(root)).toBe(join(root, 'node_modules/electron/dist/electron'))
})

test('a download that never comes is not waited for', () => {
  put('node_modules/electron/install.js', 1000)
  writeFileSync(join(root, 'node_modules/electron/install.js'), 'setTimeout(() => {}, 60_000)')
  const started = performance.now()
  expect(fetchRuntime(root, 1)).toBeNull()
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('a runtime that cannot start here is told apart from one a person closed', async () => {
  expect(await runDesktop(join(root, 'absent'), root, [])).toBeNull()
  put('fails/index.js', 1000)
  put('closes/index.js', 1000)
  writeFileSync(join(root, 'fails/index.js'), 'process.exit(127)')
  const run = (name: string) => runDesktop(process.execPath, join(root, name), [])
  expect(await run('fails')).toBeNull()
  expect(await run('closes')).toBe(0)
})

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['win32', {}, true],
  ['darwin', {}, true],
])('%s with %j has a display: %s', (platform, env, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected)
})
