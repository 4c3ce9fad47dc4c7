/** The built application in the real Electron runtime, where it is installed; where it is not, the title of the test says so. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasDisplay } from '../../electron/browser/open.ts'
import { runtimePath } from '../../electron/launch/runtime.ts'
import { stringsOf } from '../support/chromium.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = hasDisplay(process.env, process.platform) ? runtimePath(root) : null

describe('the real runtime', () => {
  if (program === null) {
    test('is not to be had here (not installed, or no display): the desktop shell ran on its stand-in only', () => {
      expect(hasDisplay(process.env, process.platform) && runtimePath(root) !== null).toBe(false)
    })
    return
  }

  test('opens the page apart from Node, answers it, and ends in order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-electron-'))
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const app = await _electron.launch({
      executablePath: program,
      args: [...asRoot, root, '--today=2026-11-23'],
      env: { ...stringsOf(process.env), JALON_DATA: folder },
    })
    try {
      const window = await app.firstWindow()
      await window.getByRole('heading').first().waitFor()
      expect(window.url()).toMatch(/^app:\/\/jalon\/index\.html/)
      const seen = await window.evaluate(async () => {
        const bridge: unknown = Reflect.get(window, 'jalon')
        const { call } = bridge as { call(channel: string, input: unknown): Promise<unknown> }
        return {
          bridge: Object.keys(bridge as object).sort(),
          node: ['require', 'process', 'module'].filter((name) => Reflect.has(window, name)),
          status: await call('file.status', {}),
        }
      })
      expect(seen.bridge).toEqual(['call', 'subscribe', 'upload'])
      expect(seen.node).toEqual([])
      expect(seen.status).toMatchObject({ ok: true, value: { shell: 'desktop', today: '2026-11-23' } })
    } finally {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
