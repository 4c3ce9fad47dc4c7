/** The key of the address, shown twice: who came first cannot be told, so both are refused and the owner is told. */
import { describe, expect, test } from 'vitest'
import { PAGE_TOKEN_HEADER } from '#shared/api/routes.ts'
import { type AddressEvent, startBrowserShell } from '../../electron/browser/server.ts'
import { testApplication } from '../support/application.ts'

describe('the key of the address', () => {
  /** A shell of its own: a key shown twice shuts it. */
  async function opened() {
    const other = testApplication()
    const told: AddressEvent[] = []
    const second = await startBrowserShell({
      application: other,
      page: new Map(),
      port: 0,
      log: () => {},
      told: (event) => told.push(event),
    })
    const first = second.address
    const entry = await fetch(first)
    const given = {
      cookie: entry.headers.get('set-cookie')?.split(';')[0] ?? '',
      [PAGE_TOKEN_HEADER]: /#page=([\w-]+)"/.exec(await entry.text())?.[1] ?? '',
    }
    const status = (headers: Readonly<Record<string, string>>) =>
      fetch(`${second.origin}/api/file.status`, {
        method: 'POST',
        headers: { ...headers, origin: second.origin, 'content-type': 'application/json' },
        body: '{}',
      })
    const end = async () => {
      await second.close()
      await other.close()
    }
    return { shell: second, first, given, status, told, [Symbol.asyncDispose]: end }
  }

  test('shown a second time, by whom has not the cookie: opens nothing, says when it served, shuts what it had opened', async () => {
    await using at = await opened()
    expect((await at.status(at.given)).status).toBe(200)
    const stream = await fetch(`${at.shell.origin}/events?page=${at.given[PAGE_TOKEN_HEADER]}`, {
      headers: at.given,
    })
    const again = await fetch(at.first)
    expect(again.status).toBe(401)
    expect(again.headers.get('set-cookie')).toBeNull()
    expect(await again.text()).toMatch(
      /a déjà ouvert Jalon, à \d\d:\d\d:\d\d.*est fermé.*Une nouvelle adresse/,
    )
    // The first one, whoever it was, is out at once, and told why.
    const shut = await at.status(at.given)
    expect(shut.status).toBe(401)
    expect(await shut.json()).toMatchObject({
      ok: false,
      error: { code: 'shell.shut', message: expect.stringMatching(/à \d\d:\d\d:\d\d.*nouvelle adresse/) },
    })
    expect(await (await fetch(at.shell.origin, { headers: at.given })).text()).toContain('n’a plus accès')
    expect(await stream.text()).toContain('"changed"')
    expect(at.told.map((event) => event.kind)).toEqual(['opened', 'opened-twice'])
    expect(at.told[1]).toMatchObject({ address: at.shell.address })
  })

  test('has a successor, which the former one no longer shuts', async () => {
    await using at = await opened()
    await fetch(at.first)
    expect(at.shell.address).not.toBe(at.first)
    const entry = await fetch(at.shell.address)
    const given = {
      cookie: entry.headers.get('set-cookie')?.split(';')[0] ?? '',
      [PAGE_TOKEN_HEADER]: /#page=([\w-]+)"/.exec(await entry.text())?.[1] ?? '',
    }
    expect((await at.status(given)).status).toBe(200)
    expect((await fetch(at.first)).status).toBe(401)
    expect((await at.status(given)).status).toBe(200)
    expect(at.told).toHaveLength(3)
    // Neither half of the former pair goes with a half of the other.
    expect((await at.status({ ...given, cookie: at.given.cookie })).status).toBe(401)
    expect((await at.status({ ...at.given, cookie: given.cookie })).status).toBe(401)
  })

  test('shown again by the browser it served gives its page, and shuts nothing', async () => {
    await using at = await opened()
    // 503: the page is not built here, and that is all it says.
    expect((await fetch(at.first, { headers: at.given })).status).toBe(503)
    expect((await at.status(at.given)).status).toBe(200)
  })
})
