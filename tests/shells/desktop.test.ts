/** The real wiring of the desktop shell, on a stand-in for the runtime: options, guards, who may speak, how it ends. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { type Clock, fixedClock } from '../../electron/clock.ts'
import { startDesktop } from '../../electron/desktop/start.ts'
import { listPageFiles } from '../../electron/page/files.ts'
import { dataFolderAt } from '../../electron/services/session/data-folder.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { ElectronStandIn, preventable, type StandInOptions } from '../support/electron-stand-in.ts'

let folder = ''
const log: string[] = []
const running: ElectronStandIn[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-desktop-'))
  mkdirSync(join(folder, 'page'))
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><html><head></head></html>')
  log.length = 0
})
afterEach(async () => {
  for (const electron of running.splice(0)) await ended(electron)
  rmSync(folder, { recursive: true, force: true })
})

async function start(
  options: StandInOptions & { readonly args?: readonly string[]; readonly clock?: Clock } = {},
) {
  const electron = new ElectronStandIn({ documents: folder, ...options })
  await startDesktop(electron.port, {
    args: options.args ?? [],
    cwd: folder,
    clock: options.clock ?? fixedClock(day('2026-11-23')),
    dataFolder: dataFolderAt(join(folder, 'data')),
    page: listPageFiles(join(folder, 'page')),
    preloadPath: '/app/preload.cjs',
    log: (line) => log.push(line),
  })
  if (electron.windows.length > 0) running.push(electron)
  return electron
}

async function ended(electron: ElectronStandIn): Promise<void> {
  if (!electron.ended) electron.app.quit()
  await vi.waitFor(() => expect(electron.ended).toBe(true))
}

const opening = () => ({
  who: 'essai',
  machine: 'essai',
  now: () => '2026-11-20T10:00:00.000+00:00',
  copiesFolder: join(folder, 'copies'),
})

function dossierFile(name: string): string {
  const path = join(folder, name)
  createDossier(path, opening()).close()
  return path
}

function openAgain(path: string) {
  return openDossier(path, opening())
}

/** The public list of structures, invented, long enough to be still at work when the person leaves. */
function bigPublicList(lines: number): string {
  const head =
    'Raison sociale;Commune INSEE;Département;Région;Nombre de conseillers validés par le COSELEC;Date de validation en comité de sélection;Type;SIRET;Code département;Adresse;Code commune INSEE;Code postal;Investissement financier estimatif total de l’Etat;ZRR;QPV;France services'
  const row = (n: number) =>
    `Structure ${n};Ville;AIN;Auvergne-Rhône-Alpes;2;19/05/2021;publique;${siret(n)};01;1 RUE X;01053;01000;100000;non;non;non`
  return [head, ...Array.from({ length: lines }, (_, n) => row(n))].join('\n')
}

/** Fourteen digits whose check digit is right. */
function siret(n: number): string {
  const base = `99${String(n).padStart(11, '0')}`
  const sum = [...base].reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return `${base}${(10 - (sum % 10)) % 10}`
}

const status = async (electron: ElectronStandIn) =>
  ((await electron.invoke('file.status', {})) as { value: { open: boolean; name: string | null } }).value

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
    await ended(first)
    const { window } = await start()
    expect(window.options).toMatchObject({ x: 300, y: 200, width: 1100, height: 700 })
    expect(window.maximised).toBe(true)
  })

  test('does not come back on a screen that is no longer there', async () => {
    const first = await start()
    first.window.bounds = { x: 4000, y: 200, width: 1100, height: 700 }
    await ended(first)
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

describe('the door', () => {
  test('answers the main frame of the window', async () => {
    expect(await (await start()).invoke('file.status', {})).toMatchObject({
      ok: true,
      value: { shell: 'desktop' },
    })
  })

  test('answers nobody else', async () => {
    const electron = await start()
    const contents = electron.window.webContents
    const liars: readonly Record<string, unknown>[] = [
      { sender: {} },
      { senderFrame: null },
      { senderFrame: { origin: 'app://jalon' } },
      { senderFrame: { origin: 'https://evil.example' }, sender: contents },
      { sender: { mainFrame: contents.mainFrame } },
    ]
    for (const event of liars) {
      expect(await electron.invoke('file.status', {}, event)).toMatchObject({
        ok: false,
        error: { code: 'shell.stranger' },
      })
    }
    const led = contents.mainFrame
    led.origin = 'https://evil.example'
    expect(await electron.invoke('file.status', {})).toMatchObject({
      ok: false,
      error: { code: 'shell.stranger' },
    })
  })

  test('takes a channel and an input, nothing more', async () => {
    expect(await (await start()).invoke('file.status', {}, {}, 'more')).toMatchObject({
      error: { code: 'door.malformed' },
    })
  })

  test('tells the page of a change', async () => {
    const electron = await start()
    electron.answers.push({ path: join(folder, 'Neuf') })
    expect(await electron.invoke('file.create', { name: 'Neuf' })).toMatchObject({
      ok: true,
      value: { name: 'Neuf' },
    })
    expect(existsSync(join(folder, 'Neuf.jalon'))).toBe(true)
    expect(electron.window.webContents.sent).toContainEqual({
      channel: 'jalon:event',
      message: { kind: 'changed', revision: expect.any(Number) },
    })
  })
})

describe('files', () => {
  test('a file opened by a double click is opened at the start', async () => {
    dossierFile('a.jalon')
    expect(await status(await start({ args: ['--some-switch', 'a.jalon'] }))).toMatchObject({
      open: true,
      name: 'a',
    })
  })

  test('a second start hands its file to the first, which comes forward', async () => {
    const path = dossierFile('b.jalon')
    const electron = await start()
    electron.window.minimised = true
    electron.app.emit('second-instance', {}, ['jalon', '--flag', path], '/')
    await vi.waitFor(async () => expect(await status(electron)).toMatchObject({ name: 'b' }))
    expect(electron.window.minimised).toBe(false)
    expect(electron.window.focused).toBe(1)
  })

  test('the second start itself opens nothing and ends', async () => {
    const electron = await start({ firstInstance: false })
    expect(electron.windows).toEqual([])
    expect(electron.ended).toBe(true)
  })

  test('macOS hands a file by an event', async () => {
    const path = dossierFile('c.jalon')
    const electron = await start()
    const event = preventable({})
    electron.app.emit('open-file', event, path)
    expect(event.defaultPrevented).toBe(true)
    await vi.waitFor(async () => expect(await status(electron)).toMatchObject({ name: 'c' }))
  })

  test('one that cannot be opened is said in a dialog, and the open one stays', async () => {
    dossierFile('a.jalon')
    writeFileSync(join(folder, 'faux.jalon'), 'rien de tel')
    const electron = await start({ args: ['a.jalon'] })
    electron.app.emit('second-instance', {}, ['jalon', 'faux.jalon'], folder)
    await vi.waitFor(() => expect(electron.messages).toHaveLength(1))
    expect(electron.messages[0]?.detail).toContain('n’est pas un dossier Jalon')
    expect(await status(electron)).toMatchObject({ name: 'a' })
  })

  test('the last one is open again at the next start', async () => {
    dossierFile('a.jalon')
    await ended(await start({ args: ['a.jalon'] }))
    expect(await status(await start())).toMatchObject({ open: true, name: 'a' })
  })

  test('giving up in a dialog changes nothing', async () => {
    const electron = await start()
    expect(await electron.invoke('file.open', {})).toEqual({ ok: true, value: null })
    expect(await electron.invoke('file.create', { name: 'x' })).toEqual({ ok: true, value: null })
    expect(await electron.invoke('import.choose', {})).toEqual({ ok: true, value: null })
  })

  test('creating never replaces a file, even where the system’s dialog agreed to it', async () => {
    const path = dossierFile('a.jalon')
    const before = readFileSync(path)
    const electron = await start()
    electron.answers.push({ path })
    expect(await electron.invoke('file.create', { name: 'a' })).toMatchObject({
      ok: false,
      error: { code: 'file.taken' },
    })
    expect(readFileSync(path)).toEqual(before)
  })
})

describe('the menu', () => {
  test('sends the page the commands it knows, with the keys it listens to', async () => {
    const electron = await start()
    const page = ['frame-commands.ts', 'commands.ts']
      .map((name) => readFileSync(new URL(`../../renderer/app/${name}`, import.meta.url), 'utf8'))
      .join('\n')
    for (const item of electron.menuItems()) {
      if (item.id === undefined || item.id === 'quit' || item.id === 'notifications') continue
      expect(page, item.id).toContain(`'${item.id}'`)
      expect(item.registerAccelerator ?? false).toBe(false)
      if (item.accelerator !== undefined) expect(page, item.accelerator).toContain(`'${item.accelerator}'`)
    }
    electron.click('undo')
    expect(electron.window.webContents.sent).toContainEqual({
      channel: 'jalon:event',
      message: { kind: 'command', command: 'undo' },
    })
  })

  test('is in French from end to end', async () => {
    const electron = await start()
    const labels = [...electron.menu, ...electron.menuItems()].filter((item) => item.type !== 'separator')
    expect(labels.every((item) => (item.label ?? '').length > 0)).toBe(true)
    expect(electron.menu.map((item) => item.label)).toEqual([
      'Dossier',
      'Édition',
      'Saisie',
      'Aller à',
      'Affichage',
      'Aide',
    ])
  })
})

describe('the end', () => {
  test('closing the window closes the dossier, then the program', async () => {
    const path = dossierFile('a.jalon')
    const electron = await start({ args: ['a.jalon'] })
    expect(electron.window.close()).toBe(false)
    await vi.waitFor(() => expect(electron.ended).toBe(true))
    expect(electron.handlers.size).toBe(0)
    expect(existsSync(`${path}-journal`)).toBe(false)
    const again = openAgain(path)
    expect(again.readOnlyReason).toBeNull()
    again.close()
  })

  test('asked twice, it ends once', async () => {
    const electron = await start()
    electron.app.quit()
    electron.app.quit()
    await vi.waitFor(() => expect(electron.ended).toBe(true))
  })

  test('with a job under way asks first: waiting keeps Jalon open, stopping ends it with nothing half written', async () => {
    dossierFile('a.jalon')
    const source = join(folder, 'grand.csv')
    writeFileSync(source, bigPublicList(30_000))
    const electron = await start({ args: ['a.jalon'] })
    electron.answers.push({ path: source })
    const chosen = (await electron.invoke('import.choose', {})) as { value: { uploadId: string } }
    const started = (await electron.invoke('import.apply', {
      uploadId: chosen.value.uploadId,
      profile: null,
      mapping: null,
      leaveOut: [],
    })) as { value: { id: string } }
    electron.answers.push({ button: 0 })
    electron.window.close()
    await vi.waitFor(() => expect(electron.messages).toHaveLength(1))
    expect(electron.ended).toBe(false)
    expect(await electron.invoke('jobs.get', { id: started.value.id })).toMatchObject({
      value: { status: 'running' },
    })
    electron.answers.push({ button: 1 })
    electron.window.close()
    await vi.waitFor(() => expect(electron.ended).toBe(true), { timeout: 20_000 })
    const dossier = openAgain(join(folder, 'a.jalon'))
    expect(dossier.readFacts().employers).toEqual([])
    dossier.close()
  })
})

describe('the notice of the day', () => {
  test('is shown once a day at most, names nobody, and can be switched off for good', async () => {
    const path = dossierFile('a.jalon')
    const late = openAgain(path)
    late.act({ label: 'essai', kind: 'edit' }, (db) =>
      db.insert('free_deadline', { title: 'Mme Secret-Martin', due_on: '2026-11-01' }),
    )
    late.close()
    const first = await start({ args: ['a.jalon'] })
    expect(first.notices).toHaveLength(1)
    expect(first.notices[0]?.body).toMatch(/1 échéance est en retard/)
    expect(JSON.stringify(first.notices)).not.toContain('Secret')
    await ended(first)
    expect((await again('2026-11-23')).notices).toEqual([])
    const tomorrow = await again('2026-11-24')
    expect(tomorrow.notices).toHaveLength(1)
    expect(tomorrow.menuItem('notifications').checked).toBe(true)
    tomorrow.click('notifications', { checked: false })
    await ended(tomorrow)
    const later = await again('2026-11-25')
    expect(later.notices).toEqual([])
    expect(later.menuItem('notifications').checked).toBe(false)

    async function again(today: string) {
      for (const electron of running.splice(0)) await ended(electron)
      return start({ args: ['a.jalon'], clock: fixedClock(day(today)) })
    }
  })
})

test('nothing unexpected happened', () => {
  expect(log).toEqual([])
})
