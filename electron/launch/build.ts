/** Whether the application must be built before it is started, and building it. */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
] as const
const BUILT = [
  'out/main/main.js',
  'out/main/worker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
] as const

/** A bundle is missing, or a source changed after the oldest of them was written. */
export function isBuildStale(root: string): boolean {
  const built = Math.min(...BUILT.map((path) => modified(join(root, path))))
  return built === Number.NEGATIVE_INFINITY || SOURCES.some((path) => newest(join(root, path)) > built)
}

/** Null where it went well, else what the builder said. */
export function build(root: string): string | null {
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const run = spawnSync(process.execPath, [tool, 'build'], { cwd: root, encoding: 'utf8' })
  return run.status === 0 ? null : `${run.stdout ?? ''}${run.stderr ?? ''}`
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return Number.NEGATIVE_INFINITY
  if (!stat.isDirectory()) return stat.mtimeMs
  // The folder's own time tells of a file removed from it.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY
}
