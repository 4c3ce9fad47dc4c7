import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { readText, readToFile, TooLarge } from '../../electron/browser/body.ts'

const folder = mkdtempSync(join(tmpdir(), 'jalon-body-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A request that announces no length, as a chunked one does. */
function unannounced(chunks: readonly string[]): IncomingMessage {
  return Object.assign(Readable.from(chunks.map((c) => Buffer.from(c))), {
    headers: {},
  }) as unknown as IncomingMessage
}

describe('a body that does not say how long it is', () => {
  test('is read whole within its bound, accents cut between two chunks included', async () => {
    const [first, second] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)]
    const request = Object.assign(Readable.from([first, second]), {
      headers: {},
    }) as unknown as IncomingMessage
    expect(await readText(request, 2)).toBe('é')
  })

  test('is refused at the first byte beyond', async () => {
    await expect(readText(unannounced(['aaaa', 'bbbb', 'c']), 8)).rejects.toThrow(TooLarge)
  })

  test('goes to its file within its bound', async () => {
    const path = join(folder, 'good')
    await readToFile(unannounced(['aaaa', 'bbbb']), path, 8)
    expect(readFileSync(path, 'utf8')).toBe('aaaabbbb')
  })

  test('beyond it leaves no file', async () => {
    const path = join(folder, 'large')
    await expect(readToFile(unannounced(['aaaa', 'bbbb', 'c']), path, 8)).rejects.toThrow(TooLarge)
    expect(existsSync(path)).toBe(false)
  })
})
