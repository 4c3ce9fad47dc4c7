/** The Electron runtime of this checkout: there, fetched by Electron's own installer, or not to be had. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Path of the program, null where it is not installed. Electron's own index.js is not asked: it would start a download. */
export function runtimePath(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

/** Tries for `seconds` at most: behind a closed network nobody waits for a download that will not come. */
export function fetchRuntime(root: string, seconds: number): string | null {
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return null
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: seconds * 1000 })
  return runtimePath(root)
}

/** Too soon for a person to have closed a window: the runtime could not start on this machine. */
const FAILED_START_MS = 8_000

/** The exit code, or null where the program did not get going at all. */
export function runDesktop(program: string, root: string, args: readonly string[]): Promise<number | null> {
  const started = performance.now()
  return new Promise((done) => {
    const child = spawn(program, [root, ...args], { cwd: root, stdio: 'inherit' })
    child.on('error', () => done(null))
    child.on('exit', (code) => {
      const failed = code !== 0 && performance.now() - started < FAILED_START_MS
      done(failed ? null : (code ?? 1))
    })
  })
}
