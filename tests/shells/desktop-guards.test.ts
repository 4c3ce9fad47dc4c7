/** What the page may and may not do on the desktop: options of the window, the scheme it is served by, the guards. */
import { basename } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { desktopTests } from '../support/desktop/desktop.ts'
import { type ElectronStandIn, preventable } from '../support/desktop/electron-stand-in.ts'
import { slipIn } from '../support/files/slip-in.ts'
import { PDF, PROGRAM } from '../support/files/strange-files.ts'
import { fillDossier } from '../support/memory-dossier.ts'
import { passerelles } from '../support/passerelles.ts'

const desktop = desktopTests()
const { start } = desktop

describe('the window', () => {
  test('keeps the page apart from the system by every option', async () => {
    const { window, sandboxed } = await start()
    expect(sandboxed).toBe(true)
    expect(window.options.webPreferences).toMatchObject({
      preload: '/app/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
    expect(window.address).toBe('app://jalon/index.html')
    expect(window.shown).toBe(true)
  })

  test('has no developer tools once packaged', async () => {
    expect((await start({ packaged: true })).window.options.webPreferences?.devTools).toBe(false)
  })

  test('comes back at the size and place it was left', async () => {
    const first = await start()
    first.window.bounds = { x: 300, y: 200, width: 1100, height: 700 }
    first.window.maximised = true
    await desktop.end(first)
    const { window } = await start()
    expect(window.options).toMatchObject({ x: 300, y: 200, width: 1100, height: 700 })
    expect(window.maximised).toBe(true)
  })

  test('does not come back on a screen that is no longer there', async () => {
    const first = await start()
    first.window.bounds = { x: 4000, y: 200, width: 1100, height: 700 }
    await desktop.end(first)
    expect((await start()).window.options.x).toBeUndefined()
  })

  test('whose page died is reloaded, and says that nothing is lost', async () => {
    const electron = await start()
    electron.window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await vi.waitFor(() => expect(electron.window.webContents.reloads).toBe(1))
    expect(electron.messages[0]?.detail).toContain('gardé')
  })
})

describe('the page', () => {
  const get = async (electron: ElectronStandIn, url: string, method = 'GET') => {
    const answer = electron.protocols.get('app')
    if (answer === undefined) throw new Error('no scheme')
    return answer({ url, method } as Request)
  }

  test('is served by its own scheme, with the strict policy', async () => {
    const electron = await start()
    expect(electron.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }])
    const response = await get(electron, 'app://jalon/index.html')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test.each([
    'app://jalon/../../etc/passwd',
    'app://jalon/%2e%2e/%2e%2e/etc/passwd',
    'app://other/index.html',
    'app://jalon/data/recents.json',
    'app://jalon//index.html',
  ])('finds nothing at %s', async (url) => {
    expect((await get(await start(), url)).status).toBe(404)
  })

  test('takes no other method', async () => {
    expect((await get(await start(), 'app://jalon/index.html', 'POST')).status).toBe(404)
  })
})

describe('what the page may not do', () => {
  test('no permission but writing to the clipboard, from its own origin', async () => {
    const { session } = await start()
    const asked = (permission: string) => {
      let granted: boolean | null = null
      session.permissionRequest(null, permission, (answer) => {
        granted = answer
      })
      return granted
    }
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'usb',
    ]) {
      expect(asked(permission)).toBe(false)
      expect(session.permissionCheck(null, permission, 'app://jalon')).toBe(false)
    }
    expect(asked('clipboard-sanitized-write')).toBe(true)
    expect(session.permissionCheck(null, 'clipboard-sanitized-write', 'app://jalon')).toBe(true)
    expect(session.permissionCheck(null, 'clipboard-sanitized-write', 'https://evil.example')).toBe(false)
    expect(session.device()).toBe(false)
    expect(session.spelling).toBe(false)
  })

  test('no request leaves it, whatever the scheme', async () => {
    const { session } = await start()
    const cancelled = (url: string) => {
      let cancel: boolean | undefined
      session.beforeRequest({ url }, (answer) => {
        cancel = answer.cancel
      })
      return cancel
    }
    for (const url of [
      'https://www.legifrance.gouv.fr/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'ws://a/',
      'ftp://a/',
      'app://other/',
    ]) {
      expect(cancelled(url)).toBe(true)
    }
    for (const url of ['app://jalon/assets/main.js', 'data:,', 'blob:app://jalon/1'])
      expect(cancelled(url)).toBe(false)
  })

  test('the browser inside resolves no name and runs none of its own errands', async () => {
    const { switches } = await start()
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect([...switches.keys()]).toEqual(
      expect.arrayContaining(['disable-background-networking', 'disable-component-update']),
    )
  })

  test('its WebRTC sends no datagram, and the one proxy there is leads nowhere', async () => {
    const { switches, session, window } = await start()
    expect(switches.get('force-webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp')
    expect(window.webContents.webrtc).toBe('disable_non_proxied_udp')
    expect(session.proxy).toMatchObject({
      proxyRules: 'socks5://127.0.0.1:9',
      proxyBypassRules: '<-loopback>',
    })
  })

  test('no navigation, no redirection, no new window, no webview, no download', async () => {
    const electron = await start()
    const { webContents } = electron.window
    for (const url of [
      'https://evil.example/',
      'file:///etc/passwd',
      'app://other/',
      'javascript:alert(1)',
      'app://jalon.evil.example/',
    ]) {
      const event = preventable({ url, isMainFrame: true })
      webContents.emit('will-frame-navigate', event)
      expect(event.defaultPrevented, url).toBe(true)
      expect(webContents.openHandler({ url })).toEqual({ action: 'deny' })
    }
    for (const name of ['will-redirect', 'will-attach-webview']) {
      const event = preventable({})
      webContents.emit(name, event, {}, {})
      expect(event.defaultPrevented, name).toBe(true)
    }
    const download = preventable({})
    electron.session.emit('will-download', download, {}, {})
    expect(download.defaultPrevented).toBe(true)
    expect(electron.opened).toEqual([])
  })

  test('a link to a text of law goes to the system’s browser, one that only looks like it does not', async () => {
    const electron = await start()
    const { openHandler } = electron.window.webContents
    for (const url of [
      'https://www.legifrance.gouv.fr.evil.example/',
      'https://www.legifrance.gouv.fr@evil.example/',
      'https://www.legifrance.gouv.fr:8443/',
      'http://www.legifrance.gouv.fr/',
      'https://legifrance.gouv.fr\u2024evil.example/',
    ]) {
      openHandler({ url })
    }
    expect(electron.opened).toEqual([])
    openHandler({ url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000050829184' })
    expect(electron.opened).toEqual(['https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000050829184'])
  })
})

describe('a piece of a dossier', () => {
  test('goes to the system’s viewer where it is what it says, and nowhere else', async () => {
    const path = desktop.dossierFile('recu.jalon')
    const dossier = desktop.open(path)
    fillDossier(dossier, { employers: passerelles().facts.employers })
    dossier.close()
    slipIn(path, [
      { name: 'Contrat signé.exe', bytes: PROGRAM },
      { name: 'avenant.pdf', bytes: PDF },
    ])
    const electron = await start({ args: [path] })
    await vi.waitFor(async () =>
      expect(await electron.invoke('file.status', {})).toMatchObject({ value: { open: true } }),
    )
    expect(await electron.invoke('documents.open', { id: 1 })).toMatchObject({
      error: { code: 'document.save-only' },
    })
    expect(electron.shown).toEqual([])
    expect(await electron.invoke('documents.open', { id: 2 })).toMatchObject({ ok: true })
    expect(electron.shown.map((shown) => basename(shown))).toEqual(['avenant.pdf'])
    electron.noViewer = 'No application knows how to open this file'
    expect(await electron.invoke('documents.open', { id: 2 })).toMatchObject({
      error: { code: 'document.no-viewer' },
    })
  })
})
