/** The life of the desktop shell: who may speak at its door, which file it opens, its menu, how it ends. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { fixedClock } from '../../electron/clock.ts'
import { desktopTests } from '../support/desktop/desktop.ts'
import { type ElectronStandIn, preventable } from '../support/desktop/electron-stand-in.ts'

const desktop = desktopTests()
const { start, dossierFile } = desktop

const status = async (electron: ElectronStandIn) =>
  ((await electron.invoke('file.status', {})) as { value: { open: boolean; name: string | null } }).value

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
    electron.answers.push({ path: join(desktop.folder, 'Neuf') })
    expect(await electron.invoke('file.create', { name: 'Neuf' })).toMatchObject({
      ok: true,
      value: { name: 'Neuf' },
    })
    expect(existsSync(join(desktop.folder, 'Neuf.jalon'))).toBe(true)
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
    writeFileSync(join(desktop.folder, 'faux.jalon'), 'rien de tel')
    const electron = await start({ args: ['a.jalon'] })
    electron.app.emit('second-instance', {}, ['jalon', 'faux.jalon'], desktop.folder)
    await vi.waitFor(() => expect(electron.messages).toHaveLength(1))
    expect(electron.messages[0]?.detail).toContain('n’est pas un dossier Jalon')
    expect(await status(electron)).toMatchObject({ name: 'a' })
  })

  test('the last one is open again at the next start', async () => {
    dossierFile('a.jalon')
    await desktop.end(await start({ args: ['a.jalon'] }))
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

  test('a copy saved onto another dossier is refused, even where the system’s dialog agreed to it', async () => {
    const other = dossierFile('autre.jalon')
    const before = readFileSync(other)
    const electron = await start({ args: [dossierFile('a.jalon')] })
    electron.answers.push({ path: other })
    expect(await electron.invoke('file.saveCopy', {})).toMatchObject({
      ok: false,
      error: { code: 'output.dossier' },
    })
    expect(readFileSync(other)).toEqual(before)
    electron.answers.push({ path: join(desktop.folder, 'copie') })
    expect(await electron.invoke('file.saveCopy', {})).toMatchObject({ ok: true })
    expect(existsSync(join(desktop.folder, 'copie.jalon'))).toBe(true)
  })

  test('an agenda named without its extension gets it, and asks before the completed name replaces a file', async () => {
    const standing = join(desktop.folder, 'agenda.ics')
    writeFileSync(standing, 'le mien')
    const electron = await start({ args: [dossierFile('a.jalon')] })
    const save = (button: number) => {
      electron.answers.push({ path: join(desktop.folder, 'agenda') }, { button })
      return electron.invoke('agenda.export', { employerId: null, names: true })
    }
    expect(await save(0)).toMatchObject({ ok: true, value: { savedTo: null } })
    expect(readFileSync(standing, 'utf8')).toBe('le mien')
    expect(electron.messages.at(-1)?.message).toContain('agenda.ics')
    expect(await save(1)).toMatchObject({ ok: true, value: { savedTo: standing } })
    expect(readFileSync(standing, 'utf8')).toContain('BEGIN:VCALENDAR')
    expect(electron.saves.every((options) => options.properties?.includes('showOverwriteConfirmation'))).toBe(
      true,
    )
  })
})

describe('the menu', () => {
  test('sends the page the commands it knows, with the keys it listens to', async () => {
    const electron = await start()
    const page = ['app/frame/frame-commands.ts', 'ui/commands.ts']
      .map((name) => readFileSync(new URL(`../../renderer/${name}`, import.meta.url), 'utf8'))
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
    const again = desktop.open(path)
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
    const source = join(desktop.folder, 'grand.csv')
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
    const dossier = desktop.open(join(desktop.folder, 'a.jalon'))
    expect(dossier.readFacts().employers).toEqual([])
    dossier.close()
  })
})

describe('the notice of the day', () => {
  test('is shown once a day at most, names nobody, and can be switched off for good', async () => {
    const path = dossierFile('a.jalon')
    const late = desktop.open(path)
    late.act({ label: 'essai', kind: 'edit' }, (db) =>
      db.insert('free_deadline', { title: 'Mme Secret-Martin', due_on: '2026-11-01' }),
    )
    late.close()
    const first = await start({ args: ['a.jalon'] })
    expect(first.notices).toHaveLength(1)
    expect(first.notices[0]?.body).toMatch(/1 échéance est en retard/)
    expect(JSON.stringify(first.notices)).not.toContain('Secret')
    await desktop.end(first)
    expect((await again('2026-11-23')).notices).toEqual([])
    const tomorrow = await again('2026-11-24')
    expect(tomorrow.notices).toHaveLength(1)
    expect(tomorrow.menuItem('notifications').checked).toBe(true)
    tomorrow.click('notifications', { checked: false })
    await desktop.end(tomorrow)
    const later = await again('2026-11-25')
    expect(later.notices).toEqual([])
    expect(later.menuItem('notifications').checked).toBe(false)

    async function again(today: string) {
      await desktop.endAll()
      return start({ args: ['a.jalon'], clock: fixedClock(day(today)) })
    }
  })
})
